import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DescribeTrainingJobCommand,
  SearchCommand,
  type SearchCommandInput,
  type TrainingJob,
} from '@aws-sdk/client-sagemaker';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { sagemaker, searchAll } from './clients.ts';

const NOW = Date.UTC(2026, 5, 17, 14, 30);
const ONE = { jobs: 1500, accounts: 1, regions: 1, now: () => NOW } as const;

const LACKING = [
  'BillableTokenCount',
  'ProfilerRuleConfigurations',
  'ProfilerRuleEvaluationStatuses',
  'ProfilingStatus',
  'RemoteDebugConfig',
  'InfraCheckConfig',
  'ServerlessJobConfig',
  'MlflowConfig',
  'MlflowDetails',
  'ProgressInfo',
] as const;

function only(simulator: Simulator): string {
  const [account] = simulator.accounts;
  assert.ok(account);
  return account.id;
}

test('a record is the described job without ten members, and with its tags', async () => {
  await using simulator = await startSimulator(ONE);
  const account = only(simulator);
  const lackingSomewhere = new Set<string>();
  const { jobs } = await searchAll(sagemaker(simulator), { SortBy: 'CreationTime' });
  // What travels is looked at, for the SDK drops members that Search's model does not have.
  const raw = await fetch(simulator.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}BASE/20260617/us-east-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0`,
      'x-amz-target': 'SageMaker.Search',
    },
    body: JSON.stringify({ Resource: 'TrainingJob', MaxResults: 100, SortBy: 'CreationTime' }),
  });
  const { Results } = (await raw.json()) as { Results: { TrainingJob: Record<string, unknown> }[] };
  for (const { TrainingJob } of Results) {
    const described: Record<string, unknown> = {
      ...simulator.job(account, 'us-east-1', String(TrainingJob.TrainingJobName)),
    };
    for (const member of LACKING) if (member in described) lackingSomewhere.add(member);
    const expected = Object.keys(described).filter((member) => !LACKING.some((lacking) => lacking === member));
    assert.deepEqual(Object.keys(TrainingJob).sort(), [...expected, 'Tags'].sort());
  }
  assert.ok(lackingSomewhere.size > 5);
  assert.equal(jobs.length, 1500);
});

test('filters on creation time, status, tags, hyperparameters and metrics find what they say', async () => {
  await using simulator = await startSimulator(ONE);
  const client = sagemaker(simulator);
  const everything = (await searchAll(client)).jobs;
  const find = async (
    SearchExpression: SearchCommandInput['SearchExpression'],
    expected: (job: TrainingJob) => boolean,
  ) => {
    const found = (await searchAll(client, { SearchExpression })).jobs.map((job) => job.TrainingJobName);
    const wanted = everything.filter(expected).map((job) => job.TrainingJobName);
    assert.ok(wanted.length > 0 && wanted.length < everything.length, `${wanted.length} wanted`);
    assert.deepEqual(found.toSorted(), wanted.toSorted());
  };
  const limit = new Date(NOW - 60 * 86_400_000);
  await find(
    { Filters: [{ Name: 'CreationTime', Operator: 'GreaterThan', Value: limit.toISOString() }] },
    (job) => Number(job.CreationTime) > limit.getTime(),
  );
  await find(
    { Filters: [{ Name: 'CreationTime', Operator: 'LessThanOrEqualTo', Value: limit.toISOString() }] },
    (job) => Number(job.CreationTime) <= limit.getTime(),
  );
  await find(
    { Filters: [{ Name: 'TrainingJobStatus', Operator: 'Equals', Value: 'Failed' }] },
    (job) => job.TrainingJobStatus === 'Failed',
  );
  await find(
    { Filters: [{ Name: 'Tags.team', Operator: 'Equals', Value: 'risk' }] },
    (job) => job.Tags?.some((tag) => tag.Key === 'team' && tag.Value === 'risk') ?? false,
  );
  await find(
    { Filters: [{ Name: 'Tags.owner', Operator: 'NotExists' }] },
    (job) => !job.Tags?.some((tag) => tag.Key === 'owner'),
  );
  await find(
    { Filters: [{ Name: 'HyperParameters.max_depth', Operator: 'GreaterThan', Value: '8' }] },
    (job) => Number(job.HyperParameters?.max_depth) > 8,
  );
  await find(
    {
      Operator: 'Or',
      Filters: [
        { Name: 'TrainingJobName', Operator: 'Contains', Value: 'llama' },
        { Name: 'TrainingJobStatus', Operator: 'In', Value: 'Stopped,Stopping' },
      ],
    },
    (job) =>
      job.TrainingJobName?.includes('llama') === true ||
      job.TrainingJobStatus === 'Stopped' ||
      job.TrainingJobStatus === 'Stopping',
  );
  await find(
    {
      SubExpressions: [
        { Filters: [{ Name: 'ResourceConfig.InstanceType', Operator: 'Contains', Value: 'p4d' }] },
        { Filters: [{ Name: 'CreationTime', Operator: 'GreaterThan', Value: limit.toISOString() }] },
      ],
    },
    (job) => (job.ResourceConfig?.InstanceType?.includes('p4d') ?? false) && Number(job.CreationTime) > limit.getTime(),
  );
});

test('it sorts by creation, modification, name and status, and says how many there are', async () => {
  await using simulator = await startSimulator(ONE);
  const client = sagemaker(simulator);
  const keys: Record<string, (job: TrainingJob) => number | string> = {
    CreationTime: (job: TrainingJob) => Number(job.CreationTime),
    LastModifiedTime: (job: TrainingJob) => Number(job.LastModifiedTime),
    TrainingJobName: (job: TrainingJob) => job.TrainingJobName ?? '',
    TrainingJobStatus: (job: TrainingJob) => job.TrainingJobStatus ?? '',
  };
  for (const [SortBy, key] of Object.entries(keys)) {
    const { jobs } = await searchAll(client, { SortBy, SortOrder: 'Ascending' });
    assert.equal(new Set(jobs.map((job) => job.TrainingJobName)).size, 1500, SortBy);
    const order = jobs.map(key);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      SortBy,
    );
  }
  const page = await client.send(new SearchCommand({ Resource: 'TrainingJob' }));
  assert.deepEqual(page.TotalHits, { Value: 1500, Relation: 'EqualTo' });
  await assert.rejects(client.send(new SearchCommand({ Resource: 'Endpoint' })), { name: 'ValidationException' });
  await assert.rejects(client.send(new SearchCommand({ Resource: 'TrainingJob', MaxResults: 101 })), {
    name: 'ValidationException',
  });
});

test('a lagging index shows jobs as they were, and not what is newer', async () => {
  let now = NOW;
  await using simulator = await startSimulator({ ...ONE, now: () => now, search: { lagSeconds: 600 } });
  const account = only(simulator);
  const client = sagemaker(simulator);
  const names = async () =>
    new Set((await searchAll(client, { SortBy: 'CreationTime' })).jobs.map((job) => job.TrainingJobName));
  const fresh = [...simulator.jobs(account, 'us-east-1')].filter(({ job }) => job.CreationTime * 1000 > NOW - 600_000);
  assert.equal((await names()).size, 1500 - fresh.length);

  const [oldest] = simulator.jobs(account, 'us-east-1');
  const name = oldest?.job.TrainingJobName ?? '';
  simulator.putJob(account, 'us-east-1', { TrainingJobName: 'Put-1' }, [{ Key: 'a', Value: 'b' }]);
  simulator.deleteJob(account, 'us-east-1', name);
  assert.ok(!(await names()).has('Put-1'));
  assert.ok((await names()).has(name));
  now += 601_000;
  assert.ok((await names()).has('Put-1'));
  assert.ok(!(await names()).has(name));
});

test('some jobs may be missing from the index, always the same ones', async () => {
  await using simulator = await startSimulator({ ...ONE, search: { missing: 0.1 } });
  const client = sagemaker(simulator);
  const first = (await searchAll(client)).jobs.map((job) => job.TrainingJobName);
  assert.ok(first.length > 1280 && first.length < 1420, `${first.length}`);
  assert.deepEqual(
    (await searchAll(client)).jobs.map((job) => job.TrainingJobName),
    first,
  );
});

test('Search can be denied or not there at all, and so can other operations', async () => {
  const search = new SearchCommand({ Resource: 'TrainingJob' });
  await using denied = await startSimulator({
    ...ONE,
    search: { mode: 'denied' },
    deniedOperations: ['DescribeTrainingJob'],
  });
  await assert.rejects(sagemaker(denied).send(search), { name: 'AccessDeniedException' });
  await assert.rejects(sagemaker(denied).send(new DescribeTrainingJobCommand({ TrainingJobName: 'x' })), {
    name: 'AccessDeniedException',
  });
  await using disabled = await startSimulator({ ...ONE, search: { mode: 'disabled' } });
  await assert.rejects(sagemaker(disabled).send(search), { name: 'UnknownOperationException' });
});
