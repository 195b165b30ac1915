import type { Kysely } from 'kysely';
import { type MigrationResult, Migrator, NO_MIGRATIONS } from 'kysely/migration';
import { migrations } from '../migrations/index.ts';
import type { DatabaseSchema } from './schema.ts';

/** A migration failed; what it had done was rolled back. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const migrator = (db: Kysely<DatabaseSchema>): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } });

/** Brings the database to the newest version, and answers the names of the migrations that ran. Safe to run at once from many processes. */
export const migrateToLatest = async (db: Kysely<DatabaseSchema>): Promise<string[]> =>
  namesOf(await migrator(db).migrateToLatest());

/** Goes back by `steps` migrations, newest first, or by all of them. */
export async function migrateDown(db: Kysely<DatabaseSchema>, steps: number | 'all'): Promise<string[]> {
  if (steps === 'all') return namesOf(await migrator(db).migrateTo(NO_MIGRATIONS));
  const undone: string[] = [];
  for (let step = 0; step < steps; step++) undone.push(...namesOf(await migrator(db).migrateDown()));
  return undone;
}

/** Every migration with the time it ran at, if it has. */
export const migrationStatus = (db: Kysely<DatabaseSchema>) => migrator(db).getMigrations();

function namesOf({ error, results }: { error?: unknown; results?: MigrationResult[] }): string[] {
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === 'Error');
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(failed ? `migration ${failed.migrationName} failed: ${reason}` : reason, { cause: error });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}
