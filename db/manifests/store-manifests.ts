import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { ManifestRecord, ReadManifest } from '../../catalog/manifests/manifest-record.ts';
import type { ManagedType } from '../../catalog/resource-types.ts';
import { createMasker, type Masker } from '../../catalog/secrets/mask.ts';
import { maskRow } from '../../catalog/secrets/mask-row.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { StoreOptions } from '../store/store-rows.ts';
import { storeManagedResources } from './store-managed-resources.ts';

const ownRules = createMasker();

export interface StoredManifests {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Stores the manifests of a source, and the resources in them. Of several with one name the last counts; an unchanged one changes no row. */
export async function storeManifests(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  source: string,
  manifests: readonly ReadManifest[],
  { seenAt = new Date(), masker = ownRules }: StoreOptions = {},
): Promise<StoredManifests> {
  const records = new Map<string, ManifestRecord>();
  for (const { record } of manifests)
    records.set(`${record.namespace}/${record.name}`, maskManifest(type, record, masker));
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  const { rows } = await sql<{ inserted: boolean }>`
    INSERT INTO ack_manifest AS held (resource_type, source, namespace, name, uid, resource_version, arn, account_id, region, resource_name,
      members, problems, manifest, first_seen_at, changed_at)
    SELECT ${type.name}, ${source}, namespace, name, uid, resource_version, arn, account_id, region, resource_name,
      members, problems, manifest, ${seenAt}, ${seenAt}
    FROM json_populate_recordset(NULL::ack_manifest, ${stringifyJson(sorted)}::json)
    ON CONFLICT (source, resource_type, namespace, name) DO UPDATE SET
      uid = excluded.uid, resource_version = excluded.resource_version, arn = excluded.arn,
      account_id = excluded.account_id, region = excluded.region, resource_name = excluded.resource_name,
      members = excluded.members, problems = excluded.problems, manifest = excluded.manifest,
      changed_at = excluded.changed_at, deleted_at = NULL
    WHERE held.manifest IS DISTINCT FROM excluded.manifest OR held.deleted_at IS NOT NULL
    RETURNING held.xmax = 0 AS inserted`.execute(db);
  await storeManagedResources(db, type, manifests, { seenAt, masker });
  const inserted = rows.filter((row) => row.inserted).length;
  return { new: inserted, changed: rows.length - inserted, unchanged: records.size - rows.length };
}

/** Masks the members like the columns of a row, so that equal values stay equal. */
const maskManifest = (type: ManagedType, record: ManifestRecord, masker: Masker): ManifestRecord => ({
  ...record,
  members: maskRow(type, record.members, masker),
  manifest: masker.value(record.manifest),
});
