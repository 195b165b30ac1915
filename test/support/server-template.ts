import pg from 'pg';
import { openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { schemaFingerprint } from './schema-fingerprint.ts';

/** Any number that no other program uses as a lock. */
const lockKey = 7_243_001;

let made: Promise<string> | undefined;

/** Returns the name of a migrated database on a server, which no test writes to and new ones are copied from. The first process that needs it makes it. */
export const serverTemplate = (server: string): Promise<string> => {
  made ??= findOrMake(server);
  return made;
};

async function findOrMake(server: string): Promise<string> {
  const name = `sagecat_template_${await schemaFingerprint()}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    // One that may be connected to was not completed.
    const { rows } = await client.query<{ datallowconn: boolean }>(
      'SELECT datallowconn FROM pg_database WHERE datname = $1',
      [name],
    );
    if (rows[0]?.datallowconn === false) return name;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    await migrate(server, name);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    return name;
  } finally {
    await client.end();
  }
}

async function migrate(server: string, name: string): Promise<void> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  await using database = await openDatabase({ url: url.href, dataDir: 'unused' });
  await migrateToLatest(database.kysely);
}
