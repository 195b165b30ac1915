import { currency, currencyMeaning, type View } from './view.ts';

const monthSeconds =
  "(extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400)";

/** Nothing used costs nothing; what was used without a price costs null, never 0. */
const cost = (amount: string, rate: string, per: string) =>
  `CASE WHEN ${amount} = 0 THEN 0 ELSE ${amount} * ${rate} / ${per} END`;

const costs = {
  currency: currencyMeaning,
  compute_cost: 'Cost of the billed instance seconds, on demand and spot; null without a price.',
  warm_pool_cost: 'Cost of keeping warm pools; null without a price.',
  storage_cost: 'Cost of the volumes; null without a price.',
  cost: 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.',
  is_unpriced: 'Whether something was billed for which there is no price.',
};

/** Each column for a job with one instance group, and for one with several. */
const jobColumns: readonly [name: string, one: string, several: string][] = [
  ['resource_id', 'u.resource_id', 'job.id'],
  ['day', 'u.day', 'g.day'],
  ['account_id', 'u.account_id', 'g.account_id'],
  ['region', 'u.region', 'g.region'],
  ['started_at', 'u.started_at', 'g.started_at'],
  ['ended_at', 'u.ended_at', 'g.ended_at'],
  ['status', 'u.status', 'g.status'],
  ['capacity', 'u.capacity', 'sums.capacity'],
  ['billing', 'u.billing', 'sums.billing'],
  ['waste', 'u.waste', 'g.waste'],
  ['instance_types', 'u.instance_type', 'sums.instance_types'],
  ['instance_count', 'u.instance_count::bigint', 'sums.instance_count'],
  ['billable_seconds', 'u.billable_seconds', 'g.billable_seconds'],
  ['instance_seconds', 'u.instance_seconds::numeric', 'sums.instance_seconds'],
  [
    'prepaid_instance_seconds',
    "CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END::numeric",
    'sums.prepaid_instance_seconds',
  ],
  ['training_seconds', 'u.training_seconds', 'g.training_seconds'],
  [
    'spot_saved_instance_seconds',
    '(u.spot_saved_seconds::bigint * u.instance_count)::numeric',
    'sums.spot_saved_instance_seconds',
  ],
  ['warm_pool_seconds', 'u.warm_pool_seconds', 'g.warm_pool_seconds'],
  ['warm_pool_instance_seconds', 'u.warm_pool_instance_seconds::numeric', 'sums.warm_pool_instance_seconds'],
  ['training_plan_arn', 'u.training_plan_arn', 'g.training_plan_arn'],
  ['token_count', 'u.token_count', 'g.token_count'],
  ['storage_gb_seconds', 'u.storage_gb_seconds::numeric', 'sums.storage_gb_seconds'],
  ['currency', 'u.currency', currency('g.region')],
  ['compute_cost', 'u.compute_cost', 'sums.compute_cost'],
  ['warm_pool_cost', 'u.warm_pool_cost', 'sums.warm_pool_cost'],
  ['storage_cost', 'u.storage_cost', 'sums.storage_cost'],
  ['cost', 'u.cost', 'sums.cost'],
  ['is_unpriced', 'u.is_unpriced', 'sums.is_unpriced'],
];
const ofJob = 'job.role_arn, job.tags, job.deleted_at';
const named = 'job.training_job_arn, job.training_job_name, job.creation_time';
const whole = (name: string) => `CASE WHEN count(${name}) = count(*) THEN sum(${name}) END AS ${name}`;

