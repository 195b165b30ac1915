import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '../database.ts';
import { ifAllowed, isDenied } from './if-allowed.ts';
import { SqlUnavailableError } from './sql-error.ts';

/** Whether a login sees the rows of all accounts, or only of some. */
export type ReaderKind = 'all' | 'accounts';

export const roleOf = { all: 'sagecat_reader', accounts: 'sagecat_account_reader' } as const;

/** A login's settings, which limit the resources of its statements. */
const settings: readonly [name: string, value: string][] = [
  ['default_transaction_read_only', 'on'],
  ['statement_timeout', '30s'],
  ['lock_timeout', '1s'],
  ['idle_in_transaction_session_timeout', '60s'],
  ['idle_session_timeout', '60s'],
  ['work_mem', '32MB'],
  ['max_parallel_workers_per_gather', '1'],
  ['jit', 'off'],
  // Only a superuser, or someone it granted this to, may set it; ReaderLogins checks whether it took effect.
  ['temp_file_limit', '1GB'],
];
const connectionLimit = 16;
/** The maximum number of logins per database, besides the one for all accounts. */
const maxLogins = 200;

/**
 * Returns the connection string of the login that statements run under on a server: a role that can only read. There is one for all accounts
 * and one for each requested set of accounts, so that PostgreSQL itself separates their sessions and shows rows by login. It is created when
 * first needed; its random password is stored only in sagecat's private schema. Throws SqlUnavailableError if the configured user may not
 * create roles.
 */
export async function readerLogin(database: Database, accounts: readonly string[] | undefined): Promise<string> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    // No other role has a privilege on this table, so unlike an advisory lock no one else can hold it.
    await client.query('LOCK TABLE sagecat_private.sql_login IN EXCLUSIVE MODE');
    const set = accounts && [...new Set(accounts)].toSorted();
    const login = (await knownLogin(client, set)) ?? (await createLogin(client, set));
    await applySettings(client, login.login);
    await client.query('COMMIT');
    return withLogin(database.connectionString, login.login, login.password);
  } catch (error) {
    await client.query('ROLLBACK');
    throw explain(error, accounts ? 'accounts' : 'all');
  } finally {
    client.release();
  }
}

interface Login {
  readonly login: string;
  readonly password: string;
}

async function knownLogin(client: pg.ClientBase, accounts: readonly string[] | undefined): Promise<Login | undefined> {
  const { rows } = await client.query<Login>(
    `UPDATE sagecat_private.sql_login SET used_at = now()
     WHERE accounts IS NOT DISTINCT FROM $1 AND EXISTS (SELECT FROM pg_roles WHERE rolname = login AND rolcanlogin)
     RETURNING login, password`,
    [accounts],
  );
  return rows[0];
}

async function createLogin(client: pg.ClientBase, accounts: readonly string[] | undefined): Promise<Login> {
  if (accounts) await dropUnused(client);
  // Roles belong to the whole server, which may hold several catalogs. The name reveals nothing about the accounts.
  const { rows } = await client.query<{ base: string }>(
    `SELECT 'sagecat_sql_' || oid AS base FROM pg_database WHERE datname = current_database()`,
  );
  const login = `${rows[0]?.base}${accounts ? `_${randomBytes(6).toString('hex')}` : ''}`;
  const password = randomBytes(32).toString('base64url');
  const existing = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT ${connectionLimit}`;
  // Only a superuser may name some attributes; a new role has none of them anyway.
  const allowed = `LOGIN CONNECTION LIMIT ${connectionLimit}`;
  const verb = existing.rowCount ? 'ALTER' : 'CREATE';
  const secret = `PASSWORD '${scramVerifier(password)}'`;
  if (!(await ifAllowed(client, `${verb} ROLE ${login} ${attributes} ${secret}`))) {
    await client.query(`${verb} ROLE ${login} ${allowed} ${secret}`);
  }
  await client.query(`GRANT ${roleOf[accounts ? 'accounts' : 'all']} TO ${login}`);
  await client.query('DELETE FROM sagecat_private.sql_login WHERE login = $1 OR accounts IS NOT DISTINCT FROM $2', [
    login,
    accounts,
  ]);
  await client.query('INSERT INTO sagecat_private.sql_login (login, accounts, password) VALUES ($1, $2, $3)', [
    login,
    accounts,
    password,
  ]);
  return { login, password };
}

async function applySettings(client: pg.ClientBase, login: string): Promise<void> {
  const { rows } = await client.query<{ database: string; role: string }>(
    `SELECT quote_ident(current_database()) AS database, CASE WHEN accounts IS NULL THEN $2 ELSE $3 END AS role
     FROM sagecat_private.sql_login WHERE login = $1`,
    [login, roleOf.all, roleOf.accounts],
  );
  const [found] = rows;
  const set = `ALTER ROLE ${login} IN DATABASE ${found?.database} SET`;
  await client.query(`${set} role = '${found?.role}'`);
  for (const [name, value] of settings) await ifAllowed(client, `${set} ${name} = '${value}'`);
}

/** Drops logins that have been unused for a day, and the oldest beyond the maximum. A login in use is looked up every few minutes. */
async function dropUnused(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ login: string; isOld: boolean; isIdle: boolean }>(
    `SELECT login, used_at < now() - interval '1 day' AS "isOld", used_at < now() - interval '1 hour' AS "isIdle"
     FROM sagecat_private.sql_login WHERE accounts IS NOT NULL ORDER BY used_at DESC`,
  );
  for (const { login, isIdle } of rows.filter(({ isOld }, place) => isOld || place >= maxLogins - 1)) {
    if (!isIdle) {
      throw new SqlUnavailableError(
        `SQL is refused: keys of more than ${maxLogins} different sets of accounts have used it within an hour; try again later`,
      );
    }
    await client.query('DELETE FROM sagecat_private.sql_login WHERE login = $1', [login]);
    await client.query(`DROP ROLE IF EXISTS ${login}`);
  }
}

function explain(error: unknown, kind: ReaderKind): unknown {
  if (!isDenied(error)) return error;
  const key = kind === 'all' ? 'sql.reader_url' : 'sql.account_reader_url';
  return new SqlUnavailableError(
    `the database user may not create the login that SQL runs under (${error instanceof Error ? error.message : error}); ` +
      `let an administrator run ALTER ROLE of that user CREATEROLE, or CREATE ROLE my_login LOGIN PASSWORD '...' IN ROLE ${roleOf[kind]}, and set ${key} to a connection string with it`,
    { cause: error },
  );
}

/** Returns the same connection string with another user. */
function withLogin(connectionString: string, login: string, password: string): string {
  const url = new URL(connectionString);
  url.username = login;
  url.password = password;
  return url.href;
}

/**
 * Returns the form in which PostgreSQL stores a password. It is computed here so that statement logs never contain the password itself
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
