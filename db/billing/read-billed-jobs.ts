import { type Kysely, sql } from 'kysely';
import type { CataloguedJob } from '../../catalog/billing/reconcile.ts';
import type { DatabaseSchema } from '../schema.ts';

export interface BilledJobsOptions {
  readonly accounts: readonly string[];
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
}

/** The jobs that were billed between two instants, by ARN: several jobs that had a name one after the other are one. */
export async function readBilledJobs(
  db: Kysely<DatabaseSchema>,
  { accounts, from, to }: BilledJobsOptions,
): Promise<CataloguedJob[]> {
  const { rows } = await sql<CataloguedJob>`
    SELECT lower(job.training_job_arn) AS arn,
      (coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)
        + coalesce(sum(u.warm_pool_instance_seconds), 0))::bigint AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
      CASE WHEN bool_or(u.is_unpriced) THEN NULL
        ELSE trim_scale(round(coalesce(sum(u.compute_cost), 0) + coalesce(sum(u.warm_pool_cost), 0), 10))::text END AS compute_cost,
      bool_or(u.billing IN ('running', 'unreported') OR u.warm_pool_seconds IS NULL) AS has_unknown_time,
      bool_or(u.started_at < ${from}::timestamptz
        OR u.ended_at + coalesce(u.warm_pool_seconds, 0) * interval '1 second' > ${to}::timestamptz) AS crosses_edge
    FROM billing_usage_priced AS u JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id
    WHERE u.account_id = ANY(${accounts}) AND u.started_at < ${to}::timestamptz
      AND (u.started_at >= ${from}::timestamptz OR u.ended_at IS NULL
        OR u.ended_at + coalesce(u.warm_pool_seconds, 0) * interval '1 second' > ${from}::timestamptz)
    GROUP BY 1`.execute(db);
  return rows;
}
