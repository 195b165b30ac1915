CREATE OR REPLACE VIEW billable_by_job WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, job.tag_map, 'aws_sagemaker_trainingjob' AS resource_type,
  job.owner, job.owner_rule
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

CREATE OR REPLACE VIEW running_jobs_projection WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, 'aws_sagemaker_trainingjob' AS resource_type
FROM (
  SELECT r.*, CASE WHEN capacity IN ('training_plan', 'serverless') THEN 0 ELSE instance_seconds_so_far * training_hourly / 3600 END AS cost_so_far,
    CASE WHEN capacity IN ('training_plan', 'serverless') THEN 0 ELSE projected_instance_seconds * training_hourly / 3600 END AS projected_cost
  FROM (
    SELECT job.training_job_arn, job.training_job_name, u.resource_id, u.group_index, u.account_id, u.region, u.day, u.capacity,
      u.instance_type, u.instance_count, job.secondary_status, t.elapsed_seconds, t.max_runtime_seconds,
      coalesce(job.training_start_time, now()) + t.max_runtime_seconds * interval '1 second' AS latest_end,
      t.elapsed_seconds * u.instance_count AS instance_seconds_so_far,
      t.max_runtime_seconds::bigint * u.instance_count AS projected_instance_seconds, u.currency, u.training_hourly
    FROM billing_usage_priced AS u
    JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id AND u.resource_type = 'aws_sagemaker_trainingjob'
    CROSS JOIN LATERAL (
      SELECT greatest(floor(extract(epoch FROM now() - job.training_start_time)), 0)::bigint AS elapsed,
        coalesce((job.stopping_condition ->> 'max_runtime_in_seconds')::int, 86400) AS max_runtime_seconds
    ) AS e
    CROSS JOIN LATERAL (SELECT coalesce(e.elapsed, 0) AS elapsed_seconds, e.max_runtime_seconds) AS t
    WHERE u.billing = 'running' AND job.deleted_at IS NULL
  ) AS r
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;

DROP VIEW billing_job_usage_priced;
