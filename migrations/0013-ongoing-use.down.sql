DROP VIEW ongoing_use;
CREATE OR REPLACE VIEW billing_tag_day WITH (security_invoker = true) AS TABLE billing_tag_day_stored UNION ALL TABLE billing_tag_day_computed;
DROP VIEW billing_tag_day_ongoing;
CREATE OR REPLACE VIEW billing_usage_day WITH (security_invoker = true) AS TABLE billing_usage_day_stored UNION ALL TABLE billing_usage_day_computed;
DROP VIEW billing_usage_day_ongoing;
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
    FROM billing_usage AS u
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

DROP VIEW billing_usage_all;
DROP VIEW billing_usage_until_now;
DROP INDEX billing_usage_ongoing;
DELETE FROM billing_usage WHERE billing = 'ongoing';
COMMENT ON COLUMN billing_usage.billing IS 'final; running (not known yet); unbilled (ended before training began); unreported (ended, and SageMaker did not say).';
COMMENT ON COLUMN billing_usage.group_index IS 'Place of the instance group within the job; 0 for jobs without groups. What goes on without an end has one for each day.';
