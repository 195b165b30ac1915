import { type Kysely, sql } from 'kysely';
import type { FieldPath } from '../../catalog/field-path.ts';
import type { DatabaseSchema } from '../schema.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';
import { isSingleValued, manyValues, singleValue, typedValue } from './value-sql.ts';

/** The values of a field in a selection, most frequent first. */
export interface Facet {
  readonly field: string;
  readonly values: readonly { readonly value: string | number | bigint | boolean; readonly count: number }[];
  /** The number of rows without a value. */
  readonly missing: number;
  /** Whether there are more values than requested. */
  readonly truncated: boolean;
}

export interface Facets {
  /** The number of selected rows. */
  readonly total: number;
  readonly facets: readonly Facet[];
}

/**
 * Counts the values of several fields in one pass over the rows. A row with several values of a field (tags, list elements, map keys)
 * counts once for each.
 */
export async function readFacets(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  fields: readonly FieldPath[],
  limit: number,
): Promise<Facets> {
  const picked = fields.map((path, index) => sql`${valueOrList(path)} AS ${sql.ref(`f${index}`)}`);
  const counts = fields.map(
    (path, index) => sql`(
      SELECT ${sql.lit(index)}::int AS facet, value, count(*) AS count FROM ${facetValues(path, index)}
      GROUP BY value ORDER BY (value IS NULL) DESC, count DESC, value LIMIT ${limit + 2})`,
  );
  const { rows } = await sql<{ facet: number; value: string | null; count: number }>`
    WITH picked AS MATERIALIZED (
      SELECT ${sql.join([sql`true`, ...picked])} FROM ${fromRows(selection)} WHERE ${whereRows(selection)})
    SELECT -1 AS facet, NULL AS value, count(*) AS count FROM picked
    ${sql.join(
      counts.map((count) => sql`UNION ALL ${count}`),
      sql` `,
    )}`.execute(db);
  return {
    total: rows.find(({ facet }) => facet === -1)?.count ?? 0,
    facets: fields.map(({ path, field }, index) => {
      const own = rows.filter(({ facet }) => facet === index);
      const values = own.flatMap(({ value, count }) => {
        const typed = typedValue(field, value);
        return typed === null ? [] : { value: typed, count };
      });
      return {
        field: path,
        values: values.slice(0, limit),
        missing: own.find(({ value }) => value === null)?.count ?? 0,
        truncated: values.length > limit,
      };
    }),
  };
}

const valueOrList = (path: FieldPath) =>
  isSingleValued(path) ? singleValue(path) : sql`ARRAY(SELECT DISTINCT value::text FROM ${manyValues(path)} AS held)`;

/** Returns the values of a facet as text; a row without any gives one null. */
const facetValues = (path: FieldPath, index: number) => {
  const column = sql.ref(`f${index}`);
  return isSingleValued(path)
    ? sql`(SELECT ${column}::text COLLATE "C" AS value FROM picked) AS held`
    : sql`(SELECT held.value COLLATE "C" AS value FROM picked LEFT JOIN LATERAL unnest(${column}) AS held(value) ON true) AS held`;
};
