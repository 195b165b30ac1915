import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { alignResourceTable } from '../db/resource-table.ts';

/** Runs of the crawler, what each covered, and what is covered now; which resources are settled. */
export async function up(db: Kysely<never>): Promise<void> {
  await alignResourceTable(db, trainingJob);
  await sql`
    CREATE TABLE crawl (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('auto', 'incremental', 'full')),
      trigger text NOT NULL CHECK (trigger IN ('command', 'request', 'schedule')),
      scope jsonb NOT NULL DEFAULT '{}',
      status text NOT NULL CHECK (status IN ('queued', 'running', 'complete', 'partial', 'failed', 'interrupted')),
      requested_at timestamptz(3) NOT NULL DEFAULT now(),
      started_at timestamptz(3),
      finished_at timestamptz(3)
    )`.execute(db);
  await sql`
    CREATE TABLE crawl_target (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      crawl_id bigint NOT NULL REFERENCES crawl ON DELETE CASCADE,
      resource_type text NOT NULL,
      account_id text,
      region text NOT NULL,
      kind text CHECK (kind IN ('incremental', 'full', 'job')),
      status text NOT NULL CHECK (status IN
        ('queued', 'running', 'complete', 'partial', 'denied', 'unsupported', 'interrupted')),
      reason text,
      worker text,
      attempts integer NOT NULL DEFAULT 0,
      progress jsonb NOT NULL DEFAULT '{}',
      started_at timestamptz(3),
      updated_at timestamptz(3) NOT NULL DEFAULT now(),
      finished_at timestamptz(3)
    )`.execute(db);
  await sql`CREATE INDEX crawl_target_by_crawl ON crawl_target (crawl_id)`.execute(db);
  await sql`
    CREATE TABLE crawl_coverage (
      resource_type text NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      status text NOT NULL CHECK (status IN ('complete', 'partial', 'denied', 'unsupported')),
      reason text,
      as_of timestamptz(3),
      full_as_of timestamptz(3),
      watermark timestamptz(3),
      attempted_at timestamptz(3) NOT NULL,
      crawl_id bigint REFERENCES crawl ON DELETE SET NULL,
      PRIMARY KEY (resource_type, account_id, region)
    )`.execute(db);
  await sql`
    CREATE TABLE crawl_lease (
      resource_type text NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      holder text NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      PRIMARY KEY (resource_type, account_id, region)
    )`.execute(db);
  await sql`
    CREATE TABLE crawl_missing (
      resource_type text NOT NULL,
      resource_id bigint NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      PRIMARY KEY (resource_type, account_id, region, resource_id)
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await sql`GRANT SELECT ON crawl, crawl_target, crawl_coverage TO sagecat_reader`.execute(db);
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE crawl', 'Runs of the crawler, whoever asked for them.'],
  ['COLUMN crawl.kind', 'auto: incremental where a target was listed completely before, else full.'],
  ['COLUMN crawl.trigger', 'Who asked: the command line, a request to the API, or a schedule.'],
  ['COLUMN crawl.scope', 'What was asked for: accounts, regions or one job; empty for everything.'],
  ['COLUMN crawl.status', 'complete only if every target is; failed if no target gave anything.'],
  ['TABLE crawl_target', 'What each run found in each account and region.'],
  ['COLUMN crawl_target.account_id', 'Null where the credentials did not even tell the account.'],
  ['COLUMN crawl_target.status', 'How the target ended, or where it stands.'],
  ['COLUMN crawl_target.reason', 'Why the target is not complete.'],
  ['COLUMN crawl_target.worker', 'The process that crawls or crawled it.'],
  ['COLUMN crawl_target.attempts', 'How often the target was begun within this run.'],
  ['COLUMN crawl_target.progress', 'Counts of jobs, API calls and throttles so far.'],
  ['TABLE crawl_coverage', 'What the catalog covers now, for each account and region.'],
  ['COLUMN crawl_coverage.status', 'How the last attempt ended.'],
  ['COLUMN crawl_coverage.reason', 'Why the last attempt was not complete.'],
  ['COLUMN crawl_coverage.as_of', 'Start of the last complete crawl: what existed then is catalogued.'],
  [
    'COLUMN crawl_coverage.full_as_of',
    'Start of the last complete full crawl: deletions and tags are true as of then.',
  ],
  ['COLUMN crawl_coverage.watermark', 'Every resource created up to then is known; new ones are sought from there.'],
  ['COLUMN crawl_coverage.attempted_at', 'When the last attempt ended.'],
  ['TABLE crawl_lease', 'Which process crawls a target at the moment; it is free once the lease has expired.'],
  ['TABLE crawl_missing', 'Rows that the listing under way lacks; a describe settles whether they are deleted.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE crawl_missing, crawl_lease, crawl_coverage, crawl_target, crawl`.execute(db);
  const table = trainingJob.name;
  await sql`DROP INDEX IF EXISTS ${sql.ref(`${table}_by_target`)}, ${sql.ref(`${table}_unsettled`)}`.execute(db);
  await sql`ALTER TABLE ${sql.table(table)} DROP COLUMN IF EXISTS settled`.execute(db);
}
