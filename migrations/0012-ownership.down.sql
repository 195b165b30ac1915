DROP VIEW billable_by_job;
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
DROP TRIGGER set_owner ON aws_sagemaker_trainingjob;
DROP FUNCTION aws_sagemaker_trainingjob_set_owner();
ALTER TABLE aws_sagemaker_trainingjob DROP COLUMN owner, DROP COLUMN owner_rule;
DROP TRIGGER set_owner ON aws_sagemaker_processingjob;
DROP FUNCTION aws_sagemaker_processingjob_set_owner();
ALTER TABLE aws_sagemaker_processingjob DROP COLUMN owner, DROP COLUMN owner_rule;
DROP FUNCTION owner_of(text, text, text, jsonb);
DROP TABLE sagecat_private.ownership_applied, sagecat_private.ownership_entry, sagecat_private.ownership_rule;
CREATE VIEW billable_by_job WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, job.tag_map, 'aws_sagemaker_trainingjob' AS resource_type
FROM (
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, u.resource_id AS resource_id, u.day AS day, u.account_id AS account_id, u.region AS region, u.started_at AS started_at, u.ended_at AS ended_at, u.status AS status, u.capacity AS capacity, u.billing AS billing, u.waste AS waste, u.instance_type AS instance_types, u.instance_count::bigint AS instance_count, u.billable_seconds AS billable_seconds, u.instance_seconds::numeric AS instance_seconds, CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END::numeric AS prepaid_instance_seconds, u.training_seconds AS training_seconds, (u.spot_saved_seconds::bigint * u.instance_count)::numeric AS spot_saved_instance_seconds, u.warm_pool_seconds AS warm_pool_seconds, u.warm_pool_instance_seconds::numeric AS warm_pool_instance_seconds, u.training_plan_arn AS training_plan_arn, u.token_count AS token_count, u.storage_gb_seconds::numeric AS storage_gb_seconds, u.currency AS currency, u.compute_cost AS compute_cost, u.warm_pool_cost AS warm_pool_cost, u.storage_cost AS storage_cost, u.cost AS cost, u.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage_priced AS u
  JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id AND u.resource_type = 'aws_sagemaker_trainingjob'
  WHERE u.group_index = 0
    AND NOT EXISTS (SELECT FROM billing_usage AS more WHERE more.resource_id = u.resource_id AND more.group_index = 1 AND more.resource_type = u.resource_type)
  UNION ALL
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, job.id AS resource_id, g.day AS day, g.account_id AS account_id, g.region AS region, g.started_at AS started_at, g.ended_at AS ended_at, g.status AS status, sums.capacity AS capacity, sums.billing AS billing, g.waste AS waste, sums.instance_types AS instance_types, sums.instance_count AS instance_count, g.billable_seconds AS billable_seconds, sums.instance_seconds AS instance_seconds, sums.prepaid_instance_seconds AS prepaid_instance_seconds, g.training_seconds AS training_seconds, sums.spot_saved_instance_seconds AS spot_saved_instance_seconds, g.warm_pool_seconds AS warm_pool_seconds, sums.warm_pool_instance_seconds AS warm_pool_instance_seconds, g.training_plan_arn AS training_plan_arn, g.token_count AS token_count, sums.storage_gb_seconds AS storage_gb_seconds, CASE WHEN g.region LIKE 'cn-%' THEN 'CNY' WHEN g.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, sums.compute_cost AS compute_cost, sums.warm_pool_cost AS warm_pool_cost, sums.storage_cost AS storage_cost, sums.cost AS cost, sums.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage AS g
  JOIN aws_sagemaker_trainingjob AS job ON job.id = g.resource_id AND g.resource_type = 'aws_sagemaker_trainingjob'
  CROSS JOIN LATERAL (
    SELECT min(u.capacity) AS capacity, min(u.billing) AS billing, string_agg(u.instance_type, ', ' ORDER BY u.group_index) AS instance_types,
      sum(u.instance_count) AS instance_count, CASE WHEN count(instance_seconds) = count(*) THEN sum(instance_seconds) END AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0) AS prepaid_instance_seconds,
      sum(u.spot_saved_seconds::bigint * u.instance_count) AS spot_saved_instance_seconds,
      sum(u.warm_pool_instance_seconds) AS warm_pool_instance_seconds, sum(u.storage_gb_seconds) AS storage_gb_seconds,
      CASE WHEN count(compute_cost) = count(*) THEN sum(compute_cost) END AS compute_cost, CASE WHEN count(warm_pool_cost) = count(*) THEN sum(warm_pool_cost) END AS warm_pool_cost, CASE WHEN count(storage_cost) = count(*) THEN sum(storage_cost) END AS storage_cost, CASE WHEN count(cost) = count(*) THEN sum(cost) END AS cost, bool_or(u.is_unpriced) AS is_unpriced
    FROM billing_usage_priced AS u WHERE u.resource_id = g.resource_id AND u.resource_type = g.resource_type
  ) AS sums
  WHERE g.group_index = 1
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id
LEFT JOIN aws_sagemaker_trainingjob AS job ON job.id = billed.resource_id;
COMMENT ON VIEW billable_by_job IS 'Billable time and cost of every job.';
COMMENT ON COLUMN billable_by_job.training_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN billable_by_job.training_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN billable_by_job.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN billable_by_job.resource_id IS 'Number of what was used: id in the table of its type.';
COMMENT ON COLUMN billable_by_job.day IS 'UTC day on which use began. Prices of that day hold for the whole job.';
COMMENT ON COLUMN billable_by_job.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billable_by_job.region IS 'AWS region.';
COMMENT ON COLUMN billable_by_job.started_at IS 'Start of training; creation where training has not begun.';
COMMENT ON COLUMN billable_by_job.ended_at IS 'End of training; null while the job runs.';
COMMENT ON COLUMN billable_by_job.status IS 'Status of the job.';
COMMENT ON COLUMN billable_by_job.capacity IS 'How capacity is paid for: on_demand, spot, training_plan (prepaid) or serverless (by the token).';
COMMENT ON COLUMN billable_by_job.billing IS 'final; running (not known yet); unbilled (ended before training began); unreported (ended, and SageMaker did not say).';
COMMENT ON COLUMN billable_by_job.waste IS 'Why the job came to nothing: failed, stopped, interrupted or timed_out; null where it did not.';
COMMENT ON COLUMN billable_by_job.instance_types IS 'Instance types of the job, one for each group.';
COMMENT ON COLUMN billable_by_job.instance_count IS 'Instances of all groups together.';
COMMENT ON COLUMN billable_by_job.billable_seconds IS 'Seconds billed for each instance; null where that is not known.';
COMMENT ON COLUMN billable_by_job.instance_seconds IS 'Billable seconds times instances, over all groups; null where that is not known.';
COMMENT ON COLUMN billable_by_job.prepaid_instance_seconds IS 'Part of instance_seconds on the prepaid capacity of a training plan.';
COMMENT ON COLUMN billable_by_job.training_seconds IS 'Seconds of training, billed or not.';
COMMENT ON COLUMN billable_by_job.spot_saved_instance_seconds IS 'Instance seconds that spot capacity saved, over all groups.';
COMMENT ON COLUMN billable_by_job.warm_pool_seconds IS 'Seconds for which each instance was kept warm and billed; null while that is not known.';
COMMENT ON COLUMN billable_by_job.warm_pool_instance_seconds IS 'Warm pool seconds times instances, over all groups.';
COMMENT ON COLUMN billable_by_job.training_plan_arn IS 'The training plan whose prepaid capacity was used.';
COMMENT ON COLUMN billable_by_job.token_count IS 'Tokens billed for a serverless job.';
COMMENT ON COLUMN billable_by_job.storage_gb_seconds IS 'Volume size times instance seconds, over all groups.';
COMMENT ON COLUMN billable_by_job.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN billable_by_job.compute_cost IS 'Cost of the billed instance seconds, on demand and spot; null without a price.';
COMMENT ON COLUMN billable_by_job.warm_pool_cost IS 'Cost of keeping warm pools; null without a price.';
COMMENT ON COLUMN billable_by_job.storage_cost IS 'Cost of the volumes; null without a price.';
COMMENT ON COLUMN billable_by_job.cost IS 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.';
COMMENT ON COLUMN billable_by_job.is_unpriced IS 'Whether something was billed for which there is no price.';
COMMENT ON COLUMN billable_by_job.role_arn IS 'ARN of the IAM role that the job runs as. [STRING]';
COMMENT ON COLUMN billable_by_job.tags IS 'Tags, each as key:value. [UNORDERED_LIST_STRING]';
COMMENT ON COLUMN billable_by_job.deleted_at IS 'When sagecat found that the resource is gone; null while it exists.';
COMMENT ON COLUMN billable_by_job.account_name IS 'Name of the AWS account; null where it is not known.';
COMMENT ON COLUMN billable_by_job.tag_map IS 'Tags as an object: values by key.';
COMMENT ON COLUMN billable_by_job.resource_type IS 'Resource type of what was used, e.g. aws_sagemaker_trainingjob.';
GRANT SELECT ON billable_by_job TO sagecat_reader, sagecat_account_reader;
