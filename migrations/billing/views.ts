import { type Kysely, sql } from 'kysely';
import { comment } from './comment.ts';

interface View {
  readonly name: string;
  readonly comment: string;
  readonly query: string;
  /** Comments of columns that do not speak for themselves. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Prices are in the currency of the region's partition. */
const currency = (region: string) => `CASE WHEN ${region} LIKE 'cn-%' THEN 'CNY' ELSE 'USD' END`;

/** The rates of the job's day: `rate` for the instance type, `storage_rate` for the volumes. */
const rates = `
  LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
  LEFT JOIN billing_rate AS rate
    ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
    AND u.day >= rate.valid_from AND u.day < rate.valid_to`;
const monthSeconds =
  "(extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day') * 86400)";
const storageRates = `
  LEFT JOIN billing_rate AS storage_rate
    ON storage_rate.account_id = coalesce(own.account_id, '*') AND storage_rate.region = u.region AND storage_rate.instance_type = ''
    AND u.day >= storage_rate.valid_from AND u.day < storage_rate.valid_to`;

/** Nothing used costs nothing; what was used without a price costs null, never 0. */
const cost = (amount: string, rate: string, per: string) =>
  `CASE WHEN ${amount} = 0 THEN 0 ELSE ${amount} * ${rate} / ${per} END`;

const paid = '(u.on_demand_instance_seconds + u.spot_instance_seconds)';
const dayKey = 'u.day, u.account_id, u.region, u.instance_type';

const ofCosts = {
  currency: 'Currency of the costs: CNY in China, USD elsewhere.',
  compute_cost: 'Cost of the billed instance seconds, on demand and spot; null without a price.',
  warm_pool_cost: 'Cost of keeping warm pools; null without a price.',
  storage_cost: 'Cost of the volumes; null without a price.',
  cost: 'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.',
};

export const views: readonly View[] = [
  {
    name: 'billing_usage_priced',
    comment:
      'billing_usage with the rates of the job’s day and the costs that follow: a row per job and instance group.',
    columns: { ...ofCosts, is_unpriced: 'Whether something was billed for which there is no price.' },
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
        FROM billing_usage AS u ${rates} ${storageRates}
      ) AS p`,
  },
  {
    name: 'billable_by_job',
    comment: 'Billable time and cost of every job.',
    columns: {
      ...ofCosts,
      instance_types: 'Instance types of the job, one for each group.',
      instance_count: 'Instances of all groups together.',
      instance_seconds: 'Billable seconds times instances, over all groups; null where that is not known.',
      prepaid_instance_seconds: 'Part of instance_seconds on the prepaid capacity of a training plan.',
      is_unpriced: 'Whether something was billed for which there is no price.',
    },
    query: `
      SELECT job.training_job_arn, job.training_job_name, job.creation_time, u.*, job.role_arn, job.tags, job.deleted_at
      FROM (
        SELECT resource_id, day, account_id, region, min(started_at) AS started_at, max(ended_at) AS ended_at, min(status) AS status,
          min(capacity) AS capacity, min(billing) AS billing, min(waste) AS waste,
          string_agg(instance_type, ', ' ORDER BY group_index) AS instance_types, sum(instance_count) AS instance_count,
          min(billable_seconds) AS billable_seconds,
          CASE WHEN count(instance_seconds) = count(*) THEN sum(instance_seconds) END AS instance_seconds,
          coalesce(sum(instance_seconds) FILTER (WHERE capacity = 'training_plan'), 0) AS prepaid_instance_seconds,
          min(training_seconds) AS training_seconds,
          sum(spot_saved_seconds::bigint * instance_count) AS spot_saved_instance_seconds,
          min(warm_pool_seconds) AS warm_pool_seconds, sum(warm_pool_instance_seconds) AS warm_pool_instance_seconds,
          min(training_plan_arn) AS training_plan_arn, min(token_count) AS token_count, sum(storage_gb_seconds) AS storage_gb_seconds,
          min(currency) AS currency, CASE WHEN count(compute_cost) = count(*) THEN sum(compute_cost) END AS compute_cost,
          CASE WHEN count(warm_pool_cost) = count(*) THEN sum(warm_pool_cost) END AS warm_pool_cost,
          CASE WHEN count(storage_cost) = count(*) THEN sum(storage_cost) END AS storage_cost,
          CASE WHEN count(cost) = count(*) THEN sum(cost) END AS cost, bool_or(is_unpriced) AS is_unpriced
        FROM billing_usage_priced GROUP BY resource_id, day, account_id, region
      ) AS u
      JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id`,
  },
  {
    name: 'billable_by_day',
    comment:
      'Billable time and cost by day, account, region and instance type. A job counts wholly on the UTC day on which it began.',
    columns: {
      ...ofCosts,
      jobs: 'Jobs; one with several instance groups counts at its first.',
      instance_seconds: 'Billed instance seconds, on demand and spot; prepaid ones are apart.',
      unpriced_groups: 'Instance groups that were billed and have no price.',
      unpriced_storage_gb_seconds: 'Storage that has no price.',
    },
    query: `
      SELECT ${dayKey}, u.jobs, u.running_jobs, u.unreported_jobs, ${paid} AS instance_seconds, u.on_demand_instance_seconds,
        u.spot_instance_seconds, u.prepaid_instance_seconds, u.training_instance_seconds, u.warm_pool_instance_seconds,
        u.storage_gb_seconds, u.token_count, ${currency('u.region')} AS currency, u.compute_cost, u.warm_pool_cost, u.storage_cost, u.cost,
        CASE WHEN u.training_hourly IS NULL THEN u.billed_groups ELSE 0 END AS unpriced_groups,
        CASE WHEN u.storage_gb_month IS NULL THEN u.storage_gb_seconds ELSE 0 END AS unpriced_storage_gb_seconds
      FROM billing_usage_day AS u`,
  },
  {
    name: 'spot_savings',
    comment:
      'What managed spot training saved, by day, account, region and instance type; jobs whose billable time is known.',
    columns: {
      training_instance_seconds: 'Training seconds times instances of spot jobs.',
      billed_instance_seconds: 'Of these, billed.',
      saved_instance_seconds: 'Of these, not billed.',
      saved_fraction: '1 - billed / trained, as AWS states the saving.',
      cost: 'Cost of what was billed, at the on-demand price, in which AWS states the saving; null without a price.',
      saved_cost: 'Cost of what was saved, at the on-demand price; null without a price.',
    },
    query: `
      SELECT ${dayKey}, u.spot_jobs AS jobs, u.spot_training_instance_seconds AS training_instance_seconds,
        u.spot_instance_seconds AS billed_instance_seconds, u.spot_saved_instance_seconds AS saved_instance_seconds,
        u.spot_saved_instance_seconds::numeric / nullif(u.spot_training_instance_seconds, 0) AS saved_fraction,
        ${currency('u.region')} AS currency, ${cost('u.spot_instance_seconds', 'u.training_hourly', '3600')} AS cost,
        ${cost('u.spot_saved_instance_seconds', 'u.training_hourly', '3600')} AS saved_cost
      FROM billing_usage_day AS u
      WHERE u.spot_jobs > 0 OR u.spot_training_instance_seconds > 0`,
  },
  {
    name: 'warm_pool_cost',
    comment:
      'What keeping instances warm was billed, by day, account, region and instance type of the job that left the pool.',
    columns: {
      pools: 'Instance groups that were kept warm.',
      open_pools: 'Of these, groups for which SageMaker has told no time yet.',
      cost: 'Cost of keeping them; null without a price.',
    },
    query: `
      SELECT ${dayKey}, u.warm_pools AS pools, u.open_warm_pools AS open_pools, u.warm_pool_instance_seconds AS instance_seconds,
        ${currency('u.region')} AS currency, u.warm_pool_cost AS cost
      FROM billing_usage_day AS u
      WHERE u.warm_pools > 0`,
  },
  {
    name: 'waste',
    comment: 'Billed time of jobs that came to nothing, by day, account, region and instance type, and by reason.',
    columns: {
      failed_jobs: 'Jobs that failed.',
      stopped_jobs: 'Jobs that somebody stopped.',
      interrupted_jobs: 'Spot jobs that lost their capacity or waited for it too long.',
      timed_out_jobs: 'Jobs that reached their maximum run time or pending time.',
      prepaid_instance_seconds: 'Instance seconds of such jobs on prepaid capacity; not in the other columns.',
      cost: 'Cost of their billed instance seconds; null without a price.',
    },
    query: `
      SELECT w.*, ${currency('w.region')} AS currency, ${cost('w.instance_seconds', 'w.training_hourly', '3600')} AS cost FROM (
        SELECT ${dayKey}, u.failed_jobs + u.stopped_jobs + u.interrupted_jobs + u.timed_out_jobs AS jobs,
          u.failed_instance_seconds + u.stopped_instance_seconds + u.interrupted_instance_seconds + u.timed_out_instance_seconds AS instance_seconds,
          u.failed_jobs, u.failed_instance_seconds, u.stopped_jobs, u.stopped_instance_seconds, u.interrupted_jobs,
          u.interrupted_instance_seconds, u.timed_out_jobs, u.timed_out_instance_seconds,
          u.wasted_prepaid_instance_seconds AS prepaid_instance_seconds, u.training_hourly
        FROM billing_usage_day AS u
      ) AS w
      WHERE w.jobs > 0 OR w.instance_seconds > 0 OR w.prepaid_instance_seconds > 0`,
  },
  {
    name: 'time_per_phase',
    comment:
      'Seconds that jobs spent in each phase, by day, account, region and instance type of the first group; phases that have ended.',
    columns: {
      pending_seconds: 'Waiting for capacity.',
      starting_seconds: 'Starting instances.',
      downloading_seconds: 'Downloading data and the training image.',
      training_seconds: 'Training.',
      interrupted_seconds: 'Without capacity after a spot interruption.',
      uploading_seconds: 'Uploading the model.',
      stopping_seconds: 'Stopping.',
      other_seconds: 'In any other secondary status.',
    },
    query: `
      SELECT ${dayKey}, u.jobs,
        ${['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other']
          .map((phase) => `u.${phase}_ms * 0.001 AS ${phase}_seconds`)
          .join(', ')}
      FROM billing_usage_day AS u
      WHERE u.jobs > 0`,
  },
  {
    name: 'running_jobs_projection',
    comment:
      'Jobs that run now, with what they have used so far and what they will have used at most, at their maximum run time.',
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
  {
    name: 'cost_by_tag',
    comment:
      'Billable time and cost by tag, day, account, region and instance type. A job counts under each of its tags, and under every key that a tag with several colons may have: filter by tag_key before you sum.',
    columns: {
      tag_key: 'Key of the tag; see billing_job.tags.',
      jobs: 'Jobs; one with several instance groups counts at its first.',
      instance_seconds: 'Billed instance seconds, on demand and spot; prepaid ones are apart.',
      compute_cost: 'Cost of the billed instance seconds; null without a price.',
      unpriced_groups: 'Instance groups that were billed and have no price.',
    },
    query: `
      SELECT u.tag_key, u.tag_value, u.day, u.account_id, u.region, u.instance_type, u.jobs, u.instance_seconds,
        u.prepaid_instance_seconds, ${currency('u.region')} AS currency,
        ${cost('u.instance_seconds', 'd.training_hourly', '3600')} AS compute_cost,
        ${cost('u.warm_pool_instance_seconds', 'd.warm_pool_hourly', '3600')} AS warm_pool_cost,
        ${cost('u.storage_gb_seconds', 'd.storage_gb_month', monthSeconds)} AS storage_cost,
        CASE WHEN d.training_hourly IS NULL THEN u.billed_groups ELSE 0 END AS unpriced_groups
      FROM (
        SELECT tag.key AS tag_key, tag.value AS tag_value, u.day, u.account_id, u.region, u.instance_type,
          count(*) FILTER (WHERE u.group_index = 0) AS jobs,
          count(*) FILTER (WHERE u.capacity IN ('on_demand', 'spot') AND u.instance_seconds > 0 OR u.warm_pool_instance_seconds > 0) AS billed_groups,
          coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)::bigint AS instance_seconds,
          coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
          coalesce(sum(u.warm_pool_instance_seconds), 0)::bigint AS warm_pool_instance_seconds,
          coalesce(sum(u.storage_gb_seconds), 0)::bigint AS storage_gb_seconds
        FROM billing_usage AS u
        JOIN billing_job AS job ON job.resource_id = u.resource_id
        CROSS JOIN LATERAL jsonb_each_text(job.tags) AS tag
        GROUP BY 1, 2, 3, 4, 5, 6
      ) AS u
      JOIN billing_usage_day AS d ON d.day = u.day AND d.account_id = u.account_id AND d.region = u.region
        AND d.instance_type IS NOT DISTINCT FROM u.instance_type`,
  },
];

// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createViews(db: Kysely<any>): Promise<void> {
  for (const view of views) {
    await sql.raw(`CREATE VIEW ${view.name} WITH (security_invoker = true) AS ${view.query}`).execute(db);
    await comment(db, `VIEW ${view.name}`, view.comment);
    for (const [name, text] of Object.entries(view.columns ?? {}))
      await comment(db, `COLUMN ${view.name}.${name}`, text);
    await sql.raw(`GRANT SELECT ON ${view.name} TO sagecat_reader`).execute(db);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropViews(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `DROP VIEW ${views
        .map(({ name }) => name)
        .reverse()
        .join(', ')}`,
    )
    .execute(db);
}
