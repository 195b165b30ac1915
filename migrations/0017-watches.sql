-- Watches: what people are told of without asking, what was told, and how the receivers answered.

CREATE TABLE sagecat_private.watch (
  name text PRIMARY KEY,
  position integer NOT NULL,
  definition jsonb NOT NULL,
  since timestamptz(3),
  snapshot pg_snapshot,
  evaluated_at timestamptz(3),
  state jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE sagecat_private.watch IS 'The watches that hold.';
COMMENT ON COLUMN sagecat_private.watch.since IS 'When it was evaluated first: what was so already is not told.';
COMMENT ON COLUMN sagecat_private.watch.snapshot IS 'Up to where it is evaluated: rows that the snapshot does not see are still to be looked at; null for a watch that is new.';
COMMENT ON COLUMN sagecat_private.watch.state IS 'What else it must remember: numbers that are passed, targets that are stale, the version of its policy.';

CREATE TABLE sagecat_private.watch_match (
  watch text NOT NULL REFERENCES sagecat_private.watch ON DELETE CASCADE,
  resource_id bigint NOT NULL,
  PRIMARY KEY (watch, resource_id)
);
COMMENT ON TABLE sagecat_private.watch_match IS 'The resources that a watch matched when it was evaluated last.';

CREATE TABLE sagecat_private.watch_message (
  id uuid PRIMARY KEY,
  watch text NOT NULL,
  account_id text,
  body jsonb NOT NULL,
  resource_ids bigint[] NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX watch_message_by_watch ON sagecat_private.watch_message (watch, id);
CREATE INDEX watch_message_by_time ON sagecat_private.watch_message (created_at);
COMMENT ON TABLE sagecat_private.watch_message IS 'What watches told: one message for all that came together in an account and region for one reason.';
COMMENT ON COLUMN sagecat_private.watch_message.account_id IS 'The account that it is about; null where it is about all.';
COMMENT ON COLUMN sagecat_private.watch_message.resource_ids IS 'All resources that it is about: id in the table of their type. The body names the first of them.';

CREATE TABLE sagecat_private.watch_delivery (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES sagecat_private.watch_message ON DELETE CASCADE,
  channel text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  attempted_at timestamptz(3),
  answer_status integer,
  answer text
);
CREATE INDEX watch_delivery_by_message ON sagecat_private.watch_delivery (message_id);
COMMENT ON TABLE sagecat_private.watch_delivery IS 'Each message on its way to each channel of its watch, with the last answer.';
COMMENT ON COLUMN sagecat_private.watch_delivery.id IS 'The number of its job in the queue, too.';

-- When a target was covered first.
CREATE INDEX crawl_target_by_start ON crawl_target (resource_type, account_id, region, started_at);

-- Verdicts that changed are found as rows are. Without a default at first: what is there already is not rewritten.
ALTER TABLE policy_verdict ADD COLUMN written_by xid8;
ALTER TABLE policy_verdict ALTER COLUMN written_by SET DEFAULT pg_current_xact_id();
COMMENT ON COLUMN policy_verdict.written_by IS 'The transaction that wrote the verdict last; null for verdicts of older versions of sagecat.';
CREATE INDEX policy_verdict_written_by ON policy_verdict (written_by);
CREATE TRIGGER stamp_written_by BEFORE UPDATE ON policy_verdict FOR EACH ROW EXECUTE FUNCTION stamp_written_by();
