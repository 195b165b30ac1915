import { type Kysely, type RawBuilder, sql } from 'kysely';
import { currencyByPrefix } from '../../catalog/billing/price.ts';
import { columnSql } from '../query/field-sql.ts';
import { fromRows, whereRows } from '../query/row-source.ts';
import type { DatabaseSchema } from '../schema.ts';
import { rateJoins } from './rate-joins.ts';
import { bucketStarts } from './read-period.ts';
import { resourceJoins, resourceValue } from './resource-joins.ts';
import type { Dimension, UsageRequest } from './usage-request.ts';

/** Sums of a group. Money is an exact decimal as text. */
export interface UsageSums {
  /** Jobs that began in the bucket. */
  readonly jobs: number;
  /** Those whose billable time is not known yet. */
  readonly running_jobs: number;
  /** Those that ended without a billable time from SageMaker. */
  readonly unreported_jobs: number;
  /** Seconds on on-demand and spot capacity. */
  readonly instance_seconds: number | bigint;
  readonly on_demand_instance_seconds: number | bigint;
  readonly spot_instance_seconds: number | bigint;
  readonly prepaid_instance_seconds: number | bigint;
  readonly training_instance_seconds: number | bigint;
  readonly spot_saved_instance_seconds: number | bigint;
  readonly warm_pool_instance_seconds: number | bigint;
  readonly storage_gb_seconds: number | bigint;
  readonly token_count: number | bigint;
  /** Costs of known usage with a price; null if there is none. */
  readonly compute_cost: string | null;
  readonly warm_pool_cost: string | null;
  readonly storage_cost: string | null;
  readonly cost: string | null;
  /** The cost that spot capacity saved. */
  readonly spot_saved_cost: string | null;
  /** Jobs with instance time without a price, which is in no cost. */
  readonly unpriced_jobs: number;
  /** Storage without a price, which is in no cost. */
  readonly unpriced_storage_gb_seconds: number | bigint;
}

/** Sums of one group, bucket and currency. */
export interface UsageRow extends UsageSums {
  /** Start of the bucket; null without buckets. */
  readonly bucket: string | null;
  readonly currency: string;
  /** Values of the dimensions, in the order of the request. */
  readonly group: readonly (string | null)[];
}

export interface UsageResult {
  readonly rows: readonly UsageRow[];
  /** Sums over all groups and buckets, one for each currency. */
  readonly totals: readonly (UsageSums & { readonly currency: string })[];
}

/**
 * Returns the usage of a period, by group and bucket. Usage across a boundary is split in proportion to time: each part is the total up to
 * its end minus the total up to its start, both rounded down to seconds, so that the parts add up exactly. Costs are computed from the
 * parts, at the prices of the job's day.
 */
