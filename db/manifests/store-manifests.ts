import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import { createMasker, type Masker } from '../../catalog/secrets/mask.ts';
import { maskRow } from '../../catalog/secrets/mask-row.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { ManifestRecord, ReadManifest } from '../../catalog/training-job/manifests/manifest-record.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { StoreOptions } from '../store/store-rows.ts';
import { catalogueJobs } from './catalogue-jobs.ts';

const ownRules = createMasker();

export interface StoredManifests {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Stores the manifests of a source, and the jobs in them. Of several with one name the last counts; an unchanged one changes no row. */
export async function storeManifests(
  db: Kysely<DatabaseSchema>,
  source: string,
  manifests: readonly ReadManifest[],
  { seenAt = new Date(), masker = ownRules }: StoreOptions = {},
): Promise<StoredManifests> {
  const records = new Map<string, ManifestRecord>();
  for (const { record } of manifests) records.set(`${record.namespace}/${record.name}`, maskManifest(record, masker));
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  const { rows } = await sql<{ inserted: boolean }>`
    INSERT INTO ack_manifest AS held (source, namespace, name, uid, resource_version, arn, account_id, region, training_job_name,
      members, problems, manifest, first_seen_at, changed_at)
    SELECT ${source}, namespace, name, uid, resource_version, arn, account_id, region, training_job_name,
      members, problems, manifest, ${seenAt}, ${seenAt}
    FROM json_populate_recordset(NULL::ack_manifest, ${stringifyJson(sorted)}::json)
    ON CONFLICT (source, namespace, name) DO UPDATE SET
      uid = excluded.uid, resource_version = excluded.resource_version, arn = excluded.arn,
      account_id = excluded.account_id, region = excluded.region, training_job_name = excluded.training_job_name,
      members = excluded.members, problems = excluded.problems, manifest = excluded.manifest,
      changed_at = excluded.changed_at, deleted_at = NULL
    WHERE held.manifest IS DISTINCT FROM excluded.manifest OR held.deleted_at IS NOT NULL
    RETURNING held.xmax = 0 AS inserted`.execute(db);
  await catalogueJobs(db, manifests, { seenAt, masker });
  const inserted = rows.filter((row) => row.inserted).length;
  return { new: inserted, changed: rows.length - inserted, unchanged: records.size - rows.length };
}

/** The members are masked like a job's columns, so that drift compares equal values. */
const maskManifest = (record: ManifestRecord, masker: Masker): ManifestRecord => ({
  ...record,
  members: maskRow(trainingJob, record.members, masker),
  manifest: masker.value(record.manifest),
});
