import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the position of a source: the resource version from which a watch resumes. */
export async function readPosition(db: Kysely<DatabaseSchema>, source: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('ack_source')
    .select('resource_version')
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.resource_version ?? undefined;
}

/** A source of manifests, and how recent its data is. */
export interface ManifestSource {
  /** Name of the cluster, and after a slash the only namespace that is read. */
  readonly source: string;
  /** When its manifests were last listed completely; later changes are watched. */
  readonly listed_at: string | null;
  /** When it last sent something. */
  readonly seen_at: string | null;
}

/** Returns every cluster that was ever read. */
export const readSources = (db: Kysely<DatabaseSchema>): Promise<ManifestSource[]> =>
  db.selectFrom('ack_source').select(['source', 'listed_at', 'seen_at']).orderBy('source').execute();

/** Saves the position of a source; `listedAt` if a complete listing reached it. */
export async function writePosition(
  db: Kysely<DatabaseSchema>,
  source: string,
  resourceVersion: string | null,
  listedAt?: Date,
): Promise<void> {
  const position = {
    resource_version: resourceVersion,
    seen_at: new Date(),
    ...(listedAt && { listed_at: listedAt }),
  };
  await db
    .insertInto('ack_source')
    .values({ source, listed_at: null, ...position })
    .onConflict((conflict) => conflict.column('source').doUpdateSet(position))
    .execute();
}
