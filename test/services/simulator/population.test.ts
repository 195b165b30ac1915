import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DescribeTrainingJobCommand, type DescribeTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import { simulatedPrices } from '../../../services/simulator/prices.ts';
import { startSimulator, type WireJob } from '../../../services/simulator/simulator.ts';
import { describeTrainingJobSchema, readSchema, type SdkSchema } from '../../support/sdk-schema.ts';
import { listAll, sagemaker } from './clients.ts';

const NOW = Date.UTC(2026, 5, 17, 14, 30);

/** Every path of the SDK's schema, to the leaves: `ResourceConfig.InstanceGroups[].InstanceType`. */
function paths(schema: SdkSchema, path = ''): string[] {
  const shape = readSchema(schema);
  if (shape.kind === 'struct') return [...shape.members].flatMap(([name, inner]) => paths(inner, `${path}.${name}`));
  if (shape.kind === 'list' && shape.of.kind === 'struct')
    return [...shape.of.members].flatMap(([name, inner]) => paths(inner, `${path}[].${name}`));
  return [path];
}

/** The paths of a value that hold something, as `paths` spells them. */
function present(value: unknown, path: string, known: ReadonlySet<string>, seen: Set<string>): void {
  if (known.has(path)) seen.add(path);
  else if (Array.isArray(value)) for (const item of value) present(item, `${path}[]`, known, seen);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) present(inner, `${path}.${name}`, known, seen);
  else seen.add(`unknown ${path}`);
}

async function population(jobs: number, visit: (job: WireJob) => void): Promise<void> {
  await using simulator = await startSimulator({ jobs, accounts: 2, regions: 2, now: () => NOW });
  for (const { id } of simulator.accounts)
    for (const region of simulator.regions) for (const { job } of simulator.jobs(id, region)) visit(job);
}

test('5,000 jobs have every member that the SDK knows, at every depth, and no other', async () => {
  const known = new Set(paths(describeTrainingJobSchema));
  assert.ok(known.size >= 150);
  const seen = new Set<string>();
  await population(5000, (job) => present(job, '', known, seen));
  assert.deepEqual(
    [...known].filter((path) => !seen.has(path)),
    [],
  );
  assert.deepEqual(
    [...seen].filter((path) => !known.has(path)),
    [],
  );
});

