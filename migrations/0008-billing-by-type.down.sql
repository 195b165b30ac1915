-- Only training jobs are billed.

DROP VIEW cost_by_tag;
DROP VIEW time_per_phase;
DROP VIEW waste;
DROP VIEW warm_pool_cost;
DROP VIEW spot_savings;
DROP VIEW billable_by_day;
DROP VIEW running_jobs_projection;
DROP VIEW billable_by_job;
DROP VIEW billing_usage_priced;
DROP VIEW billing_tag_day;
DROP VIEW billing_tag_day_computed;
DROP VIEW billing_phase_day;
DROP VIEW billing_phase_day_computed;
DROP VIEW billing_waste_day;
DROP VIEW billing_waste_day_computed;
DROP VIEW billing_usage_day;
DROP VIEW billing_usage_day_computed;

DELETE FROM billing_usage WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_job WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_stale_day WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_usage_day_stored WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_waste_day_stored WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_phase_day_stored WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_tag_day_stored WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_rate WHERE resource_type <> 'aws_sagemaker_trainingjob';
DELETE FROM billing_price WHERE kind NOT IN ('training', 'warm_pool', 'storage');

ALTER TABLE billing_usage DROP COLUMN resource_type, ADD PRIMARY KEY (resource_id, group_index);
ALTER TABLE billing_job DROP COLUMN resource_type, ADD PRIMARY KEY (resource_id);
ALTER TABLE billing_stale_day DROP COLUMN resource_type, ADD PRIMARY KEY (day, account_id, region);
ALTER TABLE billing_rate DROP COLUMN resource_type, ADD PRIMARY KEY (account_id, region, instance_type, valid_from);
ALTER TABLE billing_usage_day_stored DROP COLUMN resource_type;
ALTER TABLE billing_waste_day_stored DROP COLUMN resource_type;
ALTER TABLE billing_phase_day_stored DROP COLUMN resource_type;
ALTER TABLE billing_tag_day_stored DROP COLUMN resource_type;
ALTER TABLE billing_usage_day_stored DROP COLUMN unknown_groups;
ALTER TABLE billing_usage ALTER COLUMN group_index TYPE smallint;
CREATE INDEX billing_usage_more_groups ON billing_usage (resource_id, group_index) WHERE group_index > 0;
CREATE INDEX billing_usage_running ON billing_usage (resource_id) WHERE billing = 'running';
ALTER TABLE billing_price DROP CONSTRAINT billing_price_kind_check, ADD CONSTRAINT billing_price_kind_check CHECK (kind IN ('training', 'warm_pool', 'storage'));
COMMENT ON TABLE billing_usage IS 'What training jobs used, a row per job and instance group; written with the job.';
COMMENT ON COLUMN billing_usage.resource_id IS 'The job: id in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN billing_usage.group_index IS 'Place of the instance group within the job; 0 for jobs without groups.';
COMMENT ON TABLE billing_job IS 'What the use of a job can be attributed to; written with the job.';
COMMENT ON COLUMN billing_job.resource_id IS 'The job: id in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN billing_price.kind IS 'training and warm_pool: by the instance hour; storage: by the GB-month.';

CREATE OR REPLACE FUNCTION billing_mark_stale(places billing_stale_day[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fresh billing_stale_day[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('billing ' || account_id || ' ' || region, 0))
  FROM (SELECT DISTINCT account_id, region FROM unnest(places) ORDER BY 1, 2) AS target;
  WITH marked AS (
    INSERT INTO billing_stale_day SELECT DISTINCT day, account_id, region FROM unnest(places) ON CONFLICT DO NOTHING RETURNING billing_stale_day
  )
  SELECT array_agg(marked.billing_stale_day) INTO fresh FROM marked;
  IF fresh IS NULL THEN RETURN; END IF;
  DELETE FROM billing_usage_day_stored AS d USING unnest(fresh) AS f WHERE d.day = f.day AND d.account_id = f.account_id AND d.region = f.region;
  DELETE FROM billing_waste_day_stored AS d USING unnest(fresh) AS f WHERE d.day = f.day AND d.account_id = f.account_id AND d.region = f.region;
  DELETE FROM billing_phase_day_stored AS d USING unnest(fresh) AS f WHERE d.day = f.day AND d.account_id = f.account_id AND d.region = f.region;
  DELETE FROM billing_tag_day_stored AS d USING unnest(fresh) AS f WHERE d.day = f.day AND d.account_id = f.account_id AND d.region = f.region;
END $$;

CREATE OR REPLACE FUNCTION billing_usage_mark_stale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places billing_stale_day[];
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    SELECT array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (SELECT DISTINCT day, account_id, region FROM added) AS a;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    SELECT places || array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (SELECT DISTINCT day, account_id, region FROM removed) AS r;
  END IF;
  IF places IS NOT NULL THEN PERFORM billing_mark_stale(places); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION billing_job_mark_stale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places billing_stale_day[];
BEGIN
  SELECT array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (
    SELECT DISTINCT u.day, u.account_id, u.region
    FROM added JOIN removed USING (resource_id) JOIN billing_usage AS u USING (resource_id)
    WHERE added.tags IS DISTINCT FROM removed.tags) AS a;
  IF places IS NOT NULL THEN PERFORM billing_mark_stale(places); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION billing_forget_jobs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM billing_usage WHERE resource_id IN (SELECT id FROM removed);
  DELETE FROM billing_job WHERE resource_id IN (SELECT id FROM removed);
  RETURN NULL;
END $$;

CREATE VIEW billing_usage_day_computed WITH (security_invoker = true) AS
  SELECT s.day AS day,
    u.jobs,
    u.running_jobs,
    u.unreported_jobs,
    u.spot_jobs,
    u.billed_groups,
    u.warm_pools,
    u.open_warm_pools,
    u.instance_seconds,
    u.on_demand_instance_seconds,
    u.spot_instance_seconds,
    u.prepaid_instance_seconds,
    u.training_instance_seconds,
    u.spot_training_instance_seconds,
    u.spot_saved_instance_seconds,
    u.warm_pool_instance_seconds,
    u.storage_gb_seconds,
    u.token_count,
    s.account_id AS account_id,
    s.region AS region,
    u.instance_type AS instance_type,
    rate.training_hourly AS training_hourly,
    rate.warm_pool_hourly AS warm_pool_hourly,
    storage.storage_gb_month AS storage_gb_month,
    CASE WHEN instance_seconds = 0 THEN 0::numeric ELSE instance_seconds * rate.training_hourly / 3600 END AS compute_cost,
    CASE WHEN warm_pool_instance_seconds = 0 THEN 0::numeric ELSE warm_pool_instance_seconds * rate.warm_pool_hourly / 3600 END AS warm_pool_cost,
    CASE WHEN storage_gb_seconds = 0 THEN 0::numeric ELSE storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day') * 86400) END AS storage_cost,
    (CASE WHEN instance_seconds = 0 THEN 0::numeric ELSE instance_seconds * rate.training_hourly / 3600 END) + (CASE WHEN warm_pool_instance_seconds = 0 THEN 0::numeric ELSE warm_pool_instance_seconds * rate.warm_pool_hourly / 3600 END)
        + coalesce(CASE WHEN storage_gb_seconds = 0 THEN 0::numeric ELSE storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day') * 86400) END, 0) AS cost,
    CASE WHEN spot_instance_seconds = 0 THEN 0::numeric ELSE spot_instance_seconds * rate.training_hourly / 3600 END AS spot_cost,
    CASE WHEN spot_saved_instance_seconds = 0 THEN 0::numeric ELSE spot_saved_instance_seconds * rate.training_hourly / 3600 END AS spot_saved_cost
  FROM billing_stale_day AS s
  CROSS JOIN LATERAL (
    SELECT u.instance_type,
      count(*) FILTER (WHERE u.group_index = 0)::int AS jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.billing = 'running')::int AS running_jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.billing = 'unreported')::int AS unreported_jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.capacity = 'spot')::int AS spot_jobs,
      count(*) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.instance_seconds > 0 OR u.warm_pool_instance_seconds > 0)::int AS billed_groups,
      count(*) FILTER (WHERE u.warm_pool_seconds IS DISTINCT FROM 0)::int AS warm_pools,
      count(*) FILTER (WHERE u.warm_pool_seconds IS NULL)::int AS open_warm_pools,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'on_demand'), 0)::bigint AS on_demand_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'spot'), 0)::bigint AS spot_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
      coalesce(sum(u.training_seconds::bigint * u.instance_count), 0)::bigint AS training_instance_seconds,
      coalesce(sum(u.training_seconds::bigint * u.instance_count) FILTER (WHERE u.capacity = 'spot' AND u.billing IN ('final', 'unbilled')), 0)::bigint AS spot_training_instance_seconds,
      coalesce(sum(u.spot_saved_seconds::bigint * u.instance_count), 0)::bigint AS spot_saved_instance_seconds,
      coalesce(sum(u.warm_pool_instance_seconds), 0)::bigint AS warm_pool_instance_seconds,
      coalesce(sum(u.storage_gb_seconds), 0)::bigint AS storage_gb_seconds,
      coalesce(sum(u.token_count) FILTER (WHERE u.group_index = 0), 0) AS token_count
    FROM billing_usage AS u
    WHERE u.day = s.day AND u.account_id = s.account_id AND u.region = s.region
    GROUP BY u.instance_type
  ) AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = s.account_id
