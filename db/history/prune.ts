import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/**
 * Forgets changes that were seen more than so many days ago, in batches; answers how many. What is newer can still be read as of any
 * moment; older moments then show the oldest version that is kept.
 */
export async function pruneHistory(
  db: Kysely<DatabaseSchema>,
  { keepDays, signal, batchSize = 5000 }: { keepDays: number; signal?: AbortSignal; batchSize?: number },
): Promise<number> {
  let pruned = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { numAffectedRows } = await sql`
      DELETE FROM resource_change WHERE id IN (
        SELECT id FROM resource_change WHERE seen_at < now() - ${keepDays} * interval '1 day' LIMIT ${batchSize})`.execute(
      db,
    );
    const count = Number(numAffectedRows ?? 0n);
    pruned += count;
    if (count < batchSize) return pruned;
  }
}
