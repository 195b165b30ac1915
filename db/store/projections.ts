import type { Transaction } from 'kysely';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job.ts';
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

/** What follows from the rows of each resource type, and the columns that it reads of those that Search lacks. A benchmark takes them out to learn what they cost. */
export const projections = new Map<string, readonly { readonly run: Projection; readonly reads: readonly string[] }[]>([
  [trainingJob.name, [{ run: projectUsage, reads: ['billable_token_count', 'serverless_job_config'] }]],
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
