import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SQSClient } from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import type { ResourceLocation } from '../../../catalog/events/resource-event.ts';
import type { Database } from '../../../db/database.ts';
import { applyEvent } from '../../../db/events/apply-event.ts';
import { type ConsumeOptions, consumeQueue } from '../../../services/events/consume-queue.ts';
import { trainingJobEvent } from '../../support/events.ts';
import { eventually } from '../../support/eventually.ts';
import { SqsServer } from '../../support/sqs-server.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('taking events from a queue', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const names = async () =>
    (await db.kysely.selectFrom('aws_sagemaker_trainingjob').select('training_job_name').execute()).map(
      (row) => row.training_job_name ?? '',
    );

  /** Consumes until the end of the block. */
  function consume(server: SqsServer, more: Partial<ConsumeOptions> = {}): AsyncDisposable {
    const stop = new AbortController();
    const client = new SQSClient({
      region: 'us-east-1',
      endpoint: server.endpoint,
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
      maxAttempts: 1,
    });
    const consuming = consumeQueue({
      client,
      queueUrl: server.queueUrl,
      apply: (document) => applyEvent(db.kysely, document),
      signal: stop.signal,
      logger: pino({ level: 'silent' }),
      waitSeconds: 1,
      backoff: { firstMs: 5, maxMs: 20 },
      ...more,
    });
    return {
      async [Symbol.asyncDispose]() {
        stop.abort();
        await consuming;
        client.destroy();
      },
    };
  }

  it('stores what events tell, deletes them, and says which jobs want a describe', async () => {
    await using server = await new SqsServer().listen();
    for (let index = 0; index < 25; index++) server.send(trainingJobEvent({ TrainingJobName: `Queued-${index}` }));
    const incomplete: ResourceLocation[] = [];
    await using _consuming = consume(server, { onIncomplete: (job) => incomplete.push(job) });
    await eventually(() => assert.equal(server.length, 0));
    assert.equal((await names()).filter((name) => name.startsWith('Queued-')).length, 25);
    assert.equal(new Set(incomplete.map(({ name }) => name)).size, 25);
    server.send(trainingJobEvent({ TrainingJobName: 'Later' }));
    await eventually(async () => assert.ok((await names()).includes('Later')));
  });

  it('deletes what is no event of a training job, and goes on', async () => {
    await using server = await new SqsServer().listen();
    server.send('not JSON');
    server.send({ ...trainingJobEvent(), 'detail-type': 'SageMaker Endpoint State Change' });
    server.send(trainingJobEvent({ TrainingJobName: 'After' }));
    await using _consuming = consume(server);
    await eventually(() => assert.equal(server.length, 0));
    assert.ok((await names()).includes('After'));
  });

  it('takes again what could not be stored, and only that', async () => {
    await using server = await new SqsServer().listen();
    server.visibility = 50;
    for (const name of ['Stored', 'Failed-at-first']) server.send(trainingJobEvent({ TrainingJobName: name }));
    const taken: string[] = [];
    const apply = async (document: unknown) => {
      const name = String(Object(document).detail.TrainingJobName);
      taken.push(name);
      if (name === 'Failed-at-first' && taken.filter((other) => other === name).length === 1) {
        throw new Error('the database is away');
      }
      return applyEvent(db.kysely, document);
    };
    await using _consuming = consume(server, { apply });
    await eventually(() => assert.equal(server.length, 0));
    assert.deepEqual(taken, ['Stored', 'Failed-at-first', 'Failed-at-first']);
  });

  it('outlasts failures of the service', async () => {
    await using server = await new SqsServer().listen();
    server.failures = 3;
    server.send(trainingJobEvent({ TrainingJobName: 'Patience' }));
    await using _consuming = consume(server);
    await eventually(() => assert.equal(server.length, 0));
    assert.ok((await names()).includes('Patience'));
    assert.deepEqual(server.calls.slice(0, 5), [...Array(4).fill('ReceiveMessage'), 'DeleteMessageBatch']);
  });
});
