import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestCrawl, takeRequest } from '../../../db/crawl/requests.ts';
import { addCrawlTarget, beginTarget, endCrawl, endTarget } from '../../../db/crawl/runs.ts';
import { registerWorker } from '../../../db/crawl/workers.ts';
import { localCaller } from '../../../services/api/caller.ts';
import { testApi } from '../../support/test-api.ts';

const counts = {
  jobs: { seen: 3, new: 3, changed: 0, unchanged: 0, failed: 0, deleted: 0, described: 3, backlog: 0, postponed: 0 },
  api_calls: { ListTrainingJobs: 1 },
  throttles: 0,
};
const target = {
  resourceType: 'aws_sagemaker_trainingjob',
  accountId: '111122223333',
  region: 'us-east-1',
  asked: 'auto',
} as const;

test('a crawl is asked for once, listed, read and watched to its end', async () => {
  await using api = await testApi();
  const db = api.database.kysely;
  const ask = (payload: object) => api.app.inject({ method: 'POST', url: '/v1/crawls', payload });
  const asked = await ask({ scope: { regions: ['us-east-1'] } });
  assert.equal(asked.statusCode, 202);
  const { id, status, trigger } = asked.json();
  assert.deepEqual([status, trigger, asked.headers.location], ['queued', 'request', `/v1/crawls/${id}`]);
  assert.equal((await ask({ scope: { regions: ['us-east-1'] } })).json().id, id);
  assert.notEqual((await ask({ kind: 'full' })).json().id, id);
  assert.equal((await ask({ kind: 'everything' })).statusCode, 400);
  assert.equal((await ask({ scope: { region: 'us-east-1' } })).statusCode, 400);

  const targetId = await addCrawlTarget(db, id, target);
  await beginTarget(db, targetId, { kind: 'full', worker: 'test' });
  const watching = api.app.inject(`/v1/crawls/${id}/events`);
  await endTarget(db, targetId, { status: 'complete', reason: null, counts });
  await endCrawl(db, id);
  const events = (await watching).body.split('\n\n').filter((text) => text.startsWith('event:'));
  assert.match(events.at(-2) ?? '', /^event: crawl\ndata: \{.*"status":"complete"/s);
  assert.equal(events.at(-1), `event: end\ndata: {"id":${id},"status":"complete"}`);

  const { body } = await api.get(`/v1/crawls/${id}`);
  assert.deepEqual([body.status, body.targets[0].status, body.targets[0].progress], ['complete', 'complete', counts]);
  const list = await api.get('/v1/crawls?limit=1');
  assert.deepEqual([list.body.items.length, list.body.next_before], [1, list.body.items[0].id]);
  const rest = await api.get(`/v1/crawls?limit=5&before=${list.body.next_before}`);
  assert.deepEqual(
    rest.body.items.map((run: { id: number }) => run.id),
    [id],
  );
  assert.equal((await api.get('/v1/crawls/999')).status, 404);
});

test('a crawl may be asked for in every region that AWS has, and a slip of the pen is told', async () => {
  await using api = await testApi();
  const ask = (...regions: unknown[]) =>
    api.app.inject({ method: 'POST', url: '/v1/crawls', payload: { scope: { regions } } });
  assert.equal((await ask('eusc-de-east-1', 'us-gov-west-1', 'us-isof-south-1')).statusCode, 202);
  const wrong = await ask('us-esat-1');
  assert.equal(wrong.statusCode, 400);
  assert.match(wrong.json().detail, /us-esat-1 is not an AWS region; did you mean us-east-1\?/);
  // Deeper than anything could write again.
  const deep = `{"scope":{"regions":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}}`;
  const headers = { 'content-type': 'application/json' };
  const refused = await api.app.inject({ method: 'POST', url: '/v1/crawls', payload: deep, headers });
  assert.equal(refused.statusCode, 400);
  assert.match(refused.json().detail, /not a list/);
});

test('a request that nobody takes is kept, and the answer says so', async () => {
  await using api = await testApi();
  const db = api.database.kysely;
  const ask = async () => (await api.app.inject({ method: 'POST', url: '/v1/crawls', payload: {} })).json();
  const { workers, warning, status } = await ask();
  assert.deepEqual([workers, status], [0, 'queued']);
  assert.match(warning, /sagecat up, or sagecat worker/);
  {
    await using _worker = await registerWorker(db);
    const heard = await ask();
    assert.deepEqual([heard.workers, heard.warning], [1, undefined]);
    await api.database.pool.query(`UPDATE crawl_worker SET seen_at = now() - interval '1 minute'`);
    assert.equal((await ask()).workers, 0, 'a worker that was killed');
  }
  assert.equal((await ask()).workers, 0);
});

test('a process without a queue takes what was asked for once', async () => {
  await using api = await testApi();
  const db = api.database.kysely;
  const id = await requestCrawl(db, { kind: 'full', trigger: 'request', scope: { regions: ['us-east-1'] } });
  const taken = await takeRequest(db);
  assert.deepEqual([taken?.id, taken?.kind, taken?.scope], [id, 'full', { regions: ['us-east-1'] }]);
  assert.equal((await api.get(`/v1/crawls/${id}`)).body.status, 'running');
  assert.equal(await takeRequest(db), undefined);
});

test('a caller of some accounts sees and asks for no others', async () => {
  await using api = await testApi({ authenticate: async () => ({ ...localCaller, accounts: ['444455556666'] }) });
  const db = api.database.kysely;
  const ask = (payload: object) => api.app.inject({ method: 'POST', url: '/v1/crawls', payload });
  assert.equal((await ask({})).statusCode, 403);
  assert.equal((await ask({ scope: { accounts: ['111122223333'] } })).statusCode, 403);
  const { id } = (await ask({ scope: { accounts: ['444455556666'] } })).json();
  await addCrawlTarget(db, id, target);
  assert.equal((await api.get(`/v1/crawls/${id}`)).status, 404);
  await addCrawlTarget(db, id, { ...target, accountId: '444455556666' });
  const { body } = await api.get(`/v1/crawls/${id}`);
  assert.deepEqual(
    body.targets.map((one: { account_id: string }) => one.account_id),
    ['444455556666'],
  );
  assert.deepEqual(body.targets_by_status, { queued: 1 });
});
