import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql } from './field-sql.ts';
import { type RowColumn, type SelectedRow, selectColumns } from './row-columns.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/** The newest row of an ARN: a name, hence its ARN, can be used again once its resource is deleted. */
export async function getRow(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  columns: readonly RowColumn[],
  arn: string,
): Promise<(SelectedRow & { readonly '#id': number }) | undefined> {
  const { key } = selection.type;
  const { rows } = await sql<SelectedRow & { '#id': number }>`
    SELECT ${selectColumns(columns)}, ${columnSql('id')} AS "#id"
    FROM ${fromRows(selection)}
    WHERE ${whereRows(selection, sql`${columnSql(key.arn)} = ${arn}`)}
    ORDER BY ${columnSql(key.createdAt)} DESC
    LIMIT 1`.execute(db);
  return rows[0];
}
