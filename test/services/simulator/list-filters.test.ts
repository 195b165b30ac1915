import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListTrainingJobsCommandInput, TrainingJobSummary } from '@aws-sdk/client-sagemaker';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { listAll, sagemaker } from './clients.ts';

const NOW = Date.UTC(2026, 5, 17, 14, 30);

test('every filter selects what it says, and all but the creation times leave short pages behind', async () => {
  await using simulator = await startSimulator({ jobs: 1500, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  const everything = (await listAll(client)).jobs;
  const check = async (
    filter: ListTrainingJobsCommandInput,
    expected: (job: TrainingJobSummary) => boolean,
    pages?: number,
  ) => {
    for (const SortBy of ['CreationTime', 'Name', 'Status'] as const) {
      const found = await listAll(client, { ...filter, SortBy });
      const wanted = everything.filter(expected).map((job) => job.TrainingJobName);
      assert.ok(wanted.length > 0 && wanted.length < 1500, `${wanted.length} wanted`);
      assert.deepEqual(found.jobs.map((job) => job.TrainingJobName).toSorted(), wanted.toSorted());
      if (SortBy === 'CreationTime') assert.equal(found.pages.length, pages ?? 15);
      if (pages === undefined) assert.ok(found.pages.slice(0, -1).some((size) => size < 100));
    }
  };
  const middle = new Date(NOW - 100 * 86_400_000);
  const after = everything.filter((job) => Number(job.CreationTime) > middle.getTime()).length;
  await check(
    { CreationTimeAfter: middle },
    (job) => Number(job.CreationTime) > middle.getTime(),
    Math.ceil(after / 100),
  );
  await check(
    { CreationTimeBefore: middle },
    (job) => Number(job.CreationTime) < middle.getTime(),
    Math.ceil((1500 - after) / 100),
  );
  await check({ StatusEquals: 'Failed' }, (job) => job.TrainingJobStatus === 'Failed');
  await check({ StatusEquals: 'InProgress' }, (job) => job.TrainingJobStatus === 'InProgress');
  await check({ WarmPoolStatusEquals: 'Reused' }, (job) => job.WarmPoolStatus?.Status === 'Reused');
  await check({ NameContains: 'LTV' }, (job) => job.TrainingJobName?.includes('LTV') ?? false);
  await check({ LastModifiedTimeAfter: middle }, (job) => Number(job.LastModifiedTime) > middle.getTime());
  await check({ LastModifiedTimeBefore: middle }, (job) => Number(job.LastModifiedTime) < middle.getTime());
  const plan = everything.find((job) => job.TrainingPlanArn)?.TrainingPlanArn;
  await check({ TrainingPlanArnEquals: plan }, (job) => job.TrainingPlanArn === plan);
});

test('creation times are bounds to the millisecond, and exclusive', async () => {
  await using simulator = await startSimulator({ jobs: 200, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  const everything = (await listAll(client, { SortOrder: 'Ascending' })).jobs;
  for (const at of [0, 77, 199]) {
    const edge = everything[at]?.CreationTime;
    assert.ok(edge);
    const after = await listAll(client, { CreationTimeAfter: edge, SortOrder: 'Ascending' });
    assert.deepEqual(after.jobs, everything.slice(at + 1));
    const before = await listAll(client, { CreationTimeBefore: edge, SortOrder: 'Ascending' });
    assert.deepEqual(before.jobs, everything.slice(0, at));
    const just = await listAll(client, {
      CreationTimeAfter: new Date(edge.getTime() - 1),
      CreationTimeBefore: new Date(edge.getTime() + 1),
    });
    assert.deepEqual(just.jobs, everything.slice(at, at + 1));
  }
});
