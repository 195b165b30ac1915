import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { readCoverage } from '../../../db/crawl/read-coverage.ts';
import type { Database } from '../../../db/database.ts';
import {
  type Discovery,
  type DiscoveryOptions,
  discoverTargets,
  type OrganizationScope,
} from '../../../services/crawler/discovery/discover-targets.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlSimulator, useSimulator } from '../../support/crawl-simulator.ts';
import { testDatabase } from '../../support/test-database.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database[Symbol.asyncDispose]());
beforeEach(() =>
  sql`TRUNCATE discovered_account, discovery_cache, crawl_coverage, aws_sagemaker_trainingjob CASCADE`.execute(
    database.kysely,
  ),
);

const day = 86_400_000;
const all: OrganizationScope = { roleName: 'SagecatReadOnly', exclude: [], cacheHours: 24, regions: 'all' };
const fixed: OrganizationScope = { ...all, regions: ['us-east-1'] };

/** An organization whose roles ask for no external ID: `1` is the management account; each has the unit of its letter. */
const organized = (units: string, options: SimulatorOptions = {}) =>
  startSimulator({
    jobs: 0,
    regions: 2,
    accounts: [...units].map((letter, index) => ({
      id: String(111_111_111_111 * (index + 1)),
      name: `account-${index + 1}`,
      unit: { W: 'Workloads', R: 'Research', S: 'Sandbox' }[letter] ?? 'Workloads',
    })),
    ...options,
  });
const id = (number: number) => String(111_111_111_111 * number);
const research = 'ou-sim1-00000002';
const sandbox = 'ou-sim1-00000003';

function discover(simulator: Simulator, options: Partial<DiscoveryOptions> = {}): Promise<Discovery> {
  useSimulator(simulator);
  return discoverTargets({
    db: database.kysely,
    organization: fixed,
    accounts: [],
    region: 'us-east-1',
    cacheHours: 24,
    signal: new AbortController().signal,
    ...options,
  });
}

/** What the SDK finds in the environment from now on belongs to this account. */
function become(simulator: Simulator, accountId: string): void {
  const { accessKeyId, secretAccessKey } = simulator.credentialsOf(accountId);
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
}

const idsOf = ({ accounts }: Discovery) => accounts.map((account) => account.id);
const calls = (simulator: Simulator, operation: string) => simulator.stats.calls({ operation }).calls;

