-- What goes on without an end, such as an endpoint, is billed until now. What of it has ended is a row for each day, as before; what runs is
-- one row that is `ongoing`, whose time and costs are added up as they are read.

CREATE INDEX billing_usage_ongoing ON billing_usage (resource_type, account_id, region) WHERE billing = 'ongoing';
COMMENT ON COLUMN billing_usage.billing IS 'final; running (not known before the end); unbilled (ended before training began); unreported (over, and SageMaker did not say); ongoing (billed from its start until now).';
COMMENT ON COLUMN billing_usage.group_index IS 'Place of the instance group within the job; 0 for jobs without groups. What goes on without an end counts its rows from 0.';

CREATE VIEW billing_usage_until_now WITH (security_invoker = true) AS
SELECT
  u.resource_id, CASE WHEN n = 0 THEN u.group_index END AS group_index, u.group_name, u.account_id, u.region, u.day + n AS day,
  part.starts::timestamptz(3) AS started_at, part.ends::timestamptz(3) AS ended_at, u.status, u.capacity, u.billing, u.waste,
  u.instance_type, u.instance_count, used.seconds AS billable_seconds, (used.seconds::bigint * u.instance_count) AS instance_seconds,
  u.training_seconds, u.spot_saved_seconds, u.warm_pool_seconds, u.warm_pool_instance_seconds, u.training_plan_arn, u.token_count,
  u.volume_gb, (used.seconds::bigint * u.instance_count * u.volume_gb) AS storage_gb_seconds, u.pending_ms, u.starting_ms,
  u.downloading_ms, u.training_ms, u.interrupted_ms, u.uploading_ms, u.stopping_ms, u.other_ms, u.resource_type
FROM billing_usage AS u
CROSS JOIN LATERAL generate_series(0, greatest((now() AT TIME ZONE 'UTC')::date - u.day, 0)) AS n
CROSS JOIN LATERAL (
  SELECT greatest(u.started_at, (u.day + n)::timestamp AT TIME ZONE 'UTC') AS starts,
    greatest(u.started_at, least(now(), (u.day + n + 1)::timestamp AT TIME ZONE 'UTC')) AS ends
) AS part
CROSS JOIN LATERAL (
  SELECT CASE WHEN u.capacity = 'serverless' THEN 0
    WHEN u.instance_count IS NOT NULL THEN floor(extract(epoch FROM part.ends)) - floor(extract(epoch FROM part.starts)) END::integer AS seconds
) AS used
WHERE u.billing = 'ongoing';
COMMENT ON VIEW billing_usage_until_now IS 'What runs of that which goes on without an end, a row for each UTC day until now. Columns as in billing_usage.';
GRANT SELECT ON billing_usage_until_now TO sagecat_reader, sagecat_account_reader;

CREATE VIEW billing_usage_all WITH (security_invoker = true) AS
SELECT
  resource_id, group_index, group_name, account_id, region, day, started_at, ended_at, status, capacity, billing, waste, instance_type,
  instance_count, billable_seconds, instance_seconds, training_seconds, spot_saved_seconds, warm_pool_seconds, warm_pool_instance_seconds,
  training_plan_arn, token_count, volume_gb, storage_gb_seconds, pending_ms, starting_ms, downloading_ms, training_ms, interrupted_ms,
  uploading_ms, stopping_ms, other_ms, resource_type
FROM billing_usage WHERE billing <> 'ongoing'
UNION ALL
TABLE billing_usage_until_now;
COMMENT ON VIEW billing_usage_all IS 'billing_usage, with what goes on counted until now, a row for each UTC day.';
GRANT SELECT ON billing_usage_all TO sagecat_reader, sagecat_account_reader;

CREATE OR REPLACE VIEW billing_usage_priced WITH (security_invoker = true) AS
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
    FROM billing_usage_all AS u
    LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
    LEFT JOIN billing_rate AS rate
      ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
      AND u.day >= rate.valid_from AND u.day < rate.valid_to
    LEFT JOIN billing_rate AS storage_rate
      ON storage_rate.resource_type = u.resource_type AND storage_rate.account_id = coalesce(own.account_id, '*') AND storage_rate.region = u.region AND storage_rate.instance_type = ''
      AND u.day >= storage_rate.valid_from AND u.day < storage_rate.valid_to
  ) AS p
) AS billed
LEFT JOIN account ON account.account_id = billed.account_id;