LEFT JOIN billing_rate AS rate
  ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = s.region AND rate.instance_type = u.instance_type
  AND s.day >= rate.valid_from AND s.day < rate.valid_to
LEFT JOIN billing_rate AS storage
  ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = s.region AND storage.instance_type = ''
  AND s.day >= storage.valid_from AND s.day < storage.valid_to;
COMMENT ON VIEW billing_usage_day_computed IS 'The rows of billing_usage_day of stale days, summed up as they are read.';
COMMENT ON COLUMN billing_usage_day_computed.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_usage_day_computed.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_usage_day_computed.running_jobs IS 'Jobs whose billable time is not known yet.';
COMMENT ON COLUMN billing_usage_day_computed.unreported_jobs IS 'Ended jobs whose billable time SageMaker did not tell.';
COMMENT ON COLUMN billing_usage_day_computed.spot_jobs IS 'Jobs on spot capacity.';
COMMENT ON COLUMN billing_usage_day_computed.billed_groups IS 'Instance groups that a price is needed for.';
COMMENT ON COLUMN billing_usage_day_computed.warm_pools IS 'Instance groups that were kept warm.';
COMMENT ON COLUMN billing_usage_day_computed.open_warm_pools IS 'Instance groups kept warm for which SageMaker has told no time.';
COMMENT ON COLUMN billing_usage_day_computed.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN billing_usage_day_computed.on_demand_instance_seconds IS 'Billed instance seconds on demand.';
COMMENT ON COLUMN billing_usage_day_computed.spot_instance_seconds IS 'Billed instance seconds on spot capacity.';
COMMENT ON COLUMN billing_usage_day_computed.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN billing_usage_day_computed.training_instance_seconds IS 'Training seconds times instances, billed or not.';
COMMENT ON COLUMN billing_usage_day_computed.spot_training_instance_seconds IS 'Training seconds times instances of spot jobs whose billable time is known.';
COMMENT ON COLUMN billing_usage_day_computed.spot_saved_instance_seconds IS 'Instance seconds that spot capacity saved.';
COMMENT ON COLUMN billing_usage_day_computed.warm_pool_instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN billing_usage_day_computed.storage_gb_seconds IS 'GB of volumes times instance seconds.';
COMMENT ON COLUMN billing_usage_day_computed.token_count IS 'Tokens billed for serverless jobs; in no cost.';
COMMENT ON COLUMN billing_usage_day_computed.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_usage_day_computed.region IS 'AWS region.';
COMMENT ON COLUMN billing_usage_day_computed.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_usage_day_computed.training_hourly IS 'Price of an instance hour on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day_computed.warm_pool_hourly IS 'Price of an hour of a warm instance on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day_computed.storage_gb_month IS 'Price of a GB-month of storage on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day_computed.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN billing_usage_day_computed.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN billing_usage_day_computed.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN billing_usage_day_computed.cost IS 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.';
COMMENT ON COLUMN billing_usage_day_computed.spot_cost IS 'Cost of what was billed on spot capacity; null without a price.';
COMMENT ON COLUMN billing_usage_day_computed.spot_saved_cost IS 'Cost of what spot capacity saved; null without a price.';
GRANT SELECT ON billing_usage_day_computed TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_usage_day WITH (security_invoker = true) AS TABLE billing_usage_day_stored UNION ALL TABLE billing_usage_day_computed;
COMMENT ON VIEW billing_usage_day IS 'Sums of billing_usage by day, account, region and instance type, with the prices of the day and the costs.';
COMMENT ON COLUMN billing_usage_day.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_usage_day.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_usage_day.running_jobs IS 'Jobs whose billable time is not known yet.';
COMMENT ON COLUMN billing_usage_day.unreported_jobs IS 'Ended jobs whose billable time SageMaker did not tell.';
COMMENT ON COLUMN billing_usage_day.spot_jobs IS 'Jobs on spot capacity.';
COMMENT ON COLUMN billing_usage_day.billed_groups IS 'Instance groups that a price is needed for.';
COMMENT ON COLUMN billing_usage_day.warm_pools IS 'Instance groups that were kept warm.';
COMMENT ON COLUMN billing_usage_day.open_warm_pools IS 'Instance groups kept warm for which SageMaker has told no time.';
COMMENT ON COLUMN billing_usage_day.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN billing_usage_day.on_demand_instance_seconds IS 'Billed instance seconds on demand.';
COMMENT ON COLUMN billing_usage_day.spot_instance_seconds IS 'Billed instance seconds on spot capacity.';
COMMENT ON COLUMN billing_usage_day.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN billing_usage_day.training_instance_seconds IS 'Training seconds times instances, billed or not.';
COMMENT ON COLUMN billing_usage_day.spot_training_instance_seconds IS 'Training seconds times instances of spot jobs whose billable time is known.';
COMMENT ON COLUMN billing_usage_day.spot_saved_instance_seconds IS 'Instance seconds that spot capacity saved.';
COMMENT ON COLUMN billing_usage_day.warm_pool_instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN billing_usage_day.storage_gb_seconds IS 'GB of volumes times instance seconds.';
COMMENT ON COLUMN billing_usage_day.token_count IS 'Tokens billed for serverless jobs; in no cost.';
COMMENT ON COLUMN billing_usage_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_usage_day.region IS 'AWS region.';
COMMENT ON COLUMN billing_usage_day.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_usage_day.training_hourly IS 'Price of an instance hour on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day.warm_pool_hourly IS 'Price of an hour of a warm instance on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day.storage_gb_month IS 'Price of a GB-month of storage on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_day.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN billing_usage_day.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN billing_usage_day.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN billing_usage_day.cost IS 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.';
COMMENT ON COLUMN billing_usage_day.spot_cost IS 'Cost of what was billed on spot capacity; null without a price.';
COMMENT ON COLUMN billing_usage_day.spot_saved_cost IS 'Cost of what spot capacity saved; null without a price.';
GRANT SELECT ON billing_usage_day TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_waste_day_computed WITH (security_invoker = true) AS
  SELECT s.day AS day,
    u.jobs,
    u.failed_jobs,
    u.stopped_jobs,
    u.interrupted_jobs,
    u.timed_out_jobs,
    u.instance_seconds,
    u.failed_instance_seconds,
    u.stopped_instance_seconds,
    u.interrupted_instance_seconds,
    u.timed_out_instance_seconds,
    u.prepaid_instance_seconds,
    s.account_id AS account_id,
    s.region AS region,
    u.instance_type AS instance_type,
    CASE WHEN instance_seconds = 0 THEN 0::numeric ELSE instance_seconds * rate.training_hourly / 3600 END AS cost
  FROM billing_stale_day AS s
  CROSS JOIN LATERAL (
    SELECT u.instance_type,
      count(*) FILTER (WHERE u.group_index = 0)::int AS jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.waste = 'failed')::int AS failed_jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.waste = 'stopped')::int AS stopped_jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.waste = 'interrupted')::int AS interrupted_jobs,
      count(*) FILTER (WHERE u.group_index = 0 AND u.waste = 'timed_out')::int AS timed_out_jobs,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.waste = 'failed'), 0)::bigint AS failed_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.waste = 'stopped'), 0)::bigint AS stopped_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.waste = 'interrupted'), 0)::bigint AS interrupted_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.waste = 'timed_out'), 0)::bigint AS timed_out_instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds
    FROM billing_usage AS u
    WHERE u.day = s.day AND u.account_id = s.account_id AND u.region = s.region AND u.waste IS NOT NULL
    GROUP BY u.instance_type
  ) AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = s.account_id
