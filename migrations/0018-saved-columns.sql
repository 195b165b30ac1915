-- The columns that answer facets and aggregates, as a process that has read them leaves them for those that start.

CREATE TABLE sagecat_private.saved_column (
  resource_type text NOT NULL,
  field text NOT NULL,
  version integer NOT NULL,
  snapshot pg_snapshot NOT NULL,
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  data bytea NOT NULL,
  PRIMARY KEY (resource_type, field)
);
-- They are compressed already.
ALTER TABLE sagecat_private.saved_column ALTER COLUMN data SET STORAGE EXTERNAL;
COMMENT ON TABLE sagecat_private.saved_column IS 'The values of one field in every row of a resource type, compressed.';
COMMENT ON COLUMN sagecat_private.saved_column.snapshot IS 'Up to where they are right: rows that the snapshot does not see are still to be read.';
COMMENT ON COLUMN sagecat_private.saved_column.written_by IS 'The transaction that wrote the row. In a restored database it is not the one that restored it.';
