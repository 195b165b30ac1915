import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AddTagsCommand,
  DeleteTagsCommand,
  DeleteTrainingJobCommand,
  DescribeTrainingJobCommand,
  ListTagsCommand,
  StopTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { listAll, sagemaker, searchAll } from './clients.ts';

const NOW = Date.UTC(2026, 5, 17, 14, 30);
const REGION = 'us-east-1';

async function start(jobs = 350) {
  const clock = { now: NOW };
  const simulator = await startSimulator({ jobs, accounts: 1, regions: 1, now: () => clock.now });
  const account = simulator.accounts[0]?.id ?? '';
  return { clock, simulator, account, client: sagemaker(simulator) };
}

test('a job that is put is listed in its place, described, searched and tagged', async () => {
  const { simulator, account, client } = await start();
  await using _ = simulator;
  const created = new Date(NOW - 100 * 86_400_000);
  simulator.putJob(
    account,
    REGION,
    {
      TrainingJobName: 'Mine-1',
      CreationTime: created,
      TrainingJobStatus: 'Completed',
      HyperParameters: { CreationTime: '2020' },
      VpcConfig: null,
    },
    [{ Key: 'who', Value: 'me' }],
  );
  for (const SortBy of ['CreationTime', 'Name', 'Status'] as const) {
    for (const SortOrder of ['Ascending', 'Descending'] as const) {
      const { jobs } = await listAll(client, { SortBy, SortOrder, MaxResults: 7 });
      assert.equal(jobs.length, 351);
      assert.equal(new Set(jobs.map((job) => job.TrainingJobName)).size, 351);
      const key = jobs.map((job) =>
        SortBy === 'CreationTime'
          ? Number(job.CreationTime)
          : SortBy === 'Name'
            ? (job.TrainingJobName ?? '')
            : (job.TrainingJobStatus ?? ''),
      );
      const sorted = [...key].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      assert.deepEqual(key, SortOrder === 'Ascending' ? sorted : sorted.reverse());
    }
  }
  const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: 'Mine-1' }));
  assert.deepEqual(described.CreationTime, created);
  assert.deepEqual(described.HyperParameters, { CreationTime: '2020' });
  assert.equal(described.VpcConfig, undefined);
  assert.equal(described.TrainingJobArn, `arn:aws:sagemaker:${REGION}:${account}:training-job/mine-1`);
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: described.TrainingJobArn }));
  assert.deepEqual(Tags, [{ Key: 'who', Value: 'me' }]);
  const found = (await searchAll(client)).jobs.find((job) => job.TrainingJobName === 'Mine-1');
  assert.deepEqual(found?.Tags, Tags);
});

test('a job that is deleted is gone, and its name may be used again', async () => {
  const { simulator, account, client } = await start();
  await using _ = simulator;
  const [, second] = simulator.jobs(account, REGION);
  const name = second?.job.TrainingJobName ?? '';
  await client.send(new DeleteTrainingJobCommand({ TrainingJobName: name }));
  await assert.rejects(client.send(new DescribeTrainingJobCommand({ TrainingJobName: name })), {
    name: 'ValidationException',
  });
  await assert.rejects(client.send(new ListTagsCommand({ ResourceArn: second?.job.TrainingJobArn })), {
    name: 'ValidationException',
  });
  assert.equal((await listAll(client)).jobs.length, 349);
  assert.equal((await searchAll(client)).jobs.length, 349);
  assert.equal(simulator.jobCount(), 349);

  simulator.putJob(account, REGION, { TrainingJobName: name, TrainingJobStatus: 'Completed' });
  const again = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
  assert.equal(again.TrainingJobArn, second?.job.TrainingJobArn);
  assert.equal(again.CreationTime?.getTime(), NOW);
  assert.deepEqual((await client.send(new ListTagsCommand({ ResourceArn: again.TrainingJobArn }))).Tags, []);
  assert.equal((await listAll(client)).jobs.length, 350);
});

