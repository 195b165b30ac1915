import { type Kysely, sql } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Billed usage of a region without a price. */
export interface Unpriced {
  readonly resource_type: string;
  readonly region: string;
  /** Null for storage, and for instances of an unknown type, which cannot have a price. */
  readonly instance_type: string | null;
  readonly first_day: string;
  readonly last_day: string;
  readonly jobs: number;
  /** Instance seconds on demand, on spot capacity and of warm pools; null for storage. */
  readonly instance_seconds: number | null;
  readonly storage_gb_seconds: number | null;
}

/** Returns all billed usage without a price, of one type or of all, the most used first. */
export async function readUnpriced(db: Kysely<DatabaseSchema>, type?: BilledType): Promise<Unpriced[]> {
  const ofType = type ? sql`AND resource_type = ${type.name}` : sql``;
  const { rows } = await sql<Unpriced>`
    SELECT resource_type, region, instance_type, min(day) AS first_day, max(day) AS last_day, sum(billed_groups)::bigint AS jobs,
      sum(on_demand_instance_seconds + spot_instance_seconds + warm_pool_instance_seconds)::bigint AS instance_seconds,
      NULL::bigint AS storage_gb_seconds
    FROM billing_usage_day WHERE billed_groups > 0 AND training_hourly IS NULL ${ofType}
    GROUP BY resource_type, region, instance_type
    UNION ALL
    SELECT resource_type, region, NULL, min(day), max(day), sum(billed_groups)::bigint, NULL, sum(storage_gb_seconds)::bigint
    FROM billing_usage_day WHERE storage_gb_seconds > 0 AND storage_gb_month IS NULL ${ofType}
    GROUP BY resource_type, region
    ORDER BY instance_seconds DESC NULLS LAST, storage_gb_seconds DESC, region, resource_type`.execute(db);
  return rows;
}

/** Returns the regions with billed usage. */
export async function readBilledRegions(db: Kysely<DatabaseSchema>): Promise<string[]> {
  const { rows } = await sql<{ region: string }>`
    SELECT DISTINCT region FROM billing_usage_day ORDER BY region`.execute(db);
  return rows.map(({ region }) => region);
}
