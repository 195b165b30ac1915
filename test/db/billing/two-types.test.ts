import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { isBilled } from '../../../catalog/billing/billed-types.ts';
import { noPhases } from '../../../catalog/billing/phases.ts';
import { int32, string, timestamp } from '../../../catalog/fields.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { resourceType } from '../../../catalog/resource-type.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { dailyUsage, storeDailyUsage } from '../../../db/billing/daily-usage.ts';
import { readUsage } from '../../../db/billing/read-usage.ts';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import type { Database } from '../../../db/database.ts';
import { createResourceType } from '../../../db/ddl/resource-type-ddl.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

/** A second billed type: kilns burn by the second, on as many stones as they have. */
const kiln = resourceType({
  name: 'aws_pottery_kiln',
  title: 'kiln',
  description: 'Kilns of a service that does not exist.',
  service: 'pottery',
  arnResource: 'kiln/',
  identity: { arn: 'KilnArn', name: 'KilnName', createdAt: 'BuiltAt', modifiedAt: 'BuiltAt' },
  members: {
    KilnArn: string('ARN of the kiln.'),
    KilnName: string('Name of the kiln.'),
    BuiltAt: timestamp('When it was built.'),
    Seconds: int32('How long it burned.'),
    Stones: int32('What it burned on.'),
  },
  list: { operation: 'ListKilns', results: 'KilnSummaries', changeMembers: ['BuiltAt'] },
  describe: { operation: 'DescribeKiln', by: 'KilnName' },
  search: { resource: 'Kiln', missingMembers: [] },
  facets: [],
  settings: [],
  progress: [],
  isSettled: () => true,
  openUntil: () => undefined,
  billing: {
    usageOf: ({ account_id, built_at, seconds, stones }, region) => [
      {
        ...noPhases,
        group_index: 0,
        group_name: null,
        account_id,
        region,
        day: String(built_at).slice(0, 10),
        started_at: String(built_at),
        ended_at: new Date(Date.parse(String(built_at)) + (seconds ?? 0) * 1000).toISOString(),
        status: 'Cold',
        capacity: 'on_demand',
        billing: 'final',
        waste: null,
        instance_type: 'ml.m5.xlarge',
        instance_count: stones,
        billable_seconds: seconds,
        instance_seconds: (seconds ?? 0) * (stones ?? 0),
        training_seconds: null,
        spot_saved_seconds: 0,
        warm_pool_seconds: 0,
        warm_pool_instance_seconds: 0,
        training_plan_arn: null,
        token_count: null,
        volume_gb: null,
        storage_gb_seconds: 0,
      },
    ],
    labelsOf: ({ account_id }) => ({
      account_id,
      role_arn: null,
      algorithm: null,
      experiment: null,
      tuning_job_arn: null,
      tags: { team: 'clay' },
    }),
    describeOnlyColumns: [],
    prices: { instance: 'firing' },
    usageTypes: [],
  },
});

const first = Date.parse('2026-04-01T06:00:00Z') / 1000;
const account = '111122223333';

