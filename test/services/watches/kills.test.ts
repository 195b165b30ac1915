import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { applyWatches } from '../../../db/watches/apply-watches.ts';
import { readDeliveries } from '../../../db/watches/deliveries.ts';
import { readWatchStates } from '../../../db/watches/stored-watch.ts';
import { eventually } from '../../support/eventually.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';
import { type Receiver, webhookReceiver } from '../../support/webhook-receiver.ts';

/** `SAGECAT_KILLS=20` kills more often. */
const kills = Number(process.env.SAGECAT_KILLS ?? 3);

describe('watches under SIGKILL', () => {
  let db: Database;
  let receiver: Receiver;
  before(async () => {
    db = await testDatabase();
    receiver = await webhookReceiver();
  });
  after(async () => {
    await receiver[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });

  const start = (): ChildProcess =>
    spawn(
      process.execPath,
      [join(import.meta.dirname, '../../support/watching-process.ts'), db.connectionString, receiver.url],
      { stdio: 'ignore' },
    );
  const kill = async (child: ChildProcess) => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const store = async (name: string) => {
    const flattened = flatten(
      trainingJob,
      describeResponse({
        TrainingJobArn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`,
        TrainingJobName: name,
        TrainingJobStatus: 'Failed',
        FailureReason: name.replace(/\d+/, (digits) => 'abcdefghij'[Number(digits) % 10] ?? ''),
        LastModifiedTime: Date.now() / 1000 + 1,
      }),
      { tags: [] },
    );
    assert.ok(flattened.ok);
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };

  it(`at ${kills} random moments lose nothing, find every occurrence once, and repeat only what was not acknowledged`, async (test: TestContext) => {
    await applyWatches(
      db.kysely,
      [{ name: 'failed', when: 'enters', about: 'training_job_status:Failed', channels: ['ops'] }],
      { channels: ['ops'], budgets: [] },
    );
    const acknowledged = new Set<string>();
    const repeated = new Set<string>();
    receiver.answer = async (response, { id }) => {
      if (acknowledged.has(id)) repeated.add(id);
      // Now and then nothing is acknowledged.
      if (randomInt(4) === 0) return void response.destroy();
      await delay(randomInt(30));
      acknowledged.add(id);
      response.writeHead(200).end();
    };
    let child = start();
    test.after(() => child.kill('SIGKILL'));
    await eventually(async () =>
      assert.ok((await readWatchStates(db.kysely)).every((one) => one.evaluated_at !== null)),
    );
    let stored = 0;
    for (let round = 0; round < kills; round++) {
      const end = Date.now() + randomInt(3000);
      while (Date.now() < end) {
        await store(`job-${stored++}`);
        await delay(randomInt(100));
      }
      await kill(child);
      child = start();
    }
    await store(`job-${stored++}`);
    await eventually(async () => {
      const deliveries = await readDeliveries(db.kysely, { limit: 10_000 });
      assert.equal(
        deliveries.reduce((sum, { body }) => sum + body.data.count, 0),
        stored,
      );
      assert.ok(deliveries.every(({ status }) => status === 'delivered'));
    });
    const { rows } = await db.pool.query<{ messages: number }>(
      `SELECT resource, count(*)::int AS messages FROM sagecat_private.watch_message CROSS JOIN unnest(resource_ids) AS resource GROUP BY resource`,
    );
    assert.equal(rows.length, stored, 'every job is in a message');
    assert.ok(
      rows.every(({ messages }) => messages === 1),
      'and in one alone',
    );
    const deliveries = await readDeliveries(db.kysely, { limit: 10_000 });
    assert.deepEqual(
      deliveries.filter(({ message_id }) => !acknowledged.has(message_id)),
      [],
    );
    assert.ok(repeated.size <= kills, `${repeated.size} were repeated though acknowledged: one for each kill at most`);
    const order = [...new Set(receiver.messages.map(({ id }) => id))];
    assert.deepEqual(order, order.toSorted(), 'they came in their order');
    test.diagnostic(
      `${stored} jobs, ${deliveries.length} messages, ${receiver.messages.length} requests, ${repeated.size} repeated after ${kills} kills`,
    );
    await kill(child);
  });
});