LEFT JOIN billing_rate AS rate
  ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = s.region AND rate.instance_type = u.instance_type
  AND s.day >= rate.valid_from AND s.day < rate.valid_to
LEFT JOIN billing_rate AS storage
  ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = s.region AND storage.instance_type = ''
  AND s.day >= storage.valid_from AND s.day < storage.valid_to;
COMMENT ON VIEW billing_waste_day_computed IS 'The rows of billing_waste_day of stale days, summed up as they are read.';
COMMENT ON COLUMN billing_waste_day_computed.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_waste_day_computed.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_waste_day_computed.failed_jobs IS 'Jobs that came to nothing: failed.';
COMMENT ON COLUMN billing_waste_day_computed.stopped_jobs IS 'Jobs that came to nothing: stopped.';
COMMENT ON COLUMN billing_waste_day_computed.interrupted_jobs IS 'Jobs that came to nothing: interrupted.';
COMMENT ON COLUMN billing_waste_day_computed.timed_out_jobs IS 'Jobs that came to nothing: timed_out.';
COMMENT ON COLUMN billing_waste_day_computed.instance_seconds IS 'Billed instance seconds of jobs that came to nothing.';
COMMENT ON COLUMN billing_waste_day_computed.failed_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: failed.';
COMMENT ON COLUMN billing_waste_day_computed.stopped_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: stopped.';
COMMENT ON COLUMN billing_waste_day_computed.interrupted_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: interrupted.';
COMMENT ON COLUMN billing_waste_day_computed.timed_out_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: timed_out.';
COMMENT ON COLUMN billing_waste_day_computed.prepaid_instance_seconds IS 'Prepaid instance seconds of jobs that came to nothing; in no other column.';
COMMENT ON COLUMN billing_waste_day_computed.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_waste_day_computed.region IS 'AWS region.';
COMMENT ON COLUMN billing_waste_day_computed.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_waste_day_computed.cost IS 'Cost of the billed instance seconds; null without a price.';
GRANT SELECT ON billing_waste_day_computed TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_waste_day WITH (security_invoker = true) AS TABLE billing_waste_day_stored UNION ALL TABLE billing_waste_day_computed;
COMMENT ON VIEW billing_waste_day IS 'Sums of billing_usage over jobs that came to nothing, by day, account, region and instance type.';
COMMENT ON COLUMN billing_waste_day.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_waste_day.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_waste_day.failed_jobs IS 'Jobs that came to nothing: failed.';
COMMENT ON COLUMN billing_waste_day.stopped_jobs IS 'Jobs that came to nothing: stopped.';
COMMENT ON COLUMN billing_waste_day.interrupted_jobs IS 'Jobs that came to nothing: interrupted.';
COMMENT ON COLUMN billing_waste_day.timed_out_jobs IS 'Jobs that came to nothing: timed_out.';
COMMENT ON COLUMN billing_waste_day.instance_seconds IS 'Billed instance seconds of jobs that came to nothing.';
COMMENT ON COLUMN billing_waste_day.failed_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: failed.';
COMMENT ON COLUMN billing_waste_day.stopped_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: stopped.';
COMMENT ON COLUMN billing_waste_day.interrupted_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: interrupted.';
COMMENT ON COLUMN billing_waste_day.timed_out_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: timed_out.';
COMMENT ON COLUMN billing_waste_day.prepaid_instance_seconds IS 'Prepaid instance seconds of jobs that came to nothing; in no other column.';
COMMENT ON COLUMN billing_waste_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_waste_day.region IS 'AWS region.';
COMMENT ON COLUMN billing_waste_day.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_waste_day.cost IS 'Cost of the billed instance seconds; null without a price.';
GRANT SELECT ON billing_waste_day TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_phase_day_computed WITH (security_invoker = true) AS
SELECT s.day AS day,
  u.jobs,
  u.pending_ms,
  u.starting_ms,
  u.downloading_ms,
  u.training_ms,
  u.interrupted_ms,
  u.uploading_ms,
  u.stopping_ms,
  u.other_ms,
  s.account_id AS account_id,
  s.region AS region,
  u.instance_type AS instance_type
