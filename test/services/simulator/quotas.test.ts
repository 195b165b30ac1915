import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListTrainingJobsCommand, SearchCommand } from '@aws-sdk/client-sagemaker';
import { QuotaBuckets } from '../../../services/simulator/quotas.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { sagemaker } from './clients.ts';

test('a bucket holds one second of its rate and refills with time, per account, region and operation', () => {
  let time = 0;
  const buckets = new QuotaBuckets({ ListTrainingJobs: 2, Search: 0.5 }, () => time);
  const take = (times: number, account = 'a', region = 'r', operation = 'ListTrainingJobs') =>
    Array.from({ length: times }, () => buckets.take(account, region, operation)).filter(Boolean).length;
  assert.equal(take(5), 2);
  assert.equal(take(5, 'b'), 2);
  assert.equal(take(5, 'a', 's'), 2);
  assert.equal(take(5, 'a', 'r', 'Search'), 1);
  assert.equal(take(5, 'a', 'r', 'DescribeTrainingJob'), 5);
  time += 500;
  assert.equal(take(5), 1);
  time += 60_000;
  assert.equal(take(5), 2);
  assert.equal(take(5, 'a', 'r', 'Search'), 1);
});

test('beyond the quota the service throttles, and counts it', async () => {
  await using simulator = await startSimulator({
    jobs: 10,
    accounts: 1,
    regions: 1,
    quotas: { ListTrainingJobs: 0.01 },
  });
  const client = sagemaker(simulator);
  await client.send(new ListTrainingJobsCommand({}));
  await assert.rejects(client.send(new ListTrainingJobsCommand({})), {
    name: 'ThrottlingException',
    message: 'Rate exceeded',
  });
  await client.send(new SearchCommand({ Resource: 'TrainingJob' }));
  assert.deepEqual(simulator.stats.calls({ operation: 'ListTrainingJobs' }), {
    calls: 2,
    throttled: 1,
    errors: 0,
    broken: 0,
  });
});
