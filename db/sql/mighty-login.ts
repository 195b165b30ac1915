import pg from 'pg';
import { SqlUnavailableError } from './sql-error.ts';

/** What a login for users' statements must not be able to do, each with the SQL that tells. */
const powers: readonly [power: string, test: string][] = [
  ['is a superuser', 'rolsuper'],
  ['can create roles', 'rolcreaterole'],
  ['can create databases', 'rolcreatedb'],
  ['can replicate', 'rolreplication'],
  ['bypasses row-level security', 'rolbypassrls'],
  [
    'belongs to a role with more rights',
    `EXISTS (SELECT FROM pg_roles AS other WHERE pg_has_role(session_user, other.oid, 'MEMBER')
      AND other.rolname NOT IN (session_user, $1))`,
  ],
  [
    'owns or may change something in the database',
    `EXISTS (SELECT FROM pg_class WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND (relowner = (SELECT oid FROM pg_roles WHERE rolname = session_user)
        OR CASE WHEN relkind IN ('r', 'p', 'v', 'm', 'f') THEN
          has_table_privilege(session_user, oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END))`,
  ],
  ['may create objects in the database', `has_database_privilege(session_user, current_database(), 'CREATE')`],
];

/** Makes sure that a login can do no more than read as `role`. Throws SqlUnavailableError that says what it could do. */
export async function refuseMightyLogin(connectionString: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'sagecat sql' });
  client.on('error', () => {});
  let answer: Record<string, boolean | string>;
  try {
    await client.connect();
    const tests = powers.map(([, test], index) => `${test} AS power_${index}`);
    const { rows } = await client.query(
      `SELECT session_user AS login, pg_has_role(session_user, $1, 'MEMBER') AS reads, ${tests.join(', ')}
       FROM pg_roles WHERE rolname = session_user`,
      [role],
    );
    answer = rows[0];
  } catch (error) {
    throw new SqlUnavailableError(
      `the login for SQL cannot connect: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  } finally {
    await client.end().catch(() => {});
  }
  const could = powers.filter((_, index) => answer[`power_${index}`]).map(([power]) => power);
  if (could.length > 0) {
    throw new SqlUnavailableError(
      `SQL is refused: its login ${answer.login} ${could.join(', ')}; use one that is a member of ${role} and nothing else`,
    );
  }
  if (!answer.reads) {
    throw new SqlUnavailableError(
      `SQL is refused: its login ${answer.login} is no member of ${role}; run GRANT ${role} TO ${answer.login}`,
    );
  }
}