export async function readUsage(db: Kysely<DatabaseSchema>, request: UsageRequest): Promise<UsageResult> {
  const groups = request.groupBy.map((dimension, index) => ({ sql: dimensionSql(dimension), name: `g${index}` }));
  const names = [sql.ref('bucket'), ...groups.map(({ name }) => sql.ref(name)), sql.ref('currency')];
  const { rows } = await sql<Record<string, unknown> & UsageSums & { currency: string; is_total: boolean }>`
    WITH slice AS (${slices(request, groups)}),
    part AS (${parts(request, groups)})
    SELECT * FROM (SELECT ${sql.join(names)}, GROUPING(bucket) = 1 AS is_total,
      count(*) FILTER (WHERE starts_job) AS jobs,
      count(*) FILTER (WHERE starts_job AND billing = 'running') AS running_jobs,
      count(*) FILTER (WHERE starts_job AND billing = 'unreported') AS unreported_jobs,
      ${sumOf(sql`instance_seconds`, sql`capacity IN ('on_demand', 'spot')`)} AS instance_seconds,
      ${sumOf(sql`instance_seconds`, sql`capacity = 'on_demand'`)} AS on_demand_instance_seconds,
      ${sumOf(sql`instance_seconds`, sql`capacity = 'spot'`)} AS spot_instance_seconds,
      ${sumOf(sql`instance_seconds`, sql`capacity = 'training_plan'`)} AS prepaid_instance_seconds,
      ${sumOf(sql`training_instance_seconds`)} AS training_instance_seconds,
      ${sumOf(sql`saved_instance_seconds`)} AS spot_saved_instance_seconds,
      ${sumOf(sql`warm_instance_seconds`)} AS warm_pool_instance_seconds,
      ${sumOf(sql`storage_gb_seconds`)} AS storage_gb_seconds,
      coalesce(sum(tokens), 0)::text AS token_count,
      ${money(sql`${known(sql`compute_charge`, sql`OR bool_or(is_unknown)`)} / 3600`)} AS compute_cost,
      ${money(sql`${known(sql`warm_charge`)} / 3600`)} AS warm_pool_cost,
      ${money(known(sql`storage_charge / month_seconds`))} AS storage_cost,
      ${money(known(sql`(compute_charge + warm_charge) / 3600 + CASE WHEN compute_charge + warm_charge IS NOT NULL THEN coalesce(storage_charge / month_seconds, 0) END`, sql`OR bool_or(is_unknown)`))} AS cost,
      ${money(sql`${known(sql`saved_charge`)} / 3600`)} AS spot_saved_cost,
      count(DISTINCT (resource_type, resource_id)) FILTER (WHERE compute_charge IS NULL OR warm_charge IS NULL) AS unpriced_jobs,
      ${sumOf(sql`storage_gb_seconds`, sql`storage_charge IS NULL`)} AS unpriced_storage_gb_seconds
    FROM part
    GROUP BY GROUPING SETS ((${sql.join(names)}), (currency))) AS sums
    ORDER BY is_total, ${request.bucket ? sql`bucket,` : sql``} cost::numeric DESC NULLS LAST, instance_seconds DESC, ${sql.join(names)}`.execute(
    db,
  );
  return {
    rows: rows
      .filter(({ is_total }) => !is_total)
      .map(({ is_total: _, bucket, ...row }) => ({
        ...withoutGroups(row, groups.length),
        bucket: request.bucket ? (bucket as string) : null,
        currency: row.currency,
        group: groups.map(({ name }) => row[name] as string | null),
      })),
    totals: rows
      .filter(({ is_total }) => is_total)
      .map((row) => ({ ...withoutGroups(row, groups.length), currency: row.currency })),
  };
}

interface Group {
  readonly sql: RawBuilder<unknown>;
  readonly name: string;
}

/** Returns the two spans of every instance group that overlap the period: its run, and its warm pool. */
/** The same as `currencyOf`, in SQL. */
const currency = sql`CASE ${sql.join(
  Object.entries(currencyByPrefix).map(([prefix, code]) => sql.raw(`WHEN u.region LIKE '${prefix}%' THEN '${code}'`)),
  sql` `,
)} ELSE 'USD' END`;

