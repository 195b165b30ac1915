import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql } from './field-sql.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/** Runs work with a database; each call may take another connection. */
export type WithDatabase = <T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>) => Promise<T>;

/**
 * Row numbers that are read at once: enough to keep the database busy, few enough to hold. Rows as of a moment take a look at all that
 * changed since then at each statement, so that there should be fewer of them.
 */
const spanOf = ({ asOf }: RowSelection): number => (asOf === undefined ? 500 : 2000);

/**
 * What is selected of every row of a selection, in the order in which sagecat first saw them, in batches. Each batch is a statement of its own over a
 * stretch of row numbers, so that nothing is held while a slow reader reads: no connection, no snapshot, no memory beyond two
 * batches. Rows that are added meanwhile are left out; one that changes meanwhile is read as it is then.
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
  // The next batch is read while the one before it is written.
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
