import type { Kysely, Transaction } from 'kysely';
import { isBilled } from '../../catalog/billing/billed-types.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type BilledTarget, storeDailyUsage } from '../billing/daily-usage.ts';
import { type WrittenRow, writeUsage } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Names of resource types whose rows derive nothing. A benchmark adds to them to measure the cost of projections. */
export const unprojected = new Set<string>();

const isProjected = (type: AnyResourceType) => !unprojected.has(type.name) && isBilled(type);

/** Returns whether anything is derived from a row's columns that Search lacks; if not, filling them in derives nothing new. */
export const readsBeyondSearch = (type: AnyResourceType, row: FlatRow): boolean =>
  isProjected(type) && (type.billing?.beyondSearch ?? []).some((name) => row[name] !== null);

/** Derives rows of other tables from written rows, in the same transaction. It sees every write, possibly twice. */
export async function project(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  written: readonly WrittenRow[],
): Promise<void> {
  if (written.length === 0 || unprojected.has(type.name) || !isBilled(type)) return;
  await writeUsage(trx, type, written);
}

/** Precomputes daily sums, for an account and region or for all; no result depends on it. Call it after many rows were stored. */
export async function maintainProjections(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  only?: BilledTarget,
): Promise<void> {
  if (isProjected(type)) await storeDailyUsage(db, only);
}
