import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '../database.ts';
import { SqlUnavailableError } from './sql-error.ts';

/** Which rows the statements of a login may see: those of all accounts, or those that a transaction is opened for. */
export type ReaderKind = 'all' | 'accounts';

export const roleOf = { all: 'sagecat_reader', accounts: 'sagecat_account_reader' } as const;

/** Settings of a login: what a statement may take up. Those that only a superuser may set come last and are left out otherwise. */
const settings: readonly [name: string, value: string][] = [
  ['default_transaction_read_only', 'on'],
  ['statement_timeout', '30s'],
  ['lock_timeout', '1s'],
  ['idle_in_transaction_session_timeout', '60s'],
  ['idle_session_timeout', '60s'],
  ['work_mem', '32MB'],
  ['max_parallel_workers_per_gather', '1'],
  ['jit', 'off'],
  ['temp_file_limit', '1GB'],
];
const connectionLimit = 16;

/**
 * The connection string of the login that users' statements run under on a server: a role that may do nothing but be a
 * reader. It is made when it is first needed; its password is random and known to sagecat's own schema only. Throws
 * SqlUnavailableError where the configured user may not make roles.
 */
export async function readerConnection(database: Database, kind: ReaderKind): Promise<string> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('sagecat_private.sql_login'))`);
    const login = (await knownLogin(client, kind)) ?? (await createLogin(client, kind));
    await client.query('COMMIT');
    return withLogin(database.connectionString, login.login, login.password);
  } catch (error) {
    await client.query('ROLLBACK');
    throw explain(error, kind);
  } finally {
    client.release();
  }
}

interface Login {
  readonly login: string;
  readonly password: string;
}

async function knownLogin(client: pg.ClientBase, kind: ReaderKind): Promise<Login | undefined> {
  const { rows } = await client.query<Login>(
    'SELECT login, password FROM sagecat_private.sql_login JOIN pg_roles ON rolname = login AND rolcanlogin WHERE reader = $1',
    [kind],
  );
  return rows[0];
}

async function createLogin(client: pg.ClientBase, kind: ReaderKind): Promise<Login> {
  // Roles belong to the whole server, where several databases may be catalogs.
  const { rows } = await client.query<{ login: string; database: string }>(
    'SELECT $1 || oid AS login, quote_ident(datname) AS database FROM pg_database WHERE datname = current_database()',
    [kind === 'all' ? 'sagecat_sql_' : 'sagecat_sql_accounts_'],
  );
  const { login = '', database = '' } = rows[0] ?? {};
  const password = randomBytes(32).toString('base64url');
  const existing = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT ${connectionLimit}`;
  // Some attributes may be named by a superuser only; a new role has none of them anyway.
  const allowed = `LOGIN CONNECTION LIMIT ${connectionLimit}`;
  await client.query('SAVEPOINT role');
  const verb = existing.rowCount ? 'ALTER' : 'CREATE';
  try {
    await client.query(`${verb} ROLE ${login} ${attributes} PASSWORD '${scramVerifier(password)}'`);
  } catch (error) {
    if (!isDenied(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT role');
    await client.query(`${verb} ROLE ${login} ${allowed} PASSWORD '${scramVerifier(password)}'`);
  }
  await client.query(`GRANT ${roleOf[kind]} TO ${login}`);
  await client.query(`ALTER ROLE ${login} IN DATABASE ${database} SET role = '${roleOf[kind]}'`);
  for (const [name, value] of settings) {
    await client.query('SAVEPOINT setting');
    try {
      await client.query(`ALTER ROLE ${login} IN DATABASE ${database} SET ${name} = '${value}'`);
    } catch (error) {
      if (!isDenied(error)) throw error;
      await client.query('ROLLBACK TO SAVEPOINT setting');
    }
  }
  await client.query(
    `INSERT INTO sagecat_private.sql_login (reader, login, password) VALUES ($1, $2, $3)
     ON CONFLICT (reader) DO UPDATE SET login = EXCLUDED.login, password = EXCLUDED.password`,
    [kind, login, password],
  );
  return { login, password };
}

const isDenied = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501';

function explain(error: unknown, kind: ReaderKind): unknown {
  if (!isDenied(error)) return error;
  const key = kind === 'all' ? 'sql.reader_url' : 'sql.account_reader_url';
  return new SqlUnavailableError(
    `the database user may not create the login that SQL runs under (${error instanceof Error ? error.message : error}); ` +
      `let an administrator run CREATE ROLE my_login LOGIN PASSWORD '...' IN ROLE ${roleOf[kind]}, and set ${key} to a connection string with it`,
    { cause: error },
  );
}

/** The same server and database with another user. */
function withLogin(connectionString: string, login: string, password: string): string {
  const url = new URL(connectionString);
  url.username = login;
  url.password = password;
  return url.href;
}

/**
 * What PostgreSQL stores of a password, made here so that no log of statements ever shows the password itself
 * (RFC 5802; https://www.postgresql.org/docs/current/catalog-pg-authid.html).
 */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
}
