import { readdirSync, readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const wayBack = '.down.sql';

/** Every migration by its name, in the order in which they run: `<number>-<name>.sql` goes forward, `<number>-<name>.down.sql` back. */
export const migrations: Record<string, Migration> = Object.fromEntries(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(wayBack))
    .sort()
    .map((file) => file.slice(0, -wayBack.length))
    .map((name) => [name, { up: run(`${name}.sql`), down: run(`${name}${wayBack}`) }]),
);

/** Runs the statements of a file at once; the migrator's transaction is around them. */
function run(file: string): (db: Kysely<unknown>) => Promise<void> {
  return async (db) => {
    await sql.raw(readFileSync(new URL(file, import.meta.url), 'utf8')).execute(db);
  };
}
