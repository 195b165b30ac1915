import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

export interface PruneOptions {
  /** Changes seen within so many days stay. */
  readonly keepDays: number;
  readonly signal: AbortSignal;
  /** Changes deleted in one transaction. */
  readonly batchSize?: number;
}

/**
 * Forgets changes that are older than a number of days, in batches, and notes how far the history reaches from then on. Rows are
 * left alone, and what is newer can still be read as of any moment. Returns how many changes are gone, and before which moment (ISO 8601).
 */
export async function pruneHistory(
  db: Kysely<DatabaseSchema>,
  { keepDays, signal, batchSize = 5000 }: PruneOptions,
): Promise<{ readonly changes: number; readonly before: string }> {
  // Noted first: whoever reads while changes go must not take what is left for all there was.
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

/** A horizon only moves forward: what is gone does not come back where more is to be kept. */
async function moveHorizon(db: Kysely<DatabaseSchema>, keepDays: number): Promise<string> {
  const before = sql`date_trunc('milliseconds', now() - ${keepDays} * interval '1 day')`;
  const { rows } = await sql<{ before: string }>`
    INSERT INTO history_horizon AS held (only_row, pruned_before)
    VALUES (true, ${before})
    ON CONFLICT (only_row) DO UPDATE SET pruned_before = greatest(held.pruned_before, excluded.pruned_before)
    RETURNING ${before} AS before`.execute(db);
  return rows[0]?.before ?? '';
}
