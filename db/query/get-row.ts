import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql } from './field-sql.ts';
import { type JsonRow, type RowColumn, selectJson } from './row-columns.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/**
 * Returns the newest row of an ARN, or the one that was created at a given time (ISO 8601): the name of a deleted resource, hence its ARN,
 * can be reused.
 */
export async function getRow(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  columns: readonly RowColumn[],
  { arn, created }: { readonly arn: string; readonly created?: string | undefined },
): Promise<(JsonRow & { readonly '#id': number }) | undefined> {
  const { key } = selection.type;
  const conditions = [sql`${columnSql(key.arn)} = ${arn}`];
  if (created !== undefined) conditions.push(sql`${columnSql(key.createdAt)} = ${created}::timestamptz`);
  const { rows } = await sql<JsonRow & { '#id': number }>`
    SELECT ${selectJson(columns)}, ${columnSql('id')} AS "#id"
    FROM ${fromRows(selection)}
    WHERE ${whereRows(selection, ...conditions)}
    ORDER BY ${columnSql(key.createdAt)} DESC
    LIMIT 1`.execute(db);
  return rows[0];
}
