import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** What the jobs that run now have cost so far and will have cost at most, at their maximum run time; for monitoring, hence rounded. */
export interface RunningCost {
  readonly currency: string;
  readonly so_far: number;
  readonly projected: number;
  /** Instance groups of running jobs that have no price: they are in neither sum. */
  readonly unpriced: number;
}

export async function readRunningCost(db: Kysely<DatabaseSchema>): Promise<RunningCost[]> {
  const { rows } = await sql<RunningCost>`
    SELECT currency, coalesce(sum(cost_so_far), 0)::float8 AS so_far, coalesce(sum(projected_cost), 0)::float8 AS projected,
      count(*) FILTER (WHERE projected_cost IS NULL) AS unpriced
    FROM running_jobs_projection GROUP BY currency ORDER BY currency`.execute(db);
  return rows;
}

/** What an hour costs of that which goes on without an end; for monitoring, hence rounded. */
export interface OngoingCost {
  readonly resource_type: string;
  readonly currency: string;
  readonly hourly: number;
  /** Entries whose instances have no price: they are not in the sum. */
  readonly unpriced: number;
}

export async function readOngoingCost(db: Kysely<DatabaseSchema>): Promise<OngoingCost[]> {
  const { rows } = await sql<OngoingCost>`
    SELECT resource_type, currency, coalesce(sum(hourly_cost), 0)::float8 AS hourly,
      count(*) FILTER (WHERE hourly_cost IS NULL AND capacity <> 'serverless') AS unpriced
    FROM ongoing_use GROUP BY resource_type, currency ORDER BY resource_type, currency`.execute(db);
  return rows;
}
