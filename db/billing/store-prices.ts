import { type Kysely, sql } from 'kysely';
import { type Price, priceKey } from '../../catalog/billing/price.ts';
import { accountsWithRates, effectiveRates, type Rate } from '../../catalog/billing/rates.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { DatabaseSchema } from '../schema.ts';

export interface StoredPrices {
  /** Prices that were new or differed from what was known of their day. */
  readonly changed: number;
  /** Prices that said what was known already. */
  readonly unchanged: number;
  /** Rows of `billing_usage_day` whose costs changed with them. */
  readonly daysRepriced: number;
}

export interface StorePricesOptions {
  /** The file or service that they come from. */
  readonly origin: string;
  /** Forget all prices of one's own first. */
  readonly replaceOwn?: boolean;
}

/**
 * Stores prices and makes every cost follow from them, in one transaction. A list price that repeats the one before it is left out,
 * so that the history shows changes only.
 */
export const storePrices = (
  db: Kysely<DatabaseSchema>,
  prices: readonly Price[],
  { origin, replaceOwn = false }: StorePricesOptions,
): Promise<StoredPrices> =>
  db.transaction().execute(async (trx) => {
    // Whoever writes daily sums shares this lock, see billing_usage_roll_up().
    await sql`SELECT pg_advisory_xact_lock(hashtext('billing rates'))`.execute(trx);
    if (replaceOwn) await trx.deleteFrom('billing_price').where('source', '=', 'own').execute();
    const known = await readPrices(trx);
    const changed = changedPrices(known, lastOfEach(prices));
    await upsert(trx, changed, origin);
    await replaceRates(trx, await readPrices(trx));
    return {
      changed: changed.length,
      unchanged: prices.length - changed.length,
      daysRepriced: await repriceDays(trx),
    };
  });

/** Every price as it was imported, with decimals as texts. */
export async function readPrices(db: Kysely<DatabaseSchema>): Promise<Price[]> {
  const { rows } = await sql<Price>`
    SELECT source, account_id, region, instance_type, kind, valid_from, valid_to,
      trim_scale(price)::text AS price, trim_scale(discount_percent)::text AS discount_percent
    FROM billing_price ORDER BY valid_from`.execute(db);
  return rows;
}

/** Of several prices for the same from the same day the last one counts. */
const lastOfEach = (prices: readonly Price[]): Price[] => [
  ...new Map(prices.map((price) => [`${priceKey(price)} ${price.valid_from}`, price])).values(),
];

/** The prices that say something new: of a list price, another amount than the one that holds on its first day. */
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
  const rates: readonly Rate[] = effectiveRates(prices);
  await sql`
    INSERT INTO billing_rate
    SELECT * FROM json_populate_recordset(NULL::billing_rate, ${stringifyJson(rates)}::json)`.execute(trx);
  await sql`
    INSERT INTO billing_rate_account SELECT unnest(${accountsWithRates(prices)}::text[])`.execute(trx);
}

/** Gives every daily sum the rates of its day; the costs follow, as the database computes them from both. */
async function repriceDays(trx: Kysely<DatabaseSchema>): Promise<number> {
  await sql`ANALYZE billing_rate`.execute(trx);
  const { numAffectedRows } = await sql`
    UPDATE billing_usage_day AS d
    SET training_hourly = priced.training_hourly, warm_pool_hourly = priced.warm_pool_hourly,
      storage_gb_month = priced.storage_gb_month
    FROM (
      SELECT u.ctid AS place, rate.training_hourly, rate.warm_pool_hourly, storage.storage_gb_month
      FROM billing_usage_day AS u
      LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
      LEFT JOIN billing_rate AS rate
        ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
        AND u.day >= rate.valid_from AND u.day < rate.valid_to
      LEFT JOIN billing_rate AS storage
        ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = u.region AND storage.instance_type = ''
        AND u.day >= storage.valid_from AND u.day < storage.valid_to
    ) AS priced
    WHERE d.ctid = priced.place
      AND (d.training_hourly, d.warm_pool_hourly, d.storage_gb_month)
        IS DISTINCT FROM (priced.training_hourly, priced.warm_pool_hourly, priced.storage_gb_month)`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
