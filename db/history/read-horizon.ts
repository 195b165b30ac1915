import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the moment before which the history was pruned, ISO 8601; undefined if it is complete. */
export async function readHorizon(db: Kysely<DatabaseSchema>): Promise<string | undefined> {
  const row = await db.selectFrom('history_horizon').select('pruned_before').executeTakeFirst();
  return row?.pruned_before;
}
