import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/**
 * The views of daily sums of `billing_usage`. Each covers all days; the table `<name>_stored` holds the sums of the days that are not
 * stale.
 */
export const dailyUsage = ['billing_usage_day', 'billing_waste_day', 'billing_phase_day', 'billing_tag_day'] as const;

/** An account and region. */
export interface BilledTarget {
  readonly account_id: string;
  readonly region: string;
}

/**
 * Stores the sums of stale days, of an account and region or of all, one transaction for each. The views return the same before and after,
 * but faster after. Returns how many days were stale.
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
  // Without it, the planner takes the table for a large one, and reads all of billing_usage to sum up the stale days.
  if (days > 0) await sql`ANALYZE billing_stale_day`.execute(db);
  return days;
}

async function storeTarget(trx: Kysely<DatabaseSchema>, target: BilledTarget): Promise<number> {
  await lockRatesShared(trx);
  await lockBilledTargets(trx, [target]);
  return storeStaleDays(trx, target);
}

/** Does the same within a transaction that makes changes of prices and writers wait; see billing_mark_stale(). */
export async function storeStaleDays(trx: Kysely<DatabaseSchema>, target?: BilledTarget): Promise<number> {
  const which = target ? sql`account_id = ${target.account_id} AND region = ${target.region}` : sql`true`;
  for (const name of dailyUsage) {
    // Sorted so that rows that are read together are stored together.
    const order = name === 'billing_tag_day' ? sql`tag_key, day` : sql`day`;
    await sql`
      INSERT INTO ${sql.table(`${name}_stored`)}
      SELECT * FROM ${sql.table(`${name}_computed`)} WHERE ${which} ORDER BY ${order}`.execute(trx);
  }
  const { numAffectedRows } = await sql`DELETE FROM billing_stale_day WHERE ${which}`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Locks accounts and regions until the transaction ends, for writing usage or storing its sums, as billing_mark_stale() does. */
export async function lockBilledTargets(trx: Kysely<DatabaseSchema>, targets: readonly BilledTarget[]): Promise<void> {
  const keys = targets.map(({ account_id, region }) => `billing ${account_id} ${region}`);
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended(target, 0)) FROM unnest(${[...new Set(keys)].toSorted()}::text[]) AS target`.execute(
    trx,
  );
}

/** Keeps prices unchanged until the transaction ends. Several transactions that store sums may hold this lock. */
const lockRatesShared = (trx: Kysely<DatabaseSchema>) =>
  sql`SELECT pg_advisory_xact_lock_shared(hashtext('billing rates'))`.execute(trx);

/** The exclusive form of `lockRatesShared`, for changing prices. */
export const lockRates = (trx: Kysely<DatabaseSchema>) =>
  sql`SELECT pg_advisory_xact_lock(hashtext('billing rates'))`.execute(trx);

/** Marks the days that a query returns as stale, and locks their accounts and regions until the transaction ends. */
export async function markDaysStale(trx: Kysely<DatabaseSchema>, days: ReturnType<typeof sql>): Promise<void> {
  await sql`
    SELECT billing_mark_stale(array_agg(ROW(day, account_id, region, resource_type)::billing_stale_day)) FROM (${days}) AS d HAVING count(*) > 0`.execute(
    trx,
  );
}
