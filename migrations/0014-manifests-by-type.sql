-- Manifests name their resource type: objects of two kinds may have the same name.

ALTER TABLE ack_manifest ADD COLUMN resource_type text NOT NULL DEFAULT 'aws_sagemaker_trainingjob';
ALTER TABLE ack_manifest ALTER COLUMN resource_type DROP DEFAULT;
ALTER TABLE ack_manifest RENAME COLUMN training_job_name TO resource_name;
ALTER TABLE ack_manifest DROP CONSTRAINT ack_manifest_source_namespace_name_key;
ALTER TABLE ack_manifest ADD UNIQUE (source, resource_type, namespace, name);
ALTER INDEX ack_manifest_by_job_name RENAME TO ack_manifest_by_resource_name;
COMMENT ON TABLE ack_manifest IS 'Manifests of ACK, as a cluster or an import last showed them.';
COMMENT ON COLUMN ack_manifest.resource_type IS 'Type of the resource, as its table is named.';
COMMENT ON COLUMN ack_manifest.arn IS 'ARN of the resource; null until ACK has found or created it.';
COMMENT ON COLUMN ack_manifest.account_id IS 'AWS account of the resource; null if neither the manifest nor its ARN names it.';
COMMENT ON COLUMN ack_manifest.region IS 'AWS region of the resource; null if neither the manifest nor its ARN names it.';
COMMENT ON COLUMN ack_manifest.resource_name IS 'Name of the resource that the manifest asks for.';
COMMENT ON COLUMN ack_manifest.members IS 'The fields of the manifest, in the catalog’s names.';

ALTER TABLE ack_source ADD COLUMN resource_type text NOT NULL DEFAULT 'aws_sagemaker_trainingjob';
ALTER TABLE ack_source ALTER COLUMN resource_type DROP DEFAULT;
ALTER TABLE ack_source DROP CONSTRAINT ack_source_pkey;
ALTER TABLE ack_source ADD PRIMARY KEY (source, resource_type);
COMMENT ON COLUMN ack_source.resource_type IS 'Type of the resources whose manifests are read.';
