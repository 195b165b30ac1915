import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { placeOf } from '../../../catalog/events/training-job-event.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { JobDescriber } from '../../../services/crawler/describe-job.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
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
