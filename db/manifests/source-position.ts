import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** How far a source has been read: the resource version from which a watch goes on. */
export async function readPosition(db: Kysely<DatabaseSchema>, source: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('ack_source')
    .select('resource_version')
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.resource_version ?? undefined;
}

/** Keeps how far a source has been read; `listedAt` where that was by a complete listing. */
export async function writePosition(
  db: Kysely<DatabaseSchema>,
  source: string,
  resourceVersion: string | null,
  listedAt?: Date,
): Promise<void> {
  const position = { resource_version: resourceVersion, ...(listedAt && { listed_at: listedAt }) };
  await db
    .insertInto('ack_source')
    .values({ source, listed_at: null, ...position })
    .onConflict((conflict) => conflict.column('source').doUpdateSet(position))
    .execute();
}
