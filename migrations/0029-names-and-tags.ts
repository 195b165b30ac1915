import { type Kysely, sql } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { protectByAccount, unprotect } from '../db/access/account-policy.ts';
import { nameAccounts } from '../db/accounts/name-accounts.ts';
import { alignListViews, dropListViews } from '../db/list-views.ts';
import { alignResourceTable } from '../db/resource-table.ts';
import { createViews, dropViews } from './day-sums/views.ts';

const table = sql.table(trainingJob.name);

/** Account names beside the numbers of accounts, and tags as an object beside the list of them: in tables and in views. */
export async function up(db: Kysely<never>): Promise<void> {
  await dropListViews(db, trainingJob);
  await mapTags(db);
  await alignResourceTable(db, trainingJob);
  await alignListViews(db, trainingJob);
  await createAccounts(db);
  for (const view of views) await addToView(db, view);
}

export async function down(db: Kysely<never>): Promise<void> {
  await dropViews(db);
  await createViews(db);
  await sql`DROP TRIGGER name_account ON ${table}`.execute(db);
  await sql`DROP FUNCTION name_account()`.execute(db);
  await unprotect(db, 'account');
  await sql`DROP TABLE account`.execute(db);
  await sql`UPDATE resource_change SET before = before - 'tag_map', after = after - 'tag_map' WHERE before ? 'tag_map'`.execute(
    db,
  );
  // The columns stay: where the catalog was made by this version, an earlier migration made them.
}

/**
 * What is there is split as well as can be: a key ends at the first colon, those of AWS's own tags at a later one. Whoever reads the tags
 * again stores their keys as they are. A generated column, as long as it takes to fill it: that rewrites the table once, and no row of it by
 * row; the history is filled as well, so that the past can be read in both forms.
 */
async function mapTags(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE FUNCTION split_tags(tags jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT CASE jsonb_typeof(tags) WHEN 'array' THEN (
        SELECT coalesce(jsonb_object_agg(split.key, substr(item.tag, length(split.key) + 2) ORDER BY item.position), '{}')
        FROM jsonb_array_elements_text(tags) WITH ORDINALITY AS item (tag, position)
        CROSS JOIN LATERAL (
          SELECT substring(item.tag FROM '^(?:aws:[a-z0-9-]+:[^:]*(?=:)|(?:aws|sagemaker):[^:]*(?=:)|[^:]*)') AS key) AS split) END
    $$`.execute(db);
  await sql`ALTER TABLE ${table} DROP COLUMN IF EXISTS tag_map`.execute(db);
  await sql`ALTER TABLE ${table} ADD COLUMN tag_map jsonb GENERATED ALWAYS AS (split_tags(tags)) STORED`.execute(db);
  await sql`ALTER TABLE ${table} ALTER COLUMN tag_map DROP EXPRESSION`.execute(db);
  await sql`
    UPDATE resource_change SET before = before || jsonb_build_object('tag_map', split_tags(before -> 'tags')),
      after = after || jsonb_build_object('tag_map', split_tags(after -> 'tags'))
    WHERE before ? 'tags'`.execute(db);
  await sql`DROP FUNCTION split_tags(jsonb)`.execute(db);
}

async function createAccounts(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE account (
      account_id text PRIMARY KEY,
      name text,
      rows_named boolean NOT NULL
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await sql`
    INSERT INTO account (account_id, name, rows_named)
    SELECT account_id, name, false FROM discovered_account WHERE name IS NOT NULL`.execute(db);
  await protectByAccount(db, 'account');
  // The lock makes a row wait for a name that is being changed: none is stored with the former one behind it.
  await sql`
    CREATE FUNCTION name_account() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      LOCK TABLE account IN ROW SHARE MODE;
      SELECT name INTO NEW.account_name FROM account WHERE account_id = NEW.account_id;
      RETURN NEW;
    END $$`.execute(db);
  await nameAccounts(db, trainingJob);
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE account', 'Names of AWS accounts, as the configuration and AWS Organizations have them.'],
  ['COLUMN account.account_id', 'Identifier of the AWS account.'],
  ['COLUMN account.name', 'Its name; null where nobody names it.'],
  ['COLUMN account.rows_named', 'Whether every row of the account has the name; false while they get it.'],
];

/** The views of billable time, those that others are made of first. */
const views = [
  'billing_usage_priced',
  'billable_by_job',
  'running_jobs_projection',
  'billable_by_day',
  'spot_savings',
  'warm_pool_cost',
  'waste',
  'time_per_phase',
  'cost_by_tag',
];

/** Adds columns behind those of a view. Neither join costs anything where its column is not asked for. */
async function addToView(db: Kysely<never>, view: string): Promise<void> {
  const name = sql.table(view);
  const { rows } = await sql<{ query: string }>`
    SELECT rtrim(pg_get_viewdef(${view}::regclass), ';') AS query`.execute(db);
  const ofJob = view === 'billable_by_job';
  await sql`
    CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS
    SELECT billed.*, account.name AS account_name ${ofJob ? sql`, job.tag_map` : sql``}
    FROM (${sql.raw(rows[0]?.query ?? '')}) AS billed
    LEFT JOIN account ON account.account_id = billed.account_id
    ${ofJob ? sql`LEFT JOIN ${table} AS job ON job.id = billed.resource_id` : sql``}`.execute(db);
  await sql`COMMENT ON COLUMN ${name}.account_name IS 'Name of the AWS account; null where it is not known.'`.execute(
    db,
  );
  if (ofJob) await sql`COMMENT ON COLUMN ${name}.tag_map IS 'Tags as an object: values by key.'`.execute(db);
}
