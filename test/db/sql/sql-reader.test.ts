import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { sqlSettings } from '../../../config/sql-section.ts';
import type { Database } from '../../../db/database.ts';
import { SqlReader, type SqlRequest } from '../../../db/sql/sql-reader.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

describe('SqlReader', () => {
  let db: Database;
  let reader: SqlReader;
  before(async () => {
    db = await testDatabase();
    reader = new SqlReader(db, sqlSettings());
    await storeRows(
      db.kysely,
      trainingJob,
      ['111122223333', '444455556666'].map((account) => {
        const flattened = flatten(
          trainingJob,
          describeResponse({
            TrainingJobName: `job-${account}`,
            TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`,
            BillableTokenCount: 9223372036854775807n,
          }),
          { tags: [] },
        );
        assert.ok(flattened.ok);
        return { row: flattened.row, region: flattened.region, source: 'describe' as const };
      }),
    );
  });
  after(() => db[Symbol.asyncDispose]());

  const run = (statement: string, request: Partial<SqlRequest> = {}) =>
    reader.run({ statement, maxRows: 100, timeoutMs: 10_000, ...request });

  it('runs as sagecat_reader', async () => {
    assert.deepEqual((await run('SELECT current_user')).rows, [['sagecat_reader']]);
  });

  it('answers columns with their types, and values as the catalog has them', async () => {
    const { columns, rows, truncated } = await run(
      `SELECT training_job_name, creation_time, billable_token_count, resource_config, 'NaN'::float8 AS metric,
         interval '1 day' AS pause, ARRAY['a'] AS list, timestamp '2026-01-02' AS local
       FROM aws_sagemaker_trainingjob WHERE account_id = $1`,
      { parameters: ['111122223333'] },
    );
    assert.deepEqual(columns, [
      { name: 'training_job_name', type: 'text' },
      { name: 'creation_time', type: 'timestamp(3) with time zone' },
      { name: 'billable_token_count', type: 'bigint' },
      { name: 'resource_config', type: 'jsonb' },
      { name: 'metric', type: 'double precision' },
      { name: 'pause', type: 'interval' },
      { name: 'list', type: 'text[]' },
      { name: 'local', type: 'timestamp without time zone' },
    ]);
    const [name, created, tokens, resources, ...others] = rows[0] ?? [];
    assert.deepEqual(
      [name, created, tokens, (resources as { instance_count: number }).instance_count, ...others],
      [
        'job-111122223333',
        '2025-10-09T08:53:20.123Z',
        9223372036854775807n,
        2,
        'NaN',
        '1 day',
        ['a'],
        '2026-01-02 00:00:00',
      ],
    );
    assert.equal(truncated, false);
  });

  it('cuts the answer at the most rows and says so', async () => {
    const { rows, truncated } = await run('SELECT i FROM generate_series(1, 1000000) AS i', { maxRows: 3 });
    assert.deepEqual(rows, [[1], [2], [3]]);
    assert.equal(truncated, true);
  });

  it('tells where a statement is wrong, in characters', async () => {
    await assert.rejects(run('SELECT ’’ FROM x y z'), { name: 'SqlRefusedError', reason: 'syntax', position: 19 });
    await assert.rejects(run("SELECT 'é', nope FROM aws_sagemaker_trainingjob"), {
      name: 'SqlFailedError',
      code: '42703',
      position: 12,
    });
  });

  it('ends a statement at its limit', async () => {
    await assert.rejects(run('SELECT count(*) FROM generate_series(1, 2000000000)', { timeoutMs: 300 }), {
      name: 'SqlFailedError',
      code: '57014',
    });
    assert.equal((await run('SELECT 1')).rows.length, 1);
  });

  it('keeps the place of a statement that PostgreSQL cannot end, and leaves one to others', {
    skip: !onServer && 'the embedded database ends every statement',
  }, async () => {
    const narrow = new SqlReader(db, sqlSettings({ max_concurrent: 2 }));
    const ask = (statement: string, account: string, timeoutMs = 10_000) =>
      narrow.run({ statement, maxRows: 1, timeoutMs, accounts: [account] });
    // Ten seconds or so, in one step that nothing interrupts.
    const endless = `SELECT strpos(repeat('a', 1500000), 'b' || repeat('a', 8000))`;
    await assert.rejects(ask(endless, '111122223333', 200), { code: '57014', isTimeout: true });
    const next = ask('SELECT 1', '111122223333');
    assert.equal((await ask('SELECT 1', '444455556666')).rows.length, 1);
    await next;
    const { rows } = await db.pool.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'sagecat sql' AND query LIKE '%strpos%' AND datname = current_database()`,
    );
    assert.equal(rows.length, 0);
  });

  it('shows a reader of single accounts their rows only', async () => {
    const statement = 'SELECT account_id FROM aws_sagemaker_trainingjob ORDER BY 1';
    const seenBy = async (accounts: string[] | undefined) => (await run(statement, { accounts })).rows.flat();
    assert.deepEqual(await seenBy(undefined), ['111122223333', '444455556666']);
    assert.deepEqual(await seenBy(['444455556666']), ['444455556666']);
    assert.deepEqual(await seenBy(['111122223333', '444455556666']), ['111122223333', '444455556666']);
    assert.deepEqual(await seenBy(['999999999999']), []);
    assert.deepEqual(await seenBy([]), []);
  });

  it('lets the functions of everyday reports through', async () => {
    const { rows } = await run(`
      SELECT now() AT TIME ZONE 'UTC', date_trunc('day', now(), 'UTC'), age(now()), to_char(now(), 'YYYY'), extract(week FROM now()),
        percentile_cont(0.9) WITHIN GROUP (ORDER BY i), string_agg(i::text, ','), json_agg(i), jsonb_object_agg(i, i), array_agg(i),
        regexp_replace('a1', '\\d', ''), format('%s', 1), md5('x'), sha256('x'), random() < 2, gen_random_uuid() IS NOT NULL, clock_timestamp() > now(),
        jsonb_path_query_first('{"a": 1}', '$.a'), to_tsvector('english', 'jobs') @@ to_tsquery('job'), width_bucket(5, 0, 10, 2),
        round(1.5, 0), greatest(1, 2), coalesce(NULL, 1), row_number() OVER (), corr(i, i), pg_typeof(1), current_date IS NOT NULL
      FROM generate_series(1, 3) AS i GROUP BY ()`);
    assert.equal(rows.length, 1);
  });

  it('runs many statements at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => run('SELECT $1::int', { parameters: [i] })));
    assert.deepEqual(
      answers.map(({ rows }) => rows[0]?.[0]),
      Array.from({ length: 20 }, (_, i) => i),
    );
  });
});
