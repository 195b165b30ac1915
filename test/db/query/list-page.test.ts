import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { findField } from '../../../catalog/field-path.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { orderSql } from '../../../db/query/list-page.ts';
import { whereRows } from '../../../db/query/row-source.ts';
import { searchFilter } from '../../../db/query/search/search.ts';
import { testDatabase } from '../../support/test-database.ts';

const sorts = ['creation_time', 'last_modified_time', 'training_start_time', 'training_end_time', 'changed_at']
  .concat(['training_job_name', 'training_job_status', 'account_id', 'region', 'billable_time_in_seconds'])
  .concat(['training_time_in_seconds', 'resource_config.instance_type', 'resource_config.instance_count']);

describe('the order of a list', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  /** What the database looks up in the index of the order, where it has to use one. */
  async function lookedUp(path: string, where: RawBuilder<unknown>): Promise<string> {
    const field = findField(trainingJob, path);
    assert.ok(field);
    return database.kysely.transaction().execute(async (transaction) => {
      await sql`SET LOCAL enable_sort = off`.execute(transaction);
      await sql`SET LOCAL enable_seqscan = off`.execute(transaction);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        EXPLAIN SELECT r.id FROM aws_sagemaker_trainingjob AS r WHERE ${where}
        ORDER BY ${orderSql({ field, descending: true })} LIMIT 50`.execute(transaction);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  }

  for (const sort of sorts) {
    it(`by ${sort} passes over jobs of another status or account in the index`, async () => {
      const filter = searchFilter('training_job_status:Failed', { type: trainingJob, now: Date.now() });
      const plan = await lookedUp(sort, whereRows({ type: trainingJob, filter, accounts: ['111122223333'] }));
      assert.match(plan, /Index Cond: .*training_job_status.*account_id|Index Cond: .*account_id.*training_job_status/);
      assert.doesNotMatch(plan, /Sort Key|Filter: .*training_job_status/);
    });
  }
});
