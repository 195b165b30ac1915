import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type BilledType, billedTypes } from '../../catalog/billing/billed-types.ts';
import { findField } from '../../catalog/field-path.ts';
import { columnSql, rowAlias, scalarSql } from '../query/field-sql.ts';
import { fromRows, type RowSelection, whereRows } from '../query/row-source.ts';
import { isoText } from '../query/value-sql.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A resource that runs now, with the cost of its instances so far and at its limit. Costs are exact decimals as text. */
export interface RunningResource {
  readonly resource_type: string;
  readonly arn: string;
  readonly name: string;
  readonly account_id: string;
  readonly region: string;
  /** Null while it waits for capacity. */
  readonly started_at: string | null;
  readonly elapsed_seconds: number;
  /** Null without a limit. */
  readonly max_seconds: number | null;
  readonly currency: string;
  /** Null without a price. */
  readonly cost_so_far: string | null;
  /** Null without a price or a limit. */
  readonly cost_at_limit: string | null;
}

/** Totals over all running resources, by currency. */
export interface RunningSums {
  readonly currency: string;
  readonly running: number;
  /** Resources without a price, which are in no cost. */
  readonly unpriced: number;
  /** Resources without a limit; their cost so far counts as their cost at the limit. */
  readonly unlimited: number;
  readonly cost_so_far: string | null;
  readonly cost_at_limit: string | null;
}

export interface RunningRequest {
  readonly type?: BilledType | undefined;
  readonly jobs?: RowSelection | undefined;
  readonly accounts: readonly string[] | 'all';
  /** The number of resources to list, by their cost at the limit, highest first. */
  readonly limit: number;
}

/**
 * Returns the resources that run now and are billed when they end, at the prices of their day. Prepaid capacity and tokens count as free.
 */
export async function readRunning(
  db: Kysely<DatabaseSchema>,
  { type, jobs, accounts, limit }: RunningRequest,
): Promise<{ items: RunningResource[]; totals: RunningSums[] }> {
  const resources = runningResources(type ? [type] : billedTypes, accounts, jobs);
  const { rows: items } = await sql<RunningResource>`
    SELECT resource_type, arn, name, account_id, region, ${isoText(sql`started_at`)} AS started_at, elapsed_seconds::float8 AS elapsed_seconds,
      max_seconds::float8 AS max_seconds, currency, ${money(sql`so_far`)} AS cost_so_far, ${money(sql`at_limit`)} AS cost_at_limit
    FROM (${resources}) AS running ORDER BY running.at_limit DESC NULLS LAST, running.so_far DESC NULLS LAST, arn LIMIT ${limit}`.execute(
    db,
  );
  const { rows: totals } = await sql<RunningSums>`
    SELECT currency, count(*)::int AS running, (count(*) FILTER (WHERE so_far IS NULL))::int AS unpriced,
      (count(*) FILTER (WHERE max_seconds IS NULL))::int AS unlimited,
      ${money(sql`sum(so_far)`)} AS cost_so_far, ${money(sql`sum(coalesce(at_limit, so_far))`)} AS cost_at_limit
    FROM (${resources}) AS running GROUP BY currency ORDER BY currency`.execute(db);
  return { items, totals };
}

/** The cost so far of the running resources of a type, and their cost at the limit. Rounded, for monitoring. */
export interface RunningCost {
  readonly resource_type: string;
  readonly currency: string;
  readonly so_far: number;
  /** Resources without a limit count with their cost so far. */
  readonly at_limit: number;
  /** Resources that have no price: they are in neither sum. */
  readonly unpriced: number;
}

export async function readRunningCost(db: Kysely<DatabaseSchema>): Promise<RunningCost[]> {
  const { rows } = await sql<RunningCost>`
    SELECT resource_type, currency, coalesce(sum(so_far), 0)::float8 AS so_far,
      coalesce(sum(coalesce(at_limit, so_far)), 0)::float8 AS at_limit, (count(*) FILTER (WHERE so_far IS NULL))::int AS unpriced
    FROM (${runningResources(billedTypes, 'all')}) AS running
    GROUP BY resource_type, currency ORDER BY resource_type, currency`.execute(db);
  return rows;
}

function runningResources(
  types: readonly BilledType[],
  accounts: RunningRequest['accounts'],
  jobs?: RowSelection,
): RawBuilder<unknown> {
  const groups = sql.join(
    types.map((type) => groupsOf(type, accounts, jobs)),
    sql` UNION ALL `,
  );
  return sql`
    SELECT resource_type, resource_id, min(arn) AS arn, min(name) AS name, account_id, region, currency, min(started_at) AS started_at,
      max(elapsed) AS elapsed_seconds, max(max_seconds) AS max_seconds,
      CASE WHEN bool_and(so_far IS NOT NULL) THEN sum(so_far) END AS so_far,
      CASE WHEN bool_and(at_limit IS NOT NULL) THEN sum(at_limit) END AS at_limit
    FROM (${groups}) AS instance_group
    GROUP BY resource_type, resource_id, account_id, region, currency`;
}

const money = (amount: RawBuilder<unknown>): RawBuilder<unknown> => sql`trim_scale(round(${amount}, 10))::text`;

/** Returns the running instance groups of a type. */
function groupsOf(
  type: BilledType,
  accounts: RunningRequest['accounts'],
  jobs: RowSelection | undefined,
): RawBuilder<unknown> {
  const value = (path: string | undefined) => {
    const field = path === undefined ? undefined : findField(type, path);
    return field ? scalarSql(field) : sql`NULL`;
  };
  const { startedAt, maxSeconds, maxSecondsByDefault } = type.billing.search ?? {};
  const limit = sql`coalesce(${value(maxSeconds)}::bigint, ${maxSecondsByDefault ?? null}::bigint)`;
  return sql`
    SELECT ${type.name}::text AS resource_type, u.resource_id, ${columnSql(type.key.arn)} AS arn, ${columnSql(type.key.name)} AS name,
      u.account_id, u.region, u.currency, e.started_at, e.elapsed, e.max_seconds,
      ${charged(sql`e.elapsed`)} AS so_far, ${charged(sql`CASE WHEN e.max_seconds IS NOT NULL THEN greatest(e.max_seconds, e.elapsed) END`)} AS at_limit
    FROM billing_usage_priced AS u
    JOIN ${sql.table(type.name)} AS ${sql.ref(rowAlias)} ON ${columnSql('id')} = u.resource_id AND u.resource_type = ${type.name}
    CROSS JOIN LATERAL (SELECT ${value(startedAt)}::timestamptz AS started_at, ${limit} AS max_seconds) AS s
    CROSS JOIN LATERAL (
      SELECT s.started_at, s.max_seconds, coalesce(greatest(floor(extract(epoch FROM now() - s.started_at)), 0), 0)::bigint AS elapsed
    ) AS e
    WHERE u.billing = 'running' AND ${columnSql('deleted_at')} IS NULL
      ${accounts === 'all' ? sql`` : sql`AND u.account_id = ANY(${accounts})`}
      ${jobs ? sql`AND u.resource_id IN (SELECT ${columnSql('id')} FROM ${fromRows(jobs)} WHERE ${whereRows(jobs)})` : sql``}`;
}

/** Returns the price of the seconds of all instances; zero for capacity that is paid otherwise. */
const charged = (seconds: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`CASE WHEN u.capacity IN ('training_plan', 'serverless') THEN 0 ELSE ${seconds} * u.instance_count * u.training_hourly / 3600 END`;