FROM billing_stale_day AS s
CROSS JOIN LATERAL (
  SELECT u.instance_type,
    count(*) FILTER (WHERE u.group_index = 0)::int AS jobs,
    coalesce(sum(u.pending_ms), 0)::bigint AS pending_ms,
    coalesce(sum(u.starting_ms), 0)::bigint AS starting_ms,
    coalesce(sum(u.downloading_ms), 0)::bigint AS downloading_ms,
    coalesce(sum(u.training_ms), 0)::bigint AS training_ms,
    coalesce(sum(u.interrupted_ms), 0)::bigint AS interrupted_ms,
    coalesce(sum(u.uploading_ms), 0)::bigint AS uploading_ms,
    coalesce(sum(u.stopping_ms), 0)::bigint AS stopping_ms,
    coalesce(sum(u.other_ms), 0)::bigint AS other_ms
  FROM billing_usage AS u
  WHERE u.day = s.day AND u.account_id = s.account_id AND u.region = s.region AND u.group_index = 0
  GROUP BY u.instance_type
) AS u;
COMMENT ON VIEW billing_phase_day_computed IS 'The rows of billing_phase_day of stale days, summed up as they are read.';
COMMENT ON COLUMN billing_phase_day_computed.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_phase_day_computed.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_phase_day_computed.pending_ms IS 'Milliseconds that jobs spent in the phase pending.';
COMMENT ON COLUMN billing_phase_day_computed.starting_ms IS 'Milliseconds that jobs spent in the phase starting.';
COMMENT ON COLUMN billing_phase_day_computed.downloading_ms IS 'Milliseconds that jobs spent in the phase downloading.';
COMMENT ON COLUMN billing_phase_day_computed.training_ms IS 'Milliseconds that jobs spent in the phase training.';
COMMENT ON COLUMN billing_phase_day_computed.interrupted_ms IS 'Milliseconds that jobs spent in the phase interrupted.';
COMMENT ON COLUMN billing_phase_day_computed.uploading_ms IS 'Milliseconds that jobs spent in the phase uploading.';
COMMENT ON COLUMN billing_phase_day_computed.stopping_ms IS 'Milliseconds that jobs spent in the phase stopping.';
COMMENT ON COLUMN billing_phase_day_computed.other_ms IS 'Milliseconds that jobs spent in the phase other.';
COMMENT ON COLUMN billing_phase_day_computed.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_phase_day_computed.region IS 'AWS region.';
COMMENT ON COLUMN billing_phase_day_computed.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
GRANT SELECT ON billing_phase_day_computed TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_phase_day WITH (security_invoker = true) AS TABLE billing_phase_day_stored UNION ALL TABLE billing_phase_day_computed;
COMMENT ON VIEW billing_phase_day IS 'Milliseconds that jobs spent in each phase, by day, account, region and instance type of the first group; phases that have ended.';
COMMENT ON COLUMN billing_phase_day.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_phase_day.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_phase_day.pending_ms IS 'Milliseconds that jobs spent in the phase pending.';
COMMENT ON COLUMN billing_phase_day.starting_ms IS 'Milliseconds that jobs spent in the phase starting.';
COMMENT ON COLUMN billing_phase_day.downloading_ms IS 'Milliseconds that jobs spent in the phase downloading.';
COMMENT ON COLUMN billing_phase_day.training_ms IS 'Milliseconds that jobs spent in the phase training.';
COMMENT ON COLUMN billing_phase_day.interrupted_ms IS 'Milliseconds that jobs spent in the phase interrupted.';
COMMENT ON COLUMN billing_phase_day.uploading_ms IS 'Milliseconds that jobs spent in the phase uploading.';
COMMENT ON COLUMN billing_phase_day.stopping_ms IS 'Milliseconds that jobs spent in the phase stopping.';
COMMENT ON COLUMN billing_phase_day.other_ms IS 'Milliseconds that jobs spent in the phase other.';
COMMENT ON COLUMN billing_phase_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_phase_day.region IS 'AWS region.';
COMMENT ON COLUMN billing_phase_day.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
GRANT SELECT ON billing_phase_day TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_tag_day_computed WITH (security_invoker = true) AS
  SELECT s.day AS day,
    u.jobs,
    u.billed_groups,
    u.instance_seconds,
    u.prepaid_instance_seconds,
    u.warm_pool_instance_seconds,
    u.storage_gb_seconds,
    s.account_id AS account_id,
    s.region AS region,
    u.instance_type AS instance_type,
    u.tag_key,
    u.tag_value,
    CASE WHEN instance_seconds = 0 THEN 0::numeric ELSE instance_seconds * rate.training_hourly / 3600 END AS compute_cost,
    CASE WHEN warm_pool_instance_seconds = 0 THEN 0::numeric ELSE warm_pool_instance_seconds * rate.warm_pool_hourly / 3600 END AS warm_pool_cost,
    CASE WHEN storage_gb_seconds = 0 THEN 0::numeric ELSE storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day') * 86400) END AS storage_cost,
    CASE WHEN rate.training_hourly IS NULL THEN billed_groups ELSE 0 END AS unpriced_groups
  FROM billing_stale_day AS s
  CROSS JOIN LATERAL (
    SELECT tag.key AS tag_key,
      tag.value AS tag_value,
      u.instance_type,
      count(*) FILTER (WHERE u.group_index = 0)::int AS jobs,
      count(*) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.instance_seconds > 0 OR u.warm_pool_instance_seconds > 0)::int AS billed_groups,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
      coalesce(sum(u.warm_pool_instance_seconds), 0)::bigint AS warm_pool_instance_seconds,
      coalesce(sum(u.storage_gb_seconds), 0)::bigint AS storage_gb_seconds
    FROM billing_usage AS u
    JOIN billing_job AS job ON job.resource_id = u.resource_id
    CROSS JOIN LATERAL jsonb_each_text(job.tags) AS tag
    WHERE u.day = s.day AND u.account_id = s.account_id AND u.region = s.region
    GROUP BY tag.key, tag.value, u.instance_type
  ) AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = s.account_id