function slices(
  { period, groupBy, type, jobs, accounts }: UsageRequest,
  groups: readonly Group[],
): RawBuilder<unknown> {
  const labels = groupBy.some((dimension) => !isOfUsage(dimension) && dimension !== 'owner');
  return sql`
    SELECT ${groups.length > 0 ? sql`${sql.join(groups.map((group) => sql`${group.sql} AS ${sql.ref(group.name)}`))},` : sql``}
      u.resource_type, u.resource_id, u.capacity, u.billing, u.instance_count, rate.training_hourly, rate.warm_pool_hourly, storage.storage_gb_month,
      ${currency} AS currency, u.group_index, u.volume_gb,
      extract(day FROM date_trunc('month', u.day::timestamp) + interval '1 month' - interval '1 day')::int * 86400 AS month_seconds,
      span.is_training, span.starts, span.ends,
      CASE WHEN span.is_training AND u.capacity <> 'serverless' THEN u.billable_seconds END AS billable_seconds,
      CASE WHEN span.is_training THEN u.training_seconds END AS training_seconds,
      CASE WHEN span.is_training THEN u.spot_saved_seconds END AS saved_seconds,
      CASE WHEN span.is_training AND u.group_index = 0 THEN u.token_count END AS tokens,
      CASE WHEN NOT span.is_training THEN u.warm_pool_seconds END AS warm_seconds
    FROM billing_usage_all AS u
    ${labels ? sql`JOIN billing_job AS job ON job.resource_id = u.resource_id AND job.resource_type = u.resource_type` : sql``}
    ${groupBy.includes('owner') ? resourceJoins : sql``}
    ${rateJoins}
    CROSS JOIN LATERAL (VALUES
      (true, u.started_at, coalesce(u.ended_at, u.started_at)),
      (false, u.ended_at, u.ended_at + coalesce(u.warm_pool_seconds, 0) * interval '1 second')
    ) AS span (is_training, starts, ends)
    WHERE u.started_at < ${period.to}::timestamptz
      AND (u.started_at >= ${period.from}::timestamptz
        OR u.ended_at + coalesce(u.warm_pool_seconds, 0) * interval '1 second' > ${period.from}::timestamptz)
      AND (span.is_training OR u.warm_pool_seconds > 0)
      AND span.starts < ${period.to}::timestamptz
      AND (span.ends > ${period.from}::timestamptz OR span.starts >= ${period.from}::timestamptz)
      ${accounts === undefined || accounts === 'all' ? sql`` : sql`AND u.account_id = ANY(${accounts})`}
      ${type ? sql`AND u.resource_type = ${type.name}` : sql``}
      ${jobs ? sql`AND u.resource_type = ${jobs.type.name} AND u.resource_id IN (SELECT ${columnSql('id')} FROM ${fromRows(jobs)} WHERE ${whereRows(jobs)})` : sql``}`;
}

/** Returns the spans, split at the edges of the period and of the buckets. */
function parts({ period, bucket, timeZone }: UsageRequest, groups: readonly Group[]): RawBuilder<unknown> {
  const from = sql`${period.from}::timestamptz`;
  const to = sql`${period.to}::timestamptz`;
  const cut = bucket
    ? sql`
      SELECT b.start AS bucket, greatest(b.start, ${from}) AS lower,
        least(${bucket === 'hour' ? sql`b.start + interval '1 hour'` : sql`(b.start AT TIME ZONE ${timeZone} + ${`1 ${bucket}`}::interval) AT TIME ZONE ${timeZone}`}, ${to}) AS upper
      FROM (${bucketStarts(sql`greatest(s.starts, ${from})`, sql`least(s.ends, ${to})`, bucket, timeZone, from)}) AS b (start)`
    : sql`SELECT NULL::timestamptz AS bucket, ${from} AS lower, ${to} AS upper`;
  return sql`
    SELECT c.bucket, ${groups.length > 0 ? sql`${sql.join(groups.map(({ name }) => sql.ref(`s.${name}`)))},` : sql``}
      s.currency, s.resource_type, s.resource_id, s.capacity, s.billing, s.month_seconds,
      s.is_training AND s.group_index = 0 AND s.starts >= c.lower AND s.starts < c.upper AS starts_job,
      s.is_training AND s.capacity IN ('on_demand', 'spot') AND s.billing IN ('running', 'unreported') AS is_unknown,
      a.billable * s.instance_count AS instance_seconds,
      a.training * s.instance_count AS training_instance_seconds,
      a.saved * s.instance_count AS saved_instance_seconds,
      a.warm * s.instance_count AS warm_instance_seconds,
      a.billable * s.instance_count * coalesce(s.volume_gb, 0) AS storage_gb_seconds,
      a.tokens,
      ${charge(sql`CASE WHEN s.capacity IN ('on_demand', 'spot') THEN a.billable * s.instance_count END`, sql`s.training_hourly`)} AS compute_charge,
      ${charge(sql`a.warm * s.instance_count`, sql`s.warm_pool_hourly`)} AS warm_charge,
      ${charge(sql`a.saved * s.instance_count`, sql`s.training_hourly`)} AS saved_charge,
      ${charge(sql`a.billable * s.instance_count * s.volume_gb`, sql`s.storage_gb_month`)} AS storage_charge
    FROM slice AS s
    CROSS JOIN LATERAL (${cut}) AS c
    CROSS JOIN LATERAL (
      SELECT s.starts >= c.lower AND s.ends <= c.upper AS whole,
        extract(epoch FROM s.ends - s.starts) AS length,
        extract(epoch FROM greatest(s.starts, c.lower) - s.starts) AS before,
        extract(epoch FROM least(s.ends, c.upper) - s.starts) AS until
    ) AS t
    CROSS JOIN LATERAL (
      SELECT ${share(sql`s.billable_seconds`)} AS billable, ${share(sql`s.training_seconds`)} AS training,
        ${share(sql`s.saved_seconds`)} AS saved, ${share(sql`s.warm_seconds`)} AS warm, ${share(sql`s.tokens`)} AS tokens
    ) AS a
    WHERE c.lower < c.upper AND s.starts < c.upper AND (s.ends > c.lower OR s.starts >= c.lower)`;
}

