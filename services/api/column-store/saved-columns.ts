import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../../db/schema.ts';

/** Columns of a resource type as they are saved: all of the same rows, in the same order, as of one snapshot. */
export interface SavedColumns {
  /** The `pg_snapshot` in which the rows were read. */
  readonly snapshot: string;
  /** Compressed columns by the path of their field. */
  readonly columns: ReadonlyMap<string, Buffer>;
}

/**
 * Reads the columns that some process has saved for a resource type; undefined if there are none of this version. A snapshot means something
 * only in the database in which it was taken: in one that was restored from a dump, the rows of the table have been written by another
 * transaction than the one that they name.
 */
export async function readSavedColumns(
  db: Kysely<DatabaseSchema>,
  type: string,
  version: number,
): Promise<SavedColumns | undefined> {
  const { rows } = await sql<{ field: string; snapshot: string; data: Buffer }>`
    SELECT field, snapshot::text AS snapshot, data FROM sagecat_private.saved_column
    WHERE resource_type = ${type} AND version = ${version} AND xmin = written_by::xid`.execute(db);
  const [first] = rows;
  return first && { snapshot: first.snapshot, columns: new Map(rows.map(({ field, data }) => [field, data])) };
}

/** Saves the columns of a resource type in the place of those that are there, unless another process is just doing so. */
export async function saveColumns(
  db: Kysely<DatabaseSchema>,
  type: string,
  version: number,
  { snapshot, columns }: SavedColumns,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ free: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('sagecat saved columns'), hashtext(${type})) AS free`.execute(trx);
    if (!rows[0]?.free) return;
    await sql`DELETE FROM sagecat_private.saved_column WHERE resource_type = ${type}`.execute(trx);
    for (const [field, data] of columns) {
      await sql`
        INSERT INTO sagecat_private.saved_column (resource_type, field, version, snapshot, data)
        VALUES (${type}, ${field}, ${version}, ${snapshot}::pg_snapshot, ${data})`.execute(trx);
    }
  });
}

/** Forgets the columns that are saved of a resource type. */
export async function forgetColumns(db: Kysely<DatabaseSchema>, type: string): Promise<void> {
  await sql`DELETE FROM sagecat_private.saved_column WHERE resource_type = ${type}`.execute(db);
}
