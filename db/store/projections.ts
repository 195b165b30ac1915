import type { Kysely, Transaction } from 'kysely';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type BilledTarget, storeDailyUsage } from '../billing/daily-usage.ts';
import { projectUsage } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A row that a transaction has just written, whole. */
export interface WrittenRow {
  readonly id: number;
  readonly region: string;
  readonly row: FlatRow;
}

/** Derives rows of other tables from rows that were written, in the same transaction. Hears of every write, and may hear of one twice. */
export type Projection = (trx: Transaction<DatabaseSchema>, written: readonly WrittenRow[]) => Promise<void>;

/** What follows from the rows of a resource type. */
interface Derived {
  readonly run: Projection;
  /** The columns that it reads of those that Search lacks. */
  readonly reads: readonly string[];
  /** Puts in order what is read faster so, of an account and region or of all; nothing that is read differs by it. */
  readonly tidy?: (db: Kysely<DatabaseSchema>, only?: BilledTarget) => Promise<unknown>;
}

/** What follows from the rows of each resource type. A benchmark takes it out to learn what it costs. */
export const projections = new Map<string, readonly Derived[]>([
  [
    trainingJob.name,
    [{ run: projectUsage, reads: ['billable_token_count', 'serverless_job_config'], tidy: storeDailyUsage }],
  ],
]);

/** Whether anything follows from the columns of a row that Search lacks: if not, filling them in derives nothing new. */
export const readsBeyondSearch = (type: AnyResourceType, row: FlatRow): boolean =>
  (projections.get(type.name) ?? []).some(({ reads }) => reads.some((name) => row[name] !== null));

/** Runs the projections of a resource type over rows that were written. */
export async function project(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  written: readonly WrittenRow[],
): Promise<void> {
  if (written.length === 0) return;
  for (const { run } of projections.get(type.name) ?? []) await run(trx, written);
}

/** To be called after many rows were stored: of one account and region, or of any. */
export async function tidyProjections(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  only?: BilledTarget,
): Promise<void> {
  for (const { tidy } of projections.get(type.name) ?? []) await tidy?.(db, only);
}