LEFT JOIN billing_rate AS rate
  ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = s.region AND rate.instance_type = u.instance_type
  AND s.day >= rate.valid_from AND s.day < rate.valid_to
LEFT JOIN billing_rate AS storage
  ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = s.region AND storage.instance_type = ''
  AND s.day >= storage.valid_from AND s.day < storage.valid_to;
COMMENT ON VIEW billing_tag_day_computed IS 'The rows of billing_tag_day of stale days, summed up as they are read.';
COMMENT ON COLUMN billing_tag_day_computed.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_tag_day_computed.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_tag_day_computed.billed_groups IS 'Instance groups that a price is needed for.';
COMMENT ON COLUMN billing_tag_day_computed.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN billing_tag_day_computed.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN billing_tag_day_computed.warm_pool_instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN billing_tag_day_computed.storage_gb_seconds IS 'GB of volumes times instance seconds.';
COMMENT ON COLUMN billing_tag_day_computed.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_tag_day_computed.region IS 'AWS region.';
COMMENT ON COLUMN billing_tag_day_computed.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_tag_day_computed.tag_key IS 'Key of the tag; one with several colons is listed under every key that it may have.';
COMMENT ON COLUMN billing_tag_day_computed.tag_value IS 'Value of the tag.';
COMMENT ON COLUMN billing_tag_day_computed.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN billing_tag_day_computed.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN billing_tag_day_computed.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN billing_tag_day_computed.unpriced_groups IS 'Instance groups that were billed and have no price.';
GRANT SELECT ON billing_tag_day_computed TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_tag_day WITH (security_invoker = true) AS TABLE billing_tag_day_stored UNION ALL TABLE billing_tag_day_computed;
COMMENT ON VIEW billing_tag_day IS 'Sums of billing_usage by tag, day, account, region and instance type, with the costs.';
COMMENT ON COLUMN billing_tag_day.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billing_tag_day.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billing_tag_day.billed_groups IS 'Instance groups that a price is needed for.';
COMMENT ON COLUMN billing_tag_day.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN billing_tag_day.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN billing_tag_day.warm_pool_instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN billing_tag_day.storage_gb_seconds IS 'GB of volumes times instance seconds.';
COMMENT ON COLUMN billing_tag_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_tag_day.region IS 'AWS region.';
COMMENT ON COLUMN billing_tag_day.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_tag_day.tag_key IS 'Key of the tag; one with several colons is listed under every key that it may have.';
COMMENT ON COLUMN billing_tag_day.tag_value IS 'Value of the tag.';
COMMENT ON COLUMN billing_tag_day.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN billing_tag_day.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN billing_tag_day.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN billing_tag_day.unpriced_groups IS 'Instance groups that were billed and have no price.';
GRANT SELECT ON billing_tag_day TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_usage_priced WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
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
      ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
      AND u.day >= rate.valid_from AND u.day < rate.valid_to
    LEFT JOIN billing_rate AS storage_rate
      ON storage_rate.account_id = coalesce(own.account_id, '*') AND storage_rate.region = u.region AND storage_rate.instance_type = ''
      AND u.day >= storage_rate.valid_from AND u.day < storage_rate.valid_to
  ) AS p
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW billing_usage_priced IS 'billing_usage with the prices of the job’s day and the costs that follow: a row per job and instance group.';
COMMENT ON COLUMN billing_usage_priced.resource_id IS 'The job: id in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN billing_usage_priced.group_index IS 'Place of the instance group within the job; 0 for jobs without groups.';
COMMENT ON COLUMN billing_usage_priced.group_name IS 'Name of the instance group of a heterogeneous cluster.';
COMMENT ON COLUMN billing_usage_priced.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billing_usage_priced.region IS 'AWS region.';
COMMENT ON COLUMN billing_usage_priced.day IS 'UTC day on which use began. Prices of that day hold for the whole job.';
COMMENT ON COLUMN billing_usage_priced.started_at IS 'Start of training; creation where training has not begun.';
COMMENT ON COLUMN billing_usage_priced.ended_at IS 'End of training; null while the job runs.';
COMMENT ON COLUMN billing_usage_priced.status IS 'Status of the job.';
COMMENT ON COLUMN billing_usage_priced.capacity IS 'How capacity is paid for: on_demand, spot, training_plan (prepaid) or serverless (by the token).';
COMMENT ON COLUMN billing_usage_priced.billing IS 'final; running (not known yet); unbilled (ended before training began); unreported (ended, and SageMaker did not say).';
COMMENT ON COLUMN billing_usage_priced.waste IS 'Why the job came to nothing: failed, stopped, interrupted or timed_out; null where it did not.';
COMMENT ON COLUMN billing_usage_priced.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billing_usage_priced.instance_count IS 'Instances in the group.';
COMMENT ON COLUMN billing_usage_priced.billable_seconds IS 'Seconds billed for each instance; null where that is not known.';
COMMENT ON COLUMN billing_usage_priced.instance_seconds IS 'Billable seconds times instances; null where that is not known.';
COMMENT ON COLUMN billing_usage_priced.training_seconds IS 'Seconds of training, billed or not.';
COMMENT ON COLUMN billing_usage_priced.spot_saved_seconds IS 'Training seconds of each instance that spot capacity saved; 0 where the capacity was not spot.';
COMMENT ON COLUMN billing_usage_priced.warm_pool_seconds IS 'Seconds for which each instance was kept warm and billed; null while that is not known.';
COMMENT ON COLUMN billing_usage_priced.warm_pool_instance_seconds IS 'Warm pool seconds times instances.';
COMMENT ON COLUMN billing_usage_priced.training_plan_arn IS 'The training plan whose prepaid capacity was used.';
COMMENT ON COLUMN billing_usage_priced.token_count IS 'Tokens billed for a serverless job.';
COMMENT ON COLUMN billing_usage_priced.volume_gb IS 'Size in GB of the volume on each instance; 0 for instance types with disks of their own, which get none whatever was asked for.';
COMMENT ON COLUMN billing_usage_priced.storage_gb_seconds IS 'Volume size times instance seconds.';
COMMENT ON COLUMN billing_usage_priced.pending_ms IS 'Milliseconds that the job spent in the phase pending; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.starting_ms IS 'Milliseconds that the job spent in the phase starting; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.downloading_ms IS 'Milliseconds that the job spent in the phase downloading; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.training_ms IS 'Milliseconds that the job spent in the phase training; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.interrupted_ms IS 'Milliseconds that the job spent in the phase interrupted; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.uploading_ms IS 'Milliseconds that the job spent in the phase uploading; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.stopping_ms IS 'Milliseconds that the job spent in the phase stopping; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.other_ms IS 'Milliseconds that the job spent in the phase other; the same on every group of a job.';
COMMENT ON COLUMN billing_usage_priced.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN billing_usage_priced.training_hourly IS 'Price of an instance hour on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_priced.warm_pool_hourly IS 'Price of an hour of a warm instance on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_priced.storage_gb_month IS 'Price of a GB-month of storage on the day; null where there is none.';
COMMENT ON COLUMN billing_usage_priced.compute_cost IS 'Cost of the billed instance seconds, on demand and spot; null without a price.';
COMMENT ON COLUMN billing_usage_priced.warm_pool_cost IS 'Cost of keeping warm pools; null without a price.';
COMMENT ON COLUMN billing_usage_priced.storage_cost IS 'Cost of the volumes; null without a price.';
COMMENT ON COLUMN billing_usage_priced.is_unpriced IS 'Whether something was billed for which there is no price.';
COMMENT ON COLUMN billing_usage_priced.cost IS 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.';
COMMENT ON COLUMN billing_usage_priced.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON billing_usage_priced TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billable_by_job WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name, job.tag_map
FROM (
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, u.resource_id AS resource_id, u.day AS day, u.account_id AS account_id, u.region AS region, u.started_at AS started_at, u.ended_at AS ended_at, u.status AS status, u.capacity AS capacity, u.billing AS billing, u.waste AS waste, u.instance_type AS instance_types, u.instance_count::bigint AS instance_count, u.billable_seconds AS billable_seconds, u.instance_seconds::numeric AS instance_seconds, CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END::numeric AS prepaid_instance_seconds, u.training_seconds AS training_seconds, (u.spot_saved_seconds::bigint * u.instance_count)::numeric AS spot_saved_instance_seconds, u.warm_pool_seconds AS warm_pool_seconds, u.warm_pool_instance_seconds::numeric AS warm_pool_instance_seconds, u.training_plan_arn AS training_plan_arn, u.token_count AS token_count, u.storage_gb_seconds::numeric AS storage_gb_seconds, u.currency AS currency, u.compute_cost AS compute_cost, u.warm_pool_cost AS warm_pool_cost, u.storage_cost AS storage_cost, u.cost AS cost, u.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage_priced AS u
  JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id
  WHERE u.group_index = 0
    AND NOT EXISTS (SELECT FROM billing_usage AS more WHERE more.resource_id = u.resource_id AND more.group_index = 1)
  UNION ALL
  SELECT job.training_job_arn, job.training_job_name, job.creation_time, job.id AS resource_id, g.day AS day, g.account_id AS account_id, g.region AS region, g.started_at AS started_at, g.ended_at AS ended_at, g.status AS status, sums.capacity AS capacity, sums.billing AS billing, g.waste AS waste, sums.instance_types AS instance_types, sums.instance_count AS instance_count, g.billable_seconds AS billable_seconds, sums.instance_seconds AS instance_seconds, sums.prepaid_instance_seconds AS prepaid_instance_seconds, g.training_seconds AS training_seconds, sums.spot_saved_instance_seconds AS spot_saved_instance_seconds, g.warm_pool_seconds AS warm_pool_seconds, sums.warm_pool_instance_seconds AS warm_pool_instance_seconds, g.training_plan_arn AS training_plan_arn, g.token_count AS token_count, sums.storage_gb_seconds AS storage_gb_seconds, CASE WHEN g.region LIKE 'cn-%' THEN 'CNY' WHEN g.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, sums.compute_cost AS compute_cost, sums.warm_pool_cost AS warm_pool_cost, sums.storage_cost AS storage_cost, sums.cost AS cost, sums.is_unpriced AS is_unpriced, job.role_arn, job.tags, job.deleted_at
  FROM billing_usage AS g
  JOIN aws_sagemaker_trainingjob AS job ON job.id = g.resource_id
  CROSS JOIN LATERAL (
    SELECT min(u.capacity) AS capacity, min(u.billing) AS billing, string_agg(u.instance_type, ', ' ORDER BY u.group_index) AS instance_types,
      sum(u.instance_count) AS instance_count, CASE WHEN count(instance_seconds) = count(*) THEN sum(instance_seconds) END AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0) AS prepaid_instance_seconds,
      sum(u.spot_saved_seconds::bigint * u.instance_count) AS spot_saved_instance_seconds,
      sum(u.warm_pool_instance_seconds) AS warm_pool_instance_seconds, sum(u.storage_gb_seconds) AS storage_gb_seconds,
      CASE WHEN count(compute_cost) = count(*) THEN sum(compute_cost) END AS compute_cost, CASE WHEN count(warm_pool_cost) = count(*) THEN sum(warm_pool_cost) END AS warm_pool_cost, CASE WHEN count(storage_cost) = count(*) THEN sum(storage_cost) END AS storage_cost, CASE WHEN count(cost) = count(*) THEN sum(cost) END AS cost, bool_or(u.is_unpriced) AS is_unpriced
    FROM billing_usage_priced AS u WHERE u.resource_id = g.resource_id
  ) AS sums
  WHERE g.group_index = 1
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id
LEFT JOIN aws_sagemaker_trainingjob AS job ON job.id = billed.resource_id;
COMMENT ON VIEW billable_by_job IS 'Billable time and cost of every job.';
COMMENT ON COLUMN billable_by_job.training_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN billable_by_job.training_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN billable_by_job.creation_time IS 'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again. [TIMESTAMP]';
COMMENT ON COLUMN billable_by_job.resource_id IS 'The job: id in aws_sagemaker_trainingjob.';
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
GRANT SELECT ON billable_by_job TO sagecat_reader, sagecat_account_reader;

