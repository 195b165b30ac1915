import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import { migrateToLatest } from '../../../db/migrate.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { onServer } from '../../support/test-database.ts';

const server = process.env.DATABASE_URL ?? '';

describe('the logins that SQL runs under', { skip: !onServer && 'needs a server: set DATABASE_URL' }, () => {
  let admin: pg.Client;
  before(async () => {
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
  });
  after(() => admin.end());

  /** A database that belongs to a user without a superuser's rights. */
  async function ownedDatabase(attributes: string): Promise<Database & { user: string }> {
    const user = `sagecat_test_${randomBytes(6).toString('hex')}`;
    await admin.query(`CREATE ROLE ${user} LOGIN PASSWORD 'test' ${attributes}`);
    await admin.query(`CREATE DATABASE ${user} OWNER ${user}`);
    const { rows } = await admin.query<{ oid: string }>('SELECT oid::text FROM pg_database WHERE datname = $1', [user]);
    const url = new URL(server);
    Object.assign(url, { username: user, password: 'test', pathname: `/${user}` });
    const database = await openDatabase({ url: url.href, dataDir: 'unused' });
    return {
      ...database,
      user,
      async [Symbol.asyncDispose]() {
        await database[Symbol.asyncDispose]();
        await admin.query(`DROP DATABASE ${user} WITH (FORCE)`);
        for (const login of ['sagecat_sql_', 'sagecat_sql_accounts_']) {
          await admin.query(`DROP ROLE IF EXISTS ${login}${rows[0]?.oid}`);
        }
        await admin.query(`DROP ROLE ${user}`);
      },
    };
  }
  const ask = (reader: SqlReader, accounts?: string[]) =>
    reader.run({ statement: 'SELECT current_user, session_user', maxRows: 1, timeoutMs: 5000, accounts });

  it('are made by a user who may make roles, and are used again by the next process', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await migrateToLatest(database.kysely);
    const first = await ask(new SqlReader(database));
    assert.equal(first.rows[0]?.[0], 'sagecat_reader');
    assert.match(String(first.rows[0]?.[1]), /^sagecat_sql_\d+$/);
    assert.deepEqual((await ask(new SqlReader(database))).rows, first.rows);
    const restricted = await ask(new SqlReader(database), ['111122223333']);
    assert.equal(restricted.rows[0]?.[0], 'sagecat_account_reader');
    const jobs = await readAsAccounts(database, ['111122223333'], (db) =>
      db.selectFrom('aws_sagemaker_trainingjob').select('id').execute(),
    );
    assert.deepEqual(jobs, []);
  });

  it('are refused with what to do by a user who may not', async () => {
    for (const role of ['sagecat_reader', 'sagecat_account_reader', 'sagecat_api_reader']) {
      await admin.query(`CREATE ROLE ${role} NOLOGIN`).catch(() => {});
    }
    await using database = await ownedDatabase('');
    await migrateToLatest(database.kysely);
    await assert.rejects(ask(new SqlReader(database)), {
      name: 'SqlUnavailableError',
      message: /CREATE ROLE .* sql\.reader_url/,
    });
    await assert.rejects(
      readAsAccounts(database, [], async () => {}),
      { name: 'MissingRoleError', message: /sagecat_api_reader/ },
    );
  });

  it('may be given, but only if they can do no more than read', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await migrateToLatest(database.kysely);
    for (const [readerUrl, reason] of [
      [database.connectionString, /can create roles/],
      [server.replace(/\/[^/]*$/, `/${database.user}`), /is a superuser/],
    ] as const) {
      await assert.rejects(ask(new SqlReader(database, { readerUrl })), {
        name: 'SqlUnavailableError',
        message: reason,
      });
    }
    const given = `${database.user}_given`;
    await admin.query(`CREATE ROLE ${given} LOGIN PASSWORD 'test' IN ROLE sagecat_reader`);
    try {
      const url = new URL(database.connectionString);
      Object.assign(url, { username: given });
      assert.deepEqual((await ask(new SqlReader(database, { readerUrl: url.href }))).rows, [['sagecat_reader', given]]);
      await admin.query(`REVOKE sagecat_reader FROM ${given}`);
      await assert.rejects(ask(new SqlReader(database, { readerUrl: url.href })), {
        message: /no member of sagecat_reader/,
      });
    } finally {
      await admin.query(`DROP ROLE ${given}`);
    }
  });
});
