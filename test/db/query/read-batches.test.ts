import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { readBatches, type WithDatabase } from '../../../db/query/read-batches.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

describe('reading all rows in batches', () => {
  let api: TestApi;
  const ids = [1, 700, 1400, 2100, 2800];
  before(async () => {
    api = await testApi();
    for (const id of ids) {
      await api.database.pool.query(`SELECT setval(pg_get_serial_sequence('${trainingJob.name}', 'id'), ${id}, false)`);
      await api.store({ TrainingJobName: `job-${id}` });
    }
  });
  after(() => api[Symbol.asyncDispose]());

  const read = (work: WithDatabase) => readBatches<{ id: number }>(work, { type: trainingJob }, sql`r.id`);

  it('answers every row once, in the order in which they were first seen', async () => {
    const seen: number[] = [];
    for await (const batch of read((work) => work(api.database.kysely))) seen.push(...batch.map(({ id }) => id));
    assert.deepEqual(seen, ids);
  });

  it('runs no further ahead of a slow reader than one batch', async () => {
    let asked = 0;
    const batches = read((work) => {
      asked += 1;
      return work(api.database.kysely);
    });
    await batches.next();
    // The last row's number, this batch and the next one.
    assert.equal(asked, 3);
    await api.database.pool.query('SELECT 1');
    assert.equal(asked, 3);
    await batches.return(undefined);
  });
});
