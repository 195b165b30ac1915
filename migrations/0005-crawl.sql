-- Runs of the crawler, what each found in each account and region, and what the catalog covers.

CREATE TABLE crawl (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('auto', 'incremental', 'full')),
  trigger text NOT NULL CHECK (trigger IN ('command', 'request', 'schedule')),
  scope jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL CHECK (status IN ('queued', 'running', 'complete', 'partial', 'failed', 'interrupted')),
  requested_at timestamptz(3) NOT NULL DEFAULT now(),
  started_at timestamptz(3),
  finished_at timestamptz(3)
);
CREATE INDEX crawl_under_way ON crawl (id) WHERE status IN ('queued', 'running');
COMMENT ON TABLE crawl IS 'Runs of the crawler, whoever asked for them.';
COMMENT ON COLUMN crawl.id IS 'Number of the run.';
COMMENT ON COLUMN crawl.kind IS 'auto: incremental where a target was listed completely before, else full.';
COMMENT ON COLUMN crawl.trigger IS 'Who asked: the command line, a request to the API, or a schedule.';
COMMENT ON COLUMN crawl.scope IS 'What was asked for: accounts, regions or one job; empty for everything.';
COMMENT ON COLUMN crawl.status IS 'complete only if every target is; failed if no target gave anything.';
COMMENT ON COLUMN crawl.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN crawl.started_at IS 'When it began; null while it is queued.';
COMMENT ON COLUMN crawl.finished_at IS 'When it ended; null while it has not.';
ALTER TABLE crawl ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON crawl FOR SELECT TO sagecat_reader USING (true);
GRANT SELECT ON crawl TO sagecat_reader, sagecat_account_reader;

