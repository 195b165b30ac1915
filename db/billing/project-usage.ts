import type { Kysely } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import { OngoingUse } from '../../catalog/billing/ongoing-use.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { DatabaseSchema } from '../schema.ts';
import { lockBilledTargets } from './daily-usage.ts';
import { lockOngoingUsage } from './ongoing-usage.ts';
import type { BillingJobTable, BillingUsageTable } from './schema.ts';
import { upsertUsage } from './upsert-usage.ts';

/** A complete row that this transaction has just written or locked. */
export interface WrittenRow {
  readonly id: number;
  readonly region: string;
  readonly row: FlatRow;
}

/**
 * Writes the usage of resources of a type, in the transaction that wrote their rows. Returns how many rows of `billing_usage` and
 * `billing_job` changed.
 */
export async function writeUsage(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  rows: readonly WrittenRow[],
  seenAt: Date,
): Promise<number> {
  const { billing } = type;
  const resources = rows.map((written) => usageOfRow(type, written));
  const labels = rows.map(({ id, row }) => labelsOf(type, id, row));
  if (billing.isOngoing) {
    const usages = await continueUsage(trx, type, resources, seenAt);
    return upsertUsage(trx, type, { usages, labels, isWhole: false });
  }
  const usages = resources.flatMap(({ usages }) => usages);
  // A single account and region is locked when it is written; several are locked first, in order.
  if (new Set(usages.map(({ account_id, region }) => `${account_id} ${region}`)).size > 1) {
    await lockBilledTargets(trx, usages);
  }
  return upsertUsage(trx, type, { usages, labels, isWhole: true });
}

interface RowUsage {
  readonly id: number;
  readonly createdAt: string;
  readonly usages: readonly BillingUsageTable[];
}

/** Returns the usage that follows from a row. */
export function usageOfRow({ name, billing, key }: BilledType, { id, region, row }: WrittenRow): RowUsage {
  // A row of a type has the columns that the type's definition infers.
  const usages = billing.usageOf(row as unknown as BilledType['row'], region);
  return {
    id,
    createdAt: String(row[key.createdAt]),
    usages: usages.map((usage) => ({ resource_type: name, resource_id: id, ...usage })),
  };
}

/** Returns what the usage of a row can be attributed to. */
export const labelsOf = ({ name, billing }: BilledType, id: number, row: FlatRow): BillingJobTable => ({
  resource_type: name,
  resource_id: id,
  ...billing.labelsOf(row as unknown as BilledType['row']),
});

/** Continues the stored usage of resources up to their current rows. Returns the entries that are new or differ. */
async function continueUsage(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  resources: readonly RowUsage[],
  seenAt: Date,
): Promise<BillingUsageTable[]> {
  const held = await lockOngoingUsage(
    trx,
    type,
    resources.map(({ id }) => id),
    resources.flatMap(({ usages }) => usages),
  );
  return resources.flatMap(({ id, createdAt, usages }) => {
    const use = new OngoingUse(held.get(id));
    use.follow({ createdAt, seenAt: seenAt.toISOString(), running: usages });
    return use.written.map((usage) => ({ ...usage, resource_type: type.name, resource_id: id }));
  });
}
