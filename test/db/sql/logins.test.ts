import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { sqlSettings } from '../../../config/sql-section.ts';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import { migrateDown, migrateToLatest } from '../../../db/migrate.ts';
import { hardeningScript } from '../../../db/sql/harden-database.ts';
import { SqlFailedError } from '../../../db/sql/sql-error.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { eventually } from '../../support/eventually.ts';
import { describeResponse } from '../../support/responses.ts';
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
        const logins = await admin.query<{ name: string }>('SELECT rolname AS name FROM pg_roles WHERE rolname ~ $1', [
          `^sagecat_sql_${rows[0]?.oid}(_|$)`,
        ]);
        for (const { name } of logins.rows) await admin.query(`DROP ROLE ${name}`);
        await admin.query(`REVOKE SET ON PARAMETER temp_file_limit FROM ${user}`);
        await admin.query(`DROP ROLE ${user}`);
      },
    };
  }
  const ask = (reader: SqlReader, accounts?: string[]) =>
    reader.run({ statement: 'SELECT current_user, session_user', maxRows: 1, timeoutMs: 20_000, accounts });

  const limitFiles = (user: string) => admin.query(`GRANT SET ON PARAMETER temp_file_limit TO ${user}`);
  /** Runs statements in a database as the superuser. */
  async function asSuperuser(database: { user: string }, statements: readonly string[]): Promise<void> {
    const client = new pg.Client({ connectionString: server.replace(/\/[^/]*$/, `/${database.user}`) });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  it('are made by a user who may make roles, and are used again by the next process', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await limitFiles(database.user);
    await migrateToLatest(database.kysely);
    const first = await ask(new SqlReader(database, sqlSettings()));
    assert.equal(first.rows[0]?.[0], 'sagecat_reader');
    assert.match(String(first.rows[0]?.[1]), /^sagecat_sql_\d+$/);
    assert.deepEqual((await ask(new SqlReader(database, sqlSettings()))).rows, first.rows);
    const restricted = await ask(new SqlReader(database, sqlSettings()), ['111122223333']);
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
    await assert.rejects(ask(new SqlReader(database, sqlSettings())), {
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
      await assert.rejects(ask(new SqlReader(database, sqlSettings({ reader_url: readerUrl }))), {
        name: 'SqlUnavailableError',
        message: reason,
      });
    }
    const given = `${database.user}_given`;
    await admin.query(`CREATE ROLE ${given} LOGIN PASSWORD 'test' IN ROLE sagecat_reader`);
    try {
      const url = new URL(database.connectionString);
      Object.assign(url, { username: given });
      assert.deepEqual((await ask(new SqlReader(database, sqlSettings({ reader_url: url.href })))).rows, [
        ['sagecat_reader', given],
      ]);
      await admin.query(`REVOKE sagecat_reader FROM ${given}`);
      await assert.rejects(ask(new SqlReader(database, sqlSettings({ reader_url: url.href }))), {
        message: /not a member of sagecat_reader/,
      });
    } finally {
      await admin.query(`DROP ROLE ${given}`);
    }
  });

  it('are one for each set of accounts, and stand for it whatever a statement sets', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await limitFiles(database.user);
    await migrateToLatest(database.kysely);
    for (const account of ['111122223333', '444455556666']) {
      const arn = `arn:aws:sagemaker:us-east-1:${account}:training-job/job`;
      const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: 'job', TrainingJobArn: arn }), {
        tags: [],
      });
      assert.ok(flattened.ok);
      await storeRows(database.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'describe' }]);
    }
    const reader = new SqlReader(database, sqlSettings());
    const loginOf = async (...accounts: string[]) => String((await ask(reader, accounts)).rows[0]?.[1]);
    const [one, other, both] = [
      await loginOf('111122223333'),
      await loginOf('444455556666'),
      await loginOf('444455556666', '111122223333'),
    ];
    assert.equal(new Set([one, other, both]).size, 3);
    assert.match(one, /^sagecat_sql_\d+_[\da-f]{12}$/);
    assert.equal(await loginOf('111122223333', '444455556666', '111122223333'), both);
    const seen = async (statement: string) =>
      (await reader.runUnchecked({ statement, maxRows: 10, timeoutMs: 20_000, accounts: ['111122223333'] })).rows;
    const mine = 'FROM aws_sagemaker_trainingjob ORDER BY 1';
    assert.deepEqual(await seen(`SELECT account_id ${mine}`), [['111122223333']]);
    assert.deepEqual(
      await seen(
        `SELECT account_id FROM (SELECT set_config('sagecat.accounts', '444455556666', true), set_config('role', 'none', true) OFFSET 0) AS s,
           aws_sagemaker_trainingjob WHERE s IS NOT NULL`,
      ),
      [['111122223333']],
    );
  });

  it('see neither what another set of accounts runs, nor can they end it', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await limitFiles(database.user);
    await migrateToLatest(database.kysely);
    const reader = new SqlReader(database, sqlSettings());
    const run = (statement: string, accounts: string[], timeoutMs = 20_000) =>
      reader.runUnchecked({ statement, maxRows: 10, timeoutMs, accounts });
    const long = `SELECT count(*), 'a secret literal' FROM generate_series(1, 100000000000)`;
    const victim = run(long, ['444455556666']).catch((error: unknown) => error);
    const pid = await eventually(async () => {
      const { rows } = await admin.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND query LIKE '%a secret literal%' AND usename LIKE 'sagecat_sql%'`,
        [database.user],
      );
      assert.ok(rows[0], 'it does not run yet');
      return rows[0].pid;
    });
    // Out of its role, as a statement could be that had found a way past the look at it.
    const leave = `(SELECT set_config('role', 'none', true) OFFSET 0) AS s`;
    const { rows } = await run(`SELECT query FROM ${leave}, pg_stat_activity WHERE pid = ${pid} AND s IS NOT NULL`, [
      '111122223333',
    ]);
    assert.deepEqual(rows, [['<insufficient privilege>']]);
    for (const end of ['pg_terminate_backend', 'pg_cancel_backend']) {
      await assert.rejects(run(`SELECT ${end}(${pid})`, ['111122223333']), { code: '42501' });
    }
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    const ended = await victim;
    assert.ok(ended instanceof SqlFailedError);
    assert.deepEqual([ended.code, ended.isTimeout], ['57P01', false]);
    assert.match(ended.message, /ended on the server, before its limit of time/);
    const canceled = run(long, ['444455556666']).catch((error: unknown) => error);
    await eventually(async () => {
      const { rows } = await admin.query<{ done: boolean }>(
        `SELECT pg_cancel_backend(pid) AS done FROM pg_stat_activity
         WHERE datname = $1 AND query LIKE '%a secret literal%' AND usename LIKE 'sagecat_sql%' AND state = 'active'`,
        [database.user],
      );
      assert.ok(rows[0]?.done, 'it does not run yet');
    });
    const error = await canceled;
    assert.ok(error instanceof SqlFailedError);
    assert.deepEqual([error.code, error.isTimeout], ['57014', false]);
    await assert.rejects(run(long, ['444455556666'], 300), { code: '57014', isTimeout: true });
  });

  it('are refused to keys of single accounts while nothing limits the files that a statement writes', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await migrateToLatest(database.kysely);
    await ask(new SqlReader(database, sqlSettings()));
    const restricted = () => ask(new SqlReader(database, sqlSettings()), ['111122223333']);
    await assert.rejects(restricted(), { name: 'SqlUnavailableError', message: /temp_file_limit/ });
    await limitFiles(database.user);
    assert.equal((await restricted()).rows.length, 1);
  });

  it('are dropped when nobody has used them for a day, and made again when they are gone', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await limitFiles(database.user);
    await migrateToLatest(database.kysely);
    const reader = new SqlReader(database, sqlSettings());
    const loginOf = async (account: string) => String((await ask(reader, [account])).rows[0]?.[1]);
    const exists = async (login: string) =>
      (await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [login])).rowCount === 1;
    const old = await loginOf('111122223333');
    await database.pool.query(`UPDATE sagecat_private.sql_login SET used_at = now() - interval '2 days'`);
    await loginOf('444455556666');
    assert.equal(await exists(old), false);
    const anew = await loginOf('111122223333');
    assert.notEqual(anew, old);
    assert.equal(await exists(anew), true);
  });

  it('may be shared by keys of single accounts only where everybody is denied what parts them', async () => {
    await using database = await ownedDatabase('');
    for (const role of ['sagecat_reader', 'sagecat_account_reader', 'sagecat_api_reader']) {
      await admin.query(`CREATE ROLE ${role} NOLOGIN`).catch(() => {});
    }
    await migrateToLatest(database.kysely);
    const given = `${database.user}_given`;
    await admin.query(`CREATE ROLE ${given} LOGIN PASSWORD 'test' IN ROLE sagecat_account_reader`);
    await admin.query(`ALTER ROLE ${given} SET temp_file_limit = '1GB'`);
    try {
      const accountReaderUrl = Object.assign(new URL(database.connectionString), { username: given }).href;
      const restricted = () =>
        ask(new SqlReader(database, sqlSettings({ account_reader_url: accountReaderUrl })), ['111122223333']);
      await assert.rejects(restricted(), {
        name: 'SqlUnavailableError',
        message: /share the login .* --print-hardening/,
      });
      await asSuperuser(database, await hardeningScript(database.pool));
      assert.deepEqual((await restricted()).rows, [['sagecat_account_reader', given]]);
    } finally {
      await admin.query(`DROP ROLE ${given}`);
    }
  });

  it('wait, where functions are to be closed and the user may not, until a superuser has closed them', async () => {
    await using database = await ownedDatabase('CREATEROLE');
    await migrateToLatest(database.kysely);
    const hardened = () => ask(new SqlReader(database, sqlSettings({ harden_functions: true })));
    await assert.rejects(hardened(), { name: 'SqlUnavailableError', message: /harden_functions .* --print-hardening/ });
    await asSuperuser(database, await hardeningScript(database.pool));
    assert.deepEqual(await hardeningScript(database.pool), []);
    assert.equal((await hardened()).rows.length, 1);
    assert.equal(
      (await ask(new SqlReader(database, sqlSettings({ harden_functions: true })), ['111122223333'])).rows.length,
      1,
    );
    // The owner goes on as before: it writes, migrates and makes logins.
    const flattened = flatten(trainingJob, describeResponse(), { tags: [] });
    assert.ok(flattened.ok);
    await storeRows(database.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'describe' }]);
    await migrateDown(database.kysely, 1);
    await migrateToLatest(database.kysely);
  });
});
