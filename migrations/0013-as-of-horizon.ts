import type { Kysely } from 'kysely';
import { trainingJob } from '../catalog/training-job.ts';
import { createAsOfFunction } from '../db/history/as-of-function.ts';

/** The table as of a moment fails where the history of that moment was pruned. */
export async function up(db: Kysely<never>): Promise<void> {
  await createAsOfFunction(db, trainingJob);
}

/** Nothing to undo: 0009 creates the function in the same way, and drops it. */
export async function down(): Promise<void> {}
