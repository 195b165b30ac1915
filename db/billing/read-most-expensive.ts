import { type Kysely, sql } from 'kysely';
import { type BilledType, billedTypes } from '../../catalog/billing/billed-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { resourceJoins, resourceValue } from './resource-joins.ts';

/** One of the most expensive resources. */
export interface ExpensiveResource {
  readonly resource_type: string;
  readonly name: string;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  readonly instance_types: string | null;
  /** Null if unknown, and for ongoing resources, which scale. */
  readonly instance_count: number | null;
  readonly status: string | null;
  readonly instance_seconds: number;
  /** The known cost, as an exact decimal; null if there is none. */
  readonly cost: string | null;
  /** Whether a part of the cost is unknown or has no price. */
  readonly is_lower_bound: boolean;
  readonly currency: string;
}

export interface ExpensiveRequest {
  /** UTC days: the first, and the one after the last. */
  readonly from: string;
  readonly to: string;
  /** Only resources of this type; all types if absent. */
  readonly type?: BilledType | undefined;
  readonly limit: number;
}

/** Returns the most expensive resources whose usage began in a period. Ongoing usage begins again each day. */
export async function readMostExpensive(
  db: Kysely<DatabaseSchema>,
  { from, to, type, limit }: ExpensiveRequest,
): Promise<ExpensiveResource[]> {
  const ongoing = billedTypes.filter(({ billing }) => billing.isOngoing).map(({ name }) => name);
  const { rows } = await sql<ExpensiveResource>`
    WITH u AS (
      SELECT resource_type, resource_id, account_id, account_name, region, currency,
        string_agg(DISTINCT instance_type, ', ') AS instance_types,
        sum(instance_count) FILTER (WHERE resource_type <> ALL(${ongoing}::text[])) AS instance_count,
        (array_agg(status ORDER BY started_at DESC))[1] AS status,
        sum(instance_seconds)::bigint AS instance_seconds, sum(cost) AS cost, bool_or(cost IS NULL) AS is_lower_bound
      FROM billing_usage_priced
      WHERE day >= ${from}::date AND day < ${to}::date ${type ? sql`AND resource_type = ${type.name}` : sql``}
      GROUP BY resource_type, resource_id, account_id, account_name, region, currency
      HAVING sum(instance_seconds) > 0
      ORDER BY cost DESC NULLS LAST, instance_seconds DESC, resource_type, resource_id LIMIT ${limit})
    SELECT u.resource_type, ${resourceValue(({ key }) => key.name)} AS name, u.account_id, u.account_name, u.region,
      u.instance_types, u.instance_count, u.status, u.instance_seconds, trim_scale(round(u.cost, 10))::text AS cost,
      u.is_lower_bound, u.currency
    FROM u ${resourceJoins}
    ORDER BY u.cost DESC NULLS LAST, u.instance_seconds DESC, name`.execute(db);
  return rows;
}
