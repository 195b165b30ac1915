-- What ends by itself is priced from the rows of billing_usage alone. Through the union with what goes on, PostgreSQL does not find the use
-- of one job by its number, and reads all of it.
CREATE VIEW billing_job_usage_priced WITH (security_invoker = true) AS
SELECT billed.resource_id, billed.group_index, billed.group_name, billed.account_id, billed.region, billed.day, billed.started_at,
  billed.ended_at, billed.status, billed.capacity, billed.billing, billed.waste, billed.instance_type, billed.instance_count,
  billed.billable_seconds, billed.instance_seconds, billed.training_seconds, billed.spot_saved_seconds, billed.warm_pool_seconds,
  billed.warm_pool_instance_seconds, billed.training_plan_arn, billed.token_count, billed.volume_gb, billed.storage_gb_seconds,
  billed.pending_ms, billed.starting_ms, billed.downloading_ms, billed.training_ms, billed.interrupted_ms, billed.uploading_ms,
  billed.stopping_ms, billed.other_ms, billed.currency, billed.training_hourly, billed.warm_pool_hourly, billed.storage_gb_month,
  billed.compute_cost, billed.warm_pool_cost, billed.storage_cost, billed.is_unpriced, billed.cost, account.name AS account_name, billed.resource_type
FROM (
  SELECT p.*,
    CASE WHEN is_unpriced THEN NULL ELSE compute_cost + warm_pool_cost + coalesce(storage_cost, 0) END AS cost
  FROM (
    SELECT u.*, CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, rate.training_hourly, rate.warm_pool_hourly, storage_rate.storage_gb_month,
      CASE WHEN u.capacity IN ('training_plan', 'serverless') THEN 0 WHEN u.instance_seconds IS NULL THEN NULL
        ELSE CASE WHEN u.instance_seconds = 0 THEN 0 ELSE u.instance_seconds * rate.training_hourly / 3600 END END AS compute_cost,
      CASE WHEN coalesce(u.warm_pool_instance_seconds, 0) = 0 THEN 0 ELSE coalesce(u.warm_pool_instance_seconds, 0) * rate.warm_pool_hourly / 3600 END AS warm_pool_cost,
      CASE WHEN u.storage_gb_seconds = 0 THEN 0 ELSE u.storage_gb_seconds * storage_rate.storage_gb_month / (extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400) END AS storage_cost,
      (u.capacity IN ('on_demand', 'spot') AND coalesce(u.instance_seconds, 0) > 0 AND rate.training_hourly IS NULL)
        OR (coalesce(u.warm_pool_instance_seconds, 0) > 0 AND rate.warm_pool_hourly IS NULL) AS is_unpriced
    FROM billing_usage AS u
    LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
    LEFT JOIN billing_rate AS rate
      ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
      AND u.day >= rate.valid_from AND u.day < rate.valid_to
    LEFT JOIN billing_rate AS storage_rate
      ON storage_rate.resource_type = u.resource_type AND storage_rate.account_id = coalesce(own.account_id, '*') AND storage_rate.region = u.region AND storage_rate.instance_type = ''
      AND u.day >= storage_rate.valid_from AND u.day < storage_rate.valid_to
    WHERE u.billing <> 'ongoing'
  ) AS p
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW billing_job_usage_priced IS 'Rows of billing_usage of what ends by itself, as jobs do, with their rates and costs. Columns as in billing_usage_priced.';
GRANT SELECT ON billing_job_usage_priced TO sagecat_reader, sagecat_account_reader;
DO $$
DECLARE
  origin record;
BEGIN
  FOR origin IN
    SELECT attname AS name, col_description(attrelid, attnum) AS comment
    FROM pg_attribute WHERE attrelid = 'billing_usage_priced'::regclass AND attnum > 0 AND NOT attisdropped
  LOOP
    EXECUTE format('COMMENT ON COLUMN billing_job_usage_priced.%I IS %L', origin.name, origin.comment);
  END LOOP;
END $$;

CREATE OR REPLACE VIEW billable_by_job WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, job.tag_map, 'aws_sagemaker_trainingjob' AS resource_type,
  job.owner, job.owner_rule
FROM (
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, u.resource_id AS resource_id, u.day AS day, u.account_id AS account_id, u.region AS region, u.started_at AS started_at, u.ended_at AS ended_at, u.status AS status, u.capacity AS capacity, u.billing AS billing, u.waste AS waste, u.instance_type AS instance_types, u.instance_count::bigint AS instance_count, u.billable_seconds AS billable_seconds, u.instance_seconds::numeric AS instance_seconds, CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END::numeric AS prepaid_instance_seconds, u.training_seconds AS training_seconds, (u.spot_saved_seconds::bigint * u.instance_count)::numeric AS spot_saved_instance_seconds, u.warm_pool_seconds AS warm_pool_seconds, u.warm_pool_instance_seconds::numeric AS warm_pool_instance_seconds, u.training_plan_arn AS training_plan_arn, u.token_count AS token_count, u.storage_gb_seconds::numeric AS storage_gb_seconds, u.currency AS currency, u.compute_cost AS compute_cost, u.warm_pool_cost AS warm_pool_cost, u.storage_cost AS storage_cost, u.cost AS cost, u.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_job_usage_priced AS u
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
    FROM billing_job_usage_priced AS u WHERE u.resource_id = g.resource_id AND u.resource_type = g.resource_type
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
    FROM billing_job_usage_priced AS u
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
