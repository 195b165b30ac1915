import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ResourceLocation } from '../../../catalog/events/resource-event.ts';
import { trainingJobEvent } from '../../support/events.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

describe('POST /v1/events', () => {
  let api: TestApi;
  const incomplete: ResourceLocation[] = [];
  before(async () => {
    api = await testApi({ eventSecret: 'a secret', onIncomplete: (job) => incomplete.push(job) });
  });
  after(() => api[Symbol.asyncDispose]());

  const post = async (payload: unknown, headers: Record<string, string> = { 'x-sagecat-event-secret': 'a secret' }) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/events',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  it('takes an event, and the same again', async () => {
    assert.deepEqual(await post(trainingJobEvent()), { status: 200, body: { outcome: 'new' } });
    assert.deepEqual(await post(trainingJobEvent()), { status: 200, body: { outcome: 'unchanged' } });
    assert.equal(incomplete[0]?.name, 'Train-One');
    const { body } = await api.get('/v1/resources/aws_sagemaker_trainingjob');
    assert.equal(body.items[0].training_job_name, 'Train-One');
  });

  it('reads long integers exactly', async () => {
    const event = JSON.stringify(
      trainingJobEvent({ TrainingJobName: 'Long', InputDataConfig: [{ ShuffleConfig: { Seed: 0 } }] }),
    ).replace('"Seed":0', '"Seed":9223372036854775807');
    assert.equal((await post(event)).status, 200);
    const answer = await api.app.inject('/v1/resources/aws_sagemaker_trainingjob?q=training_job_name:Long');
    assert.match(answer.body, /"seed":\s?9223372036854775807/);
  });

  it('takes nothing from strangers', async () => {
    for (const headers of [{}, { 'x-sagecat-event-secret': 'a guess' }, { 'x-sagecat-event-secret': '' }] as Record<
      string,
      string
    >[]) {
      assert.equal((await post(trainingJobEvent({ TrainingJobName: 'Stranger' }), headers)).status, 401);
    }
  });

  it('says what is no event', async () => {
    const other = { ...trainingJobEvent(), 'detail-type': 'SageMaker Model State Change' };
    assert.equal((await post(other)).body.outcome, 'ignored');
    assert.equal((await post({ hello: 1 })).status, 422);
    assert.equal((await post('{')).status, 400);
    assert.equal((await post('[]')).status, 400);
  });

  it('is not there without a secret', async () => {
    await using closed = await testApi();
    const answer = await closed.app.inject({ method: 'POST', url: '/v1/events', body: {} });
    assert.equal(answer.statusCode, 404);
  });
});
