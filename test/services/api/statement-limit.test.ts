import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../../support/eventually.ts';
import { testApi } from '../../support/test-api.ts';
import { onServer } from '../../support/test-database.ts';

describe('a request that the database does not answer in time', () => {
  // On the embedded database one client's transaction holds up all others; test/db/embedded covers its limit.
  it('ends with a 504, and the next is answered', { skip: !onServer && 'needs DATABASE_URL' }, async () => {
    await using api = await testApi({ settings: { statement_timeout_seconds: 0.3 } });
    const path = '/v1/resources/aws_sagemaker_trainingjob?limit=1';
    const client = await api.database.pool.connect();
    try {
      await client.query('BEGIN; LOCK TABLE aws_sagemaker_trainingjob IN ACCESS EXCLUSIVE MODE');
      const { status, body } = await api.get(path);
      assert.equal(status, 504);
      assert.match(body.detail, /in time/);
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    await eventually(async () => assert.equal((await api.get(path)).status, 200));
  });

  it('is told apart from one that somebody else ended, over REST and SQL', {
    skip: !onServer && 'needs DATABASE_URL',
  }, async () => {
    await using api = await testApi();
    const end = (by: string, which: string) =>
      eventually(async () => {
        const { rows } = await api.database.pool.query(
          `SELECT ${by}(pid) FROM pg_stat_activity WHERE datname = current_database() AND ${which}`,
        );
        assert.ok(rows.length > 0, 'it does not run yet');
      });
    const client = await api.database.pool.connect();
    await client.query('BEGIN; LOCK TABLE aws_sagemaker_trainingjob IN ACCESS EXCLUSIVE MODE');
    const read = api.get('/v1/resources/aws_sagemaker_trainingjob?limit=1');
    await end('pg_cancel_backend', `application_name = 'sagecat api' AND wait_event_type = 'Lock'`);
    await client.query('ROLLBACK');
    client.release();
    const { status, body } = await read;
    assert.deepEqual([status, body.detail], [503, 'the query was ended on the database server; try again']);
    const statement = 'SELECT count(*) FROM generate_series(1, 100000000000)';
    const post = (timeout_seconds: number) =>
      api.app.inject({ method: 'POST', url: '/v1/sql', payload: { statement, timeout_seconds } });
    for (const [by, sqlstate] of [
      ['pg_cancel_backend', '57014'],
      ['pg_terminate_backend', '57P01'],
    ] as const) {
      const answer = post(20).then((answer) => answer);
      await end(by, `usename LIKE 'sagecat_sql%' AND state = 'active' AND query LIKE '%100000000000%'`);
      const { statusCode, json } = await answer;
      assert.deepEqual([statusCode, json().sqlstate], [503, sqlstate]);
    }
    assert.equal((await post(0.2)).statusCode, 504);
  });
});