CREATE TABLE crawl_target (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  crawl_id bigint NOT NULL REFERENCES crawl(id) ON DELETE CASCADE,
  resource_type text NOT NULL,
  account_id text,
  region text NOT NULL,
  kind text CHECK (kind IN ('incremental', 'full', 'job')),
  status text NOT NULL CHECK (status IN ('queued', 'running', 'complete', 'partial', 'denied', 'unsupported', 'interrupted')),
  reason text,
  worker text,
  attempts integer NOT NULL DEFAULT 0,
  progress jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  asked text NOT NULL DEFAULT 'auto' CHECK (asked IN ('auto', 'incremental', 'full', 'job')),
  merged_into bigint REFERENCES crawl_target(id) ON DELETE SET NULL
);
CREATE INDEX crawl_target_by_crawl ON crawl_target (crawl_id);
CREATE INDEX crawl_target_merged ON crawl_target (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX crawl_target_under_way ON crawl_target (resource_type, account_id, region)
WHERE status IN ('queued', 'running');
COMMENT ON TABLE crawl_target IS 'What each run found in each account and region.';
COMMENT ON COLUMN crawl_target.id IS 'Number of the target within all runs.';
COMMENT ON COLUMN crawl_target.crawl_id IS 'The run: id in crawl.';
COMMENT ON COLUMN crawl_target.resource_type IS 'Table of the resources that are crawled.';
COMMENT ON COLUMN crawl_target.account_id IS 'Null where the credentials did not even tell the account.';
COMMENT ON COLUMN crawl_target.region IS 'AWS region.';
COMMENT ON COLUMN crawl_target.kind IS 'How it was crawled: incremental, full, or one job; null before it began.';
COMMENT ON COLUMN crawl_target.status IS 'How the target ended, or where it stands.';
COMMENT ON COLUMN crawl_target.reason IS 'Why the target is not complete.';
COMMENT ON COLUMN crawl_target.worker IS 'The process that crawls or crawled it.';
COMMENT ON COLUMN crawl_target.attempts IS 'How often the target was begun within this run.';
COMMENT ON COLUMN crawl_target.progress IS 'Counts of jobs, API calls and throttles so far.';
COMMENT ON COLUMN crawl_target.started_at IS 'When it began; null while it is queued.';
COMMENT ON COLUMN crawl_target.updated_at IS 'When its state or progress was last written.';
COMMENT ON COLUMN crawl_target.finished_at IS 'When it ended; null while it has not.';
COMMENT ON COLUMN crawl_target.asked IS 'The kind of crawl that was asked for.';
COMMENT ON COLUMN crawl_target.merged_into IS 'The queued target of an earlier crawl that does this one’s work: it is the same account and region.';
ALTER TABLE crawl_target ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON crawl_target FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON crawl_target FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON crawl_target TO sagecat_reader, sagecat_account_reader;

-- A restricted reader sees the runs that crawled one of its accounts, and asked for no other.
CREATE POLICY own_accounts ON crawl FOR SELECT TO sagecat_account_reader USING (
  id IN (SELECT crawl_id FROM crawl_target)
  AND (NOT scope ? 'accounts' OR scope -> 'accounts' <@ (SELECT to_jsonb(sagecat_private.visible_accounts())))
);

CREATE TABLE crawl_coverage (
  resource_type text,
  account_id text,
  region text,
  status text NOT NULL CHECK (status IN ('complete', 'partial', 'denied', 'unsupported', 'retired')),
  reason text,
  as_of timestamptz(3),
  full_as_of timestamptz(3),
  watermark timestamptz(3),
  attempted_at timestamptz(3) NOT NULL,
  crawl_id bigint REFERENCES crawl(id) ON DELETE SET NULL,
  full_problem text,
  PRIMARY KEY (resource_type, account_id, region)
);
COMMENT ON TABLE crawl_coverage IS 'What the catalog covers now, for each account and region.';
COMMENT ON COLUMN crawl_coverage.resource_type IS 'Table of the resources that are crawled.';
COMMENT ON COLUMN crawl_coverage.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN crawl_coverage.region IS 'AWS region.';
COMMENT ON COLUMN crawl_coverage.status IS 'How the last attempt ended; retired where there will be no further one.';
COMMENT ON COLUMN crawl_coverage.reason IS 'Why the last attempt was not complete.';
COMMENT ON COLUMN crawl_coverage.as_of IS 'Start of the last complete crawl: what existed then is catalogued.';
COMMENT ON COLUMN crawl_coverage.full_as_of IS 'Start of the last complete full crawl: deletions and tags are true as of then.';
COMMENT ON COLUMN crawl_coverage.watermark IS 'Every resource created up to then is known; new ones are sought from there.';
COMMENT ON COLUMN crawl_coverage.attempted_at IS 'When the last attempt ended.';
COMMENT ON COLUMN crawl_coverage.crawl_id IS 'The last run that tried: id in crawl.';
COMMENT ON COLUMN crawl_coverage.full_problem IS 'Why the last full crawl that ran to its end was not complete; null where it was.';
ALTER TABLE crawl_coverage ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON crawl_coverage FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON crawl_coverage FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON crawl_coverage TO sagecat_reader, sagecat_account_reader;

CREATE TABLE crawl_lease (
  resource_type text,
  account_id text,
  region text,
  holder text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (resource_type, account_id, region)
);
COMMENT ON TABLE crawl_lease IS 'Which process crawls a target at the moment; it is free once the lease has expired.';
COMMENT ON COLUMN crawl_lease.resource_type IS 'Table of the resources that are crawled.';
COMMENT ON COLUMN crawl_lease.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN crawl_lease.region IS 'AWS region.';
COMMENT ON COLUMN crawl_lease.holder IS 'The process that crawls it.';
COMMENT ON COLUMN crawl_lease.expires_at IS 'When another process may take it over.';

CREATE TABLE crawl_missing (
  resource_type text,
  resource_id bigint,
  account_id text,
  region text,
  PRIMARY KEY (resource_type, account_id, region, resource_id)
);
COMMENT ON TABLE crawl_missing IS 'Rows that the listing under way lacks; a describe settles whether they are deleted.';
COMMENT ON COLUMN crawl_missing.resource_type IS 'Table of the resource.';
COMMENT ON COLUMN crawl_missing.resource_id IS 'The resource: id in its table.';
COMMENT ON COLUMN crawl_missing.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN crawl_missing.region IS 'AWS region.';

CREATE TABLE crawl_revisit (
  resource_type text,
  account_id text,
  region text,
  name text,
  arn text,
  created_at timestamptz(3),
  why text NOT NULL CHECK (why IN ('unreadable', 'overdue')),
  reason text,
  since timestamptz(3) NOT NULL,
  tries integer NOT NULL,
  tried_at timestamptz(3) NOT NULL,
  next_at timestamptz(3) NOT NULL,
  PRIMARY KEY (resource_type, account_id, region, name)
);
COMMENT ON TABLE crawl_revisit IS 'Resources that incremental crawls come back to ever more rarely.';
COMMENT ON COLUMN crawl_revisit.resource_type IS 'Resource type, the name of its table.';
COMMENT ON COLUMN crawl_revisit.account_id IS 'AWS account.';
COMMENT ON COLUMN crawl_revisit.region IS 'AWS region.';
COMMENT ON COLUMN crawl_revisit.name IS 'Name of the resource.';
COMMENT ON COLUMN crawl_revisit.arn IS 'ARN of the resource; null where only its name was listed.';
COMMENT ON COLUMN crawl_revisit.created_at IS 'When the resource was created; null where only its name was listed.';
COMMENT ON COLUMN crawl_revisit.why IS 'unreadable: the last describe gave nothing that can be stored; overdue: it is open for longer than it can be.';
COMMENT ON COLUMN crawl_revisit.reason IS 'What the last describe said.';
COMMENT ON COLUMN crawl_revisit.since IS 'When it was first so.';
COMMENT ON COLUMN crawl_revisit.tries IS 'Describes since then that changed nothing.';
COMMENT ON COLUMN crawl_revisit.tried_at IS 'When it was last described.';
COMMENT ON COLUMN crawl_revisit.next_at IS 'No incremental crawl describes it before.';
ALTER TABLE crawl_revisit ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON crawl_revisit FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON crawl_revisit FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON crawl_revisit TO sagecat_reader, sagecat_account_reader;

CREATE TABLE crawl_worker (
  worker text PRIMARY KEY,
  seen_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE crawl_worker IS 'Processes that take crawls off the queue.';
COMMENT ON COLUMN crawl_worker.worker IS 'Host and number of the process.';
COMMENT ON COLUMN crawl_worker.seen_at IS 'When it last said that it runs.';
