-- Kubernetes manifests, where they came from, and which jobs they are about.

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
);
CREATE INDEX ack_manifest_by_arn ON ack_manifest (arn) WHERE deleted_at IS NULL;
CREATE INDEX ack_manifest_by_job_name ON ack_manifest (lower(training_job_name))
WHERE deleted_at IS NULL AND arn IS NULL;
COMMENT ON TABLE ack_manifest IS 'TrainingJob manifests of ACK, as a cluster or an import showed them last.';
COMMENT ON COLUMN ack_manifest.id IS 'Number of the manifest.';
COMMENT ON COLUMN ack_manifest.source IS 'Name of the cluster, or import.';
COMMENT ON COLUMN ack_manifest.namespace IS 'Namespace of the object in its cluster.';
COMMENT ON COLUMN ack_manifest.name IS 'Name of the object in its cluster.';
COMMENT ON COLUMN ack_manifest.uid IS 'Identifier that the cluster gave it.';
COMMENT ON COLUMN ack_manifest.resource_version IS 'Version that the cluster gave it last.';
COMMENT ON COLUMN ack_manifest.arn IS 'ARN of the job; null while ACK has not found or made it.';
COMMENT ON COLUMN ack_manifest.account_id IS 'AWS account of the job; null where neither the manifest nor its ARN tells.';
COMMENT ON COLUMN ack_manifest.region IS 'AWS region of the job; null where neither the manifest nor its ARN tells.';
COMMENT ON COLUMN ack_manifest.training_job_name IS 'Name of the job that it asks for.';
COMMENT ON COLUMN ack_manifest.members IS 'What the manifest says, in the catalog’s names; what it does not say is missing.';
COMMENT ON COLUMN ack_manifest.problems IS 'Fields that the catalog does not know or that have another type.';
COMMENT ON COLUMN ack_manifest.manifest IS 'The manifest as it was read, secrets masked.';
COMMENT ON COLUMN ack_manifest.first_seen_at IS 'When it was first seen.';
COMMENT ON COLUMN ack_manifest.changed_at IS 'When it was last seen to have changed.';
COMMENT ON COLUMN ack_manifest.deleted_at IS 'When the manifest was found to be gone; null while it exists.';
ALTER TABLE ack_manifest ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON ack_manifest FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON ack_manifest FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON ack_manifest TO sagecat_reader, sagecat_account_reader;

CREATE TABLE ack_source (
  source text PRIMARY KEY,
  resource_version text,
  listed_at timestamptz(3),
  seen_at timestamptz(3)
);
COMMENT ON TABLE ack_source IS 'How far each cluster has been read.';
COMMENT ON COLUMN ack_source.source IS 'Name of the cluster.';
COMMENT ON COLUMN ack_source.resource_version IS 'Where a watch goes on.';
COMMENT ON COLUMN ack_source.listed_at IS 'When the cluster’s manifests were last read from the first to the last.';
COMMENT ON COLUMN ack_source.seen_at IS 'When the cluster was last heard from.';
GRANT SELECT ON ack_source TO sagecat_reader;
