import type { Kysely } from 'kysely';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the position of a source: the resource version from which a watch of the type's manifests resumes. */
export async function readPosition(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  source: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('ack_source')
    .select('resource_version')
    .where('source', '=', source)
    .where('resource_type', '=', type.name)
    .executeTakeFirst();
  return row?.resource_version ?? undefined;
}

/** A source of manifests, and how recent its data is. */
export interface ManifestSource {
  /** Name of the cluster, and after a slash the only namespace that is read. */
  readonly source: string;
  /** When its manifests were last listed completely; later changes are watched. */
  readonly listed_at: string | null;
  /** When it last sent data. */
  readonly seen_at: string | null;
}

/** Returns every cluster that was ever read. */
export const readSources = (db: Kysely<DatabaseSchema>): Promise<ManifestSource[]> =>
  db
    .selectFrom('ack_source')
    .select(({ fn }) => ['source', fn.min('listed_at').as('listed_at'), fn.max('seen_at').as('seen_at')])
    .groupBy('source')
    .orderBy('source')
    .execute();

/** Saves the position of a source; `listedAt` if a complete listing reached it. */
export async function writePosition(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
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
    .values({ source, resource_type: type.name, listed_at: null, ...position })
    .onConflict((conflict) => conflict.columns(['source', 'resource_type']).doUpdateSet(position))
    .execute();
}
