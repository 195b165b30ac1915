import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { locationOf, type ResourceLocation } from '../../../catalog/events/resource-event.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { ResourceDescriber } from '../../../services/crawler/describe/resource-describer.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlerOf, crawlSimulator } from '../../support/crawl-simulator.ts';
import { eventually } from '../../support/eventually.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

/** A logger, and the warnings that it was given. */
function warnings() {
  const lines: string[] = [];
  return { lines, logger: pino({ level: 'warn', base: null }, { write: (line: string) => lines.push(line) }) };
}

async function jobsOf({ kysely }: Database): Promise<ResourceLocation[]> {
  const rows = await kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'training_job_name', 'account_id', 'region'])
    .execute();
  return rows.map(({ training_job_arn, training_job_name, account_id, region }) => ({
    arn: training_job_arn ?? '',
    name: training_job_name ?? '',
    accountId: account_id,
    region,
  }));
}

const described = ({ kysely }: Database) =>
  kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'content_hash', 'completeness', 'tags'])
    .orderBy('training_job_arn')
    .execute();

test('a job is described and stored with its tags, in whichever account it is', async () => {
  await using simulator = await startSimulator({ jobs: 40, accounts: 2, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference);
  await using describer = new ResourceDescriber(crawlerOf(simulator, database));
  await Promise.all((await jobsOf(reference)).map((job) => describer.describe(job)));
  const rows = await described(database);
  assert.equal(rows.length, 40);
  assert.deepEqual(rows, await described(reference));
  assert.ok(rows.every(({ completeness, tags }) => completeness === 'described' && tags !== null));
});

test('a job that cannot be described costs nothing but itself', async () => {
  await using simulator = await startSimulator({ jobs: 10, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  Object.assign(process.env, simulator.env);
  const { lines, logger } = warnings();
  await using describer = new ResourceDescriber(crawlerOf(simulator, database, { logger }));
  const flattened = flatten(trainingJob, describeResponse(), { tags: [] });
  assert.ok(flattened.ok);
  await storeRows(database.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'part' }]);
  const job = locationOf(trainingJob, flattened.row);
  await describer.describe(job);
  assert.deepEqual(lines, []);
  await describer.describe({ ...job, accountId: simulator.accounts[0]?.id ?? '', region: simulator.regions[0] ?? '' });
  assert.equal(lines.length, 1);
});

test('a job whose tags may not be read is described all the same, and its row says that they were not read', async () => {
  await using simulator = await startSimulator({
    ...{ jobs: 3, accounts: 1, regions: 1, liveJobs: 0 },
    deniedOperations: ['ListTags'],
  });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference, { settings: { search: false } });
  const { lines, logger } = warnings();
  await using describer = new ResourceDescriber(crawlerOf(simulator, database, { logger }));
  await Promise.all((await jobsOf(reference)).map((job) => describer.describe(job)));
  const rows = await described(database);
  assert.deepEqual(
    rows.map(({ completeness, tags }) => ({ completeness, tags })),
    Array(3).fill({ completeness: 'described', tags: null }),
  );
  assert.deepEqual(lines, []);
});

test('a job is described by the settings of the crawls: tags, rates and what they share', async () => {
  await using simulator = await startSimulator({ jobs: 6, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference);
  const jobs = await jobsOf(reference);
  const calls = (operation: string) => simulator.stats.calls({ operation }).calls;
  const before = { describes: calls('DescribeTrainingJob'), tags: calls('ListTags') };
  const crawler = crawlerOf(simulator, database, {
    settings: { tags: false, share: 0.5, requests_per_second: { operations: { DescribeTrainingJob: 20 } } },
  });
  await using describer = new ResourceDescriber(crawler);
  const began = performance.now();
  await Promise.all(jobs.map((job) => describer.describe(job)));
  // Half of twenty a second: the sixth begins half a second after the first, less what a late timer may catch up.
  assert.ok(performance.now() - began >= 390, `six describes took ${performance.now() - began} ms`);
  assert.deepEqual(
    { describes: calls('DescribeTrainingJob') - before.describes, tags: calls('ListTags') - before.tags },
    { describes: 6, tags: 0 },
  );
  const [account = ''] = new Set(jobs.map(({ accountId }) => accountId));
  assert.equal(crawler.limits.bucket(account, simulator.regions[0] ?? '', 'DescribeTrainingJob').rate, 10);
});

test('a request that is not answered is sent again after the seconds of the settings', async () => {
  await using simulator = await startSimulator({ jobs: 1, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference);
  const [job] = await jobsOf(reference);
  assert.ok(job);
  const stalled = { stall: 1, stallSeconds: 600, operations: ['DescribeTrainingJob'] };
  simulator.setFaults(stalled);
  const { lines, logger } = warnings();
  const briefly = { timeout_seconds: 0.2, unreachable_after_seconds: 0.2 };
  await using impatient = new ResourceDescriber(crawlerOf(simulator, database, { logger, settings: briefly }));
  await impatient.describe(job);
  assert.match(lines.join(), /was not described/);
  assert.deepEqual(await described(database), []);

  const calls = () => simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls;
  const before = calls();
  const settings = { timeout_seconds: 2, unreachable_after_seconds: 600 };
  await using describer = new ResourceDescriber(crawlerOf(simulator, database, { logger, settings }));
  const describing = describer.describe(job);
  await eventually(() => assert.ok(calls() > before));
  simulator.setFaults({});
  await describing;
  assert.ok(calls() - before > 1, `${calls() - before} requests were sent`);
  assert.deepEqual(await described(database), await described(reference));
});
