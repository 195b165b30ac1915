import { type Kysely, sql } from 'kysely';

/** Columns that did not say what they hold. */
const comments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  resource_change: {
    id: 'Number of the change.',
    resource_type: 'Table of the resource.',
    resource_id: 'The resource: id in its table.',
    account_id: 'Identifier of the AWS account.',
    region: 'AWS region.',
    seen_at: 'When the change was seen.',
    kind: 'changed; deleted, where the resource was found to be gone; or restored.',
    fields: 'The columns that differ.',
    before: 'Their values before.',
    after: 'Their values after.',
  },
  crawl: {
    id: 'Number of the run.',
    requested_at: 'When it was asked for.',
    started_at: 'When it began; null while it is queued.',
    finished_at: 'When it ended; null while it has not.',
  },
  crawl_target: {
    id: 'Number of the target within all runs.',
    crawl_id: 'The run: id in crawl.',
    resource_type: 'Table of the resources that are crawled.',
    region: 'AWS region.',
    kind: 'How it was crawled: incremental, full, or one job; null before it began.',
    started_at: 'When it began; null while it is queued.',
    updated_at: 'When its state or progress was last written.',
    finished_at: 'When it ended; null while it has not.',
  },
  crawl_coverage: {
    resource_type: 'Table of the resources that are crawled.',
    account_id: 'Identifier of the AWS account.',
    region: 'AWS region.',
    crawl_id: 'The last run that tried: id in crawl.',
  },
  crawl_lease: {
    resource_type: 'Table of the resources that are crawled.',
    account_id: 'Identifier of the AWS account.',
    region: 'AWS region.',
    holder: 'The process that crawls it.',
    expires_at: 'When another process may take it over.',
  },
  crawl_missing: {
    resource_type: 'Table of the resource.',
    resource_id: 'The resource: id in its table.',
    account_id: 'Identifier of the AWS account.',
    region: 'AWS region.',
  },
  discovered_account: {
    account_id: 'Identifier of the AWS account.',
    name: 'Name of the account in its organization.',
  },
  discovery_cache: {
    subject: 'What was asked for, such as the accounts of an organization.',
    value: 'What was last answered.',
  },
  history_horizon: { only_row: 'True: the table has one row at most.' },
  billing_price: {
    id: 'Number of the price.',
    imported_at: 'When it was imported or last changed by an import.',
  },
  billing_rate: {
    region: 'AWS region.',
    valid_from: 'First day on which it holds.',
    training_hourly: 'Price of an instance hour; null where there is none.',
    warm_pool_hourly: 'Price of an hour of a warm instance; null where there is none.',
    storage_gb_month: 'Price of a GB-month of storage; null where there is none.',
  },
  billing_rate_account: { account_id: 'Identifier of the AWS account.' },
  ack_manifest: {
    id: 'Number of the manifest.',
    namespace: 'Namespace of the object in its cluster.',
    name: 'Name of the object in its cluster.',
    uid: 'Identifier that the cluster gave it.',
    resource_version: 'Version that the cluster gave it last.',
    account_id: 'AWS account of the job; null where neither the manifest nor its ARN tells.',
    region: 'AWS region of the job; null where neither the manifest nor its ARN tells.',
    training_job_name: 'Name of the job that it asks for.',
    manifest: 'The manifest as it was read, secrets masked.',
    first_seen_at: 'When it was first seen.',
    changed_at: 'When it was last seen to have changed.',
  },
  ack_source: { source: 'Name of the cluster.' },
};

const columns = Object.entries(comments).flatMap(([table, texts]) =>
  Object.entries(texts).map(([column, text]): [string, string] => [`${table}.${column}`, text]),
);

/** Every column of every table and view says what it holds. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [column, text] of columns) await sql`COMMENT ON COLUMN ${sql.raw(column)} IS ${sql.lit(text)}`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  for (const [column] of columns) await sql`COMMENT ON COLUMN ${sql.raw(column)} IS NULL`.execute(db);
}
