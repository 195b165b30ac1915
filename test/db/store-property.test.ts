import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { parseJson, stringifyJson } from '../../catalog/exact-json.ts';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { arbitraryResponse } from '../support/arbitrary-response.ts';
import { testDatabase } from '../support/test-database.ts';

/** A value as the API writes it: a whole float beyond 2^53 may be a number here and a bigint there. Keys in order. */
const written = (value: unknown): string => stringifyJson(sorted(value));

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, held]) => [key, sorted(held)])
      : value;

describe('any response that fits the SDK’s schema', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  it('is flattened, stored and read without loss, and is unchanged when it comes again in another form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryResponse(), { minLength: 1, maxLength: 4 }), async (responses) => {
        await db.kysely.deleteFrom('aws_sagemaker_trainingjob').execute();
        const byName = new Map(responses.map((response) => [response.arn, response]));
        const distinct = [...byName.values()];
        const observe = (form: unknown) => {
          const flattened = flatten(trainingJob, form, { tags: [] });
          if (!flattened.ok) throw flattened.error;
          return { row: flattened.row, region: flattened.region, source: 'describe' as const };
        };
        const onTheWire = distinct.map(({ wire }) => observe(parseJson(stringifyJson(wire))));
        const first = await storeRows(db.kysely, trainingJob, onTheWire);
        assert.deepEqual(
          first.map(({ outcome }) => outcome),
          distinct.map(() => 'new'),
        );

        const rows = await db.kysely.selectFrom('aws_sagemaker_trainingjob').selectAll().execute();
        for (const { arn, flat } of distinct) {
          const row: Record<string, unknown> = rows.find(({ training_job_arn }) => training_job_arn === arn) ?? {};
          for (const [column, value] of Object.entries(flat))
            assert.equal(written(row[column]), written(value), `${column} of ${arn}`);
        }

        const again = await storeRows(
          db.kysely,
          trainingJob,
          distinct.map(({ sdk }) => observe(sdk)),
        );
        assert.deepEqual(
          again.map(({ outcome }) => outcome),
          distinct.map(() => 'unchanged'),
        );
      }),
      { numRuns: 150 },
    );
  });
});
