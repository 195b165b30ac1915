import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/database.ts';
import { copyOfTemplate } from './embedded-template.ts';
import { serverTemplate } from './server-template.ts';

/** Whether the tests run against a PostgreSQL server; without `DATABASE_URL` they run on the embedded database. */
export const onServer = process.env.DATABASE_URL !== undefined;

/**
 * Returns a separate database that is dropped when it is disposed: a new one on the server of `DATABASE_URL`, or a temporary embedded one.
 * Migrated unless told otherwise.
 */
export async function testDatabase({ migrate = true } = {}): Promise<Database> {
  if (!onServer) return copyOfTemplate(migrate ? 'catalog' : 'empty');
  return onNewDatabase(migrate);
}

async function onNewDatabase(migrate: boolean): Promise<Database> {
  const name = `sagecat_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.DATABASE_URL ?? '';
  await runOn(server, `CREATE DATABASE ${name}${migrate ? ` TEMPLATE ${await serverTemplate(server)}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, dataDir: 'unused' });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      const logins = await loginsOf(server, name);
      await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
      if (logins.length > 0) await runOn(server, `DROP ROLE IF EXISTS ${logins.join(', ')}`);
    },
  };
}

/** The logins of SQL statements belong to the server, and would outlive the database. */
async function loginsOf(server: string, database: string): Promise<string[]> {
  const { rows } = await runOn<{ login: string }>(
    server,
    `SELECT rolname AS login FROM pg_roles JOIN pg_database ON datname = '${database}'
     WHERE rolname ~ ('^sagecat_sql_' || pg_database.oid || '(_|$)')`,
  );
  return rows.map(({ login }) => login);
}

async function runOn<Row extends pg.QueryResultRow>(
  connectionString: string,
  statement: string,
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query<Row>(statement);
  } finally {
    await client.end();
  }
}
