import { type Kysely, sql } from 'kysely';
import { comment } from './comment.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createPriceTables(db: Kysely<any>): Promise<void> {
  await sql`
    CREATE TABLE billing_price (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      source text NOT NULL CHECK (source IN ('list', 'own')),
      account_id text NOT NULL DEFAULT '*',
      region text NOT NULL,
      instance_type text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('training', 'warm_pool', 'storage')),
      valid_from date NOT NULL,
      valid_to date,
      price numeric CHECK (price >= 0),
      discount_percent numeric CHECK (discount_percent BETWEEN 0 AND 100),
      origin text NOT NULL,
      imported_at timestamptz(3) NOT NULL DEFAULT now(),
      CHECK (valid_to > valid_from),
      CHECK ((price IS NULL) <> (discount_percent IS NULL)),
      UNIQUE (source, account_id, region, instance_type, kind, valid_from)
    )`.execute(db);
  await sql`
    CREATE TABLE billing_rate (
      account_id text NOT NULL,
      region text NOT NULL,
      instance_type text NOT NULL,
      valid_from date NOT NULL,
      valid_to date NOT NULL,
      training_hourly numeric,
      warm_pool_hourly numeric,
      storage_gb_month numeric,
      PRIMARY KEY (account_id, region, instance_type, valid_from)
    )`.execute(db);
  await sql`CREATE TABLE billing_rate_account (account_id text PRIMARY KEY)`.execute(db);
  const comments: readonly [on: string, text: string][] = [
    [
      'TABLE billing_price',
      'Prices as they were imported: list prices of AWS, and an organisation’s own prices and discounts.',
    ],
    ['COLUMN billing_price.source', 'list: from AWS; own: written by hand, goes before the list.'],
    ['COLUMN billing_price.account_id', 'The account that the price is for; * for all.'],
    ['COLUMN billing_price.region', 'AWS region; * for all, in discounts.'],
    ['COLUMN billing_price.instance_type', 'Instance type; a pattern such as ml.p4* in discounts; empty for storage.'],
    ['COLUMN billing_price.kind', 'training and warm_pool: by the instance hour; storage: by the GB-month.'],
    ['COLUMN billing_price.valid_from', 'First day on which the price holds.'],
    ['COLUMN billing_price.valid_to', 'First day on which it holds no more; null until the next price of its kind.'],
    ['COLUMN billing_price.price', 'Price in the currency of the region: CNY in China, USD elsewhere.'],
    ['COLUMN billing_price.discount_percent', 'Part of the list price that is not paid.'],
    ['COLUMN billing_price.origin', 'The file or service that the price came from.'],
    ['TABLE billing_rate', 'What holds on each day, computed from billing_price: periods that do not overlap.'],
    ['COLUMN billing_rate.account_id', 'An account of billing_rate_account, or * for all others.'],
    ['COLUMN billing_rate.instance_type', 'Instance type; empty for storage.'],
    ['COLUMN billing_rate.valid_to', 'First day on which the rate holds no more.'],
    ['TABLE billing_rate_account', 'Accounts that have rates of their own.'],
  ];
  for (const [on, text] of comments) await comment(db, on, text);
  await sql`GRANT SELECT ON billing_price, billing_rate, billing_rate_account TO sagecat_reader`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropPriceTables(db: Kysely<any>): Promise<void> {
  await sql`DROP TABLE billing_price, billing_rate, billing_rate_account`.execute(db);
}