CREATE VIEW running_jobs_projection WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
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
    JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id
    CROSS JOIN LATERAL (
      SELECT greatest(floor(extract(epoch FROM now() - job.training_start_time)), 0)::bigint AS elapsed,
        coalesce((job.stopping_condition ->> 'max_runtime_in_seconds')::int, 86400) AS max_runtime_seconds
    ) AS e
    CROSS JOIN LATERAL (SELECT coalesce(e.elapsed, 0) AS elapsed_seconds, e.max_runtime_seconds) AS t
    WHERE u.billing = 'running' AND job.deleted_at IS NULL
  ) AS r
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW running_jobs_projection IS 'Jobs that run now, with what they have used so far and what they will have used at most, at their maximum run time.';
COMMENT ON COLUMN running_jobs_projection.training_job_arn IS 'ARN of the job; holds its name in lower case. [STRING]';
COMMENT ON COLUMN running_jobs_projection.training_job_name IS 'Name of the job, in its own spelling. [STRING]';
COMMENT ON COLUMN running_jobs_projection.resource_id IS 'The job: id in aws_sagemaker_trainingjob.';
COMMENT ON COLUMN running_jobs_projection.group_index IS 'Place of the instance group within the job; 0 for jobs without groups.';
COMMENT ON COLUMN running_jobs_projection.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN running_jobs_projection.region IS 'AWS region.';
COMMENT ON COLUMN running_jobs_projection.day IS 'UTC day on which use began. Prices of that day hold for the whole job.';
COMMENT ON COLUMN running_jobs_projection.capacity IS 'How capacity is paid for: on_demand, spot, training_plan (prepaid) or serverless (by the token).';
COMMENT ON COLUMN running_jobs_projection.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN running_jobs_projection.instance_count IS 'Instances in the group.';
COMMENT ON COLUMN running_jobs_projection.secondary_status IS 'Fine-grained status, e.g. Starting, Downloading, Training, Uploading, MaxRuntimeExceeded. [STRING]';
COMMENT ON COLUMN running_jobs_projection.elapsed_seconds IS 'Seconds since training began; 0 where it has not.';
COMMENT ON COLUMN running_jobs_projection.max_runtime_seconds IS 'Maximum run time of the job; a day where it names none, which is SageMaker’s default.';
COMMENT ON COLUMN running_jobs_projection.latest_end IS 'When it ends at the latest; for a job that has not begun to train, counted from now.';
COMMENT ON COLUMN running_jobs_projection.instance_seconds_so_far IS 'Elapsed seconds times instances; spot capacity may be billed less.';
COMMENT ON COLUMN running_jobs_projection.projected_instance_seconds IS 'Maximum run time times instances.';
COMMENT ON COLUMN running_jobs_projection.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN running_jobs_projection.training_hourly IS 'Price of an instance hour on the day; null where there is none.';
COMMENT ON COLUMN running_jobs_projection.cost_so_far IS 'Cost so far at the price of the job’s day; 0 on prepaid capacity; null without a price.';
COMMENT ON COLUMN running_jobs_projection.projected_cost IS 'Cost at the maximum run time; 0 on prepaid capacity; null without a price.';
COMMENT ON COLUMN running_jobs_projection.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON running_jobs_projection TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billable_by_day WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.jobs, u.running_jobs, u.unreported_jobs, u.instance_seconds, u.on_demand_instance_seconds,
    u.spot_instance_seconds, u.prepaid_instance_seconds, u.training_instance_seconds, u.warm_pool_instance_seconds,
    u.storage_gb_seconds, u.token_count, CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, u.compute_cost, u.warm_pool_cost, u.storage_cost, u.cost,
    CASE WHEN u.training_hourly IS NULL THEN u.billed_groups ELSE 0 END AS unpriced_groups,
    CASE WHEN u.storage_gb_month IS NULL THEN u.storage_gb_seconds ELSE 0 END AS unpriced_storage_gb_seconds
  FROM billing_usage_day AS u
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW billable_by_day IS 'Billable time and cost by day, account, region and instance type. A job counts wholly on the UTC day on which it began.';
COMMENT ON COLUMN billable_by_day.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN billable_by_day.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN billable_by_day.region IS 'AWS region.';
COMMENT ON COLUMN billable_by_day.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN billable_by_day.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN billable_by_day.running_jobs IS 'Jobs whose billable time is not known yet.';
COMMENT ON COLUMN billable_by_day.unreported_jobs IS 'Ended jobs whose billable time SageMaker did not tell.';
COMMENT ON COLUMN billable_by_day.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN billable_by_day.on_demand_instance_seconds IS 'Billed instance seconds on demand.';
COMMENT ON COLUMN billable_by_day.spot_instance_seconds IS 'Billed instance seconds on spot capacity.';
COMMENT ON COLUMN billable_by_day.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN billable_by_day.training_instance_seconds IS 'Training seconds times instances, billed or not.';
COMMENT ON COLUMN billable_by_day.warm_pool_instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN billable_by_day.storage_gb_seconds IS 'GB of volumes times instance seconds.';
COMMENT ON COLUMN billable_by_day.token_count IS 'Tokens billed for serverless jobs; in no cost.';
COMMENT ON COLUMN billable_by_day.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN billable_by_day.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN billable_by_day.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN billable_by_day.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN billable_by_day.cost IS 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.';
COMMENT ON COLUMN billable_by_day.unpriced_groups IS 'Instance groups that were billed and have no price.';
COMMENT ON COLUMN billable_by_day.unpriced_storage_gb_seconds IS 'Storage that has no price.';
COMMENT ON COLUMN billable_by_day.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON billable_by_day TO sagecat_reader, sagecat_account_reader;

