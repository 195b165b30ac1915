import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { processingJob } from '../../catalog/processing-job/definition.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { describeResponse } from '../support/responses.ts';
import { startSagecat } from '../support/sagecat-process.ts';

const account = '111122223333';
const arn = (resource: string) => `arn:aws:sagemaker:us-east-1:${account}:${resource}`;
const start = Date.parse('2026-10-10T08:00:00Z') / 1000;

describe('commands about money', () => {
  let cwd: string;
  let database: Database;
  const store = async (type: AnyResourceType, response: Record<string, unknown>) => {
    const flattened = flatten(type, response, { tags: [] });
    if (!flattened.ok) throw flattened.error;
    await storeRows(database.kysely, type, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-money-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    await store(
      trainingJob,
      describeResponse({
        ...{ TrainingJobName: 'Train', TrainingJobArn: arn('training-job/train') },
        ...{ TrainingStartTime: start, TrainingEndTime: start + 3600, BillableTimeInSeconds: 3600 },
        ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
      }),
    );
    await store(processingJob, {
      ...{ ProcessingJobName: 'Clean', ProcessingJobArn: arn('processing-job/clean') },
      ...{ ProcessingJobStatus: 'Completed', CreationTime: start },
      ...{ ProcessingStartTime: start, ProcessingEndTime: start + 7200 },
      ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 10 } },
    });
    for (const [type, status] of [
      [trainingJob, 'complete'],
      [processingJob, 'denied'],
    ] as const) {
      await database.pool.query(
        `INSERT INTO crawl_coverage (resource_type, account_id, region, status, as_of, attempted_at)
         VALUES ($1, $2, 'us-east-1', $3, now(), now())`,
        [type.name, account, status],
      );
    }
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });
  const run = async (...args: string[]) => {
    const command = startSagecat(args, { cwd });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };
  const ofProcessing = ['--type', processingJob.name];

  it('tell of every type what has no price, and of which kind', async () => {
    const { stdout } = await run('prices', 'missing');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/ {2,}/).slice(0, 4));
    assert.deepEqual(lines, [
      [processingJob.name, 'us-east-1', 'ml.m5.xlarge', 'processing'],
      [trainingJob.name, 'us-east-1', 'ml.m5.xlarge', 'training'],
      [processingJob.name, 'us-east-1', 'any: storage', 'processing_storage'],
    ]);
    const one = JSON.parse((await run('prices', 'missing', ...ofProcessing, '--json')).stdout);
    assert.deepEqual(
      one.map(({ resource_type, instance_seconds }: Record<string, unknown>) => [resource_type, instance_seconds]),
      [
        [processingJob.name, 7200],
        [processingJob.name, null],
      ],
    );
  });

  it('report what all types used, or one', async () => {
    const all = (await run('report', 'billable', '--month', '2026-10')).stdout;
    assert.match(all, /^Clean +processing job .* 2\.0 +no price$/m);
    assert.match(all, /^Train +training job .* 1\.0 +no price$/m);
    const one = (await run('report', 'billable', '--month', '2026-10', ...ofProcessing)).stdout;
    assert.match(one, /^Billable time of processing jobs in 2026-10/);
    assert.doesNotMatch(one, /Train/);
  });

  it('compare what AWS billed of each type with the catalog', async () => {
    const line = (resource: string, usage: string, hours: number) => ({
      'lineItem/UsageAccountId': account,
      'lineItem/LineItemType': 'Usage',
      'lineItem/UsageStartDate': '2026-10-01T00:00:00Z',
      'lineItem/UsageEndDate': '2026-11-01T00:00:00Z',
      'lineItem/UsageType': `USE1-${usage}:ml.m5.xlarge`,
      'lineItem/UsageAmount': String(hours),
      'lineItem/UnblendedCost': '1',
      'lineItem/ResourceId': arn(resource),
    });
    const lines = [line('training-job/train', 'Train', 2), line('processing-job/clean', 'Processing', 3)];
    const csv = [Object.keys(lines[0] ?? {}), ...lines.map((each) => Object.values(each))].map((cells) => cells.join());
    await writeFile(join(cwd, 'bill.csv'), csv.join('\n'));
    const all = await run('reconcile', 'bill.csv');
    assert.equal(all.code, 3);
    assert.match(all.stdout, new RegExp(`^train +${trainingJob.name} +time differs +7,200 +3,600 `, 'm'));
    assert.match(all.stdout, new RegExp(`^clean +${processingJob.name} +time differs +10,800 +7,200 `, 'm'));
    assert.match(all.stdout, /2 lines of 1 training job and 1 processing job in 1 file/);
    const one = JSON.parse((await run('reconcile', 'bill.csv', ...ofProcessing, '--json')).stdout);
    assert.deepEqual(
      one.map((finding: { resource_type: string; arn: string }) => [finding.resource_type, finding.arn]),
      [[processingJob.name, arn('processing-job/clean')]],
    );
  });

  it('rebuild the use of one type, and show its coverage alone', async () => {
    assert.equal((await run('billing', 'rebuild', ...ofProcessing)).stdout, '1 resource read: nothing differed\n');
    const { items } = JSON.parse((await run('coverage', '--type', trainingJob.name, '--json')).stdout);
    assert.deepEqual(
      items.map(({ resource_type, status }: Record<string, unknown>) => [resource_type, status]),
      [[trainingJob.name, 'complete']],
    );
  });

  it('refuse a type that does not exist, and name those that do', async () => {
    for (const args of [['report', 'billable'], ['prices', 'missing'], ['reconcile', 'x.csv'], ['coverage']]) {
      const { code, stderr } = await run(...args, '--type', 'aws_sagemaker_oven');
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, /Allowed choices are aws_sagemaker_trainingjob, aws_sagemaker_processingjob, /);
    }
  });
});
