CREATE OR REPLACE FUNCTION aws_sagemaker_transformjob_set_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.account_id, NEW.transform_job_name, NEW.tag_map) IS NOT DISTINCT FROM (OLD.account_id, OLD.transform_job_name, OLD.tag_map) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT decided.owner, decided.owner_rule INTO NEW.owner, NEW.owner_rule
  FROM owner_of(NEW.account_id, NEW.transform_job_name, NULL, NEW.tag_map) AS decided;
  RETURN NEW;
END $function$;

CREATE TABLE aws_sagemaker_transformjob (
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
  auto_ml_job_arn text,
  batch_strategy text,
  creation_time timestamptz(3) NOT NULL,
  data_capture_config jsonb,
  data_processing jsonb,
  environment jsonb,
  experiment_config jsonb,
  failure_reason text,
  labeling_job_arn text,
  max_concurrent_transforms integer,
  max_payload_in_mb integer,
  model_client_config jsonb,
  model_name text,
  tag_map jsonb,
  tags jsonb,
  transform_end_time timestamptz(3),
  transform_input jsonb,
  transform_job_arn text NOT NULL,
  transform_job_name text NOT NULL,
  transform_job_status text,
  transform_output jsonb,
  transform_resources jsonb,
  transform_start_time timestamptz(3),
  UNIQUE (transform_job_arn, creation_time)
);
COMMENT ON TABLE aws_sagemaker_transformjob IS 'Batch transform jobs of Amazon SageMaker: which model transformed what data, on what, and how it ended.';
COMMENT ON COLUMN aws_sagemaker_transformjob.id IS 'Number of the row within sagecat.';
COMMENT ON COLUMN aws_sagemaker_transformjob.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_transformjob.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_transformjob.owner IS 'The team that the resource belongs to, by the rules of ownership; null where none applies.';
COMMENT ON COLUMN aws_sagemaker_transformjob.owner_rule IS 'Name of the rule that decided the owner.';
COMMENT ON COLUMN aws_sagemaker_transformjob.completeness IS 'described: every column is read; searched: the columns that Search lacks are not read yet.';
COMMENT ON COLUMN aws_sagemaker_transformjob.content_hash IS 'Fingerprint of all catalog columns.';
COMMENT ON COLUMN aws_sagemaker_transformjob.search_hash IS 'Fingerprint of the catalog columns that Search returns.';
COMMENT ON COLUMN aws_sagemaker_transformjob.first_seen_at IS 'When sagecat first saw the resource.';
COMMENT ON COLUMN aws_sagemaker_transformjob.changed_at IS 'When sagecat first saw the present content.';
COMMENT ON COLUMN aws_sagemaker_transformjob.described_at IS 'When a describe last gave the row new content.';
COMMENT ON COLUMN aws_sagemaker_transformjob.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_transformjob.settled IS 'Whether nothing but the tags can still change: such a resource is not described again.';
COMMENT ON COLUMN aws_sagemaker_transformjob.masked_fields IS 'Paths of the fields in which secrets were masked.';
COMMENT ON COLUMN aws_sagemaker_transformjob.written_by IS 'The transaction that wrote the row last: tells readers what is new to them.';
COMMENT ON COLUMN aws_sagemaker_transformjob.inserted_by IS 'The transaction that added the row; null for rows of older versions of sagecat.';
COMMENT ON COLUMN aws_sagemaker_transformjob.account_id IS 'Identifier of the AWS account, from the ARN. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.auto_ml_job_arn IS 'ARN of the AutoML job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.batch_strategy IS 'Whether a request has one record or several: SingleRecord or MultiRecord. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_transformjob.data_capture_config IS 'What of requests and responses is captured. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.data_processing IS 'How input and output are filtered and joined. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.environment IS 'Environment variables of the container. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.experiment_config IS 'The experiment that the job belongs to. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.failure_reason IS 'Why the job failed, where it did. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.labeling_job_arn IS 'ARN of the labeling job that started this job. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.max_concurrent_transforms IS 'Most requests at a time to each instance. [INT32]';
COMMENT ON COLUMN aws_sagemaker_transformjob.max_payload_in_mb IS 'Largest request in MB. [INT32]';
COMMENT ON COLUMN aws_sagemaker_transformjob.model_client_config IS 'How long and how often the model is asked. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.model_name IS 'Model that transforms the data. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.tag_map IS 'The same tags as an object: values by key. Of several tags of one key the last of the list counts. [MAP_STRING_STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.tags IS 'Tags, each as key:value. [UNORDERED_LIST_STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_end_time IS 'When the job ended on the instances, or failed. [TIMESTAMP]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_input IS 'The data that is transformed. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_job_status IS 'InProgress, Completed, Failed, Stopping or Stopped. [STRING]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_output IS 'Where the result goes. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_resources IS 'What the job runs on. [STRUCT]';
COMMENT ON COLUMN aws_sagemaker_transformjob.transform_start_time IS 'When the job began on the instances. [TIMESTAMP]';
ALTER TABLE aws_sagemaker_transformjob ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_accounts ON aws_sagemaker_transformjob FOR SELECT TO sagecat_reader USING (true);
CREATE POLICY own_accounts ON aws_sagemaker_transformjob FOR SELECT TO sagecat_account_reader USING (account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[]));
GRANT SELECT ON aws_sagemaker_transformjob TO sagecat_reader, sagecat_account_reader;
CREATE TRIGGER stamp_written_by BEFORE UPDATE ON aws_sagemaker_transformjob
FOR EACH ROW EXECUTE FUNCTION stamp_written_by();
CREATE TRIGGER name_account BEFORE INSERT ON aws_sagemaker_transformjob
FOR EACH ROW EXECUTE FUNCTION name_account();
CREATE TRIGGER set_owner BEFORE INSERT OR UPDATE ON aws_sagemaker_transformjob
FOR EACH ROW EXECUTE FUNCTION aws_sagemaker_transformjob_set_owner();
CREATE TRIGGER billing_forget_jobs AFTER DELETE ON aws_sagemaker_transformjob REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION billing_forget_jobs();
CREATE INDEX aws_sagemaker_transformjob_by_target ON aws_sagemaker_transformjob (account_id, region, creation_time, transform_job_arn);
CREATE INDEX aws_sagemaker_transformjob_unsettled ON aws_sagemaker_transformjob (account_id, region, completeness, id)
WHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched');
CREATE INDEX aws_sagemaker_transformjob_written_by ON aws_sagemaker_transformjob (written_by);
CREATE INDEX aws_sagemaker_transformjob_inserted_by ON aws_sagemaker_transformjob (inserted_by, id);
CREATE INDEX aws_sagemaker_transformjob_first_seen ON aws_sagemaker_transformjob (first_seen_at, id);
CREATE INDEX aws_sagemaker_transformjob_by_owner ON aws_sagemaker_transformjob (owner COLLATE "C", id);
CREATE INDEX aws_sagemaker_transformjob_sort_creation_time ON aws_sagemaker_transformjob (creation_time DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_transform_start_time ON aws_sagemaker_transformjob (transform_start_time DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_transform_end_time ON aws_sagemaker_transformjob (transform_end_time DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_changed_at ON aws_sagemaker_transformjob (changed_at DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_transform_job_name ON aws_sagemaker_transformjob (transform_job_name COLLATE "C" DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_transform_job_status ON aws_sagemaker_transformjob (transform_job_status COLLATE "C" DESC NULLS LAST, id DESC, account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_account_id ON aws_sagemaker_transformjob (account_id COLLATE "C" DESC NULLS LAST, id DESC, transform_job_status COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_sort_region ON aws_sagemaker_transformjob (region COLLATE "C" DESC NULLS LAST, id DESC, transform_job_status COLLATE "C", account_id COLLATE "C");
CREATE INDEX aws_sagemaker_transformjob_by_tags ON aws_sagemaker_transformjob USING gin (tags jsonb_path_ops);
CREATE INDEX aws_sagemaker_transformjob_by_environment ON aws_sagemaker_transformjob USING gin (environment jsonb_path_ops);

CREATE OR REPLACE FUNCTION aws_sagemaker_transformjob_as_of(moment timestamptz) RETURNS SETOF aws_sagemaker_transformjob
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM aws_sagemaker_transformjob AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = 'aws_sagemaker_transformjob' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS former
  CROSS JOIN LATERAL jsonb_populate_record(former, CASE WHEN past.columns IS NOT NULL THEN (
    SELECT to_jsonb(decided) FROM owner_of(former.account_id, former.transform_job_name, NULL, former.tag_map) AS decided) END) AS version
  WHERE held.first_seen_at <= moment;
END $function$;
COMMENT ON FUNCTION aws_sagemaker_transformjob_as_of(timestamptz) IS 'The table as of a moment. Fingerprints and times of observation are those of today.';
GRANT EXECUTE ON FUNCTION aws_sagemaker_transformjob_as_of(timestamptz) TO sagecat_reader;

CREATE VIEW aws_sagemaker_transformjob_environment WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.transform_job_arn, resource.transform_job_name, resource.creation_time, resource.deleted_at, item.key, item.value
FROM aws_sagemaker_transformjob AS resource
CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(resource.environment) = 'object' THEN resource.environment END) AS item (key, value);
COMMENT ON VIEW aws_sagemaker_transformjob_environment IS 'Environment variables of the container. One row each, from environment.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.resource_id IS 'Number of the row in aws_sagemaker_transformjob.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.transform_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.transform_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.key IS 'Key of the entry.';
COMMENT ON COLUMN aws_sagemaker_transformjob_environment.value IS 'Value of the entry.';
GRANT SELECT ON aws_sagemaker_transformjob_environment TO sagecat_reader, sagecat_account_reader;

CREATE VIEW aws_sagemaker_transformjob_tags WITH (security_invoker = true) AS
SELECT resource.id AS resource_id, resource.account_id, resource.account_name, resource.region, resource.transform_job_arn, resource.transform_job_name, resource.creation_time, resource.deleted_at, item.position, item.value AS tag, CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END AS key, substr(item.value, length(CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END) + 2) AS value
FROM aws_sagemaker_transformjob AS resource
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(resource.tags) = 'array' THEN resource.tags END) WITH ORDINALITY AS item (value, position);
COMMENT ON VIEW aws_sagemaker_transformjob_tags IS 'Tags, each as key:value. One row each, from tags.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.resource_id IS 'Number of the row in aws_sagemaker_transformjob.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.account_id IS 'Identifier of the AWS account, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.region IS 'AWS region, from the ARN.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.transform_job_arn IS 'ARN of the job; holds its name in lower case.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.transform_job_name IS 'Name of the job, in its own spelling.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.tag IS 'The tag as key:value.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.key IS 'Key of the tag.';
COMMENT ON COLUMN aws_sagemaker_transformjob_tags.value IS 'Value of the tag.';
GRANT SELECT ON aws_sagemaker_transformjob_tags TO sagecat_reader, sagecat_account_reader;
