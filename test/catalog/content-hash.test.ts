import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentHash } from '../../catalog/content-hash.ts';
import { type FlatRow, flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { arbitraryResponse } from '../support/arbitrary-response.ts';

const columns = trainingJob.columns.map(({ name }) => name);

const least: FlatRow = { account_id: '111122223333', tags: null, tag_map: null };

test('the order of members does not matter, at any depth', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, held]) => [key, reversed(held)]),
    );
  };
  fc.assert(
    fc.property(arbitraryResponse(), ({ sdk }) => {
      const [forth, back] = [flatten(trainingJob, sdk), flatten(trainingJob, reversed(sdk))];
      assert.ok(forth.ok && back.ok);
      assert.equal(contentHash(forth.row, columns), contentHash(back.row, columns));
    }),
  );
});

test('the SDK’s form and the wire’s have one hash', () => {
  fc.assert(
    fc.property(arbitraryResponse(), ({ sdk, wire }) => {
      const [one, other] = [flatten(trainingJob, sdk), flatten(trainingJob, wire)];
      assert.ok(one.ok && other.ok);
      assert.equal(contentHash(one.row, columns), contentHash(other.row, columns));
    }),
  );
});

test('a different value is a different hash', () => {
  const hashes = [
    least,
    { ...least, tags: [] },
    { ...least, tags: ['a:b'] },
    { ...least, tags: ['a:b', 'c:d'] },
    { ...least, tags: ['a:b,c:d'] },
    { ...least, failure_reason: '' },
    { ...least, failure_reason: 'null' },
    { ...least, vpc_config: {} },
    { ...least, vpc_config: { subnets: null } },
    { ...least, vpc_config: { subnets: [] } },
    { ...least, billable_token_count: 9_007_199_254_740_993n },
    { ...least, billable_token_count: 9_007_199_254_740_994n },
    { ...least, training_job_name: 'a\nvpc_config=null' },
    { ...least, hyper_parameters: { a: 'b' } },
    { ...least, hyper_parameters: { a: 'b', c: 'd' } },
    { ...least, environment: { a: 'b' } },
  ].map((row) => contentHash(row, columns));
  assert.equal(new Set(hashes).size, hashes.length);
  for (const hash of hashes) assert.match(hash, /^[0-9a-f]{32}$/);
});

test('only the columns that are named count', () => {
  assert.equal(contentHash({ ...least, last_modified_time: 'x' }, ['account_id']), contentHash(least, ['account_id']));
});
