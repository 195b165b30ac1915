import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Caller } from '../../../services/api/caller.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const denied = '111122223333';
const research = '444455556666';
const regions = Array.from({ length: 30 }, (_, index) => `xx-test-${String(index + 1).padStart(2, '0')}`);

describe('GET /v1/coverage', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    await api.database.pool.query(`INSERT INTO account VALUES ($1, 'research', true)`, [research]);
    const target = (account: string, region: string, status: string, asOf: string | null) =>
      api.database.pool.query(
        `INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, as_of, attempted_at)
         VALUES ('aws_sagemaker_trainingjob', $1, $2, $3, $4, $5, now())`,
        [account, region, status, status === 'complete' ? null : `why ${region}`, asOf],
      );
    for (const region of regions) await target(denied, region, 'denied', null);
    await target(denied, 'us-west-2', 'denied', '2026-01-01T00:00:00Z');
    await target(research, 'us-east-1', 'complete', '2026-01-03T00:00:00Z');
    await target(research, 'eu-west-1', 'unsupported', null);
    await target(research, 'eu-west-2', 'partial', '2026-01-02T00:00:00Z');
    await target(research, 'eu-west-3', 'retired', '2025-01-02T00:00:00Z');
  });
  after(() => api[Symbol.asyncDispose]());

  const counts = { targets: 35, by_status: { complete: 1, denied: 31, partial: 1, retired: 1, unsupported: 1 } };

  it('is told of in every answer by its counts, the oldest moment, and the worst few', async () => {
    const { body } = await api.get('/v1/resources/aws_sagemaker_trainingjob');
    assert.equal(body.as_of, '2026-01-01T00:00:00.000Z');
    const { incomplete, ...sums } = body.coverage;
    assert.deepEqual(sums, { complete: false, ...counts, never_complete: 30 });
    assert.deepEqual(
      incomplete.map(({ region, account_name }: { region: string; account_name: string }) => [region, account_name]),
      regions.slice(0, 5).map((region) => [region, null]),
    );
  });

  it('has every account and region, with names, page after page', async () => {
    const found: unknown[][] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const { status, body } = await api.get(`/v1/coverage?limit=10${cursor}`);
      assert.equal(status, 200);
      assert.deepEqual(body.coverage, { complete: false, ...counts, never_complete: 30 });
      for (const { account_id, account_name, region } of body.items) found.push([account_id, account_name, region]);
      if (body.next_cursor === null) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    assert.deepEqual(found, [
      ...['us-west-2', ...regions].map((region) => [denied, null, region]),
      ...['eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1'].map((region) => [research, 'research', region]),
    ]);
  });

  it('is narrowed by account, region, type and status', async () => {
    const places = async (query: string) =>
      (await api.get(`/v1/coverage?${query}`)).body.items.map(({ region }: { region: string }) => region);
    assert.deepEqual(await places(`account=${research}&status=partial`), ['eu-west-2']);
    assert.deepEqual(await places('account=research&region=us-east-1'), ['us-east-1']);
    assert.deepEqual(await places('account=nobody'), []);
    assert.equal((await places('type=aws_sagemaker_trainingjob')).length, 35);
    const { body } = await api.get('/v1/coverage?account=research&status=complete');
    assert.deepEqual(
      [body.as_of, body.coverage],
      ['2026-01-03T00:00:00.000Z', { complete: true, targets: 1, by_status: { complete: 1 }, never_complete: 0 }],
    );
  });

  it('refuses what there is not, and says what there is', async () => {
    const wrong = await api.get('/v1/coverage?type=aws_sagemaker_trainigjob');
    assert.deepEqual([wrong.status, wrong.body.did_you_mean], [400, 'aws_sagemaker_trainingjob']);
    for (const query of ['status=broken', 'limit=0', 'acount=1', 'cursor=nonsense']) {
      assert.equal((await api.get(`/v1/coverage?${query}`)).status, 400, query);
    }
    const { body } = await api.get('/v1/coverage?limit=1');
    assert.equal((await api.get(`/v1/coverage?account=research&cursor=${body.next_cursor}`)).status, 400);
  });

  it('shows a restricted key its own accounts, here and in every answer', async () => {
    const caller: Caller = { id: 'own', name: 'own', scopes: new Set(['read']), accounts: [research] };
    await using restricted = await testApi({
      database: { ...api.database, async [Symbol.asyncDispose]() {} },
      authenticate: async () => caller,
    });
    for (const url of ['/v1/coverage', '/v1/resources/aws_sagemaker_trainingjob']) {
      const answer = await restricted.app.inject(url);
      assert.equal(answer.statusCode, 200, answer.body);
      assert.equal(answer.json().coverage.targets, 4);
      assert.ok(!answer.body.includes(denied));
    }
  });
});
