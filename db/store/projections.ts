import type { Kysely, Transaction } from 'kysely';
import { isBilled } from '../../catalog/billing/billed-types.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type BilledTarget, storeDailyUsage } from '../billing/daily-usage.ts';
import { endOngoingDays, endOngoingUsage } from '../billing/ongoing-usage.ts';
import { type WrittenRow, writeUsage } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Names of resource types whose rows derive nothing. A benchmark adds to them to measure the cost of projections. */
export const unprojectedTypes = new Set<string>();

const isProjected = (type: AnyResourceType) => !unprojectedTypes.has(type.name) && isBilled(type);

/** Returns whether anything is derived from a row's columns that Search lacks; if not, filling them in derives nothing new. */
export const dependsOnDescribe = (type: AnyResourceType, row: FlatRow): boolean =>
  isProjected(type) && (type.billing?.describeOnlyColumns ?? []).some((name) => row[name] !== null);

/** Derives rows of other tables from written rows, in the same transaction. It sees every write, possibly twice. */
export async function projectRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  written: readonly WrittenRow[],
  seenAt: Date,
): Promise<void> {
  if (written.length === 0 || unprojectedTypes.has(type.name) || !isBilled(type)) return;
  await writeUsage(trx, type, written, seenAt);
}

/** Ends what is derived from rows, in the transaction that marks them as deleted. */
export async function projectDeletions(
  trx: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  deleted: readonly (BilledTarget & { readonly id: number })[],
  deletedAt: Date,
): Promise<void> {
  if (!unprojectedTypes.has(type.name) && isBilled(type)) await endOngoingUsage(trx, type, deleted, deletedAt);
}

/**
 * Precomputes daily sums, for an account and region or for all; no result depends on it. Call it after many rows were stored. `seenAt`: when
 * the resources were known to be as they are stored.
 */
export async function maintainProjections(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  { only, seenAt = new Date() }: { readonly only?: BilledTarget; readonly seenAt?: Date } = {},
): Promise<void> {
  if (unprojectedTypes.has(type.name) || !isBilled(type)) return;
  await endOngoingDays(db, type, seenAt, only);
  await storeDailyUsage(db, only);
}
