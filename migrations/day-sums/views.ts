import { type Kysely, sql } from 'kysely';
import { comment } from '../billing/comment.ts';
import { dayViews } from './day-views.ts';
import { jobViews } from './job-views.ts';
import type { View } from './view.ts';

const views: readonly View[] = [...jobViews, ...dayViews];

/** Creates the documented views, each column with what it means. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createViews(db: Kysely<any>): Promise<void> {
  for (const view of views) {
    await sql.raw(`CREATE VIEW ${view.name} WITH (security_invoker = true) AS ${view.query}`).execute(db);
    await comment(db, `VIEW ${view.name}`, view.comment);
    const meanings = { ...(await meaningsOf(db, view)), ...view.columns };
    for (const [column, text] of Object.entries(meanings)) await comment(db, `COLUMN ${view.name}.${column}`, text);
    await sql.raw(`GRANT SELECT ON ${view.name} TO sagecat_reader, sagecat_account_reader`).execute(db);
  }
}

/** What the columns of a view mean where they come from. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function meaningsOf(db: Kysely<any>, { name, from }: View): Promise<Record<string, string>> {
  const { rows } = await sql<{ column: string; text: string }>`
    SELECT DISTINCT ON (own.attnum) own.attname AS column, col_description(source.attrelid, source.attnum) AS text
    FROM pg_attribute AS own
    JOIN unnest(${from}::text[]) WITH ORDINALITY AS named (relation, place) ON true
    JOIN pg_attribute AS source ON source.attrelid = named.relation::regclass AND source.attname = own.attname
    WHERE own.attrelid = ${name}::regclass AND own.attnum > 0 AND col_description(source.attrelid, source.attnum) IS NOT NULL
    ORDER BY own.attnum, named.place`.execute(db);
  return Object.fromEntries(rows.map(({ column, text }) => [column, text]));
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropViews(db: Kysely<any>): Promise<void> {
  for (const { name } of views.toReversed()) await sql.raw(`DROP VIEW ${name}`).execute(db);
}