describe('what resources of two types with the same numbers used', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
    await db.pool.query(createResourceType(kiln));
    for (let number = 0; number < 20; number++) {
      // Jobs and kilns of a day, account, region and instance type: the n-th of each has the number n.
      await store(
        trainingJob,
        describeResponse({
          TrainingJobName: `job-${number}`,
          TrainingJobArn: `arn:aws:sagemaker:eu-west-1:${account}:training-job/job-${number}`,
          CreationTime: first,
          TrainingStartTime: first,
          TrainingEndTime: first + 1000 + number,
          TrainingTimeInSeconds: 1000 + number,
          BillableTimeInSeconds: 1000 + number,
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 0 },
        }),
      );
      await storeKiln(number, 10 + number);
    }
  });
  after(() => db[Symbol.asyncDispose]());

  const store = async (type: AnyResourceType, response: Record<string, unknown>) => {
    const flattened = flatten(type, response, { tags: [] });
    if (!flattened.ok) throw flattened.error;
    await storeRows(db.kysely, type, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };
  const storeKiln = (number: number, seconds: number) =>
    store(kiln, {
      KilnArn: `arn:aws:pottery:eu-west-1:${account}:kiln/kiln-${number}`,
      KilnName: `kiln-${number}`,
      BuiltAt: first,
      Seconds: seconds,
      Stones: 3,
    });
  const jobSeconds = 2 * (20 * 1000 + 190);
  const kilnSeconds = 3 * (20 * 10 + 190);
  const byType = async (view: string, sum = 'instance_seconds') =>
    (
      await sql
        .raw<{ type: string; sum: number }>(
          `SELECT resource_type AS type, sum(${sum})::int AS sum FROM ${view} GROUP BY 1 ORDER BY 1`,
        )
        .execute(db.kysely)
    ).rows.map(({ type, sum: total }) => [type, total]);

  it('is kept apart in every table and view', async () => {
    const { rows } = await db.pool.query<{ same: number }>(
      'SELECT count(*)::int AS same FROM aws_pottery_kiln JOIN aws_sagemaker_trainingjob USING (id)',
    );
    assert.equal(rows[0]?.same, 20);
    const expected = [
      ['aws_pottery_kiln', kilnSeconds],
      ['aws_sagemaker_trainingjob', jobSeconds],
    ];
    for (const stored of [false, true]) {
      for (const view of ['billing_usage', 'billing_usage_day', 'billing_usage_priced', 'billable_by_day']) {
        assert.deepEqual(await byType(view), expected, `${view}, sums stored: ${stored}`);
      }
      assert.deepEqual(await byType('billable_by_day', 'jobs'), [
        ['aws_pottery_kiln', 20],
        ['aws_sagemaker_trainingjob', 20],
      ]);
      assert.deepEqual(await byType('cost_by_tag'), [['aws_pottery_kiln', kilnSeconds]]);
      assert.deepEqual(await byType('billable_by_job'), [['aws_sagemaker_trainingjob', jobSeconds]]);
      await storeDailyUsage(db.kysely);
    }
  });

  it('is read together, by type, or of one type', async () => {
    const period = { from: '2026-04-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };
    const request = { period, timeZone: 'UTC', groupBy: [] };
    const total = async (type?: AnyResourceType) =>
      (await readUsage(db.kysely, { ...request, type })).totals.map((sums) => [
        sums.jobs,
        sums.instance_seconds,
        sums.unpriced_jobs,
      ]);
    assert.deepEqual(await total(), [[40, jobSeconds + kilnSeconds, 40]]);
    assert.deepEqual(await total(trainingJob), [[20, jobSeconds, 20]]);
    assert.deepEqual(await total(kiln), [[20, kilnSeconds, 20]]);
    const { rows } = await readUsage(db.kysely, { ...request, groupBy: ['resource_type', 'tag:team'] });
    assert.deepEqual(rows.map(({ group, instance_seconds }) => [...group, instance_seconds]).sort(), [
      ['aws_pottery_kiln', 'clay', kilnSeconds],
      ['aws_sagemaker_trainingjob', null, jobSeconds],
    ]);
    const jobs = { type: trainingJob, filter: sql`training_job_name = 'job-3'` };
    assert.deepEqual(
      (await readUsage(db.kysely, { ...request, jobs })).totals.map(({ instance_seconds }) => instance_seconds),
      [2006],
    );
  });

  it('changes with its own resource, and goes with it', async () => {
    await storeDailyUsage(db.kysely);
    await storeKiln(7, 100);
    const { rows } = await sql`SELECT resource_type FROM billing_stale_day`.execute(db.kysely);
    assert.deepEqual(rows, [{ resource_type: kiln.name }]);
    await db.pool.query(`DELETE FROM aws_pottery_kiln WHERE kiln_name <> 'kiln-7'`);
    assert.deepEqual(await byType('billable_by_day'), [
      ['aws_pottery_kiln', 300],
      ['aws_sagemaker_trainingjob', jobSeconds],
    ]);
    assert.deepEqual(await byType('billing_job', '1'), [
      ['aws_pottery_kiln', 1],
      ['aws_sagemaker_trainingjob', 20],
    ]);
  });

  it('is what a rebuild finds', async () => {
    assert.ok(isBilled(kiln));
    const before = await Promise.all(dailyUsage.map((name) => byType(name, 'jobs')));
    assert.deepEqual(await rebuildUsage(db.kysely), { jobs: 20, usageRowsChanged: 0, dayRowsChanged: 0 });
    assert.deepEqual(await Promise.all(dailyUsage.map((name) => byType(name, 'jobs'))), before);
  });
});

describe('a day of which nobody said what was billed', () => {
  it('has no billed time, rather than none', async () => {
    await using db = await testDatabase();
    const response = (TrainingJobName: string, overrides: Record<string, unknown>) =>
      describeResponse({
        TrainingJobName,
        TrainingJobArn: `arn:aws:sagemaker:eu-west-1:${account}:training-job/${TrainingJobName}`,
        TrainingStartTime: first,
        BillableTimeInSeconds: undefined,
        ...overrides,
      });
    const days = async () =>
      (
        await sql<Record<string, unknown>>`
          SELECT instance_type, unreported_jobs, instance_seconds::int, on_demand_instance_seconds::int, compute_cost::float8, cost::float8
          FROM billable_by_day ORDER BY 1`.execute(db.kysely)
      ).rows.map((row) => Object.values(row));
    const store = async (...responses: Record<string, unknown>[]) => {
      for (const each of responses) {
        const flattened = flatten(trainingJob, each, { tags: [] });
        assert.ok(flattened.ok);
        await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
      }
    };
    const on = (InstanceType: string) => ({ ResourceConfig: { InstanceType, InstanceCount: 1, VolumeSizeInGB: 1 } });
    await store(response('told-nothing', on('ml.m5.xlarge')));
    assert.deepEqual(await days(), [['ml.m5.xlarge', 1, null, null, null, null]]);
    await store(response('billed', { ...on('ml.m5.xlarge'), BillableTimeInSeconds: 60 }));
    await store(response('free', { ...on('ml.c5.xlarge'), BillableTimeInSeconds: 0 }));
    for (let stored = 0; stored < 2; stored++) {
      assert.deepEqual(await days(), [
        ['ml.c5.xlarge', 0, 0, 0, 0, 0],
        ['ml.m5.xlarge', 1, 60, 60, null, null],
      ]);
      await storeDailyUsage(db.kysely);
    }
  });
});