test('every active account of the organization is found, over all pages, with its role', async () => {
  await using simulator = await startSimulator({ jobs: 0, accounts: 45, regions: 1, suspendedAccounts: 2 });
  const found = await discover(simulator);
  const active = simulator.accounts.filter(({ suspended }) => !suspended);
  assert.equal(active.length, 43);
  assert.deepEqual(
    found.accounts.map(({ id, name, roleArn, regions }) => ({ id, name, roleArn, regions })),
    active
      .map(({ id, name, roleArn }) => ({ id, name, roleArn, regions: ['us-east-1'] }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  assert.deepEqual([found.retired, found.problems], [[], []]);
  assert.equal(calls(simulator, 'ListAccounts'), 3);
});

test('units are taken with all units below them, and exclusions of accounts and units hold', async () => {
  await using simulator = await organized('WWRRSS');
  const within = async (scope: Partial<OrganizationScope>) =>
    idsOf(await discover(simulator, { organization: { ...fixed, ...scope } }));
  assert.deepEqual(await within({}), [1, 2, 3, 4, 5, 6].map(id));
  assert.deepEqual(await within({ units: [research] }), [3, 4, 5, 6].map(id));
  assert.deepEqual(await within({ units: [sandbox] }), [5, 6].map(id));
  assert.deepEqual(await within({ units: ['r-sim1'] }), [1, 2, 3, 4, 5, 6].map(id));
  assert.deepEqual(await within({ units: [research, sandbox], exclude: [id(3)] }), [4, 5, 6].map(id));
  assert.deepEqual(await within({ exclude: [research, id(2)] }), [id(1)]);
  assert.deepEqual(await within({ units: [research], exclude: [sandbox] }), [3, 4].map(id));
  await assert.rejects(
    within({ units: ['ou-sim1-99999999'] }),
    /DiscoveryError: .*ParentNotFoundException.*name the accounts/,
  );
  await assert.rejects(within({ units: [sandbox], exclude: [research] }), /no active account/);
});

test('answers are good for their lifetime, and only for what was asked', async () => {
  await using simulator = await organized('WR');
  let clock = Date.now();
  const now = () => clock;
  const organization = { ...all, cacheHours: 24 };
  const listed = () => [calls(simulator, 'ListAccounts'), calls(simulator, 'ListRegions')];
  const first = await discover(simulator, { organization, now });
  assert.deepEqual(listed(), [1, 2]);
  clock += day - 1;
  assert.deepEqual(await discover(simulator, { organization, now }), first);
  assert.deepEqual(listed(), [1, 2]);
  clock += 1;
  assert.deepEqual(await discover(simulator, { organization, now }), first);
  assert.deepEqual(listed(), [2, 4]);
  assert.deepEqual(await discover(simulator, { organization, now, refresh: true }), first);
  assert.deepEqual(listed(), [3, 6]);
  const narrowed = await discover(simulator, { organization: { ...organization, units: [research] }, now });
  assert.deepEqual(idsOf(narrowed), [id(2)]);
  assert.equal(calls(simulator, 'ListAccountsForParent'), 2);
});

test('a discovery that fails uses what is kept and says so; without it, it is an error', async () => {
  await using simulator = await organized('WR');
  let clock = Date.now();
  const now = () => clock;
  await discover(simulator, { now });
  clock += 2 * day;
  useSimulator(simulator);
  become(simulator, id(2));
  const again = (scope: Partial<OrganizationScope>) =>
    discoverTargets({
      db: database.kysely,
      organization: { ...fixed, ...scope },
      accounts: [],
      region: 'us-east-1',
      cacheHours: 24,
      signal: new AbortController().signal,
      now,
    });
  const found = await again({});
  assert.deepEqual(idsOf(found), [1, 2].map(id));
  assert.match(found.problems[0] ?? '', /could not be listed \(AccessDeniedException: .*\); those of .*Z are crawled/);
  // What is kept answers another question.
  await assert.rejects(again({ exclude: [research] }), {
    name: 'DiscoveryError',
    message: /no earlier list is cached: AccessDeniedException.*organizations:ListAccounts.*name the accounts/,
  });
});

test('accounts that are suspended, excluded or gone are retired: their coverage says so, and their rows stay', async () => {
  await using simulator = await organized('WWWW', { jobs: 40, regions: ['us-east-1'], liveJobs: 0 });
  const crawl = async (organization: OrganizationScope) => {
    const found = await discover(simulator, { organization, refresh: true });
    await crawlSimulator(simulator, database, { accounts: found.accounts });
    return found;
  };
  const statuses = async () =>
    (await readCoverage(database.kysely, { resourceType: 'aws_sagemaker_trainingjob' })).map(
      ({ account_id, status, reason }) => [account_id, status, reason],
    );
  const rows = async () =>
    (
      await database.kysely
        .selectFrom('aws_sagemaker_trainingjob')
        .select('id')
        .where('deleted_at', 'is', null)
        .execute()
    ).length;
  await crawl(fixed);
  assert.equal(await rows(), 40);
  assert.deepEqual(
    await statuses(),
    [1, 2, 3, 4].map((n) => [id(n), 'complete', null]),
  );

  simulator.setAccount(id(2), { suspended: true });
  const before = simulator.stats.calls({ accountId: id(2) }).calls;
  const found = await crawl({ ...fixed, exclude: [id(3)] });
  assert.deepEqual(idsOf(found), [1, 4].map(id));
  assert.deepEqual(found.retired, [
    { id: id(2), name: 'account-2', reason: 'suspended in AWS Organizations' },
    { id: id(3), name: 'account-3', reason: 'excluded by the configuration' },
  ]);
  assert.deepEqual(await statuses(), [
    [id(1), 'complete', null],
    [id(2), 'retired', 'suspended in AWS Organizations'],
    [id(3), 'retired', 'excluded by the configuration'],
    [id(4), 'complete', null],
  ]);
  assert.equal(simulator.stats.calls({ accountId: id(2) }).calls, before, 'it is left alone');
  assert.equal(await rows(), 40);

  simulator.setAccount(id(2), { suspended: false });
  const back = await crawl({ ...fixed, units: ['ou-sim1-00000001'], exclude: [id(1)] });
  assert.deepEqual(idsOf(back), [2, 3, 4].map(id));
  assert.deepEqual(
    (await statuses()).map(([, status]) => status),
    ['retired', 'complete', 'complete', 'complete'],
  );

  await using smaller = await organized('W', { regions: ['us-east-1'] });
  const left = await discover(smaller, { organization: fixed, refresh: true });
  assert.deepEqual(
    left.retired.map(({ reason }) => reason),
    Array(3).fill('no longer in the organization'),
  );
});

test('accounts are gone only if two listings in a row lack them', async () => {
  await using simulator = await organized('WWWW');
  const found = await discover(simulator);
  simulator.setFaults({ earlyEnd: 0.5, seed: 1, operations: ['ListAccounts'] });
  const before = calls(simulator, 'ListAccounts');
  const again = await discover(simulator, { refresh: true });
  assert.deepEqual([simulator.faultCounts.end, calls(simulator, 'ListAccounts') - before], [1, 2]);
  assert.deepEqual(again, found);
});

test('regions are those that are on in each account, asked as the management account', async () => {
  await using simulator = await organized('WR', {
    regions: ['us-east-1', 'eu-west-1', 'af-south-1'],
    disabledRegions: ['ap-east-1', 'me-south-1'],
    deniedAccounts: [id(2)],
  });
  const { accounts, problems } = await discover(simulator, { organization: all });
  assert.deepEqual(
    accounts.map(({ regions }) => regions),
    Array(2).fill(['af-south-1', 'eu-west-1', 'us-east-1']),
  );
  assert.deepEqual(problems, []);
  assert.equal(calls(simulator, 'AssumeRole'), 0);
});

test('accounts are asked themselves where nobody manages them, and have the regions of the credentials where they refuse', async () => {
  await using simulator = await organized('WRS', { deniedAccounts: [id(3)] });
  const accounts = simulator.accounts.map((account) => ({
    id: account.id,
    roleArn: account.roleArn,
    regions: 'all' as const,
  }));
  const ask = () => discover(simulator, { organization: undefined, accounts });
  const found = await ask();
  assert.deepEqual(
    found.accounts.map((account) => account.regions),
    Array(3).fill(['eu-west-1', 'us-east-1']),
  );
  assert.equal(found.problems.length, 1);
  assert.match(
    found.problems[0] ?? '',
    /the regions of account 333333333333 could not be asked for \(.*AccessDenied.*\); those of the account that sagecat runs in/,
  );
  const asked = calls(simulator, 'AssumeRole');
  assert.deepEqual(await ask(), found, 'it is not asked again at once, and the problem is told again');
  assert.equal(calls(simulator, 'AssumeRole'), asked);
});

test('an account that is its default credentials has all of its regions', async () => {
  await using simulator = await organized('W');
  const found = await discover(simulator, { organization: undefined, accounts: [{ regions: 'all' }] });
  assert.deepEqual(found.accounts, [{ name: undefined, regions: ['eu-west-1', 'us-east-1'] }]);
});

test('nobody knowing the regions is an error that says what to do', async () => {
  await using simulator = await organized('WR');
  useSimulator(simulator);
  const roleArn = `arn:aws:iam::${id(1)}:role/Unknown`;
  await assert.rejects(
    discover(simulator, { organization: { ...all, managementRoleArn: roleArn } }),
    /DiscoveryError: .*could not be listed.*AccessDenied/,
  );
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
  const accounts = [
    { id: id(2), roleArn: `arn:aws:iam::${id(2)}:role/Unknown`, profile: 'none', regions: 'all' as const },
  ];
  const signal = new AbortController().signal;
  await assert.rejects(
    discoverTargets({ db: database.kysely, accounts, region: 'us-east-1', cacheHours: 24, signal }),
    {
      name: 'DiscoveryError',
      message: /regions of account 222222222222 are not known.*Allow account:ListRegions/,
    },
  );
});

test('regions that are unsupported are left out until the regions are asked for again', async () => {
  await using simulator = await organized('W', { jobs: 20, regions: ['us-east-1', 'eu-west-1'], liveJobs: 0 });
  let clock = Date.now() - 1000;
  const now = () => clock;
  const ask = () => discover(simulator, { organization: { ...all, cacheHours: 240 }, now });
  // As where a region has no SageMaker: the account API names it, and SageMaker does not answer there.
  await using other = await organized('W', { regions: ['us-east-1', 'eu-west-1', 'sa-east-1'] });
  const { accounts } = await discover(other, { organization: { ...all, cacheHours: 240 }, now });
  assert.deepEqual(accounts[0]?.regions, ['eu-west-1', 'sa-east-1', 'us-east-1']);
  const summary = await crawlSimulator(simulator, database, { accounts });
  assert.deepEqual(
    summary.targets.map(({ region, status }) => [region, status]),
    [
      ['eu-west-1', 'complete'],
      ['sa-east-1', 'unsupported'],
      ['us-east-1', 'complete'],
    ],
  );
  const found = await ask();
  assert.deepEqual(found.accounts[0]?.regions, ['eu-west-1', 'us-east-1']);
  assert.deepEqual(
    found.unsupported.map(({ account_id, region }) => [account_id, region]),
    [[id(1), 'sa-east-1']],
  );
  assert.deepEqual(found.problems, []);
  clock += day + 1000;
  const later = await discover(other, { organization: { ...all, cacheHours: 240 }, now });
  assert.deepEqual(later.accounts[0]?.regions, ['eu-west-1', 'sa-east-1', 'us-east-1']);
  assert.deepEqual(later.unsupported, []);
});

test('a region that was crawled and is off now says so in its coverage', async () => {
  await using both = await organized('W', { jobs: 20, regions: ['us-east-1', 'eu-west-1'], liveJobs: 0 });
  await using one = await organized('W', { regions: ['us-east-1'] });
  const { accounts } = await discover(both, { organization: all });
  await crawlSimulator(both, database, { accounts });
  const found = await discover(one, { organization: all, refresh: true });
  assert.deepEqual(found.accounts[0]?.regions, ['us-east-1']);
  const coverage = await readCoverage(database.kysely, { resourceType: 'aws_sagemaker_trainingjob' });
  assert.deepEqual(
    coverage.map(({ region, status, reason }) => [region, status, reason]),
    [
      ['eu-west-1', 'unsupported', 'the region is off in this account, says account:ListRegions'],
      ['us-east-1', 'complete', null],
    ],
  );
});

test('what is named goes before what is discovered, and is crawled even where the organization excludes it', async () => {
  await using simulator = await organized('WWW');
  await discover(simulator);
  const found = await discover(simulator, {
    organization: { ...fixed, exclude: [id(3)] },
    accounts: [
      { id: id(2), roleArn: `arn:aws:iam::${id(2)}:role/Other`, regions: ['eu-west-1'] },
      { id: id(3), name: 'mine', profile: 'mine', regions: ['eu-west-1'] },
    ],
  });
  assert.deepEqual(
    found.accounts.map(({ id, name, roleArn, regions }) => [id, name, roleArn, regions]),
    [
      [id(2), 'account-2', `arn:aws:iam::${id(2)}:role/Other`, ['eu-west-1']],
      [id(3), 'mine', undefined, ['eu-west-1']],
      [id(1), 'account-1', `arn:aws:iam::${id(1)}:role/SagecatReadOnly`, ['us-east-1']],
    ],
  );
  assert.deepEqual(found.retired, []);
});
