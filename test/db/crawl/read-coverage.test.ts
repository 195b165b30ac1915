import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCoverage } from '../../../db/crawl/read-coverage.ts';
import { testDatabase } from '../../support/test-database.ts';

const type = 'aws_sagemaker_trainingjob';

test('coverage is read by account and region, narrowed to those that are named', async () => {
  await using database = await testDatabase();
  const db = database.kysely;
  const target = (account_id: string, region: string) => ({
    resource_type: type,
    account_id,
    region,
    status: 'complete' as const,
    reason: null,
    as_of: '2026-01-02T03:04:05.678Z',
    attempted_at: '2026-01-02T03:05:00.000Z',
    crawl_id: null,
  });
  await db
    .insertInto('crawl_coverage')
    .values([
      target('222222222222', 'eu-west-1'),
      target('111111111111', 'us-east-1'),
      target('111111111111', 'eu-west-1'),
    ])
    .execute();
  const keys = async (scope: { accountIds?: string[]; regions?: string[] }) =>
    (await readCoverage(db, { resourceType: type, ...scope })).map(({ account_id, region }) => [account_id, region]);
  assert.deepEqual(await keys({}), [
    ['111111111111', 'eu-west-1'],
    ['111111111111', 'us-east-1'],
    ['222222222222', 'eu-west-1'],
  ]);
  assert.deepEqual(await keys({ accountIds: ['111111111111'], regions: ['us-east-1'] }), [
    ['111111111111', 'us-east-1'],
  ]);
  assert.deepEqual(await keys({ accountIds: [] }), []);
  const [first] = await readCoverage(db, { resourceType: type });
  assert.equal(first?.as_of, '2026-01-02T03:04:05.678Z');
  assert.equal(first?.full_as_of, null);
});
