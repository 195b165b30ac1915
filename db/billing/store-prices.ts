import { type Kysely, sql } from 'kysely';
import { billedTypes } from '../../catalog/billing/billed-types.ts';
import { type Price, priceKey } from '../../catalog/billing/price.ts';
import { accountsWithRates, effectiveRates } from '../../catalog/billing/rates.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { DatabaseSchema } from '../schema.ts';
import { lockRates, markDaysStale, storeDailyUsage } from './daily-usage.ts';
import { rateJoins } from './rate-joins.ts';

export interface StoredPrices {
  /** Prices that were new or different for their day. */
  readonly changed: number;
  /** Prices that were already known. */
  readonly unchanged: number;
  /** Daily sums whose costs changed. */
  readonly daysRepriced: number;
}

export interface StorePricesOptions {
  /** The file or service of the prices. */
  readonly origin: string;
  /** Whether all own prices are deleted first. */
  readonly replaceOwn?: boolean;
}

/**
 * Stores prices and updates every cost, in one transaction. A list price equal to the one before it is not stored, so that the history has
 * only changes.
 */
export async function storePrices(
  db: Kysely<DatabaseSchema>,
  prices: readonly Price[],
  { origin, replaceOwn = false }: StorePricesOptions,
): Promise<StoredPrices> {
  await storeDailyUsage(db);
  const stored = await db.transaction().execute(async (trx) => {
    await lockRates(trx);
    if (replaceOwn) await trx.deleteFrom('billing_price').where('source', '=', 'own').execute();
    const known = await readPrices(trx);
    const changed = changedPrices(known, lastOfEach(prices));
    await upsert(trx, changed, origin);
    await replaceRates(trx, await readPrices(trx));
    return {
      changed: changed.length,
      unchanged: prices.length - changed.length,
      daysRepriced: await markCostsStale(trx),
    };
  });
  await storeDailyUsage(db);
  return stored;
}

/** Returns every imported price, with decimals as text. */
export async function readPrices(db: Kysely<DatabaseSchema>): Promise<Price[]> {
  const { rows } = await sql<Price>`
    SELECT source, account_id, region, instance_type, kind, valid_from, valid_to,
      trim_scale(price)::text AS price, trim_scale(discount_percent)::text AS discount_percent
    FROM billing_price ORDER BY valid_from`.execute(db);
  return rows;
}

/** Returns the last of several prices for the same thing and day. */
const lastOfEach = (prices: readonly Price[]): Price[] => [
  ...new Map(prices.map((price) => [`${priceKey(price)} ${price.valid_from}`, price])).values(),
];

/** Returns the prices that differ from known ones. A list price is compared with the one that holds on its first day. */
function changedPrices(known: readonly Price[], prices: readonly Price[]): Price[] {
  const byKey = Map.groupBy(known, priceKey);
  return prices.filter((price) => {
    const same = byKey.get(priceKey(price)) ?? [];
    const held =
      price.source === 'list'
        ? same.findLast(({ valid_from }) => valid_from <= price.valid_from)
        : same.find(({ valid_from }) => valid_from === price.valid_from);
    return (
      held?.price !== price.price ||
      held?.discount_percent !== price.discount_percent ||
      held?.valid_to !== price.valid_to
    );
  });
}

async function upsert(trx: Kysely<DatabaseSchema>, prices: readonly Price[], origin: string): Promise<void> {
  if (prices.length === 0) return;
  await sql`
    INSERT INTO billing_price
      (source, account_id, region, instance_type, kind, valid_from, valid_to, price, discount_percent, origin)
    SELECT source, account_id, region, instance_type, kind, valid_from, valid_to, price, discount_percent, ${origin}
    FROM json_populate_recordset(NULL::billing_price, ${stringifyJson(prices)}::json)
    ON CONFLICT (source, account_id, region, instance_type, kind, valid_from) DO UPDATE
    SET valid_to = excluded.valid_to, price = excluded.price, discount_percent = excluded.discount_percent,
      origin = excluded.origin, imported_at = now()`.execute(trx);
}

async function replaceRates(trx: Kysely<DatabaseSchema>, prices: readonly Price[]): Promise<void> {
  await sql`DELETE FROM billing_rate`.execute(trx);
  await sql`DELETE FROM billing_rate_account`.execute(trx);
  const rates = billedTypes.flatMap(({ name, billing }) =>
    effectiveRates(prices, billing.prices).map((rate) => ({ ...rate, resource_type: name })),
  );
  await sql`
    INSERT INTO billing_rate
    SELECT * FROM json_populate_recordset(NULL::billing_rate, ${stringifyJson(rates)}::json)`.execute(trx);
  await sql`
    INSERT INTO billing_rate_account SELECT unnest(${accountsWithRates(prices)}::text[])`.execute(trx);
}

/** Marks the days as stale whose stored sums have outdated prices; returns how many sums have. */
async function markCostsStale(trx: Kysely<DatabaseSchema>): Promise<number> {
  await sql`ANALYZE billing_rate`.execute(trx);
  const repriced = sql`
    SELECT u.day, u.account_id, u.region, u.resource_type
    FROM billing_usage_day_stored AS u
    ${rateJoins}
    WHERE (u.training_hourly, u.warm_pool_hourly, u.storage_gb_month)
      IS DISTINCT FROM (rate.training_hourly, rate.warm_pool_hourly, storage.storage_gb_month)`;
  const { rows } = await sql<{ sums: number }>`SELECT count(*) AS sums FROM (${repriced}) AS r`.execute(trx);
  await markDaysStale(trx, sql`SELECT DISTINCT day, account_id, region, resource_type FROM (${repriced}) AS r`);
  return Number(rows[0]?.sums ?? 0);
}