CREATE VIEW billing_usage_day_ongoing WITH (security_invoker = true) AS
SELECT u.day, 0 AS jobs, 0 AS running_jobs, 0 AS unreported_jobs, 0 AS spot_jobs, u.billed_groups, 0 AS warm_pools, 0 AS open_warm_pools,
  u.instance_seconds, u.on_demand_instance_seconds, u.spot_instance_seconds, u.prepaid_instance_seconds, 0::bigint AS training_instance_seconds,
  0::bigint AS spot_training_instance_seconds, 0::bigint AS spot_saved_instance_seconds, 0::bigint AS warm_pool_instance_seconds,
  u.storage_gb_seconds, 0::numeric AS token_count, u.account_id, u.region, u.instance_type, rate.training_hourly, rate.warm_pool_hourly,
  storage.storage_gb_month,
  CASE WHEN u.instance_seconds = 0 THEN 0::numeric ELSE u.instance_seconds * rate.training_hourly / 3600 END AS compute_cost,
  0::numeric AS warm_pool_cost,
  CASE WHEN u.storage_gb_seconds = 0 THEN 0::numeric ELSE u.storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400) END AS storage_cost,
  (CASE WHEN u.instance_seconds = 0 THEN 0::numeric ELSE u.instance_seconds * rate.training_hourly / 3600 END)
    + coalesce(CASE WHEN u.storage_gb_seconds = 0 THEN 0::numeric ELSE u.storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400) END, 0) AS cost,
  CASE WHEN u.spot_instance_seconds = 0 THEN 0::numeric ELSE u.spot_instance_seconds * rate.training_hourly / 3600 END AS spot_cost,
  0::numeric AS spot_saved_cost, u.resource_type, u.unknown_groups
