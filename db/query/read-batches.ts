import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql } from './field-sql.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/** Runs work with a database; each call may use another connection. */
export type WithDatabase = <T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>) => Promise<T>;

/**
 * The number of rows per batch: enough to keep the database busy, few enough to hold in memory. Every statement as of a moment scans all
 * later changes, so there its batches are larger.
 */
const spanOf = ({ asOf }: RowSelection): number => (asOf === undefined ? 500 : 2000);

/**
 * Yields the selected columns of every row, in the order in which sagecat first saw them, in batches. Each batch is its own statement over a
 * range of row numbers, so a slow reader holds no connection, no snapshot, and no more than two batches of memory. Rows added meanwhile
 * are left out; a row that changes meanwhile is read as it is at that time.
 */
export async function* readBatches<Row>(
  withDatabase: WithDatabase,
  selection: RowSelection,
  selected: RawBuilder<unknown>,
): AsyncGenerator<readonly Row[]> {
  const spanOfIds = spanOf(selection);
  const last = await withDatabase((db) => lastId(db, selection));
  const read = async (from: number): Promise<readonly Row[]> => {
    const id = columnSql('id');
    const { rows } = await withDatabase((db) =>
      sql<Row>`
        SELECT ${selected} FROM ${fromRows(selection)}
        WHERE ${whereRows(selection, sql`${id} >= ${from}`, sql`${id} < ${Math.min(from + spanOfIds, last + 1)}`)}
        ORDER BY ${id}`.execute(db),
    );
    return rows;
  };
  // Reads the next batch while the previous one is written.
  let next = read(1);
  next.catch(() => {});
  for (let from = 1; from <= last; from += spanOfIds) {
    const batch = await next;
    if (from + spanOfIds <= last) {
      next = read(from + spanOfIds);
      next.catch(() => {});
    }
    if (batch.length > 0) yield batch;
  }
}

async function lastId(db: Kysely<DatabaseSchema>, { type }: RowSelection): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`SELECT max(id) AS last FROM ${sql.table(type.name)}`.execute(db);
  return rows[0]?.last ?? 0;
}
