import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListTrainingJobsCommand } from '@aws-sdk/client-sagemaker';
import { type SimulatorOptions, startSimulator } from '../../../services/simulator/simulator.ts';
import { sagemaker } from './clients.ts';

test('by default there are 5,000 jobs in some accounts and regions, and one account is denied', async () => {
  await using simulator = await startSimulator();
  assert.equal(simulator.accounts.length, 4);
  assert.equal(simulator.regions.length, 4);
  assert.equal(simulator.accounts.filter((account) => account.denied).length, 1);
  const readable = simulator.accounts.filter((account) => !account.denied);
  assert.equal(
    readable.reduce((sum, { id }) => sum + simulator.jobCount({ accountId: id }), 0),
    5000,
  );
  for (const { id } of simulator.accounts)
    for (const region of simulator.regions) assert.ok(simulator.jobCount({ accountId: id, region }) > 50);
});

test('jobs are spread exactly, over any number of accounts and regions', async () => {
  for (const [jobs, accounts, regions] of [
    [0, 1, 1],
    [3, 5, 4],
    [9999, 50, 8],
  ] as const) {
    await using simulator = await startSimulator({ jobs, accounts, regions });
    assert.equal(simulator.jobCount(), jobs);
    assert.equal(new Set(simulator.accounts.map((account) => account.id)).size, accounts);
    for (const { id } of simulator.accounts) assert.match(id, /^\d{12}$/);
  }
});

test('accounts may be given, with names, external IDs and units', async () => {
  await using simulator = await startSimulator({
    accounts: [{ id: '111122223333', name: 'mine', externalId: 'secret', unit: 'Ours' }, { id: '444455556666' }],
    deniedAccounts: ['444455556666'],
    roleName: 'Reader',
  });
  const [mine, other] = simulator.accounts;
  assert.equal(mine?.roleArn, 'arn:aws:iam::111122223333:role/Reader');
  assert.equal(mine?.externalId, 'secret');
  assert.equal(other?.denied, true);
});

test('what cannot be is refused, by the name of the option', async () => {
  const wrong: [SimulatorOptions, string][] = [
    [{ jobs: -1 }, 'jobs'],
    [{ jobs: 1.5 }, 'jobs'],
    [{ accounts: 0 }, 'accounts'],
    [{ accounts: [] }, 'accounts'],
    [{ accounts: [{ id: '1' }] }, 'accounts'],
    [{ regions: [] }, 'regions'],
    [{ regions: ['Mars'] }, 'regions'],
    [{ regions: 1000 }, 'regions'],
    [{ seed: Number.NaN }, 'seed'],
    [{ port: 70_000 }, 'port'],
    [{ host: '192.0.2.1' }, 'host'],
    [{ jobs: 5, liveJobs: 6 }, 'liveJobs'],
    [{ historyDays: 0 }, 'historyDays'],
    [{ arrivalsPerHour: -1 }, 'arrivalsPerHour'],
    [{ latencyMs: -1 }, 'latencyMs'],
    [{ search: { missing: 3 } }, 'search.missing'],
    [{ search: { lagSeconds: -1 } }, 'search.lagSeconds'],
    [{ accounts: 2, deniedAccounts: 2 }, 'deniedAccounts'],
    [{ deniedAccounts: ['999999999999'] }, 'deniedAccounts'],
    [{ suspendedAccounts: ['x'] }, 'suspendedAccounts'],
    [{ disabledRegions: ['x'] }, 'disabledRegions'],
    [{ quotas: { Search: 0 } }, 'quotas.Search'],
    [{ recorded: '/no/such/place' }, 'recorded'],
  ];
  for (const [options, option] of wrong)
    await assert.rejects(startSimulator(options), { name: 'SimulatorOptionError', option }, option);
});

test('a plain GET says what was asked so far, and an unsigned call is refused', async () => {
  await using simulator = await startSimulator({ jobs: 1, accounts: 1, regions: 1 });
  await sagemaker(simulator).send(new ListTrainingJobsCommand({}));
  const status = (await (await fetch(simulator.url)).json()) as { calls: unknown };
  assert.deepEqual(status.calls, {
    [`${simulator.accounts[0]?.id}/us-east-1/ListTrainingJobs`]: { calls: 1, throttled: 0, errors: 0, broken: 0 },
  });
  const unsigned = await fetch(simulator.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'SageMaker.ListTrainingJobs' },
    body: '{}',
  });
  assert.equal(unsigned.status, 403);
});

test('it closes though clients keep their connections, and twice does no harm', async () => {
  const simulator = await startSimulator({ jobs: 1 });
  await fetch(simulator.url);
  await simulator.close();
  await simulator.close();
  await assert.rejects(fetch(simulator.url));
});
