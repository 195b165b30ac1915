import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { GivenCrawlSettings } from '../../../config/crawl-section.ts';
import { readCoverage } from '../../../db/crawl/read-coverage.ts';
import type { Database } from '../../../db/database.ts';
import { discoverTargets } from '../../../services/crawler/discovery/discover-targets.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator, useSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database[Symbol.asyncDispose]());
beforeEach(() =>
  sql`TRUNCATE discovered_account, discovery_cache, crawl_coverage, crawl, aws_sagemaker_trainingjob CASCADE`.execute(
    database.kysely,
  ),
);

const accountId = '111111111111';
const organized = (regions = ['us-east-1', 'eu-west-1', 'ap-east-1']) =>
  startSimulator({ jobs: 30, liveJobs: 0, accounts: [{ id: accountId }], regions, disabledRegions: ['me-south-1'] });

const discover = (simulator: Simulator) => {
  useSimulator(simulator);
  return discoverTargets({
    db: database.kysely,
    accounts: simulator.accounts.map(({ id, roleArn }) => ({ id, roleArn, regions: 'all' as const })),
    region: 'us-east-1',
    cacheHours: 24,
    signal: new AbortController().signal,
  });
};

/** Nobody waits long for what does not answer. */
const impatient = { timeout_seconds: 1, unreachable_after_seconds: 1 };

/** A crawl of `regions: all`, as `sagecat crawl` does it. */
async function crawlAll(simulator: Simulator, settings: GivenCrawlSettings = {}) {
  const { accounts } = await discover(simulator);
  return crawlSimulator(simulator, database, { accounts, settings });
}

const statuses = async () =>
  (await readCoverage(database.kysely, { resourceType: 'aws_sagemaker_trainingjob' })).map(({ region, status }) => [
    region,
    status,
  ]);

const allComplete = [
  ['ap-east-1', 'complete'],
  ['eu-west-1', 'complete'],
  ['us-east-1', 'complete'],
];

/** Every way in which SageMaker is not answered for a while; each is over when the returned function has been called. */
const disturbances: Record<string, (simulator: Simulator) => Promise<() => Promise<void>>> = {
  'a name that does not resolve': () => elsewhere('http://sagemaker.invalid'),
  'a port where nobody listens': () => elsewhere('http://127.0.0.1:9'),
  'an endpoint that is another server': async () => {
    const server = createServer((_, response) => response.writeHead(404).end('<html>Not Found</html>')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const back = await elsewhere(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return async () => {
      server.close();
      server.closeAllConnections();
      await back();
    };
  },
  UnrecognizedClientException: async (simulator) => {
    simulator.setFaults({ unrecognized: 1, operations: ['ListTrainingJobs', 'Search', 'DescribeTrainingJob'] });
    return async () => simulator.setFaults({});
  },
};

async function elsewhere(url: string) {
  process.env.AWS_ENDPOINT_URL_SAGEMAKER = url;
  return async () => {
    delete process.env.AWS_ENDPOINT_URL_SAGEMAKER;
  };
}

for (const [name, disturb] of Object.entries(disturbances)) {
  test(`${name} changes nothing of what is crawled`, async () => {
    await using simulator = await organized();
    assertComplete(await crawlAll(simulator));
    const calm = await disturb(simulator);
    const disturbed = await crawlAll(simulator, impatient);
    assert.deepEqual(
      disturbed.targets.map(({ status }) => status),
      ['partial', 'partial', 'partial'],
    );
    for (const { reason } of disturbed.targets) assert.ok(reason);
    const { accounts, unsupported } = await discover(simulator);
    assert.deepEqual(accounts[0]?.regions, ['ap-east-1', 'eu-west-1', 'us-east-1'], 'the plan is as it was');
    assert.deepEqual(unsupported, []);
    await calm();
    assertComplete(await crawlAll(simulator));
    assert.deepEqual(await statuses(), allComplete);
    await assertCatalogIsTrue(simulator, database);
  });

  test(`${name} in the first crawl of all turns no region off`, async () => {
    await using simulator = await organized();
    const calm = await disturb(simulator);
    const { status, targets } = await crawlAll(simulator, impatient);
    assert.equal(status, 'failed');
    assert.deepEqual([...new Set(targets.map((target) => target.status))], ['partial']);
    await calm();
    assertComplete(await crawlAll(simulator));
  });
}

test('a region that never answers while others of the account do is unsupported, wherever it stands in the plan', async () => {
  await using simulator = await organized();
  const { accounts } = await discover(simulator);
  simulator.setRegion('ap-east-1', { disabled: true });
  const summary = await crawlSimulator(simulator, database, { accounts, settings: { target_concurrency: 1 } });
  assert.deepEqual(
    summary.targets.map(({ region, status }) => [region, status]),
    [
      ['ap-east-1', 'unsupported'],
      ['eu-west-1', 'complete'],
      ['us-east-1', 'complete'],
    ],
  );
  const again = await discover(simulator);
  assert.deepEqual(again.accounts[0]?.regions, ['eu-west-1', 'us-east-1']);
  assert.match(again.unsupported[0]?.reason ?? '', /UnrecognizedClientException/);
});

test('a region that was complete and is switched off is left out at once, since the account API says so', async () => {
  await using simulator = await organized();
  assert.equal((await crawlAll(simulator)).status, 'complete');
  simulator.setRegion('ap-east-1', { disabled: true });
  const off = (await crawlAll(simulator)).targets.find(({ region }) => region === 'ap-east-1');
  assert.equal(off?.status, 'unsupported');
  assert.match(off.reason ?? '', /is off in this account, says account:ListRegions.*UnrecognizedClientException/);
  assert.deepEqual((await discover(simulator)).accounts[0]?.regions, ['eu-west-1', 'us-east-1']);
  assert.deepEqual(await statuses(), [['ap-east-1', 'unsupported'], ...allComplete.slice(1)]);
});

test('an account whose only region is off is no partial one, unless the account API cannot be asked', async () => {
  await using simulator = await organized();
  simulator.setRegion('ap-east-1', { disabled: true });
  const accounts = simulator.accounts.map(({ id, roleArn }) => ({ id, roleArn, regions: ['ap-east-1'] }));
  const crawlOnly = async () => (await crawlSimulator(simulator, database, { accounts })).targets[0];
  simulator.setFaults({ unrecognized: 1, operations: ['ListRegions'] });
  assert.equal((await crawlOnly())?.status, 'partial');
  simulator.setFaults({});
  assert.equal((await crawlOnly())?.status, 'unsupported');
});

test('a plan that nothing is left of is an error with its reasons', async () => {
  await using simulator = await organized(['us-east-1']);
  await discover(simulator);
  await sql`INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, attempted_at)
    VALUES ('aws_sagemaker_trainingjob', ${accountId}, 'us-east-1', 'unsupported', 'no such host', now())`.execute(
    database.kysely,
  );
  await assert.rejects(discover(simulator), {
    name: 'DiscoveryError',
    message:
      /no account and region of the configuration is left to crawl.*nothing is left to crawl of account 111111111111.*us-east-1: no such host/,
  });
});
