import { type Kysely, sql } from 'kysely';
import { protectByAccount, unprotect } from '../db/access/account-policy.ts';

const readers = sql`sagecat_reader, sagecat_account_reader`;

/** Accounts and regions that were discovered, targets that are retired, and how far back the history reaches. */
export async function up(db: Kysely<never>): Promise<void> {
  // Made for this by an earlier migration, and never used.
  await sql`DROP TABLE crawl_account, crawl_region`.execute(db);
  await sql`
    CREATE TABLE discovered_account (
      account_id text PRIMARY KEY,
      source text NOT NULL,
      name text,
      status text NOT NULL CHECK (status IN ('active', 'retired')),
      reason text,
      changed_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE discovery_cache (
      subject text PRIMARY KEY,
      scope text NOT NULL,
      value jsonb,
      discovered_at timestamptz(3),
      tried_at timestamptz(3) NOT NULL,
      problem text
    )`.execute(db);
  await sql`
    CREATE TABLE history_horizon (
      only_row boolean PRIMARY KEY CHECK (only_row),
      pruned_before timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`ALTER TABLE crawl_coverage DROP CONSTRAINT crawl_coverage_status_check`.execute(db);
  await sql`
    ALTER TABLE crawl_coverage ADD CONSTRAINT crawl_coverage_status_check
    CHECK (status IN ('complete', 'partial', 'denied', 'unsupported', 'retired'))`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await protectByAccount(db, 'discovered_account');
  await sql`GRANT SELECT ON history_horizon TO ${readers}`.execute(db);
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE discovered_account', 'Accounts that were found in AWS Organizations.'],
  ['COLUMN discovered_account.source', 'Whose organization it is.'],
  ['COLUMN discovered_account.status', 'Only active accounts are crawled; the rows of retired ones stay.'],
  ['COLUMN discovered_account.reason', 'Why the account is retired.'],
  ['COLUMN discovered_account.changed_at', 'Since when name, status and reason are as they are.'],
  ['TABLE discovery_cache', 'What AWS Organizations and the account API answered, kept for a lifetime.'],
  ['COLUMN discovery_cache.scope', 'What was asked for; an answer to something else is not used.'],
  ['COLUMN discovery_cache.discovered_at', 'When the value was answered; null where nothing was ever answered.'],
  ['COLUMN discovery_cache.tried_at', 'When it was asked for last.'],
  ['COLUMN discovery_cache.problem', 'Why the last attempt failed.'],
  ['TABLE history_horizon', 'How far back the history of resources reaches; empty where it was never pruned.'],
  ['COLUMN history_horizon.pruned_before', 'Changes seen before are gone; what was then cannot be told.'],
  ['COLUMN crawl_coverage.status', 'How the last attempt ended; retired where there will be no further one.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DELETE FROM crawl_coverage WHERE status = 'retired'`.execute(db);
  await sql`ALTER TABLE crawl_coverage DROP CONSTRAINT crawl_coverage_status_check`.execute(db);
  await sql`
    ALTER TABLE crawl_coverage ADD CONSTRAINT crawl_coverage_status_check
    CHECK (status IN ('complete', 'partial', 'denied', 'unsupported'))`.execute(db);
  await unprotect(db, 'discovered_account');
  await sql`DROP TABLE history_horizon, discovery_cache, discovered_account`.execute(db);
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
}