CREATE VIEW spot_savings WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.spot_jobs AS jobs, u.spot_training_instance_seconds AS training_instance_seconds,
    u.spot_instance_seconds AS billed_instance_seconds, u.spot_saved_instance_seconds AS saved_instance_seconds,
    u.spot_saved_instance_seconds::numeric / nullif(u.spot_training_instance_seconds, 0) AS saved_fraction,
    CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, u.spot_cost AS cost, u.spot_saved_cost AS saved_cost
  FROM billing_usage_day AS u
  WHERE u.spot_jobs > 0 OR u.spot_training_instance_seconds > 0
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW spot_savings IS 'What managed spot training saved, by day, account, region and instance type; jobs whose billable time is known.';
COMMENT ON COLUMN spot_savings.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN spot_savings.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN spot_savings.region IS 'AWS region.';
COMMENT ON COLUMN spot_savings.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN spot_savings.jobs IS 'Jobs on spot capacity; one with several instance groups counts at its first.';
COMMENT ON COLUMN spot_savings.training_instance_seconds IS 'Training seconds times instances of spot jobs.';
COMMENT ON COLUMN spot_savings.billed_instance_seconds IS 'Of these, billed.';
COMMENT ON COLUMN spot_savings.saved_instance_seconds IS 'Of these, not billed.';
COMMENT ON COLUMN spot_savings.saved_fraction IS '1 - billed / trained, as AWS states the saving.';
COMMENT ON COLUMN spot_savings.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN spot_savings.cost IS 'Cost of what was billed, at the on-demand price, in which AWS states the saving; null without a price.';
COMMENT ON COLUMN spot_savings.saved_cost IS 'Cost of what was saved, at the on-demand price; null without a price.';
COMMENT ON COLUMN spot_savings.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON spot_savings TO sagecat_reader, sagecat_account_reader;