test('a job that is changed shows its change everywhere', async () => {
  const { clock, simulator, account, client } = await start();
  await using _ = simulator;
  const [first] = simulator.jobs(account, REGION);
  const name = first?.job.TrainingJobName ?? '';
  clock.now += 5000;
  simulator.updateJob(account, REGION, name, { WarmPoolStatus: { Status: 'Terminated' }, VpcConfig: undefined });
  const { jobs } = await listAll(client, { WarmPoolStatusEquals: 'Terminated', LastModifiedTimeAfter: new Date(NOW) });
  assert.deepEqual(
    jobs.map((job) => job.TrainingJobName),
    [name],
  );
  const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
  assert.deepEqual(described.WarmPoolStatus, { Status: 'Terminated' });
  assert.equal(described.LastModifiedTime?.getTime(), NOW + 5000);
  assert.throws(() => simulator.updateJob(account, REGION, 'none', {}), RangeError);
});

test('tags change through the API and by hand, and leave the modification time alone', async () => {
  const { simulator, account, client } = await start();
  await using _ = simulator;
  const tagged = [...simulator.jobs(account, REGION)].find(({ tags }) => tags.some((tag) => tag.Key === 'team'));
  const ResourceArn = tagged?.job.TrainingJobArn;
  await client.send(
    new AddTagsCommand({
      ResourceArn,
      Tags: [
        { Key: 'team', Value: 'новая' },
        { Key: 'x:y', Value: '' },
      ],
    }),
  );
  const read = async () =>
    Object.fromEntries(
      ((await client.send(new ListTagsCommand({ ResourceArn }))).Tags ?? []).map((tag) => [tag.Key, tag.Value]),
    );
  assert.equal((await read()).team, 'новая');
  assert.equal((await read())['x:y'], '');
  await client.send(new DeleteTagsCommand({ ResourceArn, TagKeys: ['team'] }));
  assert.ok(!('team' in (await read())));
  simulator.setTags(account, REGION, tagged?.job.TrainingJobName ?? '', [{ Key: 'only', Value: 'this' }]);
  assert.deepEqual(await read(), { only: 'this' });
  const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: tagged?.job.TrainingJobName }));
  assert.equal(described.LastModifiedTime?.getTime(), Math.round(Number(tagged?.job.LastModifiedTime) * 1000));
});

test('a running job is stopped but not deleted', async () => {
  const { simulator, account, client } = await start();
  await using _ = simulator;
  const running = [...simulator.jobs(account, REGION)].find(({ job }) => job.TrainingJobStatus === 'InProgress');
  const TrainingJobName = running?.job.TrainingJobName;
  await assert.rejects(client.send(new DeleteTrainingJobCommand({ TrainingJobName })), { name: 'ResourceInUse' });
  await client.send(new StopTrainingJobCommand({ TrainingJobName }));
  const described = await client.send(new DescribeTrainingJobCommand({ TrainingJobName }));
  assert.equal(described.TrainingJobStatus, 'Stopped');
  assert.equal(described.TrainingEndTime?.getTime(), NOW);
});

test('who was described how often is counted', async () => {
  const { simulator, account, client } = await start(20);
  await using _ = simulator;
  simulator.putJob(account, REGION, { TrainingJobName: 'Mine-1' });
  const names = [...simulator.jobs(account, REGION)].map(({ job }) => job.TrainingJobName);
  for (const TrainingJobName of [...names, names[3], 'Mine-1'])
    await client.send(new DescribeTrainingJobCommand({ TrainingJobName }));
  assert.equal(simulator.describes(account, REGION, names[3] ?? ''), 2);
  assert.equal(simulator.describes(account, REGION, 'Mine-1'), 2);
  assert.equal(simulator.stats.jobsDescribed(), 21);
  assert.equal(simulator.stats.jobsDescribed(2), 2);
  assert.equal(
    simulator.stats.calls({ operation: 'DescribeTrainingJob', region: REGION, accountId: account }).calls,
    23,
  );
  simulator.stats.reset();
  assert.equal(simulator.stats.calls().calls, 0);
});

test('jobs put into a region that had none open it', async () => {
  const { simulator, account } = await start(5);
  await using _ = simulator;
  const client = sagemaker(simulator, 'cn-north-1');
  await assert.rejects(listAll(client), { name: 'UnrecognizedClientException' });
  simulator.putJob(account, 'cn-north-1', { TrainingJobName: 'mine' });
  assert.equal(
    (await listAll(client)).jobs[0]?.TrainingJobArn,
    `arn:aws-cn:sagemaker:cn-north-1:${account}:training-job/mine`,
  );
});
