import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApi } from '../../support/test-api.ts';
import { onServer } from '../../support/test-database.ts';

describe('a request that the database does not answer in time', () => {
  // On the embedded database one client's transaction holds up all others; test/db/embedded covers its limit.
  it('ends with a 504, and the next is answered', { skip: !onServer && 'needs DATABASE_URL' }, async () => {
    await using api = await testApi({ statementTimeoutMs: 300 });
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
    assert.equal((await api.get(path)).status, 200);
  });
});
