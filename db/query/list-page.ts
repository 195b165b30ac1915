import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FieldPath } from '../../catalog/field-path.ts';
import { prepared } from '../preparing-client.ts';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql, parameterSql, scalarSql } from './field-sql.ts';
import { type JsonRow, type RowColumn, rowJson, selectJson } from './row-columns.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';
import { isoText } from './value-sql.ts';

/** An order of rows: by a scalar field, then by the row's number. Null sorts below every value. */
export interface Sort {
  readonly field: FieldPath;
  readonly descending: boolean;
}

/** A position in an order: after the row with this value and number. */
export interface Position {
  /** The sort field's value as text; null if the row has none. */
  readonly value: string | null;
  readonly id: number;
}

export interface Page {
  /** Each a JSON object. */
  readonly rows: readonly string[];
  /** The position after the last row, if more rows follow. */
  readonly next: Position | undefined;
  /** Changes whenever a row does: a hash of the rows' numbers and of the transactions that last wrote them. */
  readonly version: string;
}

type KeyedRow = JsonRow & { readonly '#id': number; readonly '#key': string | null; readonly '#version': string };

/**
 * Returns one page of rows in an order, starting after a position. The position is a value, not a row count, so every page costs
 * the same, and inserted or deleted rows do not shift the others.
 */
export async function listPage(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  columns: readonly RowColumn[],
  sort: Sort,
  limit: number,
  after?: Position,
): Promise<Page> {
  const rows: KeyedRow[] = [];
  // One extra row tells whether there is another page.
  for (const segment of segmentsBehind(sort, after)) {
    if (rows.length > limit) break;
    const found = await sql<KeyedRow>`${isAlikeForAll(selection) ? prepared : sql``}
      SELECT ${selectJson(columns)}, ${columnSql('id')} AS "#id", ${keyText(sort)} AS "#key",
        ${columnSql('written_by')}::text AS "#version"
      FROM ${fromRows(selection)}
      WHERE ${whereRows(selection, ...segment)}
      ORDER BY ${orderSql(sort)}
      LIMIT ${sql.lit(limit + 1 - rows.length)}`.execute(db);
    rows.push(...found.rows);
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => rowJson(columns, row)),
    version: shown.map((row) => `${row['#id']}/${row['#version']}`).join(),
    next: last && rows.length > limit ? { value: last['#key'], id: last['#id'] } : undefined,
  };
}

/** Returns whether the best plan is independent of the parameters, which only determine how far into the order a page begins. */
const isAlikeForAll = ({ filter, accounts = 'all', asOf }: RowSelection): boolean =>
  filter === undefined && accounts === 'all' && asOf === undefined;

/** Returns the order as the indexes have it: descending forwards, ascending backwards. */
export const orderSql = ({ field, descending }: Sort): RawBuilder<unknown> =>
  descending
    ? sql`${scalarSql(field)} DESC NULLS LAST, ${columnSql('id')} DESC`
    : sql`${scalarSql(field)} ASC NULLS FIRST, ${columnSql('id')} ASC`;

/** Returns the sort value as the text that `parameterSql` reads back. */
const keyText = ({ field }: Sort): RawBuilder<unknown> =>
  field.field.kind === 'timestamp' && field.steps.length === 0
    ? isoText(columnSql(field.column))
    : sql`(${scalarSql(field)})::text`;

/**
 * Returns the conditions for the rows after a position, in order. Rows with and without a value are queried separately: a row comparison
 * that also covers null could not use an index.
 */
function segmentsBehind({ field, descending }: Sort, after: Position | undefined): RawBuilder<unknown>[][] {
  if (!after) return [[]];
  const key = scalarSql(field);
  const id = columnSql('id');
  if (after.value === null) {
    return descending
      ? [[sql`${key} IS NULL`, sql`${id} < ${after.id}`]]
      : [[sql`${key} IS NULL`, sql`${id} > ${after.id}`], [sql`${key} IS NOT NULL`]];
  }
  const place = sql`(${parameterSql(field, after.value)}, ${after.id}::bigint)`;
  return descending ? [[sql`(${key}, ${id}) < ${place}`], [sql`${key} IS NULL`]] : [[sql`(${key}, ${id}) > ${place}`]];
}
