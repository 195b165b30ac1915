import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

export interface PruneOptions {
  /** Keeps the changes seen within this many days. */
  readonly keepDays: number;
  readonly signal: AbortSignal;
  /** The number of changes deleted per transaction. */
  readonly batchSize?: number;
}

/**
 * Deletes changes older than a number of days, in batches, and records the new start of the history. Rows are not touched, and newer
 * moments can still be read. Returns how many changes were deleted, and the start of the history (ISO 8601).
 */
export async function pruneHistory(
  db: Kysely<DatabaseSchema>,
  { keepDays, signal, batchSize = 5000 }: PruneOptions,
): Promise<{ readonly changes: number; readonly before: string }> {
  // Recorded first: a reader must not take the remaining changes for the whole history while others are being deleted.
  const before = await moveHorizon(db, keepDays);
  let changes = 0;
  for (;;) {
    signal.throwIfAborted();
    const { numAffectedRows } = await sql`
      DELETE FROM resource_change WHERE id IN (
        SELECT id FROM resource_change WHERE seen_at < ${before} ORDER BY seen_at LIMIT ${batchSize})`.execute(db);
    const gone = Number(numAffectedRows ?? 0n);
    changes += gone;
    if (gone < batchSize) return { changes, before };
  }
}

/** The horizon only moves forward: deleted changes do not come back when more days are to be kept. */
async function moveHorizon(db: Kysely<DatabaseSchema>, keepDays: number): Promise<string> {
  const before = sql`date_trunc('milliseconds', now() - ${keepDays} * interval '1 day')`;
  const { rows } = await sql<{ before: string }>`
    INSERT INTO history_horizon AS held (only_row, pruned_before)
    VALUES (true, ${before})
    ON CONFLICT (only_row) DO UPDATE SET pruned_before = greatest(held.pruned_before, excluded.pruned_before)
    RETURNING ${before} AS before`.execute(db);
  return rows[0]?.before ?? '';
}
