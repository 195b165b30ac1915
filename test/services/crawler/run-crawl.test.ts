import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import { readCoverage } from '../../../db/crawl/read-coverage.ts';
import type { CrawlEvent } from '../../../services/crawler/run-crawl.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

const resourceType = 'aws_sagemaker_trainingjob';
/** The simulator's jobs stand still at this moment. */
const noon = Date.UTC(2026, 0, 15, 12);
const stillTime = { now: () => noon, anchor: noon };

test('a cold crawl stores every job of every account and region, unchanged, with its tags', async () => {
  await using simulator = await startSimulator({ ...stillTime, jobs: 600, accounts: 2, regions: 2, liveJobs: 20 });
  await using database = await testDatabase();
  const events: CrawlEvent[] = [];
  const summary = await crawlSimulator(simulator, database, { onProgress: (event) => events.push(event) });
  assertComplete(summary);
  assert.deepEqual(
    summary.targets.map(({ status, kind }) => [status, kind]),
    Array.from({ length: 4 }, () => ['complete', 'full']),
  );
  const jobs = simulator.jobCount();
  assert.deepEqual(summary.jobs, {
    seen: jobs,
    new: jobs,
    changed: 0,
    unchanged: 0,
    failed: 0,
    deleted: 0,
    described: jobs,
    backlog: 0,
    postponed: 0,
  });
  assert.equal(summary.api_calls.DescribeTrainingJob, jobs);
  assert.equal(summary.api_calls.ListTags, undefined);
  assert.equal(summary.throttles, 0);
  await assertCatalogIsTrue(simulator, database);
  assert.equal((await database.pool.query('SELECT FROM billing_stale_day')).rowCount, 0);
  assert.deepEqual(await rebuildUsage(database.kysely), { jobs, usageRowsChanged: 0, dayRowsChanged: 0 });
  assert.equal(events.at(0)?.type, 'crawl-started');
  assert.equal(events.at(-1)?.type, 'crawl-ended');
  assert.equal(events.filter(({ type }) => type === 'target-ended').length, 4);
});

test('a second crawl describes only what can still change, and changes no row', async () => {
  await using simulator = await startSimulator({ ...stillTime, jobs: 300, accounts: 1, regions: 1, liveJobs: 10 });
  await using database = await testDatabase();
  await crawlSimulator(simulator, database, { now: stillTime.now });
  const before = await versions(database);
  const second = await crawlSimulator(simulator, database, { now: stillTime.now });
  assertComplete(second);
  assert.equal(second.targets[0]?.kind, 'incremental');
  assert.equal(second.api_calls.DescribeTrainingJob, 10);
  assert.equal(second.api_calls.ListTrainingJobs, 1);
  assert.equal(second.api_calls.Search, 1, 'for the tags of the open ones');
  const full = await crawlSimulator(simulator, database, { kind: 'full', now: stillTime.now });
  assert.equal(full.targets[0]?.kind, 'full');
  assert.equal(full.api_calls.DescribeTrainingJob, 10);
  assert.deepEqual([full.jobs.seen, full.jobs.unchanged, full.jobs.changed], [300, 300, 0]);
  assert.deepEqual(await versions(database), before);
});

test('a denied account and a region that is off cost the others nothing, and coverage says so', async () => {
  await using simulator = await startSimulator({
    ...stillTime,
    jobs: 200,
    accounts: 3,
    regions: ['us-east-1', 'ap-east-1'],
    deniedAccounts: 1,
    disabledRegions: ['ap-east-1'],
  });
  await using database = await testDatabase();
  const denied = simulator.accounts.find((account) => account.denied)?.id ?? '';
  const summary = await crawlSimulator(simulator, database);
  assert.equal(summary.status, 'partial');
  const expected = (accountId: string | null, region: string) =>
    accountId === denied ? 'denied' : region === 'ap-east-1' ? 'unsupported' : 'complete';
  for (const { account_id, region, status, reason } of summary.targets) {
    assert.equal(status, expected(account_id, region));
    assert.equal(reason === null, status === 'complete');
  }
  const coverage = await readCoverage(database.kysely, { resourceType });
  assert.equal(coverage.length, 6);
  for (const { account_id, region, status, as_of } of coverage) {
    assert.equal(status, expected(account_id, region));
    assert.equal(as_of === null, status !== 'complete');
  }
  const unsupported = simulator.stats.calls({ region: 'ap-east-1' }).calls;
  assert.ok(unsupported <= 6, `${unsupported} calls to regions that are off`);
});

test('deleted jobs are marked only by a full crawl, after a describe has confirmed it', async () => {
  await using simulator = await startSimulator({ ...stillTime, jobs: 250, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  await crawlSimulator(simulator, database);
  const id = simulator.accounts[0]?.id ?? '';
  const region = simulator.regions[0] ?? '';
  const names = [...simulator.jobs(id, region)].map(({ job }) => job.TrainingJobName);
  const gone = [names[0], names[100], names[249]].map(String);
  for (const name of gone) simulator.deleteJob(id, region, name);
  assert.equal((await crawlSimulator(simulator, database)).jobs.deleted, 0);
  simulator.stats.reset();
  const full = await crawlSimulator(simulator, database, { kind: 'full' });
  assertComplete(full);
  assert.equal(full.jobs.deleted, 3);
  assert.equal(simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls, 3);
  await assertCatalogIsTrue(simulator, database);
  const deleted = await database.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select('training_job_name')
    .where('deleted_at', 'is not', null)
    .execute();
  assert.deepEqual(deleted.map((row) => row.training_job_name).sort(), gone.sort());
});

test('without Search the same catalog comes from List, Describe and ListTags', async () => {
  await using simulator = await startSimulator({
    ...stillTime,
    jobs: 150,
    accounts: 1,
    regions: 1,
    search: { mode: 'denied' },
  });
  await using database = await testDatabase();
  const summary = await crawlSimulator(simulator, database);
  assertComplete(summary);
  assert.equal(summary.api_calls.Search, 1);
  assert.equal(summary.api_calls.DescribeTrainingJob, 150);
  assert.equal(summary.api_calls.ListTags, 150);
  await assertCatalogIsTrue(simulator, database);
});

/** Which version every row is at: no two writes leave the same. */
const versions = (database: Awaited<ReturnType<typeof testDatabase>>) =>
  database.pool
    .query('SELECT id, xmin::text AS version FROM aws_sagemaker_trainingjob ORDER BY id')
    .then(({ rows }) => rows);
