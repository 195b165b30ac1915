import { type Kysely, sql } from 'kysely';

/** The roles that the catalog gives rights to cannot be made by the database's user. */
export class MissingRoleError extends Error {
  override readonly name = 'MissingRoleError';
}

const roles = ['sagecat_reader', 'sagecat_account_reader', 'sagecat_api_reader'] as const;

/** Makes a role that cannot log in, where there is none yet. Roles belong to the whole server: an administrator, or another catalog of it, may have made it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function ensureRole(db: Kysely<any>, role: (typeof roles)[number]): Promise<void> {
  try {
    // Another database may make it at this very moment.
    await sql`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${sql.lit(role)}) THEN
          CREATE ROLE ${sql.ref(role)} NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`.execute(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
    const statements = roles.map((name) => `CREATE ROLE ${name} NOLOGIN`);
    throw new MissingRoleError(
      `the database's user may not create roles; let an administrator run: ${statements.join('; ')}; GRANT sagecat_account_reader TO sagecat_api_reader; GRANT sagecat_api_reader TO that user`,
      { cause: error },
    );
  }
}