test('5,000 jobs show every state that matters to a catalogue', async () => {
  const seen = new Map<string, number>();
  const note = (state: string) => seen.set(state, (seen.get(state) ?? 0) + 1);
  await population(5000, (job) => {
    note(`status ${job.TrainingJobStatus}`);
    note(`secondary ${job.SecondaryStatus}`);
    note(`warm pool ${job.WarmPoolStatus?.Status}`);
    for (const { Status } of job.SecondaryStatusTransitions ?? []) note(`transition ${Status}`);
    const ended = job.TrainingEndTime !== undefined;
    for (const { RuleEvaluationStatus } of job.DebugRuleEvaluationStatuses ?? [])
      note(`debug rule ${RuleEvaluationStatus}`);
    for (const { RuleEvaluationStatus } of job.ProfilerRuleEvaluationStatuses ?? []) {
      note(`profiler rule ${RuleEvaluationStatus}`);
      if (ended && RuleEvaluationStatus === 'InProgress') note('rule in progress after the end');
    }
    if (job.TuningJobArn) note('tuning child');
    if (job.AutoMLJobArn) note('AutoML child');
    if (job.LabelingJobArn) note('labelling child');
    if (job.AlgorithmSpecification?.AlgorithmName) note('algorithm by name');
    if (job.ResourceConfig?.InstanceGroups && !job.ResourceConfig.InstanceType) note('heterogeneous');
    if (job.ResourceConfig?.SelectedInstanceType) note('selected instance');
    if (job.ResourceConfig?.TrainingPlanArn) note('training plan');
    if (job.EnableManagedSpotTraining && Number(job.BillableTimeInSeconds) < Number(job.TrainingTimeInSeconds))
      note('spot saving');
    if (job.TrainingJobStatus === 'Failed' && job.TrainingTimeInSeconds === undefined) note('failed before training');
    if (job.BillableTokenCount !== undefined) {
      note('tokens');
      // From an evaluation's pace to that of many accelerators.
      const perSecond = Number(job.BillableTokenCount) / Number(job.TrainingTimeInSeconds);
      assert.ok(perSecond >= 100 && perSecond <= 50_000, `${job.TrainingJobName}: ${perSecond} tokens a second`);
    }
    for (const { ShuffleConfig } of job.InputDataConfig ?? [])
      if (typeof ShuffleConfig?.Seed === 'bigint') note('seed beyond 2^53');
    for (const { Value } of job.FinalMetricDataList ?? []) if (typeof Value === 'string') note(`metric ${Value}`);
    for (const { DataSource } of job.InputDataConfig ?? [])
      note(`file system ${DataSource?.FileSystemDataSource?.FileSystemType}`);
    const secrets = { ...job.HyperParameters, ...job.Environment };
    if (Object.values(secrets).some((value) => /^"?hf_/.test(value))) note('token');
    if ('AWS_SECRET_ACCESS_KEY' in secrets) note('access key');
  });
  const expected = [
    ...['InProgress', 'Completed', 'Failed', 'Stopped'].map((status) => `status ${status}`),
    ...['Training', 'MaxRuntimeExceeded', 'MaxWaitTimeExceeded'].map((status) => `secondary ${status}`),
    ...[
      'Starting',
      'Pending',
      'Downloading',
      'DownloadingTrainingImage',
      'Interrupted',
      'Restarting',
      'Stopping',
      'Uploading',
    ].map((status) => `transition ${status}`),
    ...['Available', 'InUse', 'Reused', 'Terminated', 'undefined'].map((status) => `warm pool ${status}`),
    ...['InProgress', 'NoIssuesFound', 'IssuesFound', 'Error', 'Stopped'].map((status) => `debug rule ${status}`),
    'rule in progress after the end',
    'tuning child',
    'AutoML child',
    'labelling child',
    'algorithm by name',
    'heterogeneous',
    'selected instance',
    'training plan',
    'spot saving',
    'failed before training',
    'tokens',
    'seed beyond 2^53',
    'metric NaN',
    'metric Infinity',
    'metric -Infinity',
    'file system FSxLustre',
    'file system EFS',
    'token',
    'access key',
  ]; // prettier-ignore
  assert.deepEqual(
    expected.filter((state) => !seen.has(state)),
    [],
  );
  const running = (seen.get('status InProgress') ?? 0) + (seen.get('status Stopping') ?? 0);
  assert.ok(running >= 20 && running <= 48, `${running} running`);
});

test('jobs go back eighteen months, more of them lately and on working days', async () => {
  const times: number[] = [];
  await population(5000, (job) => times.push(job.CreationTime * 1000));
  const days = (NOW - Math.min(...times)) / 86_400_000;
  assert.ok(days > 500 && days < 560, `${days} days`);
  assert.ok(Math.max(...times) <= NOW);
  const recent = times.filter((time) => time > NOW - 182 * 86_400_000).length;
  const early = times.filter((time) => time < NOW - 365 * 86_400_000).length;
  assert.ok(recent > 1.5 * early, `${recent} recent, ${early} early`);
  const weekend = times.filter((time) => [0, 6].includes(new Date(time).getUTCDay())).length;
  assert.ok(weekend / times.length < 0.2);
});

test('tags are mostly there, with colons and other alphabets', async () => {
  await using simulator = await startSimulator({ jobs: 2000, accounts: 1, regions: 1, now: () => NOW });
  const [account] = simulator.accounts;
  const all = [...simulator.jobs(account?.id ?? '', 'us-east-1')].map(({ tags }) => tags);
  assert.ok(all.some((tags) => tags.length === 0));
  const flat = all.flat();
  for (const key of ['team', 'owner', 'project', 'cost-center', 'env']) {
    const share = flat.filter((tag) => tag.Key === key).length / all.length;
    assert.ok(share > 0.5 && share < 1, `${key}: ${share}`);
  }
  assert.ok(flat.some((tag) => tag.Key.includes(':')));
  assert.ok(flat.some((tag) => tag.Value.includes(':')));
  assert.ok(flat.some((tag) => /[^\p{ASCII}]/u.test(tag.Value)));
});

test('a running job progresses with time: statuses, transitions, steps, warm pool and rules', async () => {
  let now = NOW;
  await using simulator = await startSimulator({ jobs: 3000, accounts: 1, regions: 1, now: () => now });
  const [account] = simulator.accounts;
  const id = account?.id ?? '';
  const read = () =>
    [...simulator.jobs(id, 'us-east-1')]
      .map(({ job }) => job)
      .filter(({ CreationTime }) => CreationTime > NOW / 1000 - 7 * 3600);
  const before = read().filter((job) => job.TrainingJobStatus === 'InProgress');
  assert.ok(before.length > 10);
  const early = new Map(before.map((job) => [job.TrainingJobName, job]));
  now += 10 * 60_000;
  for (const job of read()) {
    const past = early.get(job.TrainingJobName);
    if (past === undefined) continue;
    assert.equal(job.CreationTime, past.CreationTime);
    assert.ok((job.SecondaryStatusTransitions?.length ?? 0) >= (past.SecondaryStatusTransitions?.length ?? 0));
    assert.ok(Number(job.LastModifiedTime) >= Number(past.LastModifiedTime));
    if (past.TrainingTimeInSeconds !== undefined)
      assert.ok(Number(job.TrainingTimeInSeconds) > Number(past.TrainingTimeInSeconds));
  }
  now += 90 * 86_400_000;
  const later = [...simulator.jobs(id, 'us-east-1')].map(({ job }) => job);
  for (const job of later) {
    assert.notEqual(job.TrainingJobStatus, 'InProgress');
    assert.ok(!['Available', 'InUse'].includes(job.WarmPoolStatus?.Status ?? 'none'));
    for (const rule of [...(job.DebugRuleEvaluationStatuses ?? []), ...(job.ProfilerRuleEvaluationStatuses ?? [])])
      assert.notEqual(rule.RuleEvaluationStatus, 'InProgress');
    const transitions = job.SecondaryStatusTransitions ?? [];
    for (const [i, { StartTime, EndTime }] of transitions.entries()) {
      assert.ok(Number(EndTime) >= Number(StartTime));
      assert.equal(transitions[i + 1]?.StartTime ?? EndTime, EndTime);
    }
  }
});

test('what a job says of its times agrees with itself', async () => {
  await population(3000, (job) => {
    const { MaxRuntimeInSeconds } = job.StoppingCondition ?? {};
    const [training, billable] = [Number(job.TrainingTimeInSeconds ?? 0), Number(job.BillableTimeInSeconds ?? 0)];
    if (job.SecondaryStatus === 'MaxRuntimeExceeded') assert.equal(training, Number(MaxRuntimeInSeconds));
    else assert.ok(training < Number(MaxRuntimeInSeconds), job.TrainingJobName);
    assert.ok(billable <= training);
    assert.ok(Number(job.TrainingStartTime ?? job.CreationTime) >= job.CreationTime);
    assert.ok(Number(job.TrainingEndTime ?? Infinity) >= Number(job.TrainingStartTime ?? 0));
    const { CurrentStep, TotalStepCountPerEpoch, CurrentEpoch, MaxEpoch } = job.ProgressInfo ?? {};
    assert.ok(Number(CurrentStep ?? 0) <= Number(TotalStepCountPerEpoch ?? 0));
    if (job.ProgressInfo && job.TrainingJobStatus === 'Completed') {
      assert.deepEqual([CurrentStep, CurrentEpoch], [TotalStepCountPerEpoch, MaxEpoch]);
    }
  });
});

test('without live jobs everything is settled', async () => {
  await using simulator = await startSimulator({ jobs: 4000, accounts: 1, regions: 1, liveJobs: 0, now: () => NOW });
  const [account] = simulator.accounts;
  for (const { job } of simulator.jobs(account?.id ?? '', 'us-east-1')) {
    assert.ok(['Completed', 'Failed', 'Stopped'].includes(job.TrainingJobStatus ?? ''));
    assert.ok(!['Available', 'InUse'].includes(job.WarmPoolStatus?.Status ?? 'none'));
    for (const rule of [...(job.DebugRuleEvaluationStatuses ?? []), ...(job.ProfilerRuleEvaluationStatuses ?? [])])
      assert.notEqual(rule.RuleEvaluationStatus, 'InProgress');
  }
});

test('jobs keep arriving after the anchor, and a listing from a creation time on finds them', async () => {
  let now = NOW;
  await using simulator = await startSimulator({
    jobs: 500,
    accounts: 1,
    regions: 1,
    arrivalsPerHour: 12,
    now: () => now,
  });
  const client = sagemaker(simulator);
  now += 10 * 3_600_000;
  const { jobs } = await listAll(client, {
    SortBy: 'CreationTime',
    SortOrder: 'Ascending',
    CreationTimeAfter: new Date(NOW),
  });
  assert.ok(jobs.length >= 118 && jobs.length <= 121, `${jobs.length}`);
  assert.equal((await listAll(client)).jobs.length, 500 + jobs.length);
  const last = jobs.at(-1);
  const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: last?.TrainingJobName }));
  assert.deepEqual(described.CreationTime, last?.CreationTime);
});

