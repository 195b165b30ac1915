import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';

/** Whether the tests run against a PostgreSQL server; without `DATABASE_URL` they run on the embedded database. */
export const onServer = process.env.DATABASE_URL !== undefined;

/**
 * A database of the caller's own, gone when it is disposed: a new one on the server of `DATABASE_URL`, or an embedded one in
 * memory. Migrated unless told otherwise.
 */
export async function testDatabase({ migrate = true } = {}): Promise<Database> {
  const database = onServer ? await onNewDatabase() : await openDatabase({ dataDir: 'memory' });
  if (migrate) await migrateToLatest(database.kysely);
  return database;
}

async function onNewDatabase(): Promise<Database> {
  const name = `sagecat_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.DATABASE_URL ?? '';
  await runOn(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, dataDir: 'unused' });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function runOn(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