/** Returns the share of a total in a part: the total up to its end minus the total up to its start. */
const share = (total: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  CASE WHEN t.whole THEN ${total}::bigint
    ELSE (floor(${total} * t.until / t.length) - floor(${total} * t.before / t.length))::bigint END`;

/** Returns an amount times its rate: 0 for no usage, null without a rate. */
const charge = (amount: RawBuilder<unknown>, rate: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`CASE WHEN coalesce(${amount}, 0) = 0 THEN 0 ELSE ${amount} * ${rate} END`;

const sumOf = (amount: RawBuilder<unknown>, condition?: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(sum(${amount}) ${condition ? sql`FILTER (WHERE ${condition})` : sql``}, 0)::bigint`;

/** Returns the sum of the known charges; null if none of them is known. */
const known = (charge: RawBuilder<unknown>, orUnknown: RawBuilder<unknown> = sql``): RawBuilder<unknown> =>
  sql`CASE WHEN bool_or((${charge}) IS NULL) ${orUnknown} THEN nullif(sum(${charge}), 0) ELSE sum(${charge}) END`;

/** Money to ten places: far beyond a cent, and short enough to read. */
const money = (amount: RawBuilder<unknown>): RawBuilder<unknown> => sql`trim_scale(round(${amount}, 10))::text`;

const ofUsage: ReadonlySet<Dimension> = new Set([
  'resource_type',
  'account_id',
  'region',
  'instance_type',
  'status',
  'capacity',
  'waste',
]);
const isOfUsage = (dimension: Dimension): boolean => ofUsage.has(dimension);

const dimensionSql = (dimension: Dimension): RawBuilder<unknown> => {
  if (dimension === 'owner') return resourceValue(() => 'owner');
  return dimension.startsWith('tag:')
    ? sql`job.tags ->> ${dimension.slice('tag:'.length)}::text`
    : sql.ref(`${isOfUsage(dimension) ? 'u' : 'job'}.${dimension}`);
};

function withoutGroups(row: Record<string, unknown> & UsageSums, groups: number): UsageSums {
  const { bucket: _, currency: __, is_total: ___, ...sums } = row;
  for (let index = 0; index < groups; index++) delete sums[`g${index}`];
  const tokens = BigInt(String(row.token_count));
  return { ...sums, token_count: Number.isSafeInteger(Number(tokens)) ? Number(tokens) : tokens };
}
