import pg from 'pg';
import { SqlUnavailableError } from './sql-error.ts';

/** Privileges that a login for users' statements must not have, with the SQL that tests for each: $1 is the login, $2 the role it reads as. */
const forbiddenPrivileges: readonly [privilege: string, test: string][] = [
  ['is a superuser', 'rolsuper'],
  ['can create roles', 'rolcreaterole'],
  ['can create databases', 'rolcreatedb'],
  ['can replicate', 'rolreplication'],
  ['bypasses row-level security', 'rolbypassrls'],
  [
    'belongs to a role with more rights',
    `EXISTS (SELECT FROM pg_roles AS other WHERE pg_has_role(pg_roles.oid, other.oid, 'MEMBER') AND other.rolname NOT IN ($1, $2))`,
  ],
  [
    'owns or may change something in the database',
    `EXISTS (SELECT FROM pg_class WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND (relowner = pg_roles.oid OR CASE WHEN relkind IN ('r', 'p', 'v', 'm', 'f') THEN
        has_table_privilege(pg_roles.oid, pg_class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END))`,
  ],
  ['may create objects in the database', `has_database_privilege(pg_roles.oid, current_database(), 'CREATE')`],
];

/** Checks that a login can do no more than read as `role`. Throws SqlUnavailableError that lists its other privileges. */
export async function assertReadOnlyLogin(pool: pg.Pool, login: string, role: string): Promise<void> {
  const tests = forbiddenPrivileges.map(([, test], index) => `${test} AS power_${index}`);
  const { rows } = await pool.query<Record<string, boolean>>(
    `SELECT pg_has_role(pg_roles.oid, $2, 'MEMBER') AS reads, ${tests.join(', ')} FROM pg_roles WHERE rolname = $1`,
    [login, role],
  );
  const answer = rows[0] ?? {};
  const could = forbiddenPrivileges.filter((_, index) => answer[`power_${index}`]).map(([privilege]) => privilege);
  if (could.length > 0) {
    throw new SqlUnavailableError(
      `SQL is refused: its login ${login} ${could.join(', ')}; use a login that is a member of ${role} and nothing else`,
    );
  }
  if (!answer.reads) {
    throw new SqlUnavailableError(
      `SQL is refused: its login ${login} is not a member of ${role}; run GRANT ${role} TO ${login}`,
    );
  }
}

/** Returns the user that a connection string logs in as, and its limit on temporary files; undefined if it has none. */
export async function describeLogin(
  connectionString: string,
): Promise<{ login: string; tempFileLimit: string | undefined }> {
  const client = new pg.Client({ connectionString, application_name: 'sagecat sql' });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ login: string; limit: string }>(
      `SELECT session_user AS login, current_setting('temp_file_limit') AS limit`,
    );
    return { login: rows[0]?.login ?? '', tempFileLimit: rows[0]?.limit === '-1' ? undefined : rows[0]?.limit };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new SqlUnavailableError(`the login for SQL cannot connect: ${reason}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
