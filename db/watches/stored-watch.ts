import { type Kysely, sql } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the watches that hold, in their order. */
export async function readWatches(db: Kysely<DatabaseSchema>): Promise<Watch[]> {
  const { rows } = await sql<{ definition: Watch }>`
    SELECT definition FROM sagecat_private.watch ORDER BY position, name`.execute(db);
  return rows.map(({ definition }) => definition);
}
