import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { sqlSettings } from '../../../config/sql-section.ts';
import type { Database } from '../../../db/database.ts';
import { SqlFailedError, SqlRefusedError } from '../../../db/sql/sql-error.ts';
import { SqlReader, type SqlRequest } from '../../../db/sql/sql-reader.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';
import { attempts, timeLimitOf } from './attempts.ts';

const own = '111122223333';
const other = '444455556666';

describe('attempts to break out of SQL', () => {
  let db: Database;
  let reader: SqlReader;
  let untouched: readonly unknown[];
  before(async () => {
    db = await testDatabase();
    reader = new SqlReader(db, sqlSettings({ harden_functions: true }));
    for (const account of [own, other]) {
      const arn = `arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`;
      const response = describeResponse({ TrainingJobName: `job-${account}`, TrainingJobArn: arn });
      const flattened = flatten(trainingJob, response, { tags: [{ Key: 'owner', Value: account }] });
      assert.ok(flattened.ok);
      await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'describe' }]);
    }
    await reader.run({ statement: 'SELECT 1', maxRows: 1, timeoutMs: 10_000 });
    untouched = await everything();
  });
  after(() => db[Symbol.asyncDispose]());

  const request = (statement: string, more: Partial<SqlRequest> = {}): SqlRequest => ({
    statement,
    maxRows: 100,
    timeoutMs: 20_000,
    ...more,
  });

  /** All that an attempt could have changed: rows, tables, roles and their members, rights, settings, locks, prepared statements. */
  async function everything(): Promise<readonly unknown[]> {
    const parts = [
      'SELECT id, xmin::text, account_id FROM aws_sagemaker_trainingjob ORDER BY id',
      'SELECT count(*) FROM crawl',
      `SELECT oid::regclass::text, relacl::text, relrowsecurity FROM pg_class WHERE relnamespace::regnamespace::text !~ '^pg_(toast|temp)' ORDER BY 1`,
      'SELECT oid::regnamespace::text, nspacl::text FROM pg_namespace ORDER BY 1',
      `SELECT rolname, rolsuper, rolconfig::text FROM pg_roles WHERE rolname IN ('sagecat_reader', 'sagecat_account_reader') ORDER BY 1`,
      'SELECT polname, polrelid::regclass::text FROM pg_policy ORDER BY 1, 2',
      'SELECT count(*) FROM pg_largeobject_metadata',
      'SELECT last_value, is_called FROM crawl_id_seq',
      // Of this database: the server's others are those of tests that run at the same time.
      `SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
       WHERE locktype = 'advisory' AND datname = current_database()`,
      `SELECT current_user, current_setting('statement_timeout') AS timeout, current_setting('transaction_read_only') AS read_only,
         nullif(current_setting('sagecat.accounts', true), '') AS accounts`,
      `SELECT count(*) FROM pg_extension`,
    ];
    const answers = [];
    for (const part of parts) answers.push(...(await db.pool.query(part)).rows.map((row) => JSON.stringify(row)));
    return answers;
  }

  async function outcomeOf(run: Promise<unknown>): Promise<string> {
    try {
      await run;
      return 'harmless';
    } catch (error) {
      if (error instanceof SqlRefusedError) return error.reason;
      if (error instanceof SqlFailedError) return error.code;
      return `unexpected: ${error}`;
    }
  }

  describe('each is refused, by the look at the statement or by the database', () => {
    for (const { title, statement, reason } of attempts) {
      it(title, async () => {
        const outcome = await outcomeOf(reader.run(request(statement, { timeoutMs: timeLimitOf(reason) })));
        if (reason instanceof RegExp) assert.match(outcome, reason);
        else assert.equal(outcome, reason);
      });
    }
  });

  describe('each is refused by the database, or does nothing, when nobody looks at the statement', () => {
    for (const { title, statement, alone } of attempts) {
      it(title, async () => {
        const outcome = await outcomeOf(reader.runUnchecked(request(statement, { timeoutMs: timeLimitOf(alone) })));
        if (alone instanceof RegExp) assert.match(outcome, alone);
        else assert.equal(outcome, alone);
        assert.deepEqual((await reader.runUnchecked(request('SELECT current_user'))).rows, [['sagecat_reader']]);
      });
    }
  });

  describe('a reader of one account learns nothing of others', () => {
    const asOwn = (statement: string, run = reader.runUnchecked) =>
      run.call(reader, request(statement, { accounts: [own] }));
    const jobs = 'aws_sagemaker_trainingjob';
    const silent: [title: string, statement: string][] = [
      ['by asking', `SELECT * FROM ${jobs} WHERE account_id = '${other}'`],
      ['by an OR', `SELECT * FROM ${jobs} WHERE account_id = '${other}' OR true`],
      ['by a join', `SELECT b.* FROM ${jobs} a RIGHT JOIN ${jobs} b ON true`],
      [
        'by a division by zero',
        `SELECT 1 FROM ${jobs} WHERE 1 / (CASE WHEN account_id = '${other}' THEN 0 ELSE 1 END) = 1`,
      ],
      [
        'by a cast that fails',
        `SELECT 1 FROM ${jobs} WHERE CASE WHEN account_id = '${other}' THEN training_job_name::int END = 1`,
      ],
      ['by a place on the disk', `SELECT * FROM ${jobs} WHERE ctid IN ('(0,1)', '(0,2)', '(0,3)', '(0,4)')`],
      ['by a sample', `SELECT * FROM ${jobs} TABLESAMPLE bernoulli (100)`],
      ['through a list', `SELECT * FROM ${jobs}_tags`],
      ['through a map', `SELECT * FROM ${jobs}_hyper_parameters`],
      ['through the history', 'SELECT * FROM resource_change'],
      ['through the past', `SELECT * FROM ${jobs}_as_of(now())`],
      ['through coverage', 'SELECT * FROM crawl_coverage, crawl_target, crawl'],
      ['through billing', 'SELECT * FROM billing_usage'],
      ['through a view of billing', 'SELECT * FROM billable_by_job'],
      ['through a whole row', `SELECT ${jobs}::text FROM ${jobs}`],
      ['through aggregates', `SELECT json_agg(account_id), max(account_id) FROM ${jobs}`],
      [
        'through a recursive query',
        `WITH RECURSIVE r AS (SELECT account_id FROM ${jobs} UNION SELECT j.account_id FROM ${jobs} j, r) SELECT * FROM r`,
      ],
    ];
    for (const [title, statement] of silent) {
      it(title, async () => {
        const { rows } = await asOwn(statement);
        assert.ok(
          !JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)).includes(other),
        );
      });
    }
    it('by any of the attempts, which are refused to it as well', async () => {
      for (const { title, statement, reason } of attempts) {
        if (reason instanceof RegExp) continue;
        const outcome = await outcomeOf(asOwn(statement, reader.run));
        assert.ok(outcome === reason || outcome === 'explain', `${title}: ${outcome}`);
      }
    });
    it('by estimates, the list of roles or locks, when nobody looks at the statement', async () => {
      for (const statement of [
        `SELECT reltuples FROM pg_class WHERE relname = '${jobs}'`,
        'SELECT rolname FROM pg_roles',
        `SELECT pg_relation_size('${jobs}')`,
        'SELECT query FROM pg_stat_activity',
        `SELECT pg_advisory_xact_lock(hashtext('billing rates'))`,
        'SELECT (1::bigint).pg_advisory_xact_lock',
        `SELECT n_live_tup FROM pg_stat_all_tables WHERE relname = '${jobs}'`,
      ]) {
        assert.equal(await outcomeOf(asOwn(statement)), '42501', statement);
      }
    });
    it('by a plan', async () => {
      assert.equal(await outcomeOf(asOwn(`EXPLAIN SELECT * FROM ${jobs}`, reader.run)), 'explain');
    });
    it('by statistics', async () => {
      const { rows } = await asOwn(`SELECT * FROM pg_stats WHERE tablename = '${jobs}'`);
      assert.deepEqual(rows, []);
    });
    it('by its own role, which sees its own rows', async () => {
      const { rows } = await asOwn(`SELECT account_id FROM ${jobs}`, reader.run);
      assert.deepEqual(rows, [[own]]);
    });
  });

  it('whatever was tried, nothing has changed', async () => {
    const now = await everything();
    assert.deepEqual(
      now.filter((row) => !untouched.includes(row)),
      [],
    );
    assert.equal(now.length, untouched.length);
  });
});

describe('accounts that a reader gives itself', () => {
  it('are not believed where functions are open to everybody', async () => {
    await using db = await testDatabase();
    const flattened = flatten(trainingJob, describeResponse(), { tags: [] });
    assert.ok(flattened.ok);
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'describe' }]);
    const client = await db.pool.connect();
    try {
      const seen = async (settings: string) => {
        await client.query(`BEGIN READ ONLY; ${settings}; SET LOCAL ROLE sagecat_account_reader`);
        const { rows } = await client.query('SELECT account_id FROM aws_sagemaker_trainingjob');
        await client.query('ROLLBACK');
        return rows.length;
      };
      assert.equal(await seen(`SET LOCAL sagecat.accounts = '${own}'`), 0);
      assert.equal(await seen(`SET LOCAL sagecat.accounts = '${own}'; SET LOCAL sagecat.accounts_proof = ''`), 0);
      assert.equal(
        await seen(`SET LOCAL sagecat.accounts = '${own}'; SET LOCAL sagecat.accounts_proof = '${'0'.repeat(64)}'`),
        0,
      );
      assert.equal(await seen('SELECT 1'), 0);
    } finally {
      client.release();
    }
  });
});
