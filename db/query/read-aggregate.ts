import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FieldPath } from '../../catalog/field-path.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { AggregateResult, Aggregation, Group, Metric } from './aggregation.ts';
import { castJson, columnSql, scalarSql } from './field-sql.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';
import { isoText, isSingleValued, manyValues, singleValue, typedValue } from './value-sql.ts';

type Sql = RawBuilder<unknown>;

/**
 * Aggregates the rows of a selection by group. A row with several values of a grouped field counts in each of their groups; a metric over a
 * field inside lists takes every value.
 */
export async function readAggregate(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  aggregation: Aggregation,
): Promise<AggregateResult> {
  const { groupBy, metrics, bucket, order, limit } = aggregation;
  const keys = [...(bucket ? [bucketSql(bucket)] : []), ...groupBy.map(keySql)];
  const names = keys.map((_, index) => sql.ref(`k${index}`));
  const lists = groupBy.flatMap((path, index) => (isSingleValued(path) ? [] : [{ path, alias: `g${index}` }]));
  const joins = lists.map(
    ({ path, alias }) =>
      sql`LEFT JOIN LATERAL (SELECT DISTINCT value FROM ${manyValues(path)} AS held) AS ${sql.ref(alias)} ON true`,
  );
  const values = metrics.map(
    ({ field }, index) =>
      field && sql`${isSingleValued(field) ? scalarSql(field) : listOf(field)} AS ${sql.ref(`m${index}`)}`,
  );
  const picked = [
    ...keys.map((key, index) => sql`${key} AS ${sql.ref(`k${index}`)}`),
    ...values.filter((value) => value !== undefined),
  ];
  const results = metrics.map((metric, index) => sql`${metricSql(metric, index)}::text AS ${sql.ref(`a${index}`)}`);
  const ordered = metrics.findIndex(({ name }) => name === order?.metric);
  const direction = order?.descending ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`;
  const orderBy = [
    ...(ordered >= 0 && metrics[ordered] ? [sql`${metricSql(metrics[ordered], ordered)} ${direction}`] : []),
    ...names,
  ];
  const { rows } = await sql<Record<string, string | null>>`
    SELECT ${sql.join([...names, ...results])}
    FROM (SELECT ${sql.join([sql`true`, ...picked])} FROM ${fromRows(selection)} ${sql.join(joins, sql` `)}
      WHERE ${whereRows(selection)}) AS picked
    ${names.length > 0 ? sql`GROUP BY ${sql.join(names)}` : sql``}
    ${orderBy.length > 0 ? sql`ORDER BY ${sql.join(orderBy)}` : sql``}
    LIMIT ${limit + 1}`.execute(db);
  return {
    groups: rows.slice(0, limit).map((row) => groupOf(aggregation, row)),
    truncated: rows.length > limit,
  };
}

function keySql(path: FieldPath, index: number): Sql {
  return isSingleValued(path)
    ? sql`${singleValue(path)}::text COLLATE "C"`
    : sql`${sql.ref(`g${index}.value`)}::text COLLATE "C"`;
}

function bucketSql({ field, unit, timeZone }: NonNullable<Aggregation['bucket']>): Sql {
  const moment = field.steps.length === 0 ? columnSql(field.column) : sql`(${scalarSql(field)})::timestamptz`;
  return isoText(sql`date_trunc(${sql.lit(unit)}, ${moment}, ${timeZone}::text)`);
}

/** Concatenates the values inside lists. */
const listOf = (path: FieldPath): Sql => sql`ARRAY(SELECT value::text FROM ${manyValues(path)} AS held)`;

function metricSql({ operation, field, fraction }: Metric, index: number): Sql {
  if (!field) return sql`count(*)`;
  const column = sql.ref(`m${index}`);
  if (isSingleValued(field)) {
    const isTime = field.field.kind === 'timestamp' && field.steps.length === 0;
    const result = apply(operation, fraction, column);
    return isTime && operation !== 'count' ? isoText(result) : result;
  }
  // The lists of all rows of the group, as one list of lists that is then unnested.
  return sql`(SELECT ${apply(operation, fraction, castJson(sql.ref('item.value'), field.field))}
    FROM jsonb_array_elements(jsonb_agg(${column})) AS list(value), jsonb_array_elements_text(list.value) AS item(value))`;
}

function apply(operation: Metric['operation'], fraction: number | undefined, value: Sql): Sql {
  if (operation !== 'percentile') return sql`${sql.raw(operation)}(${value})`;
  return sql`percentile_cont(${fraction}::float8) WITHIN GROUP (ORDER BY (${value})::float8)`;
}

function groupOf({ groupBy, metrics, bucket }: Aggregation, row: Record<string, string | null>): Group {
  const group: Record<string, Group[string]> = {};
  let key = 0;
  if (bucket) group.bucket = row[`k${key++}`] ?? null;
  for (const { path, field } of groupBy) group[path] = typedValue(field, row[`k${key++}`] ?? null);
  for (const [index, metric] of metrics.entries()) group[metric.name] = metricValue(metric, row[`a${index}`] ?? null);
  return group;
}

/** Sums of whole numbers are exact; averages and percentiles are floats. */
function metricValue({ operation, field }: Metric, text: string | null): Group[string] {
  if (text === null) return null;
  const kind = field?.field.kind;
  if (operation === 'count') return Number(text);
  if (operation === 'avg' || operation === 'percentile') return typedValue({ kind: 'float', description: '' }, text);
  return kind === 'int32' || kind === 'int64'
    ? typedValue({ kind: 'int64', description: '' }, text)
    : typedValue(field?.field ?? { kind: 'float', description: '' }, text);
}
