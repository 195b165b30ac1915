import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { createAsOfFunction } from '../db/history/as-of-function.ts';

/** Crawls that workers share; accounts and regions that are discovered; the catalog as of a moment. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE crawl_target
      ADD COLUMN asked text NOT NULL DEFAULT 'auto' CHECK (asked IN ('auto', 'incremental', 'full', 'job')),
      ADD COLUMN merged_into bigint REFERENCES crawl_target ON DELETE SET NULL`.execute(db);
  await sql`
    CREATE INDEX crawl_target_under_way ON crawl_target (resource_type, account_id, region)
    WHERE status IN ('queued', 'running')`.execute(db);
  await sql`CREATE INDEX crawl_target_merged ON crawl_target (merged_into) WHERE merged_into IS NOT NULL`.execute(db);
  await sql`CREATE INDEX crawl_under_way ON crawl (id) WHERE status IN ('queued', 'running')`.execute(db);
  await sql`
    CREATE TABLE crawl_account (
      account_id text PRIMARY KEY,
      name text,
      source text NOT NULL,
      status text NOT NULL CHECK (status IN ('active', 'suspended', 'gone')),
      discovered_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE crawl_region (
      account_id text NOT NULL,
      region text NOT NULL,
      discovered_at timestamptz(3) NOT NULL,
      PRIMARY KEY (account_id, region)
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await sql`GRANT SELECT ON crawl_account TO sagecat_reader`.execute(db);
  await createAsOfFunction(db, trainingJob);
}

const comments: readonly [on: string, text: string][] = [
  ['COLUMN crawl_target.asked', 'The kind of crawl that was asked for.'],
  [
    'COLUMN crawl_target.merged_into',
    'The queued target of an earlier crawl that does this one’s work: it is the same account and region.',
  ],
  ['TABLE crawl_account', 'Accounts found in AWS Organizations.'],
  ['COLUMN crawl_account.status', 'Only active accounts are crawled.'],
  ['TABLE crawl_region', 'Regions that are on in an account, by its own account API.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP FUNCTION ${sql.raw(`${trainingJob.name}_as_of`)}(timestamptz)`.execute(db);
  await sql`DROP TABLE crawl_region, crawl_account`.execute(db);
  await sql`DROP INDEX crawl_under_way, crawl_target_under_way`.execute(db);
  await sql`ALTER TABLE crawl_target DROP COLUMN merged_into, DROP COLUMN asked`.execute(db);
}
