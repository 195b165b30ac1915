import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { type DiscoveryOptions, discoverTargets } from '../../../services/crawler/discovery/discover-targets.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { useSimulator } from '../../support/crawl-simulator.ts';
import { testDatabase } from '../../support/test-database.ts';

test('accounts come from the organization and regions from the accounts, and both are asked for once in a lifetime', async () => {
  await using simulator = await startSimulator({
    jobs: 0,
    accounts: ['1', '2', '3', '4'].map((digit) => ({
      id: digit.repeat(12),
      unit: digit < '3' ? 'Research' : 'Workloads',
    })),
    regions: ['us-east-1', 'eu-west-1'],
    disabledRegions: ['ap-east-1'],
    suspendedAccounts: ['444444444444'],
  });
  await using database = await testDatabase();
  useSimulator(simulator);
  const [{ externalId } = {}] = simulator.accounts;
  const options: DiscoveryOptions = {
    database,
    logger: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    accounts: [{ id: '222222222222', regions: ['us-west-2'], roleArn: 'arn:aws:iam::222222222222:role/Own' }],
    organization: { roleName: 'SagecatReadOnly', externalId, excludeAccounts: ['333333333333'] },
  };
  const found = await discoverTargets(options);
  assert.deepEqual(
    found.map(({ id, roleArn, regions }) => [
      id,
      roleArn,
      regions.includes('eu-west-1'),
      regions.includes('ap-east-1'),
    ]),
    [
      ['222222222222', 'arn:aws:iam::222222222222:role/Own', false, false],
      ['111111111111', 'arn:aws:iam::111111111111:role/SagecatReadOnly', true, false],
    ],
  );
  simulator.stats.reset();
  assert.deepEqual(await discoverTargets(options), found);
  assert.equal(simulator.stats.calls({ operation: 'ListAccounts' }).calls, 0);
  assert.equal(simulator.stats.calls({ operation: 'ListRegions' }).calls, 0);

  simulator.setAccount('111111111111', { suspended: true });
  const again = await discoverTargets({ ...options, lifetimeSeconds: 0, regions: ['us-east-1'] });
  assert.deepEqual(
    again.map(({ id }) => id),
    ['222222222222'],
  );
});
