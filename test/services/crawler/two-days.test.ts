import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { GivenCrawlSettings } from '../../../config/crawl-section.ts';
import { readCoverage } from '../../../db/crawl/read-coverage.ts';
import { discoverTargets } from '../../../services/crawler/discovery/discover-targets.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator, useSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

const hour = 3_600_000;
const [management, research, closing] = ['111111111111', '222222222222', '333333333333'] as const;
const always = ['eu-west-1', 'us-east-1'];
const optIn = 'ap-east-1';
const ofSageMaker = ['ListTrainingJobs', 'Search', 'DescribeTrainingJob', 'ListTags'];
const ofDiscovery = ['ListAccounts', 'ListRegions'];

/** What happens in an hour; what is a disturbance is over when the hour is. */
type Happening = (simulator: Simulator) => void;

const elsewhere = (url: string): Happening => {
  return () => {
    process.env.AWS_ENDPOINT_URL_SAGEMAKER = url;
  };
};

const happenings: Record<number, Happening> = {
  2: elsewhere('http://sagemaker.invalid'),
  5: (simulator) => simulator.setFaults({ unrecognized: 1, operations: ofSageMaker }),
  8: (simulator) => simulator.setFaults({ unrecognized: 1, operations: [...ofDiscovery, ...ofSageMaker] }),
  10: (simulator) =>
    simulator.setFaults({ throttle: 0.2, serverError: 0.1, reset: 0.1, truncate: 0.1, operations: ofSageMaker }),
  12: (simulator) => simulator.setRegion(optIn, { disabled: true }),
  14: (simulator) => simulator.setFaults({ unrecognized: 0.5, operations: [...ofDiscovery, ...ofSageMaker], seed: 7 }),
  17: (simulator) => simulator.setAccount(closing, { suspended: true }),
  20: elsewhere('http://127.0.0.1:9'),
  23: (simulator) => simulator.setAccount(research, { denied: true }),
  26: (simulator) => simulator.setAccount(research, { denied: false }),
  28: (simulator) => simulator.setFaults({ unrecognized: 1, operations: ['AssumeRole'] }),
  30: (simulator) => simulator.setRegion(optIn, { disabled: false }),
  33: (simulator) => simulator.expireCredentials(),
  36: (simulator) => simulator.setFaults({ unrecognized: 0.7, operations: ofSageMaker, seed: 11 }),
  40: (simulator) => simulator.setFaults({ unrecognized: 1, operations: ofDiscovery }),
};

test('after two days of a flapping network, coverage and catalog are the truth', async () => {
  const began = Date.now() - 5 * 24 * hour;
  let clock = began;
  await using simulator = await startSimulator({
    now: () => clock,
    anchor: began,
    jobs: 60,
    liveJobs: 6,
    arrivalsPerHour: 4,
    accounts: [management, research, closing].map((id) => ({ id })),
    regions: [...always, optIn],
    disabledRegions: ['me-south-1'],
  });
  useSimulator(simulator);
  await using database = await testDatabase();
  const signal = new AbortController().signal;

  /** One turn of the schedule: discovers, crawls, and keeps the time that it was. */
  async function turn(kind: 'auto' | 'full', settings: GivenCrawlSettings = {}) {
    const { accounts } = await discoverTargets({
      db: database.kysely,
      organization: { roleName: 'SagecatReadOnly', exclude: [], cacheHours: 4, regions: 'all' },
      accounts: [],
      region: 'us-east-1',
      cacheHours: 4,
      signal,
      now: () => clock,
    });
    const summary = await crawlSimulator(simulator, database, {
      accounts,
      kind,
      settings: { target_concurrency: 9, ...settings },
    });
    // The database's own clock is not the one that is played with here.
    await sql`UPDATE crawl_coverage SET attempted_at = ${new Date(clock)}`.execute(database.kysely);
    return { plan: accounts.flatMap(({ id, regions }) => regions.map((region) => `${id} ${region}`)), summary };
  }

  let everPlanned = 0;
  for (let hours = 0; hours < 48; hours += 1) {
    clock = began + hours * hour;
    const happening = happenings[hours];
    happening?.(simulator);
    if (happening === undefined && hours % 4 !== 0) continue;
    const { plan } = await turn(hours % 24 === 0 ? 'full' : 'auto', {
      timeout_seconds: 2,
      unreachable_after_seconds: 0.5,
    });
    // Only what AWS itself calls off, or closed, leaves the plan, whatever else goes on.
    for (const id of [management, research])
      for (const region of always) assert.ok(plan.includes(`${id} ${region}`), `hour ${hours}: ${id} ${region}`);
    if (hours < 12) assert.equal(plan.length, 9, `hour ${hours}`);
    everPlanned += plan.length;
    delete process.env.AWS_ENDPOINT_URL_SAGEMAKER;
    simulator.setFaults({});
  }
  assert.ok(everPlanned > 100);

  clock = began + 48 * hour;
  await turn('auto');
  const { summary } = await turn('full');
  assertComplete(summary);
  await assertCatalogIsTrue(simulator, database, { except: [closing] });
  const coverage = await readCoverage(database.kysely, { resourceType: 'aws_sagemaker_trainingjob' });
  assert.deepEqual(
    coverage.map(({ account_id, region, status, reason }) => [account_id, region, status, reason]),
    [management, research, closing].flatMap((id) =>
      [optIn, ...always].map((region) => [
        id,
        region,
        ...(id === closing ? ['retired', 'suspended in AWS Organizations'] : ['complete', null]),
      ]),
    ),
  );
});
