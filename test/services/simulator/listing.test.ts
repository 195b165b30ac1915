import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DescribeTrainingJobCommand, ListTagsCommand, ListTrainingJobsCommand } from '@aws-sdk/client-sagemaker';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { listAll, sagemaker, searchAll } from './clients.ts';

const NOW = Date.UTC(2026, 5, 17, 14, 30);

test('a listing of 12,345 jobs is complete, in order, and generates no whole job', async () => {
  await using simulator = await startSimulator({ jobs: 12_345, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  for (const SortOrder of ['Ascending', 'Descending'] as const) {
    const { jobs, pages } = await listAll(client, { SortBy: 'CreationTime', SortOrder });
    assert.equal(jobs.length, 12_345);
    assert.equal(pages.length, 124);
    assert.equal(new Set(jobs.map((job) => job.TrainingJobArn)).size, 12_345);
    const times = jobs.map((job) => job.CreationTime?.getTime() ?? 0);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => (SortOrder === 'Ascending' ? a - b : b - a)),
    );
  }
  const byName = await listAll(client, { SortBy: 'Name', SortOrder: 'Ascending' });
  const names = byName.jobs.map((job) => job.TrainingJobName ?? '');
  assert.equal(new Set(names).size, 12_345);
  assert.deepEqual(names, names.toSorted());
  const byStatus = await listAll(client, { SortBy: 'Status', SortOrder: 'Ascending' });
  assert.equal(byStatus.jobs.length, 12_345);
  const statuses = byStatus.jobs.map((job) => job.TrainingJobStatus ?? '');
  assert.deepEqual(statuses, statuses.toSorted());
  assert.equal(simulator.generatedJobs, 0);
  assert.equal(simulator.stats.calls({ operation: 'ListTrainingJobs' }).calls, 4 * 124);
});

test('search finds every job with its tags, and describe and list tags agree with it', async () => {
  await using simulator = await startSimulator({ jobs: 500, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  const listed = await listAll(client);
  for (const SortBy of [undefined, 'CreationTime', 'TrainingJobName'] as const) {
    const { jobs, pages } = await searchAll(client, { ...(SortBy && { SortBy }) });
    assert.equal(pages, 5);
    assert.deepEqual(
      new Set(jobs.map((job) => job.TrainingJobName)),
      new Set(listed.jobs.map((job) => job.TrainingJobName)),
    );
  }
  const { jobs } = await searchAll(client);
  for (const found of jobs.slice(0, 60)) {
    const { Tags, ...record } = found;
    const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: found.TrainingJobName }));
    const tags = await client.send(new ListTagsCommand({ ResourceArn: found.TrainingJobArn }));
    assert.deepEqual(Tags, tags.Tags);
    for (const [member, value] of Object.entries(record))
      assert.deepEqual(described[member as keyof typeof described], value, member);
  }
});

test('a page has ten jobs unless told, and refuses to be told 0 or 101', async () => {
  await using simulator = await startSimulator({ jobs: 50, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  const page = await client.send(new ListTrainingJobsCommand({}));
  assert.equal(page.TrainingJobSummaries?.length, 10);
  for (const MaxResults of [0, 101]) {
    await assert.rejects(client.send(new ListTrainingJobsCommand({ MaxResults })), { name: 'ValidationException' });
  }
  await assert.rejects(client.send(new ListTrainingJobsCommand({ NextToken: 'nonsense' })), {
    name: 'ValidationException',
  });
  await assert.rejects(
    client.send(
      new ListTrainingJobsCommand({ ...(page.NextToken && { NextToken: page.NextToken }), StatusEquals: 'Failed' }),
    ),
    {
      name: 'ValidationException',
    },
  );
});

test('an unknown job is a ValidationException, and so is a name in another case', async () => {
  await using simulator = await startSimulator({ jobs: 2000, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  const { jobs } = await listAll(client);
  const mixed = jobs.find((job) => /[A-Z]/.test(job.TrainingJobName ?? ''));
  assert.ok(mixed?.TrainingJobName);
  assert.ok(mixed.TrainingJobArn?.endsWith(`/${mixed.TrainingJobName.toLowerCase()}`));
  for (const TrainingJobName of [
    'no-such-job',
    'churn-xgboost-2026-01-01-00-00-00-000-00001',
    mixed.TrainingJobName.toLowerCase(),
  ]) {
    await assert.rejects(client.send(new DescribeTrainingJobCommand({ TrainingJobName })), {
      name: 'ValidationException',
      message: 'Requested resource not found.',
    });
  }
  const tags = await client.send(new ListTagsCommand({ ResourceArn: mixed.TrainingJobArn }));
  assert.ok(Array.isArray(tags.Tags));
});
