import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** The daily sums of `billing_usage`: each a view of all days, of which `<name>_stored` holds what is not stale. */
export const dailyUsage = ['billing_usage_day', 'billing_waste_day', 'billing_phase_day', 'billing_tag_day'] as const;

/** An account and region. */
export interface BilledTarget {
  readonly account_id: string;
  readonly region: string;
}

/**
 * Stores the sums of the stale days of an account and region, or of all, each in a transaction of its own. What is read is the same
 * before and after, and after it, soon there. Returns how many days were stale.
 */
export async function storeDailyUsage(db: Kysely<DatabaseSchema>, only?: BilledTarget): Promise<number> {
  const targets = await db
    .selectFrom('billing_stale_day')
    .select(['account_id', 'region'])
    .distinct()
    .$if(only !== undefined, (query) =>
      query.where('account_id', '=', only?.account_id ?? '').where('region', '=', only?.region ?? ''),
    )
    .execute();
  let days = 0;
  for (const target of targets) days += await db.transaction().execute((trx) => storeTarget(trx, target));
  // A planner that takes the table for a large one reads all facts to sum up what is stale.
  if (days > 0) await sql`ANALYZE billing_stale_day`.execute(db);
  return days;
}

async function storeTarget(trx: Kysely<DatabaseSchema>, target: BilledTarget): Promise<number> {
  await lockRatesShared(trx);
  await lockBilledTargets(trx, [target]);
  return storeStaleDays(trx, target);
}

/** The same within a transaction that has prices and writers wait, see billing_mark_stale(). */
export async function storeStaleDays(trx: Kysely<DatabaseSchema>, target?: BilledTarget): Promise<number> {
  const which = target ? sql`account_id = ${target.account_id} AND region = ${target.region}` : sql`true`;
  for (const name of dailyUsage) {
    // In an order in which what is asked for together lies together.
    const order = name === 'billing_tag_day' ? sql`tag_key, day` : sql`day`;
    await sql`
      INSERT INTO ${sql.table(`${name}_stored`)}
      SELECT * FROM ${sql.table(`${name}_computed`)} WHERE ${which} ORDER BY ${order}`.execute(trx);
  }
  const { numAffectedRows } = await sql`DELETE FROM billing_stale_day WHERE ${which}`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Who writes use, or stores its sums, has an account and region for itself until it ends; as billing_mark_stale() does. */
export async function lockBilledTargets(trx: Kysely<DatabaseSchema>, targets: readonly BilledTarget[]): Promise<void> {
  const keys = targets.map(({ account_id, region }) => `billing ${account_id} ${region}`);
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended(target, 0)) FROM unnest(${[...new Set(keys)].toSorted()}::text[]) AS target`.execute(
    trx,
  );
}

/** Keeps prices as they are until the transaction ends: who stores sums shares this, who changes prices has it alone. */
const lockRatesShared = (trx: Kysely<DatabaseSchema>) =>
  sql`SELECT pg_advisory_xact_lock_shared(hashtext('billing rates'))`.execute(trx);

/** See lockRatesShared. */
export const lockRates = (trx: Kysely<DatabaseSchema>) =>
  sql`SELECT pg_advisory_xact_lock(hashtext('billing rates'))`.execute(trx);

/** Makes the days of the resource types that a query names stale, and keeps everybody else from writing what was used there until the transaction ends. */
export async function markDaysStale(trx: Kysely<DatabaseSchema>, days: ReturnType<typeof sql>): Promise<void> {
  await sql`
    SELECT billing_mark_stale(array_agg(ROW(day, account_id, region, resource_type)::billing_stale_day)) FROM (${days}) AS d HAVING count(*) > 0`.execute(
    trx,
  );
}
