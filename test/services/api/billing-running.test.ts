import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { simulatedOrigin, simulatedPrices } from '../../../services/simulator/prices.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const running = {
  TrainingJobStatus: 'InProgress',
  SecondaryStatus: 'Training',
  TrainingEndTime: undefined,
  BillableTimeInSeconds: undefined,
};

describe('GET /v1/billing/running', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    await storePrices(api.database.kysely, simulatedPrices(['us-east-1']), { origin: simulatedOrigin });
    const began = Math.floor(Date.now() / 1000) - 3600;
    const limited = { StoppingCondition: { MaxRuntimeInSeconds: 7200 } };
    await api.store({
      ...running,
      ...limited,
      TrainingJobName: 'Two',
      TrainingStartTime: began,
      ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2 },
    });
    await api.store({
      ...running,
      TrainingJobName: 'Waits',
      TrainingStartTime: undefined,
      ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
    });
    await api.store({
      ...running,
      ...limited,
      TrainingJobName: 'Unknown',
      TrainingStartTime: began,
      ResourceConfig: { InstanceType: 'ml.nobody.xlarge', InstanceCount: 1 },
    });
    await api.store({ TrainingJobName: 'Ended' });
  });
  after(() => api[Symbol.asyncDispose]());

  it('lists what runs, the dearest at its limit first, and adds up what has a price', async () => {
    const { status, body } = await api.get('/v1/billing/running');
    assert.equal(status, 200, JSON.stringify(body));
    const names = body.items.map(({ name }: { name: string }) => name);
    assert.deepEqual(names.toSorted(), ['Two', 'Unknown', 'Waits']);
    const named = (name: string) => body.items.find((one: { name: string }) => one.name === name);
    const [two, waits, unknown] = [named('Two'), named('Waits'), named('Unknown')];
    // Two instances for two hours are twice what one costs in two.
    assert.equal(two.max_seconds, 7200);
    assert.ok(two.elapsed_seconds >= 3600);
    assert.ok(Number(two.cost_so_far) >= Number(two.cost_at_limit) / 2);
    assert.deepEqual(
      [waits.started_at, waits.elapsed_seconds, waits.max_seconds, waits.cost_so_far],
      [null, 0, 86_400, '0'],
    );
    assert.equal(
      Number(waits.cost_at_limit),
      Number(two.cost_at_limit) * 6,
      'a day of one is six times two hours of two',
    );
    assert.deepEqual([unknown.cost_so_far, unknown.cost_at_limit, names.at(-1)], [null, null, 'Unknown']);
    const [total] = body.totals;
    assert.deepEqual([total.running, total.unpriced, total.unlimited], [3, 1, 0]);
    assert.equal(Number(total.cost_at_limit), Number(waits.cost_at_limit) + Number(two.cost_at_limit));
  });

  it('is narrowed by a type and a search, and listed to a limit', async () => {
    const { body } = await api.get(
      '/v1/billing/running?type=aws_sagemaker_trainingjob&q=training_job_name:Two&limit=1',
    );
    assert.deepEqual([body.items.length, body.totals[0].running], [1, 1]);
    assert.equal((await api.get('/v1/billing/running?limit=1')).body.totals[0].running, 3);
    assert.deepEqual((await api.get('/v1/billing/running?type=aws_sagemaker_processingjob')).body, {
      items: [],
      totals: [],
    });
    assert.equal((await api.get('/v1/billing/running?type=aws_sagemaker_kiln')).status, 400);
    assert.equal((await api.get('/v1/billing/running?q=training_job_nam:x')).status, 400);
  });
});
