import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { Agent } from 'undici';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Watch } from '../../../catalog/watches/watch.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { applyWatches } from '../../../db/watches/apply-watches.ts';
import { readDeliveries } from '../../../db/watches/deliveries.ts';
import { readWatchStates } from '../../../db/watches/stored-watch.ts';
import type { Send } from '../../../services/watches/channels/channel.ts';
import { openChannel } from '../../../services/watches/channels/open-channel.ts';
import { keepWatching } from '../../../services/watches/keep-watching.ts';
import { testWatch } from '../../../services/watches/test-watch.ts';
import { eventually } from '../../support/eventually.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';
import { type Receiver, webhookReceiver } from '../../support/webhook-receiver.ts';

const failed: Watch = { name: 'failed', when: 'enters', about: 'training_job_status:Failed', channels: ['ops'] };

describe('keepWatching', () => {
  let db: Database;
  let receiver: Receiver;
  let down: Receiver;
  before(async () => {
    db = await testDatabase();
    receiver = await webhookReceiver();
    down = await webhookReceiver();
  });
  after(async () => {
    await receiver[Symbol.asyncDispose]();
    await down[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    receiver.messages.length = 0;
    receiver.answer = (response) => void response.writeHead(200).end('ok');
    down.messages.length = 0;
    down.answer = (response) => void response.writeHead(503).end('down');
  });

  const store = async (name: string, overrides: Record<string, unknown> = {}) => {
    const flattened = flatten(
      trainingJob,
      describeResponse({
        TrainingJobArn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`,
        TrainingJobName: name,
        TrainingJobStatus: 'Failed',
        LastModifiedTime: Date.now() / 1000 + 1,
        ...overrides,
      }),
      { tags: [] },
    );
    if (!flattened.ok) throw flattened.error;
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };
  const channels = (): Map<string, Send> => {
    const logger = pino({ level: 'silent' });
    const agent = new Agent();
    const open = (name: string, { url }: Receiver) =>
      openChannel(
        { name, kind: 'webhook', url, secret: 'whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw', allow_private: true },
        {
          logger,
          timeoutMs: 15_000,
          dispatchers: { toPublic: agent, toAny: agent },
          aws: () => assert.fail('AWS is not asked'),
        },
      );
    return new Map([
      ['ops', open('ops', receiver)],
      ['down', open('down', down)],
    ]);
  };
  /** Watches until it is disposed; the watches have been evaluated once. */
  async function watching(watches: readonly Watch[], { retryLimit = 20 }: { retryLimit?: number } = {}) {
    await applyWatches(db.kysely, [], { channels: [], budgets: [] });
    await applyWatches(db.kysely, watches, { channels: ['ops', 'down'], budgets: [] });
    const stop = new AbortController();
    const running = keepWatching({
      ...{ database: db, logger: pino({ level: 'silent' }), signal: stop.signal, channels: channels() },
      ...{ budgets: [], withheld: [], retries: { retryLimit, retryDelay: 1, retryDelayMax: 1 } },
    });
    await eventually(async () => {
      const states = await readWatchStates(db.kysely);
      assert.ok(states.every(({ evaluated_at }) => evaluated_at !== null));
    });
    return {
      async [Symbol.asyncDispose]() {
        stop.abort();
        await running;
      },
    };
  }
  const told = (from: Receiver) => from.messages.map(({ body }) => body.data.resources[0]?.name);
  const deliveries = async (watch: string) =>
    (await readDeliveries(db.kysely, { watch, limit: 100 })).map(
      ({ channel, status, attempts, answer_status, answer }) => ({
        ...{ channel, status, attempts, answer_status, answer },
      }),
    );

  it('tells what a stored row means on every channel, in the order in which it happened, though one channel is down', async () => {
    await using _ = await watching([{ ...failed, channels: ['ops', 'down'] }]);
    for (const name of ['a', 'b', 'c']) {
      await store(name);
      await eventually(() => assert.ok(told(receiver).includes(name)));
    }
    assert.deepEqual(told(receiver), ['a', 'b', 'c']);
    assert.deepEqual(new Set(told(down)), new Set(['a']), 'what comes later waits for what is not delivered');
    down.answer = (response) => void response.writeHead(204).end();
    await eventually(() => assert.ok(told(down).includes('c')));
    assert.deepEqual(
      told(down).filter((name, index, all) => name !== all[index - 1]),
      ['a', 'b', 'c'],
    );
    const ids = new Set(down.messages.filter(({ body }) => body.data.resources[0].name === 'a').map(({ id }) => id));
    assert.equal(ids.size, 1, 'a message has the same id at every attempt');
    await eventually(async () => assert.ok((await deliveries('failed')).every(({ status }) => status === 'delivered')));
  });

  it('waits as long as a receiver asks it to', async () => {
    await using _ = await watching([{ ...failed, name: 'patient' }]);
    receiver.answer = (response, { at }) => {
      const [first] = receiver.messages;
      if (at - (first?.at ?? 0) < 2500) response.writeHead(429, { 'retry-after': '3' }).end('slow down');
      else response.writeHead(200).end();
    };
    await store('d');
    await eventually(() => assert.equal(receiver.messages.length, 2));
    const [first, second] = receiver.messages;
    assert.ok((second?.at ?? 0) - (first?.at ?? 0) >= 3000);
  });

  it('gives a message up that was tried too often, and goes on with the next', async () => {
    await using _ = await watching([{ ...failed, name: 'poisoned' }], { retryLimit: 1 });
    receiver.answer = (response, { body }) =>
      void response.writeHead(body.data.resources[0].name === 'e' ? 500 : 200).end('answer');
    await store('e');
    await eventually(() => assert.ok(receiver.messages.length > 0));
    await store('f');
    await eventually(() => assert.deepEqual(told(receiver), ['e', 'e', 'f']));
    await eventually(async () =>
      assert.deepEqual(await deliveries('poisoned'), [
        { channel: 'ops', status: 'delivered', attempts: 1, answer_status: 200, answer: 'answer' },
        { channel: 'ops', status: 'dead', attempts: 2, answer_status: 500, answer: 'answer' },
      ]),
    );
  });

  it('sends no masked value', async () => {
    await using _ = await watching([{ ...failed, name: 'masked' }]);
    const token = `hf_${'aB3dE5gH7j'.repeat(3)}Kl9m`;
    await store('g', { FailureReason: `AlgorithmError: login with ${token} failed`, Environment: { HF_TOKEN: token } });
    await eventually(() => assert.equal(receiver.messages.length, 1));
    assert.match(receiver.messages[0]?.text ?? '', /login with \*\*\*masked/);
    assert.ok(!receiver.messages[0]?.text.includes(token));
  });

  it('can be tried: a test goes to every channel once, and is recorded', async () => {
    const watch: Watch = { ...failed, name: 'tried', channels: ['ops', 'down'] };
    const answers = await testWatch(db.kysely, watch, channels());
    assert.deepEqual(
      answers.map(({ channel, isDelivered, status }) => [channel, isDelivered, status]),
      [
        ['ops', true, 200],
        ['down', false, 503],
      ],
    );
    assert.equal(receiver.messages[0]?.body.type, 'watch.test');
    assert.deepEqual((await deliveries('tried')).map(({ status }) => status).sort(), ['dead', 'delivered']);
  });
});
