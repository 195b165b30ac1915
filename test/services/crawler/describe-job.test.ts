import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { type JobPlace, placeOf } from '../../../catalog/events/training-job-event.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import type { AccountTarget } from '../../../services/crawler/account-target.ts';
import { JobDescriber } from '../../../services/crawler/describe-job.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlSimulator } from '../../support/crawl-simulator.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

test('a job is described and stored with its tags, in whichever account it is', async () => {
  await using simulator = await startSimulator({ jobs: 40, accounts: 2, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference);
  const known = await reference.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'training_job_name', 'account_id', 'region', 'content_hash'])
    .execute();
  const accounts = simulator.accounts.map(({ id, roleArn, externalId }) => ({
    id,
    roleArn,
    externalId,
    regions: simulator.regions,
  }));
  const controller = new AbortController();
  await using describer = new JobDescriber({
    db: database.kysely,
    accounts: async () => accounts,
    logger: pino({ level: 'silent' }),
    signal: controller.signal,
  });
  await Promise.all(
    known.map(({ training_job_arn: arn, training_job_name: name, account_id: accountId, region }) =>
      describer.describe({ arn: arn ?? '', name: name ?? '', accountId, region }),
    ),
  );
  const described = await database.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'content_hash', 'completeness'])
    .execute();
  assert.equal(described.length, known.length);
  const hashes = new Map(known.map((row) => [row.training_job_arn, row.content_hash]));
  for (const row of described) {
    assert.equal(row.completeness, 'described');
    assert.equal(row.content_hash, hashes.get(row.training_job_arn));
  }
});

test('a job that cannot be described costs nothing but itself', async () => {
  await using simulator = await startSimulator({ jobs: 10, accounts: 1, regions: 1, liveJobs: 0 });
  await using database = await testDatabase();
  Object.assign(process.env, simulator.env);
  const warnings: unknown[] = [];
  await using describer = new JobDescriber({
    db: database.kysely,
    accounts: async () =>
      simulator.accounts.map(({ id, roleArn, externalId }) => ({
        id,
        roleArn,
        externalId,
        regions: simulator.regions,
      })),
    logger: { warn: (line: unknown) => warnings.push(line) },
    signal: new AbortController().signal,
  });
  const flattened = flatten(trainingJob, describeResponse(), { tags: [] });
  assert.ok(flattened.ok);
  await storeRows(database.kysely, trainingJob, [{ row: flattened.row, region: 'us-east-1', source: 'part' }]);
  const job = placeOf(flattened.row);
  await describer.describe(job);
  assert.deepEqual(warnings, []);
  await describer.describe({ ...job, accountId: simulator.accounts[0]?.id ?? '', region: simulator.regions[0] ?? '' });
  assert.equal(warnings.length, 1);
});

test('a job whose tags may not be read is described all the same, and its row says that they were not read', async () => {
  await using simulator = await startSimulator({
    ...{ jobs: 3, accounts: 1, regions: 1, liveJobs: 0 },
    deniedOperations: ['ListTags'],
  });
  await using database = await testDatabase();
  await using reference = await testDatabase();
  await crawlSimulator(simulator, reference, { tuning: { search: false } });
  const jobs = await jobsOf(reference);
  const warnings: unknown[] = [];
  await using describer = new JobDescriber({
    db: database.kysely,
    accounts: async () => accountsOf(simulator),
    logger: { warn: (line: unknown) => warnings.push(line) },
    signal: new AbortController().signal,
  });
  await Promise.all(jobs.map((job) => describer.describe(job)));
  const rows = await database.kysely.selectFrom('aws_sagemaker_trainingjob').select(['completeness', 'tags']).execute();
  assert.deepEqual(rows, Array(3).fill({ completeness: 'described', tags: null }));
  assert.deepEqual(warnings, []);
});

const accountsOf = ({ accounts, regions }: Simulator): AccountTarget[] =>
  accounts.map(({ id, roleArn, externalId }) => ({ id, roleArn, externalId, regions }));

async function jobsOf({ kysely }: Database): Promise<JobPlace[]> {
  const rows = await kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'training_job_name', 'account_id', 'region'])
    .execute();
  return rows.map((row) => ({
    arn: row.training_job_arn ?? '',
    name: row.training_job_name ?? '',
    accountId: row.account_id,
    region: row.region,
  }));
}
