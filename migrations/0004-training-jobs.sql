-- Generated from the definition of aws_sagemaker_trainingjob by `npm run generate:ddl`.

CREATE TABLE aws_sagemaker_trainingjob (
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
  account_id text NOT NULL,
  algorithm_specification jsonb,
  auto_ml_job_arn text,
  billable_time_in_seconds integer,
  billable_token_count bigint,
  checkpoint_config jsonb,
  creation_time timestamptz(3) NOT NULL,
  debug_hook_config jsonb,
  debug_rule_configurations jsonb,
  debug_rule_evaluation_statuses jsonb,
  enable_inter_container_traffic_encryption boolean,
  enable_managed_spot_training boolean,
  enable_network_isolation boolean,
  environment jsonb,
  experiment_config jsonb,
  failure_reason text,
  final_metric_data_list jsonb,
  hyper_parameters jsonb,
  infra_check_config jsonb,
  input_data_config jsonb,
  labeling_job_arn text,
  last_modified_time timestamptz(3),
  mlflow_config jsonb,
  mlflow_details jsonb,
  model_artifacts jsonb,
  model_package_config jsonb,
  output_data_config jsonb,
  output_model_package_arn text,
  profiler_config jsonb,
  profiler_rule_configurations jsonb,
  profiler_rule_evaluation_statuses jsonb,
  profiling_status text,
  progress_info jsonb,
  remote_debug_config jsonb,
  resource_config jsonb,
  retry_strategy jsonb,
  role_arn text,
  secondary_status text,
  secondary_status_transitions jsonb,
  serverless_job_config jsonb,
  stopping_condition jsonb,
  tag_map jsonb,
  tags jsonb,
  tensor_board_output_config jsonb,
  training_end_time timestamptz(3),
  training_job_arn text NOT NULL,
  training_job_name text NOT NULL,
  training_job_status text,
  training_start_time timestamptz(3),
  training_time_in_seconds integer,
  tuning_job_arn text,
  vpc_config jsonb,
  warm_pool_status jsonb,
  UNIQUE (training_job_arn, creation_time)
);
COMMENT ON TABLE aws_sagemaker_trainingjob IS 'Training jobs of Amazon SageMaker: what ran, on what, for whom, how it ended and what was billed.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.id IS 'Number of the row within sagecat.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.completeness IS 'described: every column is read; searched: the columns that Search lacks are not read yet.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.content_hash IS 'Fingerprint of all catalog columns.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.search_hash IS 'Fingerprint of the catalog columns that Search returns.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.first_seen_at IS 'When sagecat first saw the resource.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.changed_at IS 'When sagecat first saw the present content.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.described_at IS 'When a describe last gave the row new content.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.settled IS 'Whether nothing but the tags can still change: such a resource is not described again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.masked_fields IS 'Paths of the fields in which secrets were masked.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.';
COMMENT ON COLUMN aws_sagemaker_trainingjob.account_id IS 'Identifier of the AWS account, from the ARN. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.algorithm_specification IS 'The algorithm that ran: its image or name, input mode and metric definitions. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.auto_ml_job_arn IS 'ARN of the AutoML job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.billable_time_in_seconds IS 'Seconds billed per instance; multiply by the instance count. Less than the training time on spot capacity. [INT32]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.billable_token_count IS 'Tokens billed for a serverless job. [INT64]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.checkpoint_config IS 'Where checkpoints are kept. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.debug_hook_config IS 'What Debugger’s hook saves during training. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.debug_rule_configurations IS 'Debugger rules that watch the job’s tensors. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.debug_rule_evaluation_statuses IS 'Where the evaluation of each Debugger rule stands; may change after the job has ended. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.enable_inter_container_traffic_encryption IS 'Whether traffic between the containers of a distributed job is encrypted. [BOOLEAN]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.enable_managed_spot_training IS 'Whether the job runs on spot capacity. [BOOLEAN]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.enable_network_isolation IS 'Whether the containers are cut off from the network. [BOOLEAN]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.environment IS 'Environment variables of the container. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.experiment_config IS 'The experiment that the job belongs to. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.failure_reason IS 'Why the job failed, where it did. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.final_metric_data_list IS 'The last value of each metric that the job emitted. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.hyper_parameters IS 'The algorithm’s hyperparameters. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.infra_check_config IS 'Health check of the infrastructure before training. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.input_data_config IS 'The channels through which data enters the job. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.labeling_job_arn IS 'ARN of the labeling job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.last_modified_time IS 'When the job last changed, as SageMaker tells it. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.mlflow_config IS 'The MLflow server and run that the job reports to. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.mlflow_details IS 'What MLflow made of the job. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.model_artifacts IS 'Where the trained model is. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.model_package_config IS 'The model package that the job makes or starts from. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.output_data_config IS 'Where the job’s output goes. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.output_model_package_arn IS 'ARN of the model package that the job made. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.profiler_config IS 'What the profiler collects. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.profiler_rule_configurations IS 'Profiler rules that watch the job. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.profiler_rule_evaluation_statuses IS 'Where the evaluation of each profiler rule stands; may change after the job has ended. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.profiling_status IS 'Whether profiling is Enabled or Disabled. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.progress_info IS 'How far a running serverless job has come. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.remote_debug_config IS 'Remote access to the running container. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.resource_config IS 'The instances and volumes that the job runs on. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.retry_strategy IS 'What happens after an internal error. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.role_arn IS 'ARN of the IAM role that the job runs as. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.secondary_status IS 'Fine-grained status, e.g. Starting, Downloading, Training, Uploading, MaxRuntimeExceeded. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.secondary_status_transitions IS 'The history of the secondary status. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.serverless_job_config IS 'How a serverless customisation or evaluation job was asked for. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.stopping_condition IS 'Limits after which the job is stopped. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.tag_map IS 'The same tags as an object: values by key. Of several tags of one key the last of the list counts. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.tags IS 'Tags, each as key:value. [UNORDERED_LIST_STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.tensor_board_output_config IS 'Where TensorBoard’s data goes. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_end_time IS 'When training ended on the instances. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_job_status IS 'InProgress, Completed, Failed, Stopping, Stopped or Deleting. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_start_time IS 'When training began on the instances. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.training_time_in_seconds IS 'Seconds from the start of training to its end. [INT32]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.tuning_job_arn IS 'ARN of the hyperparameter tuning job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.vpc_config IS 'The VPC that the containers are attached to. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_trainingjob.warm_pool_status IS 'The instances kept warm after the job; changes after the job has ended. [STRUCT]';
ALTER TABLE aws_sagemaker_trainingjob ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON aws_sagemaker_trainingjob FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON aws_sagemaker_trainingjob FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON aws_sagemaker_trainingjob TO sagecat_reader, sagecat_account_reader;
CREATE TRIGGER stamp_written_by BEFORE UPDATE ON aws_sagemaker_trainingjob
FOR EACH ROW EXECUTE FUNCTION stamp_written_by();
CREATE TRIGGER name_account BEFORE INSERT ON aws_sagemaker_trainingjob
FOR EACH ROW EXECUTE FUNCTION name_account();
CREATE INDEX aws_sagemaker_trainingjob_by_target ON aws_sagemaker_trainingjob (account_id, region, creation_time, training_job_arn);
CREATE INDEX aws_sagemaker_trainingjob_unsettled ON aws_sagemaker_trainingjob (account_id, region, completeness, id)
WHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched');
CREATE INDEX aws_sagemaker_trainingjob_written_by ON aws_sagemaker_trainingjob (written_by);
CREATE INDEX aws_sagemaker_trainingjob_sort_creation_time ON aws_sagemaker_trainingjob (creation_time DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_last_modified_time ON aws_sagemaker_trainingjob (last_modified_time DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_training_start_time ON aws_sagemaker_trainingjob (training_start_time DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_training_end_time ON aws_sagemaker_trainingjob (training_end_time DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_changed_at ON aws_sagemaker_trainingjob (changed_at DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_training_job_name ON aws_sagemaker_trainingjob (training_job_name COLLATE "C" DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_training_job_status ON aws_sagemaker_trainingjob (training_job_status COLLATE "C" DESC NULLS LAST, id DESC, account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_account_id ON aws_sagemaker_trainingjob (account_id COLLATE "C" DESC NULLS LAST, id DESC, training_job_status COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_region ON aws_sagemaker_trainingjob (region COLLATE "C" DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_billable_time_in_seconds ON aws_sagemaker_trainingjob (billable_time_in_seconds DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_training_time_in_seconds ON aws_sagemaker_trainingjob (training_time_in_seconds DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_instance_type ON aws_sagemaker_trainingjob ((resource_config ->> 'instance_type') COLLATE "C" DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_sort_instance_count ON aws_sagemaker_trainingjob (((resource_config ->> 'instance_count')::bigint) DESC NULLS LAST, id DESC, training_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_trainingjob_by_tags ON aws_sagemaker_trainingjob USING gin (tags jsonb_path_ops);
CREATE INDEX aws_sagemaker_trainingjob_by_hyper_parameters ON aws_sagemaker_trainingjob USING gin (hyper_parameters jsonb_path_ops);
CREATE INDEX aws_sagemaker_trainingjob_by_input_data_config ON aws_sagemaker_trainingjob USING gin (input_data_config jsonb_path_ops);

CREATE OR REPLACE FUNCTION aws_sagemaker_trainingjob_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_trainingjob
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_trainingjob AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_trainingjob' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS version
  WHERE held.first_seen_at <= moment;
END $function$;
COMMENT ON FUNCTION aws_sagemaker_trainingjob_as_of(timestamptz) IS 'The table as of a moment. Fingerprints and times of observation are those of today.';
GRANT EXECUTE ON FUNCTION aws_sagemaker_trainingjob_as_of(timestamptz) TO sagecat_reader;

CREATE VIEW aws_sagemaker_trainingjob_metric_definitions WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'name')::text AS name, (item.value ->> 'regex')::text AS regex
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.algorithm_specification -> 'metric_definitions') = 'array' THEN resource.algorithm_specification -> 'metric_definitions' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_metric_definitions IS 'How metrics are read from the job’s log. One row each, from algorithm_specification.metric_definitions.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.name IS 'Name of the metric.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_metric_definitions.regex IS 'Regular expression whose first group is the metric’s value.';
GRANT SELECT ON aws_sagemaker_trainingjob_metric_definitions TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_container_entrypoint WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.algorithm_specification -> 'container_entrypoint') = 'array' THEN resource.algorithm_specification -> 'container_entrypoint' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_container_entrypoint IS 'Entrypoint that replaces the image’s own. One row each, from algorithm_specification.container_entrypoint.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_entrypoint.value IS 'Entrypoint that replaces the image’s own.';
GRANT SELECT ON aws_sagemaker_trainingjob_container_entrypoint TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_container_arguments WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.algorithm_specification -> 'container_arguments') = 'array' THEN resource.algorithm_specification -> 'container_arguments' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_container_arguments IS 'Arguments for the container’s entrypoint. One row each, from algorithm_specification.container_arguments.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_container_arguments.value IS 'Arguments for the container’s entrypoint.';
GRANT SELECT ON aws_sagemaker_trainingjob_container_arguments TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_debug_hook_config_hook_parameters WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.debug_hook_config -> 'hook_parameters') = 'object' THEN resource.debug_hook_config -> 'hook_parameters' END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_trainingjob_debug_hook_config_hook_parameters IS 'Parameters of the hook. One row each, from debug_hook_config.hook_parameters.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_hook_config_hook_parameters.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_trainingjob_debug_hook_config_hook_parameters TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_collection_configurations WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'collection_name')::text AS collection_name, nullif(item.value -> 'collection_parameters', 'null') AS collection_parameters
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.debug_hook_config -> 'collection_configurations') = 'array' THEN resource.debug_hook_config -> 'collection_configurations' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_collection_configurations IS 'The tensor collections that are saved. One row each, from debug_hook_config.collection_configurations.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.collection_name IS 'Name of the collection.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_collection_configurations.collection_parameters IS 'Parameters of the collection, such as its save interval.';
GRANT SELECT ON aws_sagemaker_trainingjob_collection_configurations TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_debug_rule_configurations WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'rule_configuration_name')::text AS rule_configuration_name, (item.value ->> 'rule_evaluator_image')::text AS rule_evaluator_image, (item.value ->> 'local_path')::text AS local_path, (item.value ->> 's3_output_path')::text AS s3_output_path, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'volume_size_in_gb')::integer AS volume_size_in_gb, nullif(item.value -> 'rule_parameters', 'null') AS rule_parameters
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.debug_rule_configurations) = 'array' THEN resource.debug_rule_configurations END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_debug_rule_configurations IS 'Debugger rules that watch the job’s tensors. One row each, from debug_rule_configurations.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.rule_configuration_name IS 'Name of the rule, unique within the job.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.rule_evaluator_image IS 'Container image that evaluates the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.local_path IS 'Directory in the rule container that receives its output.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.s3_output_path IS 'S3 location that receives the output of the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.instance_type IS 'Instance type on which a custom rule runs.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.volume_size_in_gb IS 'Size in GB of the volume attached to the rule’s instance.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_configurations.rule_parameters IS 'Parameters handed to the rule.';
GRANT SELECT ON aws_sagemaker_trainingjob_debug_rule_configurations TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_debug_rule_evaluation_statuses WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'rule_configuration_name')::text AS rule_configuration_name, (item.value ->> 'rule_evaluation_job_arn')::text AS rule_evaluation_job_arn, (item.value ->> 'rule_evaluation_status')::text AS rule_evaluation_status, (item.value ->> 'status_details')::text AS status_details, (item.value ->> 'last_modified_time')::timestamptz(3) AS last_modified_time
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.debug_rule_evaluation_statuses) = 'array' THEN resource.debug_rule_evaluation_statuses END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_debug_rule_evaluation_statuses IS 'Where the evaluation of each Debugger rule stands; may change after the job has ended. One row each, from debug_rule_evaluation_statuses.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.rule_configuration_name IS 'Name of the rule that was evaluated.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.rule_evaluation_job_arn IS 'ARN of the processing job that evaluates the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.rule_evaluation_status IS 'Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.status_details IS 'Details of the evaluation, such as what was found.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_debug_rule_evaluation_statuses.last_modified_time IS 'When the status of the evaluation last changed.';
GRANT SELECT ON aws_sagemaker_trainingjob_debug_rule_evaluation_statuses TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_environment WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.environment) = 'object' THEN resource.environment END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_trainingjob_environment IS 'Environment variables of the container. One row each, from environment.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_environment.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_trainingjob_environment TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_final_metric_data_list WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'metric_name')::text AS metric_name, (item.value ->> 'value')::double precision AS value, (item.value ->> 'timestamp')::timestamptz(3) AS timestamp
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.final_metric_data_list) = 'array' THEN resource.final_metric_data_list END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_final_metric_data_list IS 'The last value of each metric that the job emitted. One row each, from final_metric_data_list.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.metric_name IS 'Name of the metric.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.value IS 'Value, a single-precision number; not-a-number and infinities are the strings NaN, Infinity and -Infinity.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_final_metric_data_list.timestamp IS 'When the value was emitted.';
GRANT SELECT ON aws_sagemaker_trainingjob_final_metric_data_list TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_hyper_parameters WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.hyper_parameters) = 'object' THEN resource.hyper_parameters END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_trainingjob_hyper_parameters IS 'The algorithm’s hyperparameters. One row each, from hyper_parameters.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_hyper_parameters.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_trainingjob_hyper_parameters TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_input_data_config WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'channel_name')::text AS channel_name, (item.value -> 'data_source' -> 's3_data_source' ->> 's3_data_type')::text AS data_source_s3_data_source_s3_data_type, (item.value -> 'data_source' -> 's3_data_source' ->> 's3_uri')::text AS data_source_s3_data_source_s3_uri, (item.value -> 'data_source' -> 's3_data_source' ->> 's3_data_distribution_type')::text AS data_source_s3_data_source_s3_data_distribution_type, nullif(item.value -> 'data_source' -> 's3_data_source' -> 'attribute_names', 'null') AS data_source_s3_data_source_attribute_names, nullif(item.value -> 'data_source' -> 's3_data_source' -> 'instance_group_names', 'null') AS data_source_s3_data_source_instance_group_names, (item.value -> 'data_source' -> 's3_data_source' -> 'model_access_config' ->> 'accept_eula')::boolean AS data_source_s3_data_source_model_access_config_accept_eula, (item.value -> 'data_source' -> 's3_data_source' -> 'hub_access_config' ->> 'hub_content_arn')::text AS data_source_s3_data_source_hub_access_config_hub_content_arn, (item.value -> 'data_source' -> 'file_system_data_source' ->> 'file_system_id')::text AS data_source_file_system_data_source_file_system_id, (item.value -> 'data_source' -> 'file_system_data_source' ->> 'file_system_access_mode')::text AS data_source_file_system_data_source_file_system_access_mode, (item.value -> 'data_source' -> 'file_system_data_source' ->> 'file_system_type')::text AS data_source_file_system_data_source_file_system_type, (item.value -> 'data_source' -> 'file_system_data_source' ->> 'directory_path')::text AS data_source_file_system_data_source_directory_path, (item.value -> 'data_source' -> 'dataset_source' ->> 'dataset_arn')::text AS data_source_dataset_source_dataset_arn, (item.value ->> 'content_type')::text AS content_type, (item.value ->> 'compression_type')::text AS compression_type, (item.value ->> 'record_wrapper_type')::text AS record_wrapper_type, (item.value ->> 'input_mode')::text AS input_mode, (item.value -> 'shuffle_config' ->> 'seed')::bigint AS shuffle_config_seed
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.input_data_config) = 'array' THEN resource.input_data_config END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_input_data_config IS 'The channels through which data enters the job. One row each, from input_data_config.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.channel_name IS 'Name of the channel, e.g. train.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_s3_data_type IS 'What the URI names: S3Prefix, ManifestFile, AugmentedManifestFile or Converse.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_s3_uri IS 'Prefix or manifest in S3.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_s3_data_distribution_type IS 'Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_attribute_names IS 'Attributes read from an augmented manifest.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_instance_group_names IS 'Instance groups that receive the data.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_model_access_config_accept_eula IS 'Whether the model’s licence was accepted.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_s3_data_source_hub_access_config_hub_content_arn IS 'ARN of the hub content.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_file_system_data_source_file_system_id IS 'Identifier of the file system.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_file_system_data_source_file_system_access_mode IS 'How it is mounted: ro or rw.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_file_system_data_source_file_system_type IS 'EFS or FSxLustre.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_file_system_data_source_directory_path IS 'Directory that the channel reads.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.data_source_dataset_source_dataset_arn IS 'ARN of the dataset.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.content_type IS 'MIME type of the data.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.compression_type IS 'Compression of the data: None or Gzip.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.record_wrapper_type IS 'How records are wrapped: None or RecordIO.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.input_mode IS 'Input mode of this channel, where it differs from the job’s.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_input_data_config.shuffle_config_seed IS 'Seed of the shuffle.';
GRANT SELECT ON aws_sagemaker_trainingjob_input_data_config TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_profiler_config_profiling_parameters WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.profiler_config -> 'profiling_parameters') = 'object' THEN resource.profiler_config -> 'profiling_parameters' END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_trainingjob_profiler_config_profiling_parameters IS 'Parameters of framework profiling. One row each, from profiler_config.profiling_parameters.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_config_profiling_parameters.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_trainingjob_profiler_config_profiling_parameters TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_profiler_rule_configurations WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'rule_configuration_name')::text AS rule_configuration_name, (item.value ->> 'rule_evaluator_image')::text AS rule_evaluator_image, (item.value ->> 'local_path')::text AS local_path, (item.value ->> 's3_output_path')::text AS s3_output_path, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'volume_size_in_gb')::integer AS volume_size_in_gb, nullif(item.value -> 'rule_parameters', 'null') AS rule_parameters
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.profiler_rule_configurations) = 'array' THEN resource.profiler_rule_configurations END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_profiler_rule_configurations IS 'Profiler rules that watch the job. One row each, from profiler_rule_configurations.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.rule_configuration_name IS 'Name of the rule, unique within the job.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.rule_evaluator_image IS 'Container image that evaluates the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.local_path IS 'Directory in the rule container that receives its output.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.s3_output_path IS 'S3 location that receives the output of the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.instance_type IS 'Instance type on which a custom rule runs.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.volume_size_in_gb IS 'Size in GB of the volume attached to the rule’s instance.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_configurations.rule_parameters IS 'Parameters handed to the rule.';
GRANT SELECT ON aws_sagemaker_trainingjob_profiler_rule_configurations TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'rule_configuration_name')::text AS rule_configuration_name, (item.value ->> 'rule_evaluation_job_arn')::text AS rule_evaluation_job_arn, (item.value ->> 'rule_evaluation_status')::text AS rule_evaluation_status, (item.value ->> 'status_details')::text AS status_details, (item.value ->> 'last_modified_time')::timestamptz(3) AS last_modified_time
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.profiler_rule_evaluation_statuses) = 'array' THEN resource.profiler_rule_evaluation_statuses END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses IS 'Where the evaluation of each profiler rule stands; may change after the job has ended. One row each, from profiler_rule_evaluation_statuses.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.rule_configuration_name IS 'Name of the rule that was evaluated.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.rule_evaluation_job_arn IS 'ARN of the processing job that evaluates the rule.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.rule_evaluation_status IS 'Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.status_details IS 'Details of the evaluation, such as what was found.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses.last_modified_time IS 'When the status of the evaluation last changed.';
GRANT SELECT ON aws_sagemaker_trainingjob_profiler_rule_evaluation_statuses TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_resource_config_instance_groups WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'instance_count')::integer AS instance_count, (item.value ->> 'instance_group_name')::text AS instance_group_name
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.resource_config -> 'instance_groups') = 'array' THEN resource.resource_config -> 'instance_groups' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_resource_config_instance_groups IS 'The groups of a heterogeneous cluster. One row each, from resource_config.instance_groups.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.instance_type IS 'Instance type of the group.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.instance_count IS 'Number of instances in the group.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_groups.instance_group_name IS 'Name of the group.';
GRANT SELECT ON aws_sagemaker_trainingjob_resource_config_instance_groups TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_placement_specifications WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'instance_count')::integer AS instance_count, (item.value ->> 'ultra_server_id')::text AS ultra_server_id
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.resource_config -> 'instance_placement_config' -> 'placement_specifications') = 'array' THEN resource.resource_config -> 'instance_placement_config' -> 'placement_specifications' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_placement_specifications IS 'Placement by UltraServer. One row each, from resource_config.instance_placement_config.placement_specifications.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.instance_count IS 'Instances placed there.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_placement_specifications.ultra_server_id IS 'Identifier of the UltraServer.';
GRANT SELECT ON aws_sagemaker_trainingjob_placement_specifications TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_resource_config_instance_preferences WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'instance_count')::integer AS instance_count, nullif(item.value -> 'training_plan_arns', 'null') AS training_plan_arns
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.resource_config -> 'instance_preferences') = 'array' THEN resource.resource_config -> 'instance_preferences' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_resource_config_instance_preferences IS 'Instance choices in order of preference. One row each, from resource_config.instance_preferences.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.instance_type IS 'Instance type of the choice.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.instance_count IS 'Number of instances of the choice.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_resource_config_instance_preferences.training_plan_arns IS 'ARNs of the training plans whose capacity the choice may use.';
GRANT SELECT ON aws_sagemaker_trainingjob_resource_config_instance_preferences TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_secondary_status_transitions WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'status')::text AS status, (item.value ->> 'start_time')::timestamptz(3) AS start_time, (item.value ->> 'end_time')::timestamptz(3) AS end_time, (item.value ->> 'status_message')::text AS status_message
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.secondary_status_transitions) = 'array' THEN resource.secondary_status_transitions END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_secondary_status_transitions IS 'The history of the secondary status. One row each, from secondary_status_transitions.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.status IS 'Secondary status.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.start_time IS 'When it began.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.end_time IS 'When it ended; absent for the current one.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_secondary_status_transitions.status_message IS 'What SageMaker said about it.';
GRANT SELECT ON aws_sagemaker_trainingjob_secondary_status_transitions TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_tags WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, item.value AS tag, CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END AS key, substr(item.value, length(CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END) + 2) AS value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.tags) = 'array' THEN resource.tags END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_tags IS 'Tags, each as key:value. One row each, from tags.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.tag IS 'The tag as key:value.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.key IS 'Key of the tag.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_tags.value IS 'Value of the tag.';
GRANT SELECT ON aws_sagemaker_trainingjob_tags TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_vpc_config_security_group_ids WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.vpc_config -> 'security_group_ids') = 'array' THEN resource.vpc_config -> 'security_group_ids' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_vpc_config_security_group_ids IS 'Identifiers of the security groups. One row each, from vpc_config.security_group_ids.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_security_group_ids.value IS 'Identifiers of the security groups.';
GRANT SELECT ON aws_sagemaker_trainingjob_vpc_config_security_group_ids TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_trainingjob_vpc_config_subnets WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.training_job_arn, resource.training_job_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_trainingjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.vpc_config -> 'subnets') = 'array' THEN resource.vpc_config -> 'subnets' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_trainingjob_vpc_config_subnets IS 'Identifiers of the subnets. One row each, from vpc_config.subnets.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.resource_id IS 'Number of the row in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.training_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.training_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_trainingjob_vpc_config_subnets.value IS 'Identifiers of the subnets.';
GRANT SELECT ON aws_sagemaker_trainingjob_vpc_config_subnets TO sagecat_reader, sagecat_account_reader;