/** The views of billable time by job. */
export const jobViews: readonly View[] = [
  {
    name: 'billing_usage_priced',
    comment:
      'billing_usage with the prices of the job’s day and the costs that follow: a row per job and instance group.',
    from: ['billing_usage', 'billing_usage_day'],
    columns: costs,
    query: `
      SELECT p.*,
        CASE WHEN is_unpriced THEN NULL ELSE compute_cost + warm_pool_cost + coalesce(storage_cost, 0) END AS cost
      FROM (
        SELECT u.*, ${currency('u.region')} AS currency, rate.training_hourly, rate.warm_pool_hourly, storage_rate.storage_gb_month,
          CASE WHEN u.capacity IN ('training_plan', 'serverless') THEN 0 WHEN u.instance_seconds IS NULL THEN NULL
            ELSE ${cost('u.instance_seconds', 'rate.training_hourly', '3600')} END AS compute_cost,
          ${cost('coalesce(u.warm_pool_instance_seconds, 0)', 'rate.warm_pool_hourly', '3600')} AS warm_pool_cost,
          ${cost('u.storage_gb_seconds', 'storage_rate.storage_gb_month', monthSeconds)} AS storage_cost,
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
      ) AS p`,
  },
  {
    name: 'billable_by_job',
    comment: 'Billable time and cost of every job.',
    from: ['billing_usage', 'aws_sagemaker_trainingjob'],
    columns: {
      ...costs,
      instance_types: 'Instance types of the job, one for each group.',
      instance_count: 'Instances of all groups together.',
      instance_seconds: 'Billable seconds times instances, over all groups; null where that is not known.',
      prepaid_instance_seconds: 'Part of instance_seconds on the prepaid capacity of a training plan.',
      spot_saved_instance_seconds: 'Instance seconds that spot capacity saved, over all groups.',
      warm_pool_instance_seconds: 'Warm pool seconds times instances, over all groups.',
      storage_gb_seconds: 'Volume size times instance seconds, over all groups.',
    },
    // Jobs with one instance group need no sums, so that what a query asks of them is looked up by the indexes of their tables.
    query: `
      SELECT ${named}, ${jobColumns.map(([name, one]) => `${one} AS ${name}`).join(', ')}, ${ofJob}
      FROM billing_usage_priced AS u
      JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id
      WHERE u.group_index = 0
        AND NOT EXISTS (SELECT FROM billing_usage AS more WHERE more.resource_id = u.resource_id AND more.group_index = 1)
      UNION ALL
      SELECT ${named}, ${jobColumns.map(([name, , several]) => `${several} AS ${name}`).join(', ')}, ${ofJob}
      FROM billing_usage AS g
      JOIN aws_sagemaker_trainingjob AS job ON job.id = g.resource_id
      CROSS JOIN LATERAL (
        SELECT min(u.capacity) AS capacity, min(u.billing) AS billing, string_agg(u.instance_type, ', ' ORDER BY u.group_index) AS instance_types,
          sum(u.instance_count) AS instance_count, ${whole('instance_seconds')},
          coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0) AS prepaid_instance_seconds,
          sum(u.spot_saved_seconds::bigint * u.instance_count) AS spot_saved_instance_seconds,
          sum(u.warm_pool_instance_seconds) AS warm_pool_instance_seconds, sum(u.storage_gb_seconds) AS storage_gb_seconds,
          ${['compute_cost', 'warm_pool_cost', 'storage_cost', 'cost'].map(whole).join(', ')}, bool_or(u.is_unpriced) AS is_unpriced
        FROM billing_usage_priced AS u WHERE u.resource_id = g.resource_id
      ) AS sums
      WHERE g.group_index = 1`,
  },
  {
    name: 'running_jobs_projection',
    comment:
      'Jobs that run now, with what they have used so far and what they will have used at most, at their maximum run time.',
    from: ['billing_usage_priced', 'aws_sagemaker_trainingjob'],
    columns: {
      elapsed_seconds: 'Seconds since training began; 0 where it has not.',
      max_runtime_seconds: 'Maximum run time of the job; a day where it names none, which is SageMaker’s default.',
      latest_end: 'When it ends at the latest; for a job that has not begun to train, counted from now.',
      instance_seconds_so_far: 'Elapsed seconds times instances; spot capacity may be billed less.',
      projected_instance_seconds: 'Maximum run time times instances.',
      cost_so_far: 'Cost so far at the price of the job’s day; 0 on prepaid capacity; null without a price.',
      projected_cost: 'Cost at the maximum run time; 0 on prepaid capacity; null without a price.',
    },
    query: `
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
      ) AS r`,
  },
];
