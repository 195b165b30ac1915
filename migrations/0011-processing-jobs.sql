CREATE TABLE aws_sagemaker_processingjob (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region text NOT NULL,
  account_name text,
  completeness text NOT NULL,
  content_hash text NOT NULL,
  search_hash text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  described_at timestamptz(3),
  deleted_at timestamptz(3),
  settled boolean NOT NULL DEFAULT false,
  masked_fields jsonb,
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  inserted_by xid8 DEFAULT pg_current_xact_id(),
  account_id text NOT NULL,
  app_specification jsonb,
  auto_ml_job_arn text,
  creation_time timestamptz(3) NOT NULL,
  environment jsonb,
  exit_message text,
  experiment_config jsonb,
  failure_reason text,
  last_modified_time timestamptz(3),
  monitoring_schedule_arn text,
  network_config jsonb,
  processing_end_time timestamptz(3),
  processing_inputs jsonb,
  processing_job_arn text NOT NULL,
  processing_job_name text NOT NULL,
  processing_job_status text,
  processing_output_config jsonb,
  processing_resources jsonb,
  processing_start_time timestamptz(3),
  role_arn text,
  stopping_condition jsonb,
  tag_map jsonb,
  tags jsonb,
  training_job_arn text,
  UNIQUE (processing_job_arn, creation_time)
);
COMMENT ON TABLE aws_sagemaker_processingjob IS 'Processing jobs of Amazon SageMaker: what prepared, evaluated or monitored data, on what, and how it ended.';
COMMENT ON COLUMN aws_sagemaker_processingjob.id IS 'Number of the row within sagecat.';
COMMENT ON COLUMN aws_sagemaker_processingjob.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob.completeness IS 'described: every column is read; searched: the columns that Search lacks are not read yet.';
COMMENT ON COLUMN aws_sagemaker_processingjob.content_hash IS 'Fingerprint of all catalog columns.';
COMMENT ON COLUMN aws_sagemaker_processingjob.search_hash IS 'Fingerprint of the catalog columns that Search returns.';
COMMENT ON COLUMN aws_sagemaker_processingjob.first_seen_at IS 'When sagecat first saw the resource.';
COMMENT ON COLUMN aws_sagemaker_processingjob.changed_at IS 'When sagecat first saw the present content.';
COMMENT ON COLUMN aws_sagemaker_processingjob.described_at IS 'When a describe last gave the row new content.';
COMMENT ON COLUMN aws_sagemaker_processingjob.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob.settled IS 'Whether nothing but the tags can still change: such a resource is not described again.';
COMMENT ON COLUMN aws_sagemaker_processingjob.masked_fields IS 'Paths of the fields in which secrets were masked.';
COMMENT ON COLUMN aws_sagemaker_processingjob.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.';
COMMENT ON COLUMN aws_sagemaker_processingjob.inserted_by IS 'The transaction that added the row; null for rows of older versions of sagecat.';
COMMENT ON COLUMN aws_sagemaker_processingjob.account_id IS 'Identifier of the AWS account, from the ARN. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.app_specification IS 'The container that processes the data. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.auto_ml_job_arn IS 'ARN of the AutoML job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_processingjob.environment IS 'Environment variables of the container. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.exit_message IS 'What the container wrote when it ended, where it wrote anything. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.experiment_config IS 'The experiment that the job belongs to. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.failure_reason IS 'Why the job failed, where it did. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.last_modified_time IS 'When the job last changed, as SageMaker tells it. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_processingjob.monitoring_schedule_arn IS 'ARN of the monitoring schedule that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.network_config IS 'How the containers reach the network and one another. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_end_time IS 'When processing ended on the instances. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_inputs IS 'What enters the container. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_job_status IS 'InProgress, Completed, Failed, Stopping or Stopped. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_output_config IS 'What leaves the container. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_resources IS 'What the job runs on. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.processing_start_time IS 'When processing began on the instances. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_processingjob.role_arn IS 'ARN of the IAM role that the job runs as. [STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.stopping_condition IS 'Limits after which the job is stopped. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_processingjob.tag_map IS 'The same tags as an object: values by key. Of several tags of one key the last of the list counts. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.tags IS 'Tags, each as key:value. [UNORDERED_LIST_STRING]';
COMMENT ON COLUMN aws_sagemaker_processingjob.training_job_arn IS 'ARN of the training job that this job belongs to, as the evaluation of a rule does. [STRING]';
ALTER TABLE aws_sagemaker_processingjob ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON aws_sagemaker_processingjob FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON aws_sagemaker_processingjob FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON aws_sagemaker_processingjob TO sagecat_reader, sagecat_account_reader;
CREATE TRIGGER stamp_written_by BEFORE UPDATE ON aws_sagemaker_processingjob
FOR EACH ROW EXECUTE FUNCTION stamp_written_by();
CREATE TRIGGER name_account BEFORE INSERT ON aws_sagemaker_processingjob
FOR EACH ROW EXECUTE FUNCTION name_account();
CREATE TRIGGER billing_forget_jobs AFTER DELETE ON aws_sagemaker_processingjob REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION billing_forget_jobs();
CREATE INDEX aws_sagemaker_processingjob_by_target ON aws_sagemaker_processingjob (account_id, region, creation_time, processing_job_arn);
CREATE INDEX aws_sagemaker_processingjob_unsettled ON aws_sagemaker_processingjob (account_id, region, completeness, id)
WHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched');
CREATE INDEX aws_sagemaker_processingjob_written_by ON aws_sagemaker_processingjob (written_by);
CREATE INDEX aws_sagemaker_processingjob_inserted_by ON aws_sagemaker_processingjob (inserted_by, id);
CREATE INDEX aws_sagemaker_processingjob_first_seen ON aws_sagemaker_processingjob (first_seen_at, id);
CREATE INDEX aws_sagemaker_processingjob_sort_creation_time ON aws_sagemaker_processingjob (creation_time DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_last_modified_time ON aws_sagemaker_processingjob (last_modified_time DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_processing_start_time ON aws_sagemaker_processingjob (processing_start_time DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_processing_end_time ON aws_sagemaker_processingjob (processing_end_time DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_changed_at ON aws_sagemaker_processingjob (changed_at DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_processing_job_name ON aws_sagemaker_processingjob (processing_job_name COLLATE "C" DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_processing_job_status ON aws_sagemaker_processingjob (processing_job_status COLLATE "C" DESC NULLS LAST, id DESC, account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_account_id ON aws_sagemaker_processingjob (account_id COLLATE "C" DESC NULLS LAST, id DESC, processing_job_status COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_sort_region ON aws_sagemaker_processingjob (region COLLATE "C" DESC NULLS LAST, id DESC, processing_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_processingjob_by_tags ON aws_sagemaker_processingjob USING gin (tags jsonb_path_ops);
CREATE INDEX aws_sagemaker_processingjob_by_environment ON aws_sagemaker_processingjob USING gin (environment jsonb_path_ops);
CREATE INDEX aws_sagemaker_processingjob_by_processing_inputs ON aws_sagemaker_processingjob USING gin (processing_inputs jsonb_path_ops);

CREATE OR REPLACE FUNCTION aws_sagemaker_processingjob_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_processingjob
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_processingjob AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_processingjob' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS version
  WHERE held.first_seen_at <= moment;
END $function$;
COMMENT ON FUNCTION aws_sagemaker_processingjob_as_of(timestamptz) IS 'The table as of a moment. Fingerprints and times of observation are those of today.';
GRANT EXECUTE ON FUNCTION aws_sagemaker_processingjob_as_of(timestamptz) TO sagecat_reader;

CREATE VIEW aws_sagemaker_processingjob_container_entrypoint WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.app_specification -> 'container_entrypoint') = 'array' THEN resource.app_specification -> 'container_entrypoint' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_container_entrypoint IS 'Entrypoint that replaces the image’s own. One row each, from app_specification.container_entrypoint.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_entrypoint.value IS 'Entrypoint that replaces the image’s own.';
GRANT SELECT ON aws_sagemaker_processingjob_container_entrypoint TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_container_arguments WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.app_specification -> 'container_arguments') = 'array' THEN resource.app_specification -> 'container_arguments' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_container_arguments IS 'Arguments for the container’s entrypoint. One row each, from app_specification.container_arguments.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_container_arguments.value IS 'Arguments for the container’s entrypoint.';
GRANT SELECT ON aws_sagemaker_processingjob_container_arguments TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_environment WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.environment) = 'object' THEN resource.environment END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_processingjob_environment IS 'Environment variables of the container. One row each, from environment.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_processingjob_environment.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_processingjob_environment TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_security_group_ids WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.network_config -> 'vpc_config' -> 'security_group_ids') = 'array' THEN resource.network_config -> 'vpc_config' -> 'security_group_ids' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_security_group_ids IS 'Identifiers of the security groups. One row each, from network_config.vpc_config.security_group_ids.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_security_group_ids.value IS 'Identifiers of the security groups.';
GRANT SELECT ON aws_sagemaker_processingjob_security_group_ids TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_network_config_vpc_config_subnets WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.network_config -> 'vpc_config' -> 'subnets') = 'array' THEN resource.network_config -> 'vpc_config' -> 'subnets' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_network_config_vpc_config_subnets IS 'Identifiers of the subnets. One row each, from network_config.vpc_config.subnets.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_network_config_vpc_config_subnets.value IS 'Identifiers of the subnets.';
GRANT SELECT ON aws_sagemaker_processingjob_network_config_vpc_config_subnets TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_processing_inputs WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'input_name')::text AS input_name, (item.value ->> 'app_managed')::boolean AS app_managed, (item.value -> 's3_input' ->> 's3_uri')::text AS s3_input_s3_uri, (item.value -> 's3_input' ->> 'local_path')::text AS s3_input_local_path, (item.value -> 's3_input' ->> 's3_data_type')::text AS s3_input_s3_data_type, (item.value -> 's3_input' ->> 's3_input_mode')::text AS s3_input_s3_input_mode, (item.value -> 's3_input' ->> 's3_data_distribution_type')::text AS s3_input_s3_data_distribution_type, (item.value -> 's3_input' ->> 's3_compression_type')::text AS s3_input_s3_compression_type, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'catalog')::text AS dataset_definition_athena_dataset_definition_catalog, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'database')::text AS dataset_definition_athena_dataset_definition_database, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'query_string')::text AS dataset_definition_athena_dataset_definition_query_string, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'work_group')::text AS dataset_definition_athena_dataset_definition_work_group, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'output_s3_uri')::text AS dataset_definition_athena_dataset_definition_output_s3_uri, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'kms_key_id')::text AS dataset_definition_athena_dataset_definition_kms_key_id, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'output_format')::text AS dataset_definition_athena_dataset_definition_output_format, (item.value -> 'dataset_definition' -> 'athena_dataset_definition' ->> 'output_compression')::text AS dataset_definition_athena_dataset_definition_output_compression, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'cluster_id')::text AS dataset_definition_redshift_dataset_definition_cluster_id, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'database')::text AS dataset_definition_redshift_dataset_definition_database, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'db_user')::text AS dataset_definition_redshift_dataset_definition_db_user, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'query_string')::text AS dataset_definition_redshift_dataset_definition_query_string, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'cluster_role_arn')::text AS dataset_definition_redshift_dataset_definition_cluster_role_arn, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'output_s3_uri')::text AS dataset_definition_redshift_dataset_definition_output_s3_uri, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'kms_key_id')::text AS dataset_definition_redshift_dataset_definition_kms_key_id, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'output_format')::text AS dataset_definition_redshift_dataset_definition_output_format, (item.value -> 'dataset_definition' -> 'redshift_dataset_definition' ->> 'output_compression')::text AS dataset_definition_redshift_dataset_definition_output_compression, (item.value -> 'dataset_definition' ->> 'local_path')::text AS dataset_definition_local_path, (item.value -> 'dataset_definition' ->> 'data_distribution_type')::text AS dataset_definition_data_distribution_type, (item.value -> 'dataset_definition' ->> 'input_mode')::text AS dataset_definition_input_mode
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.processing_inputs) = 'array' THEN resource.processing_inputs END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_processing_inputs IS 'What enters the container. One row each, from processing_inputs.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.input_name IS 'Name of the input.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.app_managed IS 'Whether the container fetches the input itself.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_s3_uri IS 'Prefix or manifest in S3.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_local_path IS 'Directory in the container that receives the data.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_s3_data_type IS 'What the URI names: ManifestFile or S3Prefix.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_s3_input_mode IS 'How data reaches the container: File or Pipe.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_s3_data_distribution_type IS 'Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.s3_input_s3_compression_type IS 'Whether the data is unpacked on its way: None or Gzip.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_catalog IS 'Data catalog that is queried.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_database IS 'Database that is queried.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_query_string IS 'The query.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_work_group IS 'Workgroup that it runs in.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_output_s3_uri IS 'S3 location of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_kms_key_id IS 'KMS key that encrypts the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_output_format IS 'Format of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_athena_dataset_definition_output_compression IS 'Compression of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_cluster_id IS 'Identifier of the cluster.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_database IS 'Database that is queried.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_db_user IS 'User of the database.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_query_string IS 'The query.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_cluster_role_arn IS 'ARN of the role by which the cluster writes the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_output_s3_uri IS 'S3 location of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_kms_key_id IS 'KMS key that encrypts the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_output_format IS 'Format of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_redshift_dataset_definition_output_compression IS 'Compression of the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_local_path IS 'Directory in the container that receives the result.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_data_distribution_type IS 'Whether every instance gets all of the result or a share: FullyReplicated or ShardedByS3Key.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_inputs.dataset_definition_input_mode IS 'How the result reaches the container: File or Pipe.';
GRANT SELECT ON aws_sagemaker_processingjob_processing_inputs TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_processing_output_config_outputs WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'output_name')::text AS output_name, (item.value -> 's3_output' ->> 's3_uri')::text AS s3_output_s3_uri, (item.value -> 's3_output' ->> 'local_path')::text AS s3_output_local_path, (item.value -> 's3_output' ->> 's3_upload_mode')::text AS s3_output_s3_upload_mode, (item.value -> 'feature_store_output' ->> 'feature_group_name')::text AS feature_store_output_feature_group_name, (item.value ->> 'app_managed')::boolean AS app_managed
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.processing_output_config -> 'outputs') = 'array' THEN resource.processing_output_config -> 'outputs' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_processing_output_config_outputs IS 'The outputs. One row each, from processing_output_config.outputs.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.output_name IS 'Name of the output.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.s3_output_s3_uri IS 'Prefix in S3 that receives the data.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.s3_output_local_path IS 'Directory in the container that the data is taken from.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.s3_output_s3_upload_mode IS 'When it is uploaded: Continuous or EndOfJob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.feature_store_output_feature_group_name IS 'Feature group that receives the records.';
COMMENT ON COLUMN aws_sagemaker_processingjob_processing_output_config_outputs.app_managed IS 'Whether the container uploads the output itself.';
GRANT SELECT ON aws_sagemaker_processingjob_processing_output_config_outputs TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_instance_preferences WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'instance_count')::integer AS instance_count
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.processing_resources -> 'cluster_config' -> 'instance_preferences') = 'array' THEN resource.processing_resources -> 'cluster_config' -> 'instance_preferences' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_instance_preferences IS 'Instance choices in order of preference. One row each, from processing_resources.cluster_config.instance_preferences.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.instance_type IS 'Instance type of the choice.';
COMMENT ON COLUMN aws_sagemaker_processingjob_instance_preferences.instance_count IS 'Number of instances of the choice.';
GRANT SELECT ON aws_sagemaker_processingjob_instance_preferences TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_processingjob_tags WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.processing_job_arn, resource.processing_job_name, resource.creation_time, resource.deleted_at, item.position, item.value AS tag, CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END AS key, substr(item.value, length(CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END) + 2) AS value
FROM aws_sagemaker_processingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.tags) = 'array' THEN resource.tags END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_processingjob_tags IS 'Tags, each as key:value. One row each, from tags.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.resource_id IS 'Number of the row in aws_sagemaker_processingjob.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.processing_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.processing_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.tag IS 'The tag as key:value.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.key IS 'Key of the tag.';
COMMENT ON COLUMN aws_sagemaker_processingjob_tags.value IS 'Value of the tag.';
GRANT SELECT ON aws_sagemaker_processingjob_tags TO sagecat_reader, sagecat_account_reader;
