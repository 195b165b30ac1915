import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const research = '111122223333';
const vision = '444455556666';

describe('names of accounts', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const store = async (accountId: string, names: readonly string[]) => {
    const batch = names.map((name) => {
      const TrainingJobArn = `arn:aws:sagemaker:us-east-1:${accountId}:training-job/${name}`;
      const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name, TrainingJobArn }), { tags: [] });
      assert.ok(flattened.ok);
      return { row: flattened.row, region: flattened.region, source: 'describe' as const };
    });
    await storeRows(db.kysely, trainingJob, batch);
  };
  const called = async (accountId: string) => {
    const { rows } = await db.pool.query<{ name: string | null; rows: number }>(
      `SELECT account_name AS name, count(*)::int AS rows FROM aws_sagemaker_trainingjob WHERE account_id = $1 GROUP BY 1`,
      [accountId],
    );
    return rows;
  };

  it('are those of rows that were there, and of rows that come', async () => {
    await store(research, ['a', 'b']);
    assert.deepEqual(await called(research), [{ name: null, rows: 2 }]);
    await recordAccountNames(db.kysely, [{ id: research, name: 'research' }]);
    await store(research, ['c']);
    assert.deepEqual(await called(research), [{ name: 'research', rows: 3 }]);
  });

  it('change with the account, for more rows than a batch has, without a version and without touching others', async () => {
    await store(
      vision,
      Array.from({ length: 1203 }, (_, index) => `v${index}`),
    );
    await recordAccountNames(db.kysely, [{ id: vision, name: 'vision' }]);
    const { rows: before } = await db.pool.query(
      'SELECT id, written_by::text FROM aws_sagemaker_trainingjob WHERE account_id = $1 ORDER BY id',
      [research],
    );
    await recordAccountNames(db.kysely, [
      { id: vision, name: 'Computer Vision' },
      { id: research, name: 'research' },
    ]);
    assert.deepEqual(await called(vision), [{ name: 'Computer Vision', rows: 1203 }]);
    const { rows: after } = await db.pool.query(
      'SELECT id, written_by::text FROM aws_sagemaker_trainingjob WHERE account_id = $1 ORDER BY id',
      [research],
    );
    assert.deepEqual(after, before);
    assert.equal((await db.pool.query('SELECT FROM resource_change')).rowCount, 0);
  });

  it('are gone where nobody names the account any more, and stay where nothing is said of it', async () => {
    await recordAccountNames(db.kysely, [{ id: research, name: null }]);
    assert.deepEqual(await called(research), [{ name: null, rows: 3 }]);
    assert.deepEqual(await called(vision), [{ name: 'Computer Vision', rows: 1203 }]);
  });

  it('are gone on with where a process ended among the rows', async () => {
    await db.pool.query(`UPDATE account SET name = 'Eyes', rows_named = false WHERE account_id = $1`, [vision]);
    await recordAccountNames(db.kysely, []);
    assert.deepEqual(await called(vision), [{ name: 'Eyes', rows: 1203 }]);
  });

  it('are right where rows are added while a name changes', async () => {
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => store(research, [`at-once-${index}`])),
      recordAccountNames(db.kysely, [{ id: research, name: 'R&D' }]),
    ]);
    assert.deepEqual(await called(research), [{ name: 'R&D', rows: 23 }]);
  });

  it('stand in the views of billable time', async () => {
    for (const view of ['billable_by_job', 'billable_by_day', 'billing_usage_priced', 'cost_by_tag', 'spot_savings']) {
      const { rows } = await db.pool.query(
        `SELECT DISTINCT account_id, account_name FROM ${view} WHERE account_id = $1`,
        [vision],
      );
      if (view.startsWith('bill')) assert.equal(rows.length, 1, view);
      for (const row of rows) assert.equal(row.account_name, 'Eyes', view);
    }
  });
});
