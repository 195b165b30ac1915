import type { Kysely, Transaction } from 'kysely';
import { isBilled } from '../../catalog/billing/billed-types.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type BilledTarget, storeDailyUsage } from '../billing/daily-usage.ts';
import { writeUsage } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A row that a transaction has just written, whole. */
export interface WrittenRow {
  readonly id: number;
  readonly region: string;
  readonly row: FlatRow;
}

/** Names of resource types from whose rows nothing is derived. A benchmark adds to them to learn what it costs. */
export const unprojected = new Set<string>();

const isProjected = (type: AnyResourceType) => !unprojected.has(type.name) && isBilled(type);

/** Whether anything follows from the columns of a row that Search lacks: if not, filling them in derives nothing new. */
export const readsBeyondSearch = (type: AnyResourceType, row: FlatRow): boolean =>
  isProjected(type) && (type.billing?.beyondSearch ?? []).some((name) => row[name] !== null);

/** Whether something follows from a row each time that it is seen, although it is as it was. */
export const followsSight = (type: AnyResourceType): boolean => isProjected(type) && type.billing?.goesOn === true;

/** Derives rows of other tables from rows that were written, in the same transaction. Hears of every write, and may hear of one twice. */
export async function project(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  written: readonly WrittenRow[],
  seenAt: Date,
): Promise<void> {
  if (written.length === 0 || unprojected.has(type.name) || !isBilled(type)) return;
  await writeUsage(
    trx,
    type,
    written.map((row) => ({ ...row, seenAt: seenAt.toISOString() })),
  );
}

/**
 * Puts in order what is read faster so; nothing that is read differs by it. To be called after many rows were stored: of one account and
 * region, or of any.
 */
export async function tidyProjections(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  only?: BilledTarget,
): Promise<void> {
  if (isProjected(type)) await storeDailyUsage(db, only);
}
