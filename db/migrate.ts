import { type Kysely, sql } from 'kysely';
import { type MigrationResult, Migrator, NO_MIGRATIONS } from 'kysely/migration';
import { migrations } from '../migrations/index.ts';
import { MissingRoleError } from './access/missing-role-error.ts';
import { adoptRestored } from './adopt-restored.ts';
import type { DatabaseSchema } from './schema.ts';

/** A migration failed and was rolled back. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const migrator = (db: Kysely<DatabaseSchema>): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } });

/**
 * Migrates the database to the newest version, and returns the names of the migrations that ran. A database that was restored from a dump is
 * made to work here. Many processes may call it at once.
 */
export async function migrateToLatest(db: Kysely<DatabaseSchema>): Promise<string[]> {
  const applied = namesOf(await migrator(db).migrateToLatest());
  const isUpgrade = applied.length > 0 && applied.length < Object.keys(migrations).length;
  if (isUpgrade || (await adoptRestored(db))) await analyzeTables(db);
  return applied;
}

/** Updates the planner's statistics: after an upgrade they lack new columns, and rows that a migration has moved. */
async function analyzeTables(db: Kysely<DatabaseSchema>): Promise<void> {
  const { rows } = await sql<{
    name: string;
  }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`.execute(db);
  await sql`ANALYZE ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db);
}

/** Reverts `steps` migrations, newest first, or all of them. */
export async function migrateDown(db: Kysely<DatabaseSchema>, steps: number | 'all'): Promise<string[]> {
  if (steps === 'all') return namesOf(await migrator(db).migrateTo(NO_MIGRATIONS));
  const undone: string[] = [];
  for (let step = 0; step < steps; step++) undone.push(...namesOf(await migrator(db).migrateDown()));
  return undone;
}

/** Returns every migration with the time it ran, if it has. */
export const migrationStatus = (db: Kysely<DatabaseSchema>) => migrator(db).getMigrations();

function namesOf({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) throw explain(error, results?.find(({ status }) => status === 'Error')?.migrationName);
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Returns an error that says what to do. `failed` is the migration that failed; undefined if none was started. */
function explain(cause: unknown, failed: string | undefined): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [, unknown] = /^corrupted migrations: previously executed migration (\S+) is missing$/.exec(reason) ?? [];
  if (unknown !== undefined) return new MigrationError(unknownMigration(unknown), { cause });
  if (failed === '0001-access' && cause instanceof Error && 'code' in cause && cause.code === insufficientPrivilege) {
    return new MissingRoleError(
      "the database's user may not create roles; let an administrator run: CREATE ROLE sagecat_reader NOLOGIN; CREATE ROLE sagecat_account_reader NOLOGIN; CREATE ROLE sagecat_api_reader NOLOGIN; GRANT sagecat_account_reader TO sagecat_api_reader; GRANT sagecat_api_reader TO that user",
      { cause },
    );
  }
  return new MigrationError(failed === undefined ? reason : `migration ${failed} failed: ${reason}`, { cause });
}

const insufficientPrivilege = '42501';

/** The migrations of the development versions before the first release, which the current ones replace. */
const beforeFirstRelease = '0001-catalog';

function unknownMigration(name: string): string {
  if (name === beforeFirstRelease) {
    return (
      'the database was made by a development version of sagecat from before its first release, whose migrations were replaced: ' +
      'give sagecat a new database, or another data_dir, and crawl again. What AWS does not list any more stays in the old one'
    );
  }
  return `the database was made by a newer version of sagecat (its migration ${name} is not known here): run that version, or a newer one`;
}
