CREATE OR REPLACE FUNCTION aws_sagemaker_endpoint_set_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.account_id, NEW.endpoint_name, NEW.tag_map) IS NOT DISTINCT FROM (OLD.account_id, OLD.endpoint_name, OLD.tag_map) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT decided.owner, decided.owner_rule INTO NEW.owner, NEW.owner_rule
  FROM owner_of(NEW.account_id, NEW.endpoint_name, NULL, NEW.tag_map) AS decided;
  RETURN NEW;
END $function$;

CREATE TABLE aws_sagemaker_endpoint (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region text NOT NULL,
  account_name text,
  owner text,
  owner_rule text,
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
  async_inference_config jsonb,
  creation_time timestamptz(3) NOT NULL,
  data_capture_config jsonb,
  endpoint_arn text NOT NULL,
  endpoint_config jsonb,
  endpoint_config_name text,
  endpoint_name text NOT NULL,
  endpoint_status text,
  explainer_config jsonb,
  failure_reason text,
  last_deployment_config jsonb,
  last_modified_time timestamptz(3),
  metrics_config jsonb,
  pending_deployment_summary jsonb,
  production_variants jsonb,
  shadow_production_variants jsonb,
  tag_map jsonb,
  tags jsonb,
  UNIQUE (endpoint_arn, creation_time)
);
COMMENT ON TABLE aws_sagemaker_endpoint IS 'Endpoints of Amazon SageMaker: which models answer requests, on what, and how that scales.';
COMMENT ON COLUMN aws_sagemaker_endpoint.id IS 'Number of the row within sagecat.';
COMMENT ON COLUMN aws_sagemaker_endpoint.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint.owner IS 'The team that the resource belongs to, by the rules of ownership; null where none applies.';
COMMENT ON COLUMN aws_sagemaker_endpoint.owner_rule IS 'Name of the rule that decided the owner.';
COMMENT ON COLUMN aws_sagemaker_endpoint.completeness IS 'described: every column is read; searched: the columns that Search lacks are not read yet.';
COMMENT ON COLUMN aws_sagemaker_endpoint.content_hash IS 'Fingerprint of all catalog columns.';
COMMENT ON COLUMN aws_sagemaker_endpoint.search_hash IS 'Fingerprint of the catalog columns that Search returns.';
COMMENT ON COLUMN aws_sagemaker_endpoint.first_seen_at IS 'When sagecat first saw the resource.';
COMMENT ON COLUMN aws_sagemaker_endpoint.changed_at IS 'When sagecat first saw the present content.';
COMMENT ON COLUMN aws_sagemaker_endpoint.described_at IS 'When a describe last gave the row new content.';
COMMENT ON COLUMN aws_sagemaker_endpoint.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint.settled IS 'Whether nothing but the tags can still change: such a resource is not described again.';
COMMENT ON COLUMN aws_sagemaker_endpoint.masked_fields IS 'Paths of the fields in which secrets were masked.';
COMMENT ON COLUMN aws_sagemaker_endpoint.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.';
COMMENT ON COLUMN aws_sagemaker_endpoint.inserted_by IS 'The transaction that added the row; null for rows of older versions of sagecat.';
COMMENT ON COLUMN aws_sagemaker_endpoint.account_id IS 'Identifier of the AWS account, from the ARN. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.async_inference_config IS 'How requests are queued, where the endpoint answers later, in S3. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_endpoint.data_capture_config IS 'What of requests and responses is captured at present. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.endpoint_config IS 'The endpoint configuration that is deployed, as DescribeEndpointConfig answers it. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.endpoint_config_name IS 'Name of the endpoint configuration that is deployed. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.endpoint_name IS 'Name of the endpoint, in its own spelling. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.endpoint_status IS 'What the endpoint does: InService, or how it comes to be or ceases to be so. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.explainer_config IS 'How answers are explained. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.failure_reason IS 'Why the endpoint failed, where it did. [STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.last_deployment_config IS 'How the last update was deployed. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.last_modified_time IS 'When the endpoint last changed, be it by an update or by scaling. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_endpoint.metrics_config IS 'Which metrics the endpoint publishes. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.pending_deployment_summary IS 'The deployment that is under way. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.production_variants IS 'The variants that answer requests. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.shadow_production_variants IS 'The variants that get a copy of requests and whose answers are discarded. [UNORDERED_LIST_STRUCT]';
COMMENT ON COLUMN aws_sagemaker_endpoint.tag_map IS 'The same tags as an object: values by key. Of several tags of one key the last of the list counts. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_endpoint.tags IS 'Tags, each as key:value. [UNORDERED_LIST_STRING]';
ALTER TABLE aws_sagemaker_endpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON aws_sagemaker_endpoint FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON aws_sagemaker_endpoint FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON aws_sagemaker_endpoint TO sagecat_reader, sagecat_account_reader;
CREATE TRIGGER stamp_written_by BEFORE UPDATE ON aws_sagemaker_endpoint
FOR EACH ROW EXECUTE FUNCTION stamp_written_by();
CREATE TRIGGER name_account BEFORE INSERT ON aws_sagemaker_endpoint
FOR EACH ROW EXECUTE FUNCTION name_account();
CREATE TRIGGER set_owner BEFORE INSERT OR UPDATE ON aws_sagemaker_endpoint
FOR EACH ROW EXECUTE FUNCTION aws_sagemaker_endpoint_set_owner();
CREATE TRIGGER billing_forget_jobs AFTER DELETE ON aws_sagemaker_endpoint REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION billing_forget_jobs();
CREATE INDEX aws_sagemaker_endpoint_by_target ON aws_sagemaker_endpoint (account_id, region, creation_time, endpoint_arn);
CREATE INDEX aws_sagemaker_endpoint_unsettled ON aws_sagemaker_endpoint (account_id, region, completeness, id)
WHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched');
CREATE INDEX aws_sagemaker_endpoint_written_by ON aws_sagemaker_endpoint (written_by);
CREATE INDEX aws_sagemaker_endpoint_inserted_by ON aws_sagemaker_endpoint (inserted_by, id);
CREATE INDEX aws_sagemaker_endpoint_first_seen ON aws_sagemaker_endpoint (first_seen_at, id);
CREATE INDEX aws_sagemaker_endpoint_by_owner ON aws_sagemaker_endpoint (owner COLLATE "C", id);
CREATE INDEX aws_sagemaker_endpoint_sort_creation_time ON aws_sagemaker_endpoint (creation_time DESC NULLS LAST, id DESC, endpoint_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_last_modified_time ON aws_sagemaker_endpoint (last_modified_time DESC NULLS LAST, id DESC, endpoint_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_changed_at ON aws_sagemaker_endpoint (changed_at DESC NULLS LAST, id DESC, endpoint_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_endpoint_name ON aws_sagemaker_endpoint (endpoint_name COLLATE "C" DESC NULLS LAST, id DESC, endpoint_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_endpoint_status ON aws_sagemaker_endpoint (endpoint_status COLLATE "C" DESC NULLS LAST, id DESC, account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_account_id ON aws_sagemaker_endpoint (account_id COLLATE "C" DESC NULLS LAST, id DESC, endpoint_status COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_sort_region ON aws_sagemaker_endpoint (region COLLATE "C" DESC NULLS LAST, id DESC, endpoint_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_endpoint_by_tags ON aws_sagemaker_endpoint USING gin (tags jsonb_path_ops);
CREATE INDEX aws_sagemaker_endpoint_by_production_variants ON aws_sagemaker_endpoint USING gin (production_variants jsonb_path_ops);
CREATE INDEX aws_sagemaker_endpoint_by_shadow_production_variants ON aws_sagemaker_endpoint USING gin (shadow_production_variants jsonb_path_ops);

CREATE OR REPLACE FUNCTION aws_sagemaker_endpoint_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_endpoint
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_endpoint AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_endpoint' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS former
  CROSS JOIN LATERAL jsonb_populate_record(former, CASE WHEN past.columns IS NOT NULL THEN (
    SELECT to_jsonb(decided) FROM owner_of(former.account_id, former.endpoint_name, NULL, former.tag_map) AS decided) END) AS version
  WHERE held.first_seen_at <= moment;
END $function$;
COMMENT ON FUNCTION aws_sagemaker_endpoint_as_of(timestamptz) IS 'The table as of a moment. Fingerprints and times of observation are those of today.';
GRANT EXECUTE ON FUNCTION aws_sagemaker_endpoint_as_of(timestamptz) TO sagecat_reader;

CREATE VIEW aws_sagemaker_endpoint_include_inference_response_in WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.async_inference_config -> 'output_config' -> 'notification_config' -> 'include_inference_response_in') = 'array' THEN resource.async_inference_config -> 'output_config' -> 'notification_config' -> 'include_inference_response_in' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_include_inference_response_in IS 'The topics whose messages hold the answer itself. One row each, from async_inference_config.output_config.notification_config.include_inference_response_in.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in.value IS 'The topics whose messages hold the answer itself.';
GRANT SELECT ON aws_sagemaker_endpoint_include_inference_response_in TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_endpoint_config_production_variants WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, (item.value ->> 'model_name')::text AS model_name, (item.value ->> 'initial_instance_count')::integer AS initial_instance_count, (item.value ->> 'instance_type')::text AS instance_type, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, (item.value ->> 'variant_instance_provision_timeout_in_seconds')::integer AS variant_instance_provision_timeout_in_seconds, (item.value ->> 'initial_variant_weight')::double precision AS initial_variant_weight, (item.value ->> 'accelerator_type')::text AS accelerator_type, (item.value -> 'core_dump_config' ->> 'destination_s3_uri')::text AS core_dump_config_destination_s3_uri, (item.value -> 'core_dump_config' ->> 'kms_key_id')::text AS core_dump_config_kms_key_id, (item.value -> 'serverless_config' ->> 'memory_size_in_mb')::integer AS serverless_config_memory_size_in_mb, (item.value -> 'serverless_config' ->> 'max_concurrency')::integer AS serverless_config_max_concurrency, (item.value -> 'serverless_config' ->> 'provisioned_concurrency')::integer AS serverless_config_provisioned_concurrency, (item.value ->> 'volume_size_in_gb')::integer AS volume_size_in_gb, (item.value ->> 'model_data_download_timeout_in_seconds')::integer AS model_data_download_timeout_in_seconds, (item.value ->> 'container_startup_health_check_timeout_in_seconds')::integer AS container_startup_health_check_timeout_in_seconds, (item.value ->> 'enable_ssm_access')::boolean AS enable_ssm_access, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value ->> 'inference_ami_version')::text AS inference_ami_version, (item.value -> 'capacity_reservation_config' ->> 'capacity_reservation_preference')::text AS capacity_reservation_config_capacity_reservation_preference, (item.value -> 'capacity_reservation_config' ->> 'ml_reservation_arn')::text AS capacity_reservation_config_ml_reservation_arn
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'production_variants') = 'array' THEN resource.endpoint_config -> 'production_variants' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_endpoint_config_production_variants IS 'The variants as they were asked for. One row each, from endpoint_config.production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.model_name IS 'Model that answers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.initial_instance_count IS 'Number of instances at the beginning.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.instance_type IS 'Instance type; absent where pools name it, or it is serverless.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.instance_pools IS 'Instance types in order of preference.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.variant_instance_provision_timeout_in_seconds IS 'Longest wait for instances in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.initial_variant_weight IS 'Weight by which it gets requests at the beginning.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.accelerator_type IS 'Elastic Inference accelerator on each instance.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.core_dump_config_destination_s3_uri IS 'S3 location of the core dumps.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.core_dump_config_kms_key_id IS 'KMS key that encrypts them.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.volume_size_in_gb IS 'Size in GB of the volume on each instance, where it was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.model_data_download_timeout_in_seconds IS 'Longest download of the model in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.container_startup_health_check_timeout_in_seconds IS 'Longest start of the container in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.enable_ssm_access IS 'Whether the containers can be entered through Systems Manager.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.inference_ami_version IS 'Version of the machine image of the instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.capacity_reservation_config_capacity_reservation_preference IS 'Whether other capacity is used too.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_production_variants.capacity_reservation_config_ml_reservation_arn IS 'ARN of the reservation.';
GRANT SELECT ON aws_sagemaker_endpoint_endpoint_config_production_variants TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_capture_options WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'capture_mode')::text AS capture_mode
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'data_capture_config' -> 'capture_options') = 'array' THEN resource.endpoint_config -> 'data_capture_config' -> 'capture_options' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_capture_options IS 'What is captured. One row each, from endpoint_config.data_capture_config.capture_options.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_capture_options.capture_mode IS 'Requests, responses or both.';
GRANT SELECT ON aws_sagemaker_endpoint_capture_options TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_csv_content_types WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'data_capture_config' -> 'capture_content_type_header' -> 'csv_content_types') = 'array' THEN resource.endpoint_config -> 'data_capture_config' -> 'capture_content_type_header' -> 'csv_content_types' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_csv_content_types IS 'Content types that are taken for CSV. One row each, from endpoint_config.data_capture_config.capture_content_type_header.csv_content_types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_csv_content_types.value IS 'Content types that are taken for CSV.';
GRANT SELECT ON aws_sagemaker_endpoint_csv_content_types TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_json_content_types WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'data_capture_config' -> 'capture_content_type_header' -> 'json_content_types') = 'array' THEN resource.endpoint_config -> 'data_capture_config' -> 'capture_content_type_header' -> 'json_content_types' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_json_content_types IS 'Content types that are taken for JSON. One row each, from endpoint_config.data_capture_config.capture_content_type_header.json_content_types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_json_content_types.value IS 'Content types that are taken for JSON.';
GRANT SELECT ON aws_sagemaker_endpoint_json_content_types TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_include_inference_response_in_2 WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'async_inference_config' -> 'output_config' -> 'notification_config' -> 'include_inference_response_in') = 'array' THEN resource.endpoint_config -> 'async_inference_config' -> 'output_config' -> 'notification_config' -> 'include_inference_response_in' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_include_inference_response_in_2 IS 'The topics whose messages hold the answer itself. One row each, from endpoint_config.async_inference_config.output_config.notification_config.include_inference_response_in.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_include_inference_response_in_2.value IS 'The topics whose messages hold the answer itself.';
GRANT SELECT ON aws_sagemaker_endpoint_include_inference_response_in_2 TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_endpoint_config_label_headers WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'label_headers') = 'array' THEN resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'label_headers' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_endpoint_config_label_headers IS 'Names of the labels. One row each, from endpoint_config.explainer_config.clarify_explainer_config.inference_config.label_headers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_label_headers.value IS 'Names of the labels.';
GRANT SELECT ON aws_sagemaker_endpoint_endpoint_config_label_headers TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_endpoint_config_feature_headers WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_headers') = 'array' THEN resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_headers' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_endpoint_config_feature_headers IS 'Names of the features. One row each, from endpoint_config.explainer_config.clarify_explainer_config.inference_config.feature_headers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_headers.value IS 'Names of the features.';
GRANT SELECT ON aws_sagemaker_endpoint_endpoint_config_feature_headers TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_endpoint_config_feature_types WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_types') = 'array' THEN resource.endpoint_config -> 'explainer_config' -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_types' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_endpoint_config_feature_types IS 'Types of the features. One row each, from endpoint_config.explainer_config.clarify_explainer_config.inference_config.feature_types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_feature_types.value IS 'Types of the features.';
GRANT SELECT ON aws_sagemaker_endpoint_endpoint_config_feature_types TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_shadow_production_variants_2 WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, (item.value ->> 'model_name')::text AS model_name, (item.value ->> 'initial_instance_count')::integer AS initial_instance_count, (item.value ->> 'instance_type')::text AS instance_type, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, (item.value ->> 'variant_instance_provision_timeout_in_seconds')::integer AS variant_instance_provision_timeout_in_seconds, (item.value ->> 'initial_variant_weight')::double precision AS initial_variant_weight, (item.value ->> 'accelerator_type')::text AS accelerator_type, (item.value -> 'core_dump_config' ->> 'destination_s3_uri')::text AS core_dump_config_destination_s3_uri, (item.value -> 'core_dump_config' ->> 'kms_key_id')::text AS core_dump_config_kms_key_id, (item.value -> 'serverless_config' ->> 'memory_size_in_mb')::integer AS serverless_config_memory_size_in_mb, (item.value -> 'serverless_config' ->> 'max_concurrency')::integer AS serverless_config_max_concurrency, (item.value -> 'serverless_config' ->> 'provisioned_concurrency')::integer AS serverless_config_provisioned_concurrency, (item.value ->> 'volume_size_in_gb')::integer AS volume_size_in_gb, (item.value ->> 'model_data_download_timeout_in_seconds')::integer AS model_data_download_timeout_in_seconds, (item.value ->> 'container_startup_health_check_timeout_in_seconds')::integer AS container_startup_health_check_timeout_in_seconds, (item.value ->> 'enable_ssm_access')::boolean AS enable_ssm_access, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value ->> 'inference_ami_version')::text AS inference_ami_version, (item.value -> 'capacity_reservation_config' ->> 'capacity_reservation_preference')::text AS capacity_reservation_config_capacity_reservation_preference, (item.value -> 'capacity_reservation_config' ->> 'ml_reservation_arn')::text AS capacity_reservation_config_ml_reservation_arn
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'shadow_production_variants') = 'array' THEN resource.endpoint_config -> 'shadow_production_variants' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_shadow_production_variants_2 IS 'The shadow variants as they were asked for. One row each, from endpoint_config.shadow_production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.model_name IS 'Model that answers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.initial_instance_count IS 'Number of instances at the beginning.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.instance_type IS 'Instance type; absent where pools name it, or it is serverless.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.instance_pools IS 'Instance types in order of preference.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.variant_instance_provision_timeout_in_seconds IS 'Longest wait for instances in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.initial_variant_weight IS 'Weight by which it gets requests at the beginning.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.accelerator_type IS 'Elastic Inference accelerator on each instance.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.core_dump_config_destination_s3_uri IS 'S3 location of the core dumps.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.core_dump_config_kms_key_id IS 'KMS key that encrypts them.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.volume_size_in_gb IS 'Size in GB of the volume on each instance, where it was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.model_data_download_timeout_in_seconds IS 'Longest download of the model in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.container_startup_health_check_timeout_in_seconds IS 'Longest start of the container in seconds.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.enable_ssm_access IS 'Whether the containers can be entered through Systems Manager.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.inference_ami_version IS 'Version of the machine image of the instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.capacity_reservation_config_capacity_reservation_preference IS 'Whether other capacity is used too.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_2.capacity_reservation_config_ml_reservation_arn IS 'ARN of the reservation.';
GRANT SELECT ON aws_sagemaker_endpoint_shadow_production_variants_2 TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_security_group_ids WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'vpc_config' -> 'security_group_ids') = 'array' THEN resource.endpoint_config -> 'vpc_config' -> 'security_group_ids' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_security_group_ids IS 'Identifiers of the security groups. One row each, from endpoint_config.vpc_config.security_group_ids.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_security_group_ids.value IS 'Identifiers of the security groups.';
GRANT SELECT ON aws_sagemaker_endpoint_security_group_ids TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.endpoint_config -> 'vpc_config' -> 'subnets') = 'array' THEN resource.endpoint_config -> 'vpc_config' -> 'subnets' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets IS 'Identifiers of the subnets. One row each, from endpoint_config.vpc_config.subnets.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets.value IS 'Identifiers of the subnets.';
GRANT SELECT ON aws_sagemaker_endpoint_endpoint_config_vpc_config_subnets TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_label_headers WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'label_headers') = 'array' THEN resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'label_headers' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_label_headers IS 'Names of the labels. One row each, from explainer_config.clarify_explainer_config.inference_config.label_headers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_label_headers.value IS 'Names of the labels.';
GRANT SELECT ON aws_sagemaker_endpoint_label_headers TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_feature_headers WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_headers') = 'array' THEN resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_headers' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_feature_headers IS 'Names of the features. One row each, from explainer_config.clarify_explainer_config.inference_config.feature_headers.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_headers.value IS 'Names of the features.';
GRANT SELECT ON aws_sagemaker_endpoint_feature_headers TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_feature_types WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_types') = 'array' THEN resource.explainer_config -> 'clarify_explainer_config' -> 'inference_config' -> 'feature_types' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_feature_types IS 'Types of the features. One row each, from explainer_config.clarify_explainer_config.inference_config.feature_types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_feature_types.value IS 'Types of the features.';
GRANT SELECT ON aws_sagemaker_endpoint_feature_types TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_alarms WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'alarm_name')::text AS alarm_name
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.last_deployment_config -> 'auto_rollback_configuration' -> 'alarms') = 'array' THEN resource.last_deployment_config -> 'auto_rollback_configuration' -> 'alarms' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_alarms IS 'The alarms that do. One row each, from last_deployment_config.auto_rollback_configuration.alarms.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_alarms.alarm_name IS 'Name of the CloudWatch alarm.';
GRANT SELECT ON aws_sagemaker_endpoint_alarms TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_production_variants_2 WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, nullif(item.value -> 'deployed_images', 'null') AS deployed_images, (item.value ->> 'current_weight')::double precision AS current_weight, (item.value ->> 'desired_weight')::double precision AS desired_weight, (item.value ->> 'current_instance_count')::integer AS current_instance_count, (item.value ->> 'desired_instance_count')::integer AS desired_instance_count, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, nullif(item.value -> 'variant_status', 'null') AS variant_status, (item.value -> 'current_serverless_config' ->> 'memory_size_in_mb')::integer AS current_serverless_config_memory_size_in_mb, (item.value -> 'current_serverless_config' ->> 'max_concurrency')::integer AS current_serverless_config_max_concurrency, (item.value -> 'current_serverless_config' ->> 'provisioned_concurrency')::integer AS current_serverless_config_provisioned_concurrency, (item.value -> 'desired_serverless_config' ->> 'memory_size_in_mb')::integer AS desired_serverless_config_memory_size_in_mb, (item.value -> 'desired_serverless_config' ->> 'max_concurrency')::integer AS desired_serverless_config_max_concurrency, (item.value -> 'desired_serverless_config' ->> 'provisioned_concurrency')::integer AS desired_serverless_config_provisioned_concurrency, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'accelerator_type')::text AS accelerator_type
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.pending_deployment_summary -> 'production_variants') = 'array' THEN resource.pending_deployment_summary -> 'production_variants' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_production_variants_2 IS 'The variants that are being deployed. One row each, from pending_deployment_summary.production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.deployed_images IS 'The images that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.current_weight IS 'Weight by which it gets requests.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.desired_weight IS 'Weight that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.current_instance_count IS 'Number of instances that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.desired_instance_count IS 'Number of instances that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.instance_pools IS 'The instances, where they are of several types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.variant_status IS 'What is being done with the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.current_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.current_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.current_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.desired_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.desired_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.desired_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.instance_type IS 'Instance type.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants_2.accelerator_type IS 'Elastic Inference accelerator on each instance.';
GRANT SELECT ON aws_sagemaker_endpoint_production_variants_2 TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_shadow_production_variants_3 WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, nullif(item.value -> 'deployed_images', 'null') AS deployed_images, (item.value ->> 'current_weight')::double precision AS current_weight, (item.value ->> 'desired_weight')::double precision AS desired_weight, (item.value ->> 'current_instance_count')::integer AS current_instance_count, (item.value ->> 'desired_instance_count')::integer AS desired_instance_count, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, nullif(item.value -> 'variant_status', 'null') AS variant_status, (item.value -> 'current_serverless_config' ->> 'memory_size_in_mb')::integer AS current_serverless_config_memory_size_in_mb, (item.value -> 'current_serverless_config' ->> 'max_concurrency')::integer AS current_serverless_config_max_concurrency, (item.value -> 'current_serverless_config' ->> 'provisioned_concurrency')::integer AS current_serverless_config_provisioned_concurrency, (item.value -> 'desired_serverless_config' ->> 'memory_size_in_mb')::integer AS desired_serverless_config_memory_size_in_mb, (item.value -> 'desired_serverless_config' ->> 'max_concurrency')::integer AS desired_serverless_config_max_concurrency, (item.value -> 'desired_serverless_config' ->> 'provisioned_concurrency')::integer AS desired_serverless_config_provisioned_concurrency, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value ->> 'instance_type')::text AS instance_type, (item.value ->> 'accelerator_type')::text AS accelerator_type
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.pending_deployment_summary -> 'shadow_production_variants') = 'array' THEN resource.pending_deployment_summary -> 'shadow_production_variants' END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_shadow_production_variants_3 IS 'The shadow variants that are being deployed. One row each, from pending_deployment_summary.shadow_production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.deployed_images IS 'The images that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.current_weight IS 'Weight by which it gets requests.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.desired_weight IS 'Weight that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.current_instance_count IS 'Number of instances that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.desired_instance_count IS 'Number of instances that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.instance_pools IS 'The instances, where they are of several types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.variant_status IS 'What is being done with the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.current_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.current_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.current_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.desired_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.desired_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.desired_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.instance_type IS 'Instance type.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants_3.accelerator_type IS 'Elastic Inference accelerator on each instance.';
GRANT SELECT ON aws_sagemaker_endpoint_shadow_production_variants_3 TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_production_variants WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, nullif(item.value -> 'deployed_images', 'null') AS deployed_images, (item.value ->> 'current_weight')::double precision AS current_weight, (item.value ->> 'desired_weight')::double precision AS desired_weight, (item.value ->> 'current_instance_count')::integer AS current_instance_count, (item.value ->> 'desired_instance_count')::integer AS desired_instance_count, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, nullif(item.value -> 'variant_status', 'null') AS variant_status, (item.value -> 'current_serverless_config' ->> 'memory_size_in_mb')::integer AS current_serverless_config_memory_size_in_mb, (item.value -> 'current_serverless_config' ->> 'max_concurrency')::integer AS current_serverless_config_max_concurrency, (item.value -> 'current_serverless_config' ->> 'provisioned_concurrency')::integer AS current_serverless_config_provisioned_concurrency, (item.value -> 'desired_serverless_config' ->> 'memory_size_in_mb')::integer AS desired_serverless_config_memory_size_in_mb, (item.value -> 'desired_serverless_config' ->> 'max_concurrency')::integer AS desired_serverless_config_max_concurrency, (item.value -> 'desired_serverless_config' ->> 'provisioned_concurrency')::integer AS desired_serverless_config_provisioned_concurrency, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value -> 'capacity_reservation_config' ->> 'ml_reservation_arn')::text AS capacity_reservation_config_ml_reservation_arn, (item.value -> 'capacity_reservation_config' ->> 'capacity_reservation_preference')::text AS capacity_reservation_config_capacity_reservation_preference, (item.value -> 'capacity_reservation_config' ->> 'total_instance_count')::integer AS capacity_reservation_config_total_instance_count, (item.value -> 'capacity_reservation_config' ->> 'available_instance_count')::integer AS capacity_reservation_config_available_instance_count, (item.value -> 'capacity_reservation_config' ->> 'used_by_current_endpoint')::integer AS capacity_reservation_config_used_by_current_endpoint, nullif(item.value -> 'capacity_reservation_config' -> 'ec2_capacity_reservations', 'null') AS capacity_reservation_config_ec2_capacity_reservations
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.production_variants) = 'array' THEN resource.production_variants END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_production_variants IS 'The variants that answer requests. One row each, from production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.deployed_images IS 'The images that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.current_weight IS 'Weight by which it gets requests.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.desired_weight IS 'Weight that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.current_instance_count IS 'Number of instances that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.desired_instance_count IS 'Number of instances that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.instance_pools IS 'The instances, where they are of several types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.variant_status IS 'What is being done with the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.current_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.current_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.current_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.desired_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.desired_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.desired_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_ml_reservation_arn IS 'ARN of the reservation.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_capacity_reservation_preference IS 'Whether other capacity is used too.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_total_instance_count IS 'Instances that are reserved.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_available_instance_count IS 'Instances of the reservation that are free.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_used_by_current_endpoint IS 'Instances of the reservation that this endpoint uses.';
COMMENT ON COLUMN aws_sagemaker_endpoint_production_variants.capacity_reservation_config_ec2_capacity_reservations IS 'The EC2 reservations behind it.';
GRANT SELECT ON aws_sagemaker_endpoint_production_variants TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_shadow_production_variants WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, (item.value ->> 'variant_name')::text AS variant_name, nullif(item.value -> 'deployed_images', 'null') AS deployed_images, (item.value ->> 'current_weight')::double precision AS current_weight, (item.value ->> 'desired_weight')::double precision AS desired_weight, (item.value ->> 'current_instance_count')::integer AS current_instance_count, (item.value ->> 'desired_instance_count')::integer AS desired_instance_count, nullif(item.value -> 'instance_pools', 'null') AS instance_pools, nullif(item.value -> 'variant_status', 'null') AS variant_status, (item.value -> 'current_serverless_config' ->> 'memory_size_in_mb')::integer AS current_serverless_config_memory_size_in_mb, (item.value -> 'current_serverless_config' ->> 'max_concurrency')::integer AS current_serverless_config_max_concurrency, (item.value -> 'current_serverless_config' ->> 'provisioned_concurrency')::integer AS current_serverless_config_provisioned_concurrency, (item.value -> 'desired_serverless_config' ->> 'memory_size_in_mb')::integer AS desired_serverless_config_memory_size_in_mb, (item.value -> 'desired_serverless_config' ->> 'max_concurrency')::integer AS desired_serverless_config_max_concurrency, (item.value -> 'desired_serverless_config' ->> 'provisioned_concurrency')::integer AS desired_serverless_config_provisioned_concurrency, (item.value -> 'managed_instance_scaling' ->> 'status')::text AS managed_instance_scaling_status, (item.value -> 'managed_instance_scaling' ->> 'min_instance_count')::integer AS managed_instance_scaling_min_instance_count, (item.value -> 'managed_instance_scaling' ->> 'max_instance_count')::integer AS managed_instance_scaling_max_instance_count, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'strategy')::text AS managed_instance_scaling_scale_in_policy_strategy, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'maximum_step_size')::integer AS managed_instance_scaling_scale_in_policy_maximum_step_size, (item.value -> 'managed_instance_scaling' -> 'scale_in_policy' ->> 'cooldown_in_minutes')::integer AS managed_instance_scaling_scale_in_policy_cooldown_in_minutes, (item.value -> 'routing_config' ->> 'routing_strategy')::text AS routing_config_routing_strategy, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'prefix_length')::integer AS routing_config_prefix_aware_routing_config_prefix_length, (item.value -> 'routing_config' -> 'prefix_aware_routing_config' ->> 'concurrency_threshold')::integer AS routing_config_prefix_aware_routing_config_concurrency_threshold, (item.value -> 'capacity_reservation_config' ->> 'ml_reservation_arn')::text AS capacity_reservation_config_ml_reservation_arn, (item.value -> 'capacity_reservation_config' ->> 'capacity_reservation_preference')::text AS capacity_reservation_config_capacity_reservation_preference, (item.value -> 'capacity_reservation_config' ->> 'total_instance_count')::integer AS capacity_reservation_config_total_instance_count, (item.value -> 'capacity_reservation_config' ->> 'available_instance_count')::integer AS capacity_reservation_config_available_instance_count, (item.value -> 'capacity_reservation_config' ->> 'used_by_current_endpoint')::integer AS capacity_reservation_config_used_by_current_endpoint, nullif(item.value -> 'capacity_reservation_config' -> 'ec2_capacity_reservations', 'null') AS capacity_reservation_config_ec2_capacity_reservations
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(resource.shadow_production_variants) = 'array' THEN resource.shadow_production_variants END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_shadow_production_variants IS 'The variants that get a copy of requests and whose answers are discarded. One row each, from shadow_production_variants.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.variant_name IS 'Name of the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.deployed_images IS 'The images that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.current_weight IS 'Weight by which it gets requests.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.desired_weight IS 'Weight that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.current_instance_count IS 'Number of instances that run.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.desired_instance_count IS 'Number of instances that was asked for.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.instance_pools IS 'The instances, where they are of several types.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.variant_status IS 'What is being done with the variant.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.current_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.current_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.current_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.desired_serverless_config_memory_size_in_mb IS 'Memory in MB.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.desired_serverless_config_max_concurrency IS 'Most requests at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.desired_serverless_config_provisioned_concurrency IS 'Requests at a time for which capacity is kept ready.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_status IS 'Whether it does: ENABLED or DISABLED.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_min_instance_count IS 'Fewest instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_max_instance_count IS 'Most instances.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_scale_in_policy_strategy IS 'Which ones: CONSOLIDATION or IDLE_RELEASE.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_scale_in_policy_maximum_step_size IS 'Most instances that are removed at a time.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.managed_instance_scaling_scale_in_policy_cooldown_in_minutes IS 'Minutes between two removals.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.routing_config_routing_strategy IS 'At random, to the least busy, or by the beginning of the prompt.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.routing_config_prefix_aware_routing_config_prefix_length IS 'Length of the beginning that counts.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.routing_config_prefix_aware_routing_config_concurrency_threshold IS 'Requests at a time from which the least busy instance is taken.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_ml_reservation_arn IS 'ARN of the reservation.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_capacity_reservation_preference IS 'Whether other capacity is used too.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_total_instance_count IS 'Instances that are reserved.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_available_instance_count IS 'Instances of the reservation that are free.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_used_by_current_endpoint IS 'Instances of the reservation that this endpoint uses.';
COMMENT ON COLUMN aws_sagemaker_endpoint_shadow_production_variants.capacity_reservation_config_ec2_capacity_reservations IS 'The EC2 reservations behind it.';
GRANT SELECT ON aws_sagemaker_endpoint_shadow_production_variants TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_endpoint_tags WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.endpoint_arn, resource.endpoint_name, resource.creation_time, resource.deleted_at, item.position, item.value AS tag, CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END AS key, substr(item.value, length(CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END) + 2) AS value
FROM aws_sagemaker_endpoint AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.tags) = 'array' THEN resource.tags END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_endpoint_tags IS 'Tags, each as key:value. One row each, from tags.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.resource_id IS 'Number of the row in aws_sagemaker_endpoint.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.endpoint_arn IS 'ARN of the endpoint; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.endpoint_name IS 'Name of the endpoint, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.creation_time IS 'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.tag IS 'The tag as key:value.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.key IS 'Key of the tag.';
COMMENT ON COLUMN aws_sagemaker_endpoint_tags.value IS 'Value of the tag.';
GRANT SELECT ON aws_sagemaker_endpoint_tags TO sagecat_reader, sagecat_account_reader;
