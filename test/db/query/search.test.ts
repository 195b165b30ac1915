import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { searchFilter } from '../../../db/query/search/search.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { arbitraryQuery } from '../../support/arbitrary-query.ts';
import { arbitraryResponse, arbitraryTags } from '../../support/arbitrary-response.ts';
import { passes, type Query, writeQuery } from '../../support/search-evaluator.ts';
import { testDatabase } from '../../support/test-database.ts';

const context = { type: trainingJob, now: Date.UTC(2026, 0, 15) };
const numQueries = Number(process.env.SEARCH_QUERIES ?? 400);

describe('searchFilter', () => {
  let db: Database;
  const rows = new Map<string, Parameters<typeof passes>[1]>();
  before(async () => {
    db = await testDatabase();
    const samples = fc.sample(fc.tuple(arbitraryResponse(), arbitraryTags), { numRuns: 60, seed: 4 });
    for (const [{ sdk, flat }, tags] of samples) {
      const flattened = flatten(trainingJob, sdk, { tags });
      assert.ok(flattened.ok);
      const { row, region } = flattened;
      await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }]);
      const more = { account_id: row.account_id, tags: row.tags, region, completeness: 'described' };
      rows.set(`${flat.training_job_arn} ${flat.creation_time}`, { ...flat, ...more });
    }
  });
  after(() => db[Symbol.asyncDispose]());

  async function found(query: string): Promise<string[]> {
    const result = await sql<{ key: string }>`
      SELECT training_job_arn || ' ' || to_char(creation_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS key
      FROM aws_sagemaker_trainingjob AS r WHERE ${searchFilter(query, context)}`.execute(db.kysely);
    return result.rows.map(({ key }) => key).sort();
  }

  it('finds what an evaluator of its own finds, for any query over any rows', async () => {
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryQuery([...rows.values()]), async (query: Query) => {
        const expected = [...rows].filter(([, row]) => passes(query, row)).map(([key]) => key);
        if (expected.length > 0 && expected.length < rows.size) matched += 1;
        assert.deepEqual(await found(writeQuery(query)), expected.sort(), writeQuery(query));
      }),
      { numRuns: numQueries },
    );
    assert.ok(matched > numQueries / 4, `only ${matched} of ${numQueries} queries told rows apart`);
  });
});
