import { type Kysely, sql } from 'kysely';
import { protectByAccount } from '../db/access/account-policy.ts';

/** ACK manifests, where they came from, and which jobs they are about. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE ack_manifest (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      source text NOT NULL,
      namespace text NOT NULL,
      name text NOT NULL,
      uid text,
      resource_version text,
      arn text,
      account_id text,
      region text,
      training_job_name text,
      members jsonb NOT NULL,
      problems text[] NOT NULL,
      manifest jsonb NOT NULL,
      first_seen_at timestamptz(3) NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      deleted_at timestamptz(3),
      UNIQUE (source, namespace, name)
    )`.execute(db);
  await sql`CREATE INDEX ack_manifest_by_arn ON ack_manifest (arn) WHERE deleted_at IS NULL`.execute(db);
  await sql`
    CREATE INDEX ack_manifest_by_job_name ON ack_manifest (lower(training_job_name))
    WHERE deleted_at IS NULL AND arn IS NULL`.execute(db);
  await sql`
    CREATE TABLE ack_source (
      source text PRIMARY KEY,
      resource_version text,
      listed_at timestamptz(3)
    )`.execute(db);
  for (const [on, text] of comments) await sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
  await protectByAccount(db, 'ack_manifest');
  await sql`GRANT SELECT ON ack_source TO sagecat_reader`.execute(db);
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE ack_manifest', 'TrainingJob manifests of ACK, as a cluster or an import showed them last.'],
  ['COLUMN ack_manifest.source', 'Name of the cluster, or import.'],
  ['COLUMN ack_manifest.arn', 'ARN of the job; null while ACK has not found or made it.'],
  ['COLUMN ack_manifest.members', 'What the manifest says, in the catalog’s names; what it does not say is missing.'],
  ['COLUMN ack_manifest.problems', 'Fields that the catalog does not know or that have another type.'],
  ['COLUMN ack_manifest.deleted_at', 'When the manifest was found to be gone; null while it exists.'],
  ['TABLE ack_source', 'How far each cluster has been read.'],
  ['COLUMN ack_source.resource_version', 'Where a watch goes on.'],
  ['COLUMN ack_source.listed_at', 'When the cluster’s manifests were last read from the first to the last.'],
];

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE ack_manifest, ack_source`.execute(db);
}