FROM (
  SELECT day, account_id, region, instance_type, resource_type,
    count(*) FILTER (WHERE capacity IN ('on_demand', 'spot') AND instance_seconds > 0)::int AS billed_groups,
    count(*) FILTER (WHERE capacity IN ('on_demand', 'spot') AND instance_seconds IS NULL)::int AS unknown_groups,
    coalesce(sum(instance_seconds) FILTER (WHERE capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
    coalesce(sum(instance_seconds) FILTER (WHERE capacity = 'on_demand'), 0)::bigint AS on_demand_instance_seconds,
    coalesce(sum(instance_seconds) FILTER (WHERE capacity = 'spot'), 0)::bigint AS spot_instance_seconds,
    coalesce(sum(instance_seconds) FILTER (WHERE capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
    coalesce(sum(storage_gb_seconds), 0)::bigint AS storage_gb_seconds
  FROM billing_usage_until_now GROUP BY day, account_id, region, instance_type, resource_type
) AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
LEFT JOIN billing_rate AS rate
  ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
  AND u.day >= rate.valid_from AND u.day < rate.valid_to
LEFT JOIN billing_rate AS storage
  ON storage.resource_type = u.resource_type AND storage.account_id = coalesce(own.account_id, '*') AND storage.region = u.region AND storage.instance_type = ''
  AND u.day >= storage.valid_from AND u.day < storage.valid_to;
COMMENT ON VIEW billing_usage_day_ongoing IS 'The sums of a day of what runs without an end, until now. Columns as in billing_usage_day.';
GRANT SELECT ON billing_usage_day_ongoing TO sagecat_reader, sagecat_account_reader;

CREATE OR REPLACE VIEW billing_usage_day WITH (security_invoker = true) AS
TABLE billing_usage_day_stored UNION ALL TABLE billing_usage_day_computed UNION ALL TABLE billing_usage_day_ongoing;

CREATE VIEW billing_tag_day_ongoing WITH (security_invoker = true) AS
SELECT u.day, 0 AS jobs, u.billed_groups, u.instance_seconds, u.prepaid_instance_seconds, 0::bigint AS warm_pool_instance_seconds,
  u.storage_gb_seconds, u.account_id, u.region, u.instance_type, u.tag_key, u.tag_value,
  CASE WHEN u.instance_seconds = 0 THEN 0::numeric ELSE u.instance_seconds * rate.training_hourly / 3600 END AS compute_cost,
  0::numeric AS warm_pool_cost,
  CASE WHEN u.storage_gb_seconds = 0 THEN 0::numeric ELSE u.storage_gb_seconds * storage.storage_gb_month / (extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400) END AS storage_cost,
  CASE WHEN rate.training_hourly IS NULL THEN u.billed_groups ELSE 0 END AS unpriced_groups, u.resource_type
FROM (
  SELECT u.day, u.account_id, u.region, u.instance_type, u.resource_type, tag.key AS tag_key, tag.value AS tag_value,
    count(*) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.instance_seconds > 0)::int AS billed_groups,
    coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
    coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
    coalesce(sum(u.storage_gb_seconds), 0)::bigint AS storage_gb_seconds
  FROM billing_usage_until_now AS u
  JOIN billing_job AS job ON job.resource_id = u.resource_id AND job.resource_type = u.resource_type
  CROSS JOIN LATERAL jsonb_each_text(job.tags) AS tag
  GROUP BY u.day, u.account_id, u.region, u.instance_type, u.resource_type, tag.key, tag.value
) AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
LEFT JOIN billing_rate AS rate
  ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
  AND u.day >= rate.valid_from AND u.day < rate.valid_to
LEFT JOIN billing_rate AS storage
  ON storage.resource_type = u.resource_type AND storage.account_id = coalesce(own.account_id, '*') AND storage.region = u.region AND storage.instance_type = ''
  AND u.day >= storage.valid_from AND u.day < storage.valid_to;
COMMENT ON VIEW billing_tag_day_ongoing IS 'The sums of a day and tag of what runs without an end, until now. Columns as in billing_tag_day.';
GRANT SELECT ON billing_tag_day_ongoing TO sagecat_reader, sagecat_account_reader;

CREATE OR REPLACE VIEW billing_tag_day WITH (security_invoker = true) AS
TABLE billing_tag_day_stored UNION ALL TABLE billing_tag_day_computed UNION ALL TABLE billing_tag_day_ongoing;

-- What runs now, and what an hour of it costs.
CREATE VIEW ongoing_use WITH (security_invoker = true) AS
SELECT u.resource_type, u.resource_id, u.group_name, u.account_id, account.name AS account_name, u.region, u.status, u.capacity,
  u.instance_type, u.instance_count, u.volume_gb,
  CASE WHEN u.region LIKE 'cn-%' THEN 'CNY' WHEN u.region LIKE 'eusc-%' THEN 'EUR' ELSE 'USD' END AS currency,
  CASE WHEN u.capacity = 'training_plan' OR u.instance_count = 0 THEN 0
    WHEN u.capacity <> 'serverless' THEN u.instance_count * rate.training_hourly END AS hourly_cost
FROM (SELECT *, (now() AT TIME ZONE 'UTC')::date AS today FROM billing_usage WHERE billing = 'ongoing') AS u
LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
LEFT JOIN billing_rate AS rate
  ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
  AND u.today >= rate.valid_from AND u.today < rate.valid_to
LEFT JOIN account ON account.account_id = u.account_id;
COMMENT ON VIEW ongoing_use IS 'What runs now of that which goes on without an end, such as the instances of an endpoint, and what an hour of it costs.';
COMMENT ON COLUMN ongoing_use.resource_type IS 'Resource type of what runs.';
COMMENT ON COLUMN ongoing_use.resource_id IS 'Its number: id in the table of its type.';
COMMENT ON COLUMN ongoing_use.group_name IS 'The part of it that runs on these instances, e.g. an endpoint’s variant.';
COMMENT ON COLUMN ongoing_use.account_id IS 'Identifier of the AWS account.';
COMMENT ON COLUMN ongoing_use.account_name IS 'The account’s current name; null if unknown.';
COMMENT ON COLUMN ongoing_use.region IS 'AWS region.';
COMMENT ON COLUMN ongoing_use.status IS 'Status of the resource.';
COMMENT ON COLUMN ongoing_use.capacity IS 'How capacity is paid for: on_demand, spot, training_plan (prepaid) or serverless (not by time).';
COMMENT ON COLUMN ongoing_use.instance_type IS 'Instance type; null where it is not known.';
COMMENT ON COLUMN ongoing_use.instance_count IS 'Instances that run.';
COMMENT ON COLUMN ongoing_use.volume_gb IS 'Size in GB of the volume on each instance; null where it is not known.';
COMMENT ON COLUMN ongoing_use.currency IS 'Currency of the cost: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.';
COMMENT ON COLUMN ongoing_use.hourly_cost IS 'What an hour of the instances costs today; null without a price, and for what is not billed by time.';
GRANT SELECT ON ongoing_use TO sagecat_reader, sagecat_account_reader;

-- What the columns of a view mean is what they mean where they come from.
DO $$
DECLARE
  origin record;
BEGIN
  FOR origin IN
    SELECT pair.view, attname AS name, col_description(attrelid, attnum) AS comment
    FROM (VALUES ('billing_usage_until_now', 'billing_usage'), ('billing_usage_all', 'billing_usage'),
      ('billing_usage_day_ongoing', 'billing_usage_day'), ('billing_tag_day_ongoing', 'billing_tag_day')) AS pair (view, source)
    JOIN pg_attribute ON attrelid = pair.source::regclass
    WHERE attnum > 0 AND NOT attisdropped
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', origin.view, origin.name, origin.comment);
  END LOOP;
END $$;
COMMENT ON COLUMN billing_usage_until_now.group_index IS 'As in billing_usage on the first day; null on the others.';
COMMENT ON COLUMN billing_usage_until_now.ended_at IS 'End of the UTC day, or now.';
COMMENT ON COLUMN billing_usage_all.ended_at IS 'As in billing_usage; of what goes on, the end of the UTC day, or now.';
