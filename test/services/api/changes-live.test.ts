import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import { createApiKey } from '../../../db/access/api-keys.ts';
import type { Database } from '../../../db/database.ts';
import { localCaller } from '../../../services/api/caller.ts';
import { ProblemError } from '../../../services/api/problem.ts';
import { type RunningApi, startApi } from '../../../services/api/start-api.ts';
import { openEvents } from '../../support/event-source.ts';
import { apiDependencies, type TestApi, testApi } from '../../support/test-api.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

const accounts = ['111122223333', '444455556666'];
const logger = pino({ level: 'silent' });

describe('GET /v1/changes/events', () => {
  let database: Database;
  /** Stores jobs; nobody asks this one. */
  let store: TestApi['store'];
  let writer: TestApi;
  let running: RunningApi;
  let key: string;
  let restricted: string;
  const start = () => startApi(apiDependencies({ database, logger, settings: { port: 0 }, pollMs: 50 }));
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const watch = (query = '', headers: Record<string, string> = {}) =>
    openEvents(`${running.url}/v1/changes/events?${query}`, { ...bearer(key), ...headers });
  const job = (name: string, more: Record<string, unknown> = {}, account = accounts[0]) =>
    store({
      TrainingJobName: name,
      TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name.toLowerCase()}`,
      ...more,
    });
  const seen = async (events: Awaited<ReturnType<typeof watch>>): Promise<[kind: string, name: string]> => {
    const event = await events.next();
    assert.equal(event?.event, 'change', JSON.stringify(event));
    const { kind, name } = JSON.parse(event?.data ?? '');
    return [kind, name];
  };

  before(async () => {
    database = await testDatabase();
    writer = await testApi({ database });
    store = writer.store;
    key = (await createApiKey(database.pool, { name: 'all', scopes: ['read'] })).secret;
    const own = { name: 'own', scopes: ['read'] as const, accounts: accounts.slice(1) };
    restricted = (await createApiKey(database.pool, own)).secret;
    running = await start();
    await job('Before');
  });
  after(async () => {
    await running[Symbol.asyncDispose]();
    await writer[Symbol.asyncDispose]();
  });

  it('tells what is stored from now on, as /v1/changes does', async () => {
    await using events = await watch();
    assert.match(String(events.response.headers.get('content-type')), /^text\/event-stream/);
    await events.nextBlock();
    await job('One');
    await job('One', { HyperParameters: { lr: '2' } });
    assert.deepEqual(await seen(events), ['first_seen', 'One']);
    const event = await events.next();
    const listed = await fetch(`${running.url}/v1/changes?limit=1`, { headers: bearer(key) });
    const { items } = (await listed.json()) as { items: object[] };
    assert.deepEqual(JSON.parse(event?.data ?? ''), items[0]);
  });

  it('goes on where a page ended, or an event, also on another process', async () => {
    const page = await fetch(`${running.url}/v1/changes`, { headers: bearer(key) });
    const { live_cursor } = (await page.json()) as { live_cursor: string };
    await job('Missed-1');
    await job('Missed-2');
    let last: string | undefined;
    {
      await using events = await watch(`cursor=${encodeURIComponent(live_cursor)}`);
      const event = await events.next();
      assert.equal(JSON.parse(event?.data ?? '').name, 'Missed-1');
      last = event?.id;
    }
    await running[Symbol.asyncDispose]();
    await job('Missed-3');
    running = await start();
    await using events = await watch('', { 'last-event-id': last ?? '' });
    assert.deepEqual(await seen(events), ['first_seen', 'Missed-2']);
    assert.deepEqual(await seen(events), ['first_seen', 'Missed-3']);
  });

  it('goes on from a block without an event', async () => {
    await using first = await watch('q=training_job_name:Later');
    const quiet = await first.nextBlock();
    assert.equal(quiet?.data, '');
    await job('Later');
    await using second = await watch('q=training_job_name:Later', { 'last-event-id': quiet?.id ?? '' });
    for (const events of [first, second]) assert.deepEqual(await seen(events), ['first_seen', 'Later']);
  });

  it('tells a job that is written again and again of one beginning', async () => {
    await using events = await watch('kinds=first_seen');
    await events.nextBlock();
    await job('Often');
    assert.deepEqual(await seen(events), ['first_seen', 'Often']);
    for (const lr of ['1', '2']) await job('Often', { HyperParameters: { lr } });
    await job('Next');
    assert.deepEqual(await seen(events), ['first_seen', 'Next']);
  });

  it('narrows by query, kind and field', async () => {
    await using events = await watch('q=training_job_status:Failed&kinds=changed&fields=training_job_status');
    await events.nextBlock();
    for (const TrainingJobStatus of ['Failed', 'Completed']) {
      await job(`New-${TrainingJobStatus}`, { TrainingJobStatus });
      await job(`Old-${TrainingJobStatus}`, { TrainingJobStatus: 'InProgress' });
      await job(`Old-${TrainingJobStatus}`, { TrainingJobStatus });
    }
    await job('Old-Last', { TrainingJobStatus: 'InProgress' });
    await job('Old-Last', { TrainingJobStatus: 'Failed' });
    assert.deepEqual(await seen(events), ['changed', 'Old-Failed']);
    assert.deepEqual(await seen(events), ['changed', 'Old-Last']);
  });

  it('tells a key of some accounts of no others', async () => {
    await using events = await watch('', bearer(restricted));
    await events.nextBlock();
    await job('Not-Theirs', {}, accounts[0]);
    await job('Theirs', {}, accounts[1]);
    assert.deepEqual(await seen(events), ['first_seen', 'Theirs']);
  });

  it('misses nothing of a transaction that ends after a later one', { skip: !onServer }, async () => {
    await using events = await watch('kinds=deleted');
    await events.nextBlock();
    const remove = (name: string) => `
      WITH gone AS (UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE training_job_name = '${name}' RETURNING *)
      INSERT INTO resource_change (resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after)
      SELECT 'aws_sagemaker_trainingjob', id, account_id, region, now(), 'deleted', '{deleted_at}', '{}', '{}' FROM gone`;
    const slow = await database.pool.connect();
    await slow.query(`BEGIN; ${remove('One')}`);
    await database.pool.query(remove('Often'));
    await slow.query('COMMIT');
    slow.release();
    assert.deepEqual(await seen(events), ['deleted', 'One']);
    assert.deepEqual(await seen(events), ['deleted', 'Often']);
  });

  it('refuses what it cannot go on from before the stream begins', async () => {
    await using events = await watch();
    const { id = '' } = (await events.nextBlock()) ?? {};
    const ask = async (query: string, headers: Record<string, string>) =>
      (await fetch(`${running.url}/v1/changes/events?${query}`, { headers: { ...bearer(key), ...headers } })).status;
    assert.equal(await ask('', { 'last-event-id': 'x' }), 400);
    assert.equal(await ask('cursor=x', {}), 400);
    assert.equal(await ask('kinds=deleted', { 'last-event-id': id }), 400, 'of another query');
    assert.equal(await ask('', { 'last-event-id': id, ...bearer(restricted) }), 400, 'of another key');
    assert.equal(await ask('q=nothing:1', {}), 400);
    assert.equal(await ask('', bearer('sagecat_x')), 401);
  });

  it('ends with a problem when the key ends, and by itself when the API does', async () => {
    let asked = 0;
    const authenticate = async () => {
      asked += 1;
      if (asked > 2) throw new ProblemError(401, 'the API key is not valid');
      return localCaller;
    };
    const shared = { ...database, [Symbol.asyncDispose]: async () => {} };
    await using api = await testApi({ database: shared, authenticate });
    const { payload } = await api.app.inject('/v1/changes/events');
    assert.match(payload, /\nevent: problem\ndata: \{[^\n]*"status":401[^\n]*\}\n\n$/);

    await using events = await watch();
    await events.nextBlock();
    await running[Symbol.asyncDispose]();
    assert.equal(await events.next(), undefined);
    running = await start();
  });
});
