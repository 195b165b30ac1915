import { type Kysely, sql } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import { OngoingUse, type StoredUse } from '../../catalog/billing/ongoing-use.ts';
import type { Usage } from '../../catalog/billing/usage.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type BilledTarget, lockBilledTargets } from './daily-usage.ts';
import { type BillingUsageTable, usageColumns } from './schema.ts';
import { upsertUsage } from './upsert-usage.ts';

/** Returns the stored usage of ongoing resources, by id. Locks their accounts and regions until the transaction ends. */
export async function lockOngoingUsage(
  trx: Kysely<DatabaseSchema>,
  { name }: BilledType,
  ids: readonly number[],
  targets: readonly BilledTarget[],
): Promise<Map<number, StoredUse>> {
  await lockBilledTargets(trx, targets);
  const running = await readOngoing(trx, sql`resource_type = ${name} AND resource_id = ANY(${ids}::bigint[])`);
  const { rows } = await sql<{ resource_id: number; entries: number; known_until: string | null }>`
    SELECT resource_id, max(group_index) + 1 AS entries,
      greatest(max(ended_at), max(started_at) FILTER (WHERE billing = 'ongoing')) AS known_until
    FROM billing_usage WHERE resource_type = ${name} AND resource_id = ANY(${ids}::bigint[]) GROUP BY resource_id`.execute(
    trx,
  );
  const byResource = Map.groupBy(running, ({ resource_id }) => resource_id);
  return new Map(
    rows.map(({ resource_id, entries, known_until }) => [
      resource_id,
      { running: byResource.get(resource_id) ?? [], entries, knownUntil: known_until },
    ]),
  );
}

/** Ends the usage of deleted resources, in the transaction that marks them as deleted. */
export async function endOngoingUsage(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  rows: readonly (BilledTarget & { readonly id: number })[],
  deletedAt: Date,
): Promise<void> {
  if (!type.billing.isOngoing || rows.length === 0) return;
  const held = await lockOngoingUsage(
    trx,
    type,
    rows.map(({ id }) => id),
    rows,
  );
  await write(trx, type, held, (use) => use.end(deletedAt.toISOString()));
}

/**
 * Ends the past days of ongoing usage, in an account and region or in all, so that their sums can be stored. `now` is a time at which the
 * resources were known to run.
 */
export async function endOngoingDays(
  db: Kysely<DatabaseSchema>,
  type: BilledType,
  now: Date,
  only?: BilledTarget,
): Promise<void> {
  if (!type.billing.isOngoing) return;
  const midnight = `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const { rows } = await sql<BilledTarget & { ids: number[] }>`
    SELECT account_id, region, array_agg(DISTINCT resource_id) AS ids FROM billing_usage
    WHERE billing = 'ongoing' AND resource_type = ${type.name} AND started_at < ${midnight}
      ${only ? sql`AND account_id = ${only.account_id} AND region = ${only.region}` : sql``}
    GROUP BY account_id, region ORDER BY account_id, region`.execute(db);
  for (const { ids, ...target } of rows) {
    for (let from = 0; from < ids.length; from += batchSize) {
      await db.transaction().execute(async (trx) => {
        const held = await lockOngoingUsage(trx, type, ids.slice(from, from + batchSize), [target]);
        await write(trx, type, held, (use) => use.endDays(midnight));
      });
    }
  }
}

const batchSize = 500;

async function write(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  held: ReadonlyMap<number, StoredUse>,
  go: (use: OngoingUse) => void,
): Promise<void> {
  const usages = [...held].flatMap(([resource_id, one]) => {
    const use = new OngoingUse(one);
    go(use);
    return use.written.map((usage): BillingUsageTable => ({ resource_type: type.name, resource_id, ...usage }));
  });
  if (usages.length > 0) await upsertUsage(trx, type, { usages, labels: [], isWhole: false });
}

async function readOngoing(
  db: Kysely<DatabaseSchema>,
  condition: ReturnType<typeof sql>,
): Promise<(Usage & { resource_id: number })[]> {
  const columns = sql.raw(usageColumns.filter((name) => name !== 'resource_type').join(', '));
  const { rows } = await sql<Usage & { resource_id: number }>`
    SELECT ${columns} FROM billing_usage WHERE billing = 'ongoing' AND ${condition}`.execute(db);
  return rows;
}