CREATE VIEW warm_pool_cost WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.warm_pools AS pools, u.open_warm_pools AS open_pools, u.warm_pool_instance_seconds AS instance_seconds,
    CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, u.warm_pool_cost AS cost
  FROM billing_usage_day AS u
  WHERE u.warm_pools > 0
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW warm_pool_cost IS 'What keeping instances warm was billed, by day, account, region and instance type of the job that left the pool.';
COMMENT ON COLUMN warm_pool_cost.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN warm_pool_cost.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN warm_pool_cost.region IS 'AWS region.';
COMMENT ON COLUMN warm_pool_cost.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN warm_pool_cost.pools IS 'Instance groups that were kept warm.';
COMMENT ON COLUMN warm_pool_cost.open_pools IS 'Of these, groups for which SageMaker has told no time yet.';
COMMENT ON COLUMN warm_pool_cost.instance_seconds IS 'Billed instance seconds of warm pools.';
COMMENT ON COLUMN warm_pool_cost.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN warm_pool_cost.cost IS 'Cost of keeping them; null without a price.';
COMMENT ON COLUMN warm_pool_cost.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON warm_pool_cost TO sagecat_reader, sagecat_account_reader;

CREATE VIEW waste WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.jobs, u.instance_seconds, u.failed_jobs, u.failed_instance_seconds, u.stopped_jobs, u.stopped_instance_seconds,
    u.interrupted_jobs, u.interrupted_instance_seconds, u.timed_out_jobs, u.timed_out_instance_seconds,
    u.prepaid_instance_seconds, CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, u.cost
  FROM billing_waste_day AS u
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW waste IS 'Billed time of jobs that came to nothing, by day, account, region and instance type, and by reason.';
COMMENT ON COLUMN waste.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN waste.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN waste.region IS 'AWS region.';
COMMENT ON COLUMN waste.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN waste.jobs IS 'Jobs that came to nothing; one with several instance groups counts at its first.';
COMMENT ON COLUMN waste.instance_seconds IS 'Billed instance seconds of jobs that came to nothing.';
COMMENT ON COLUMN waste.failed_jobs IS 'Jobs that failed.';
COMMENT ON COLUMN waste.failed_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: failed.';
COMMENT ON COLUMN waste.stopped_jobs IS 'Jobs that somebody stopped.';
COMMENT ON COLUMN waste.stopped_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: stopped.';
COMMENT ON COLUMN waste.interrupted_jobs IS 'Spot jobs that lost their capacity or waited for it too long.';
COMMENT ON COLUMN waste.interrupted_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: interrupted.';
COMMENT ON COLUMN waste.timed_out_jobs IS 'Jobs that reached their maximum run time or pending time.';
COMMENT ON COLUMN waste.timed_out_instance_seconds IS 'Billed instance seconds of jobs that came to nothing: timed_out.';
COMMENT ON COLUMN waste.prepaid_instance_seconds IS 'Prepaid instance seconds of jobs that came to nothing; in no other column.';
COMMENT ON COLUMN waste.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN waste.cost IS 'Cost of the billed instance seconds; null without a price.';
COMMENT ON COLUMN waste.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON waste TO sagecat_reader, sagecat_account_reader;

CREATE VIEW time_per_phase WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.jobs, u.pending_ms / 1000::double precision AS pending_seconds, u.starting_ms / 1000::double precision AS starting_seconds, u.downloading_ms / 1000::double precision AS downloading_seconds, u.training_ms / 1000::double precision AS training_seconds, u.interrupted_ms / 1000::double precision AS interrupted_seconds, u.uploading_ms / 1000::double precision AS uploading_seconds, u.stopping_ms / 1000::double precision AS stopping_seconds, u.other_ms / 1000::double precision AS other_seconds
  FROM billing_phase_day AS u
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW time_per_phase IS 'Seconds that jobs spent in each phase, by day, account, region and instance type of the first group; phases that have ended.';
COMMENT ON COLUMN time_per_phase.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN time_per_phase.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN time_per_phase.region IS 'AWS region.';
COMMENT ON COLUMN time_per_phase.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN time_per_phase.jobs IS 'Jobs.';
COMMENT ON COLUMN time_per_phase.pending_seconds IS 'Waiting for capacity.';
COMMENT ON COLUMN time_per_phase.starting_seconds IS 'Starting instances.';
COMMENT ON COLUMN time_per_phase.downloading_seconds IS 'Downloading data and the training image.';
COMMENT ON COLUMN time_per_phase.training_seconds IS 'Training.';
COMMENT ON COLUMN time_per_phase.interrupted_seconds IS 'Without capacity after a spot interruption.';
COMMENT ON COLUMN time_per_phase.uploading_seconds IS 'Uploading the model.';
COMMENT ON COLUMN time_per_phase.stopping_seconds IS 'Stopping.';
COMMENT ON COLUMN time_per_phase.other_seconds IS 'In any other secondary status.';
COMMENT ON COLUMN time_per_phase.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON time_per_phase TO sagecat_reader, sagecat_account_reader;

CREATE VIEW cost_by_tag WITH (security_invoker = true) AS
SELECT billed.*, account.name AS account_name
FROM (
  SELECT u.tag_key, u.tag_value, u.day, u.account_id, u.region, u.instance_type, u.jobs, u.instance_seconds, u.prepaid_instance_seconds,
    CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency, u.compute_cost, u.warm_pool_cost, u.storage_cost, u.unpriced_groups
  FROM billing_tag_day AS u
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;
COMMENT ON VIEW cost_by_tag IS 'Billable time and cost by tag, day, account, region and instance type. A job counts under each of its tags, and under every key that a tag with several colons may have: filter by tag_key before you sum.';
COMMENT ON COLUMN cost_by_tag.tag_key IS 'Key of the tag; one with several colons is listed under every key that it may have.';
COMMENT ON COLUMN cost_by_tag.tag_value IS 'Value of the tag.';
COMMENT ON COLUMN cost_by_tag.day IS 'UTC day on which use began: that of the start of training, or of creation where there was none.';
COMMENT ON COLUMN cost_by_tag.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN cost_by_tag.region IS 'AWS region.';
COMMENT ON COLUMN cost_by_tag.instance_type IS 'Instance type; null for serverless jobs and where none is selected yet.';
COMMENT ON COLUMN cost_by_tag.jobs IS 'Jobs; one with several instance groups counts at its first.';
COMMENT ON COLUMN cost_by_tag.instance_seconds IS 'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.';
COMMENT ON COLUMN cost_by_tag.prepaid_instance_seconds IS 'Instance seconds on the prepaid capacity of training plans; in no cost.';
COMMENT ON COLUMN cost_by_tag.currency IS 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN cost_by_tag.compute_cost IS 'Cost of what was billed on demand and on spot capacity; null without a price.';
COMMENT ON COLUMN cost_by_tag.warm_pool_cost IS 'Cost of warm pools; null without a price.';
COMMENT ON COLUMN cost_by_tag.storage_cost IS 'Cost of volumes; null without a price.';
COMMENT ON COLUMN cost_by_tag.unpriced_groups IS 'Instance groups that were billed and have no price.';
COMMENT ON COLUMN cost_by_tag.account_name IS 'Name of the AWS account; null where it is not known.';
GRANT SELECT ON cost_by_tag TO sagecat_reader, sagecat_account_reader;
