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

/** A source of manifests, and how fresh is what is known of it. */
export interface ManifestSource {
  /** Name of the cluster, and behind a slash the only namespace that is read. */
  readonly source: string;
  /** When its manifests were last read from the first to the last; what changed since is watched. */
  readonly listed_at: string | null;
  /** When it was last heard from. */
  readonly seen_at: string | null;
}

/** Every cluster that was ever read. */
export const readSources = (db: Kysely<DatabaseSchema>): Promise<ManifestSource[]> =>
  db.selectFrom('ack_source').select(['source', 'listed_at', 'seen_at']).orderBy('source').execute();

/** Keeps how far a source has been read; `listedAt` where that was by a complete listing. */
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
