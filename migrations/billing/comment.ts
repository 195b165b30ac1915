import { type Kysely, sql } from 'kysely';

/** Says what a table, view or column holds. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export const comment = (db: Kysely<any>, on: string, text: string) =>
  sql`COMMENT ON ${sql.raw(on)} IS ${sql.lit(text)}`.execute(db);
