import { type Kysely, sql } from 'kysely';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** The key of a manifest within its source; `namespace` is empty for none. */
export interface ManifestKey {
  readonly namespace: string;
  readonly name: string;
}

/** Marks a manifest of a source as deleted. Its resource stays until AWS reports it deleted. */
export async function removeManifest(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  source: string,
  { namespace, name }: ManifestKey,
  seenAt: Date = new Date(),
): Promise<void> {
  await db
    .updateTable('ack_manifest')
    .set({ deleted_at: seenAt })
    .where('source', '=', source)
    .where('resource_type', '=', type.name)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Marks the manifests of a source as deleted that a complete listing lacked, in one namespace or all. Returns their number. */
export async function removeUnlisted(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  source: string,
  listed: readonly ManifestKey[],
  namespace: string | undefined,
  seenAt: Date = new Date(),
): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE ack_manifest SET deleted_at = ${seenAt}
    WHERE source = ${source} AND resource_type = ${type.name} AND deleted_at IS NULL
      AND (${namespace ?? null}::text IS NULL OR namespace = ${namespace ?? null})
      AND NOT EXISTS (
        SELECT FROM json_to_recordset(${JSON.stringify(listed)}::json) AS listed (namespace text, name text)
        WHERE listed.namespace = ack_manifest.namespace AND listed.name = ack_manifest.name)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
