import { type Kysely, sql } from 'kysely';
import { type BilledType, billedTypes } from '../../catalog/billing/billed-types.ts';
import type { CataloguedResource } from '../../catalog/billing/reconcile.ts';
import type { DatabaseSchema } from '../schema.ts';

export interface BilledResourcesOptions {
  /** The billed types to read; all by default. */
  readonly types?: readonly BilledType[] | undefined;
  readonly accounts: readonly string[];
  /** Periods that do not overlap; ISO 8601. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Returns the resources of every type that were billed in the given periods, by ARN; resources that had the same ARN one after another
 * count as one. `crosses_edge`: it also ran outside the periods.
 */
export async function readBilledResources(
  db: Kysely<DatabaseSchema>,
  options: BilledResourcesOptions,
): Promise<CataloguedResource[]> {
  const resources: CataloguedResource[] = [];
  for (const type of options.types ?? billedTypes) resources.push(...(await readOfType(db, type, options)));
  return resources;
}

async function readOfType(
  db: Kysely<DatabaseSchema>,
  type: BilledType,
  { accounts, spans }: BilledResourcesOptions,
): Promise<CataloguedResource[]> {
  const { rows } = await sql<CataloguedResource>`
    SELECT ${type.name}::text AS resource_type, lower(${sql.ref(`resource.${type.key.arn}`)}) AS arn,
      (coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity IN ('on_demand', 'spot')), 0)
        + coalesce(sum(u.warm_pool_instance_seconds), 0))::bigint AS instance_seconds,
      coalesce(sum(u.instance_seconds) FILTER (WHERE u.capacity = 'training_plan'), 0)::bigint AS prepaid_instance_seconds,
      CASE WHEN bool_or(u.is_unpriced) THEN NULL
        ELSE trim_scale(round(coalesce(sum(u.compute_cost), 0) + coalesce(sum(u.warm_pool_cost), 0), 10))::text END AS compute_cost,
      bool_or(u.billing IN ('running', 'unreported') OR u.warm_pool_seconds IS NULL) AS has_unknown_time,
      bool_or(s.crosses_edge) AS crosses_edge
    FROM billing_usage_priced AS u JOIN ${sql.table(type.name)} AS resource ON resource.id = u.resource_id AND u.resource_type = ${type.name}
    CROSS JOIN LATERAL (
      SELECT u.ended_at + coalesce(u.warm_pool_seconds, 0) * interval '1 second' AS released_at) AS e
    CROSS JOIN LATERAL (
      SELECT bool_or(u.started_at < span.from OR coalesce(e.released_at > span.to, false)) AS crosses_edge
      FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS span ("from" timestamptz, "to" timestamptz)
      WHERE u.started_at < span.to AND (u.started_at >= span.from OR u.ended_at IS NULL OR e.released_at > span.from)
    ) AS s
    WHERE u.account_id = ANY(${accounts}) AND s.crosses_edge IS NOT NULL
      AND u.started_at < ${spans.at(-1)?.to ?? 'infinity'}::timestamptz
    GROUP BY 2`.execute(db);
  return rows;
}
