import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/** Returns the number of rows in a selection. */
export async function countRows(db: Kysely<DatabaseSchema>, selection: RowSelection): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${fromRows(selection)} WHERE ${whereRows(selection)}`.execute(db);
  return rows[0]?.total ?? 0;
}
