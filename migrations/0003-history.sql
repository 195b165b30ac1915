-- Every change of every resource, and the mark by which readers find what was written since they last looked.

CREATE TABLE resource_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource_type text NOT NULL,
  resource_id bigint NOT NULL,
  account_id text NOT NULL,
  region text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('changed', 'deleted', 'restored', 'progress')),
  fields text[] NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL
);
CREATE INDEX resource_change_by_resource ON resource_change (resource_type, resource_id, seen_at);
CREATE INDEX resource_change_by_time ON resource_change (seen_at);
COMMENT ON TABLE resource_change IS 'Every change of a catalogued resource: the columns that differ, before and after.';
COMMENT ON COLUMN resource_change.id IS 'Number of the change.';
COMMENT ON COLUMN resource_change.resource_type IS 'Table of the resource.';
COMMENT ON COLUMN resource_change.resource_id IS 'The resource: id in its table.';
COMMENT ON COLUMN resource_change.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN resource_change.region IS 'AWS region.';
COMMENT ON COLUMN resource_change.seen_at IS 'When the change was seen.';
COMMENT ON COLUMN resource_change.kind IS 'changed, deleted or restored; progress, no version of its own: counters that have moved on since the version before, up to seen_at.';
COMMENT ON COLUMN resource_change.fields IS 'The columns that differ.';
COMMENT ON COLUMN resource_change.before IS 'Their values before.';
COMMENT ON COLUMN resource_change.after IS 'Their values after.';
ALTER TABLE resource_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON resource_change FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON resource_change FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON resource_change TO sagecat_reader, sagecat_account_reader;

CREATE TABLE history_horizon (
  only_row boolean PRIMARY KEY CHECK (only_row),
  pruned_before timestamptz(3) NOT NULL
);
COMMENT ON TABLE history_horizon IS 'How far back the history of resources reaches; empty where it was never pruned.';
COMMENT ON COLUMN history_horizon.only_row IS 'True: the table has one row at most.';
COMMENT ON COLUMN history_horizon.pruned_before IS 'Changes seen before are gone; what was then cannot be told.';
GRANT SELECT ON history_horizon TO sagecat_reader, sagecat_account_reader;

CREATE FUNCTION stamp_written_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.written_by := pg_current_xact_id();
  RETURN NEW;
END $$;
