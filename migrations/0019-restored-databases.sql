-- In a database that was restored from a dump, the numbers of transactions in its rows are those of another server. This table tells.

CREATE TABLE sagecat_private.database_origin (
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id()
);
INSERT INTO sagecat_private.database_origin DEFAULT VALUES;
COMMENT ON TABLE sagecat_private.database_origin IS 'One row. After a restore it was written by another transaction than the one that it names.';
