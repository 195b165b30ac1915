import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** The cost per hour of ongoing resources. Rounded, for monitoring. */
export interface OngoingCost {
  readonly resource_type: string;
  readonly currency: string;
  readonly hourly: number;
  /** Entries without a price, which are not in the sum. */
  readonly unpriced: number;
}

export async function readOngoingCost(db: Kysely<DatabaseSchema>): Promise<OngoingCost[]> {
  const { rows } = await sql<OngoingCost>`
    SELECT resource_type, currency, coalesce(sum(hourly_cost), 0)::float8 AS hourly,
      count(*) FILTER (WHERE hourly_cost IS NULL AND capacity <> 'serverless') AS unpriced
    FROM ongoing_use GROUP BY resource_type, currency ORDER BY resource_type, currency`.execute(db);
  return rows;
}