test('a million jobs cost nothing until they are asked for', async () => {
  await using simulator = await startSimulator({ jobs: 1_000_000, accounts: 1, regions: 1, now: () => NOW });
  const client = sagemaker(simulator);
  assert.equal(simulator.jobCount(), 1_000_000);
  const [first] = (await listAll(client, { CreationTimeAfter: new Date(NOW - 3600_000) })).jobs;
  const described: DescribeTrainingJobResponse = await client.send(
    new DescribeTrainingJobCommand({ TrainingJobName: first?.TrainingJobName }),
  );
  assert.equal(described.TrainingJobArn, first?.TrainingJobArn);
  assert.equal(simulator.generatedJobs, 1);
});

test('equal seeds make equal jobs, other seeds others', async () => {
  const jobs = async (seed: number) => {
    await using simulator = await startSimulator({ jobs: 60, accounts: 1, regions: 1, seed, now: () => NOW });
    return [...simulator.jobs(simulator.accounts[0]?.id ?? '', 'us-east-1')];
  };
  assert.deepEqual(await jobs(5), await jobs(5));
  assert.notDeepEqual(await jobs(5), await jobs(6));
});

test('everything that the population runs on has a price', async () => {
  const priced = new Set(simulatedPrices(['us-east-1']).map(({ instance_type }) => instance_type));
  const used = new Set<string | undefined>();
  await population(4000, ({ ResourceConfig: config }) => {
    for (const type of [
      config?.InstanceType,
      config?.SelectedInstanceType,
      ...(config?.InstanceGroups ?? []).map(({ InstanceType }) => InstanceType),
    ]) {
      if (type !== undefined) used.add(type);
    }
  });
  assert.ok(used.size > 20);
  assert.deepEqual(
    [...used].filter((type) => !priced.has(type ?? '')),
    [],
  );
});
