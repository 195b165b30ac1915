-- A database without types knows training jobs only.

DELETE FROM ack_source WHERE resource_type <> 'aws_sagemaker_trainingjob';
ALTER TABLE ack_source DROP CONSTRAINT ack_source_pkey;
ALTER TABLE ack_source DROP COLUMN resource_type;
ALTER TABLE ack_source ADD PRIMARY KEY (source);

DELETE FROM ack_manifest WHERE resource_type <> 'aws_sagemaker_trainingjob';
ALTER TABLE ack_manifest DROP CONSTRAINT ack_manifest_source_resource_type_namespace_name_key;
ALTER TABLE ack_manifest DROP COLUMN resource_type;
ALTER TABLE ack_manifest ADD UNIQUE (source, namespace, name);
ALTER TABLE ack_manifest RENAME COLUMN resource_name TO training_job_name;
ALTER INDEX ack_manifest_by_resource_name RENAME TO ack_manifest_by_job_name;
COMMENT ON TABLE ack_manifest IS 'TrainingJob manifests of ACK, as a cluster or an import showed them last.';
COMMENT ON COLUMN ack_manifest.arn IS 'ARN of the job; null while ACK has not found or made it.';
COMMENT ON COLUMN ack_manifest.account_id IS 'AWS account of the job; null where neither the manifest nor its ARN tells.';
COMMENT ON COLUMN ack_manifest.region IS 'AWS region of the job; null where neither the manifest nor its ARN tells.';
COMMENT ON COLUMN ack_manifest.training_job_name IS 'Name of the job that it asks for.';
COMMENT ON COLUMN ack_manifest.members IS 'What the manifest says, in the catalog’s names; what it does not say is missing.';
