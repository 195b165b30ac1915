import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { readCrawl } from '../../../db/crawl/read-crawls.ts';
import { requestCrawl } from '../../../db/crawl/requests.ts';
import type { Database } from '../../../db/database.ts';
import { DiscoveryError } from '../../../services/crawler/discovery/discovery-error.ts';
import { runWorker } from '../../../services/crawler/worker/run-worker.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { type CrawlerChoice, crawlerOf, useSimulator } from '../../support/crawl-simulator.ts';
import { eventually } from '../../support/eventually.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

const noon = Date.UTC(2026, 0, 15, 12);

const never = { incremental: 'off', full: 'off' };

function startWorker(simulator: Simulator, database: Database, { accounts, settings }: CrawlerChoice = {}) {
  useSimulator(simulator);
  const stop = new AbortController();
  const crawler = crawlerOf(simulator, database, {
    ...(accounts && { accounts }),
    settings: { poll_seconds: 0.5, schedule: never, ...settings },
    signal: stop.signal,
  });
  const ended = runWorker(crawler, { history: {} });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

async function untilEnded(database: Database, id: number) {
  for (;;) {
    const crawl = await readCrawl(database.kysely, id);
    if (crawl && !['queued', 'running'].includes(crawl.status)) return crawl;
    await delay(50);
  }
}

test('a worker does the crawls that are asked for: everything, an account, a region, one job', async () => {
  await using simulator = await startSimulator({
    now: () => noon,
    anchor: noon,
    jobs: 200,
    accounts: 3,
    regions: 2,
    deniedAccounts: 1,
  });
  await using database = await testDatabase();
  await using _worker = startWorker(simulator, database);
  const ask = (kind: 'auto' | 'full', scope: object) =>
    requestCrawl(database.kysely, { kind, trigger: 'request', scope });
  const first = await untilEnded(database, await ask('auto', {}));
  const denied = simulator.accounts.find((account) => account.denied)?.id ?? '';
  assert.equal(first.status, 'partial');
  assert.deepEqual(
    first.targets.map(({ account_id, status }) => status === (account_id === denied ? 'denied' : 'complete')),
    Array.from({ length: 6 }, () => true),
  );
  await assertCatalogIsTrue(simulator, database, { except: [denied] });

  const [account] = simulator.accounts;
  const region = simulator.regions[1] ?? '';
  const scoped = await untilEnded(database, await ask('full', { accounts: [account?.id], regions: [region] }));
  assert.equal(scoped.status, 'complete');
  assert.deepEqual(
    scoped.targets.map((target) => [target.account_id, target.region, target.kind]),
    [[account?.id, region, 'full']],
  );

  const [one] = simulator.jobs(account?.id ?? '', region);
  simulator.stats.reset();
  const job = await untilEnded(database, await ask('auto', { job: one?.job.TrainingJobArn }));
  assert.equal(job.status, 'complete');
  assert.deepEqual([job.targets.length, job.targets[0]?.kind, job.targets[0]?.progress.jobs?.unchanged], [1, 'job', 1]);
  assert.equal(simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls, 1);
});

test('a target that waits in the queue is not queued again: the later crawl ends with it', async () => {
  await using simulator = await startSimulator({ now: () => noon, anchor: noon, jobs: 50, accounts: 1, regions: 1 });
  await using database = await testDatabase();
  const first = await requestCrawl(database.kysely, { kind: 'auto', trigger: 'request', scope: {} });
  const again = await requestCrawl(database.kysely, { kind: 'auto', trigger: 'schedule', scope: {} });
  assert.equal(again, first);
  const full = await requestCrawl(database.kysely, { kind: 'full', trigger: 'request', scope: {} });
  await using _worker = startWorker(simulator, database, { settings: { poll_seconds: 1 } });
  const [one, other] = [await untilEnded(database, first), await untilEnded(database, full)];
  assert.deepEqual([one.status, other.status], ['complete', 'complete']);
  assert.equal(one.targets[0]?.kind, 'full');
  assert.ok(simulator.stats.calls({ operation: 'ListTrainingJobs' }).calls <= 2);
});

test('a schedule does not ask again for a region that was off, a request does', async () => {
  await using simulator = await startSimulator({
    now: () => noon,
    anchor: noon,
    jobs: 20,
    accounts: 1,
    regions: ['us-east-1', 'ap-east-1'],
    disabledRegions: ['ap-east-1'],
  });
  await using database = await testDatabase();
  await sql`CREATE TABLE ended_again (region text)`.execute(database.kysely);
  await sql`
    CREATE RULE ended_again AS ON UPDATE TO crawl_target
    WHERE old.status NOT IN ('queued', 'running') AND new.status IN ('queued', 'running')
    DO ALSO INSERT INTO ended_again VALUES (old.region)`.execute(database.kysely);
  await using _worker = startWorker(simulator, database);
  const ask = async (trigger: 'schedule' | 'request') =>
    untilEnded(database, await requestCrawl(database.kysely, { kind: 'auto', trigger, scope: {} }));
  const statuses = async (trigger: 'schedule' | 'request') =>
    Object.fromEntries((await ask(trigger)).targets.map(({ region, status }) => [region, status]));
  assert.deepEqual(await statuses('schedule'), { 'us-east-1': 'complete', 'ap-east-1': 'unsupported' });
  assert.deepEqual(await statuses('schedule'), { 'us-east-1': 'complete' });
  assert.deepEqual(await statuses('request'), { 'us-east-1': 'complete', 'ap-east-1': 'unsupported' });
  // A target that is tried again has not ended in between: its crawl would end without it.
  const { rows } = await sql`SELECT region FROM ended_again`.execute(database.kysely);
  assert.deepEqual(rows, []);
});

test('a crawl whose plan cannot be made ends with the reason, and passing errors are waited out', async () => {
  await using simulator = await startSimulator({ now: () => noon, anchor: noon, jobs: 5, accounts: 1, regions: 1 });
  await using database = await testDatabase();
  const ask = (scope: object = {}) => requestCrawl(database.kysely, { kind: 'auto', trigger: 'request', scope });
  let failure: Error | undefined = new DiscoveryError('no account and region of the configuration is left to crawl');
  let asked = 0;
  const [account] = simulator.accounts;
  const accounts = async () => {
    asked++;
    if (failure) throw failure;
    return [
      { id: account?.id, roleArn: account?.roleArn, externalId: account?.externalId, regions: simulator.regions },
    ];
  };
  await using _worker = startWorker(simulator, database, { accounts });
  const emptied = await untilEnded(database, await ask());
  assert.equal(emptied.status, 'interrupted');
  assert.match(emptied.targets[0]?.reason ?? '', /no account and region of the configuration is left to crawl/);

  failure = new DiscoveryError('the organization could not be asked', { isTransient: true });
  const id = await ask();
  const before = asked;
  await eventually(async () => assert.ok(asked > before + 2));
  assert.equal((await readCrawl(database.kysely, id))?.status, 'queued');
  failure = undefined;
  assert.equal((await untilEnded(database, id)).status, 'complete');

  const outOfScope = await untilEnded(database, await ask({ regions: ['eu-north-1'] }));
  assert.equal(outOfScope.status, 'interrupted');
  assert.match(outOfScope.targets[0]?.reason ?? '', /no account and region of the configuration is in the scope/);
});
