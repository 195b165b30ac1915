import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { BudgetError, checkBudgets } from '../../../db/budgets/read-budget.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const at = (time: string) => Date.parse(time) / 1000;
const ours = '111122223333';
const theirs = '444455556666';

describe('GET /v1/budgets', () => {
  let api: TestApi;
  let caller: Caller = localCaller;
  before(async () => {
    api = await testApi({
      // A third of the month has passed.
      now: () => new Date('2026-09-11T00:00:00Z'),
      authenticate: async () => caller,
      budgets: [
        { name: 'nlp', about: 'tags.team:nlp', amount: 100, currency: 'USD' },
        { name: 'all', amount: 10, currency: 'USD' },
        { name: 'euros', amount: 10, currency: 'EUR' },
        { name: 'preparation', type: 'aws_sagemaker_processingjob', amount: 10, currency: 'USD' },
      ],
    });
    const store = (account: string, name: string, team: string, more: object) =>
      api.store(
        {
          TrainingJobName: name,
          TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`,
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 0 },
          ...more,
        },
        [`team:${team}`],
      );
    const done = (start: string) => ({
      CreationTime: at(start) - 60,
      TrainingStartTime: at(start),
      TrainingEndTime: at(start) + 3600,
      BillableTimeInSeconds: 3600,
    });
    await store(ours, 'done', 'nlp', done('2026-09-05T00:00:00Z'));
    await store(theirs, 'foreign', 'vision', done('2026-09-06T00:00:00Z'));
    await store(ours, 'last-month', 'nlp', done('2026-08-20T00:00:00Z'));
    await store(ours, 'running', 'nlp', {
      TrainingJobStatus: 'InProgress',
      SecondaryStatus: 'Training',
      CreationTime: at('2026-09-10T22:00:00Z'),
      TrainingStartTime: at('2026-09-10T23:00:00Z'),
      TrainingEndTime: null,
      BillableTimeInSeconds: null,
      TrainingTimeInSeconds: null,
      StoppingCondition: { MaxRuntimeInSeconds: 7200 },
    });
    await storePrices(
      api.database.kysely,
      [
        {
          ...{ source: 'list', account_id: '*', region: 'us-east-1', instance_type: 'ml.m5.xlarge', kind: 'training' },
          ...{ valid_from: '2026-01-01', valid_to: null, price: '1.5', discount_percent: null },
        },
      ],
      { origin: 'test' },
    );
  });
  after(() => api[Symbol.asyncDispose]());

  const read = async () => {
    const { status, body } = await api.get('/v1/budgets');
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.map(({ name, month, spent, running, trend, unpriced_jobs }: Record<string, unknown>) => [
      ...[name, month, spent, running, trend, unpriced_jobs],
    ]);
  };

  it('tells what was spent, what running jobs come to at most, and what the month comes to by its trend', async () => {
    caller = localCaller;
    assert.deepEqual(await read(), [
      ['nlp', '2026-09-01', 3, 6, 9, 0],
      ['all', '2026-09-01', 6, 6, 18, 0],
      ['euros', '2026-09-01', 0, 0, 0, 0],
      ['preparation', '2026-09-01', 0, null, 0, 0],
    ]);
  });

  it('counts what restricted callers may see', async () => {
    caller = { ...localCaller, id: 'key 1', accounts: [theirs] };
    assert.deepEqual((await read()).slice(0, 2), [
      ['nlp', '2026-09-01', 0, 0, 0, 0],
      ['all', '2026-09-01', 3, 0, 9, 0],
    ]);
  });

  it('are refused with a type that costs nothing, or a query that is wrong', () => {
    const budget = { amount: 1, currency: 'USD' };
    assert.throws(
      () =>
        checkBudgets([
          { ...budget, name: 'a', type: 'aws_x' },
          { ...budget, name: 'b', about: 'tag:x' },
        ]),
      (error) => {
        assert.ok(error instanceof BudgetError);
        assert.match(
          error.message,
          /^budget a: type: it can be aws_.*\nbudget b: about, at character 0: there is no field tag/,
        );
        return true;
      },
    );
  });
});
