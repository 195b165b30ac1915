import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Price } from '../../../catalog/billing/price.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { readBuckets, readPeriod } from '../../../db/billing/read-period.ts';
import { readUsage, type UsageRow } from '../../../db/billing/read-usage.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { readUsageReport } from '../../../db/billing/usage-report.ts';
import { bucketUnits, type Dimension, type UsageRequest } from '../../../db/billing/usage-request.ts';
import type { Database } from '../../../db/database.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { generatedJobs, observationOf } from '../../support/generated-jobs.ts';
import { expectedJob } from '../../support/independent-billing.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const at = (time: string) => Date.parse(time) / 1000;

function observe(
  overrides: Record<string, unknown>,
  tags: readonly { Key: string; Value: string }[] = [],
): Observation {
  const flattened = flatten(trainingJob, describeResponse(overrides), { tags });
  assert.ok(flattened.ok);
  return { row: flattened.row, region: flattened.region, source: 'describe' };
}

const hourly = (instance_type: string, price: string): Price => ({
  source: 'list',
  account_id: '*',
  region: 'us-east-1',
  instance_type,
  kind: 'training',
  valid_from: '2020-01-01',
  valid_to: null,
  price,
  discount_percent: null,
});

describe('readUsage', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
    const on = (InstanceType: string, InstanceCount: number) => ({ ResourceConfig: { InstanceType, InstanceCount } });
    await storeRows(db.kysely, trainingJob, [
      // Over midnight UTC: 1001 seconds billed in 2000 seconds, 500 of them before midnight.
      observe(
        {
          TrainingJobName: 'midnight',
          TrainingStartTime: at('2026-10-10T23:51:40Z'),
          TrainingEndTime: at('2026-10-11T00:25:00Z'),
          TrainingTimeInSeconds: 2000,
          BillableTimeInSeconds: 1001,
          EnableManagedSpotTraining: true,
          ...on('ml.m5.xlarge', 3),
        },
        [{ Key: 'team', Value: 'nlp' }],
      ),
      // A warm pool over midnight, after a job that was not.
      observe({
        TrainingJobName: 'warm',
        TrainingStartTime: at('2026-10-12T22:50:00Z'),
        TrainingEndTime: at('2026-10-12T23:50:00Z'),
        TrainingTimeInSeconds: 3600,
        BillableTimeInSeconds: 3600,
        WarmPoolStatus: { Status: 'Terminated', ResourceRetainedBillableTimeInSeconds: 900 },
        ...on('ml.m5.xlarge', 2),
      }),
      observe({
        TrainingJobName: 'running',
        TrainingJobStatus: 'InProgress',
        TrainingStartTime: at('2026-10-12T10:00:00Z'),
        BillableTimeInSeconds: undefined,
        ...on('ml.m5.xlarge', 1),
      }),
      observe({
        TrainingJobName: 'unpriced',
        TrainingStartTime: at('2026-10-12T10:00:00Z'),
        TrainingEndTime: at('2026-10-12T11:00:00Z'),
        BillableTimeInSeconds: 3600,
        ...on('ml.x9.large', 1),
      }),
    ]);
    await storePrices(db.kysely, [hourly('ml.m5.xlarge', '0.36')], { origin: 'test' });
  });
  after(() => db[Symbol.asyncDispose]());

  const request = (overrides: Partial<UsageRequest> = {}): UsageRequest => ({
    period: { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
    groupBy: [],
    timeZone: 'UTC',
    ...overrides,
  });
  const brief = async (overrides: Partial<UsageRequest>, ...names: (keyof UsageRow)[]) =>
    (await readUsage(db.kysely, request(overrides))).rows.map((row) => [
      row.bucket?.slice(0, 13),
      ...row.group,
      ...names.map((name) => row[name]),
    ]);

  it('splits what ran across midnight, to the second', async () => {
    assert.deepEqual(
      await brief(
        { bucket: 'day' },
        'jobs',
        'instance_seconds',
        'warm_pool_instance_seconds',
        'spot_saved_instance_seconds',
        'unpriced_jobs',
      ),
      [
        ['2026-10-10T00', 1, 250 * 3, 0, 249 * 3, 0],
        ['2026-10-11T00', 0, 751 * 3, 0, 750 * 3, 0],
        ['2026-10-12T00', 3, 7200 + 3600, 600 * 2, 0, 1],
        ['2026-10-13T00', 0, 0, 300 * 2, 0, 0],
      ],
    );
  });

  it('has no bucket for the instant at which the period ends', async () => {
    for (const [bucket, to] of [
      ['day', '2026-10-11T00:00:00Z'],
      ['hour', '2026-10-11T00:00:00Z'],
      ['week', '2026-10-12T00:00:00Z'],
      ['month', '2026-11-01T00:00:00Z'],
    ] as const) {
      const period = { from: '2026-10-10T00:00:00Z', to };
      const { rows } = await readUsage(db.kysely, request({ period, bucket }));
      assert.ok(rows.length > 0);
      for (const row of rows)
        assert.ok(row.bucket !== null && Date.parse(row.bucket) < Date.parse(to), row.bucket ?? '');
    }
    const period = { from: '2026-10-10T00:00:00Z', to: '2026-10-11T00:00:00Z' };
    assert.equal((await readUsage(db.kysely, request({ period, bucket: 'day' }))).rows.length, 1);
  });

  it('costs what the parts cost', async () => {
    assert.deepEqual(await brief({ bucket: 'day' }, 'compute_cost', 'warm_pool_cost', 'cost', 'currency'), [
      ['2026-10-10T00', '0.075', '0', '0.075', 'USD'],
      ['2026-10-11T00', '0.2253', '0', '0.2253', 'USD'],
      ['2026-10-12T00', '0.72', '0.12', '0.84', 'USD'],
      ['2026-10-13T00', '0', '0.06', '0.06', 'USD'],
    ]);
  });

  it('takes the part that lies in the period', async () => {
    const period = { from: '2026-10-11T00:00:00Z', to: '2026-10-11T00:10:00Z' };
    const { rows } = await readUsage(db.kysely, request({ period }));
    assert.deepEqual(
      rows.map((row) => [row.jobs, row.instance_seconds]),
      [[0, (Math.floor((1001 * 1100) / 2000) - 250) * 3]],
    );
  });

  it('knows no cost where nothing has a price, and tells how many jobs', async () => {
    const rows = await brief({ groupBy: ['instance_type'] }, 'cost', 'unpriced_jobs', 'running_jobs');
    assert.deepEqual(rows, [
      [undefined, 'ml.m5.xlarge', '1.2003', 0, 1],
      [undefined, 'ml.x9.large', null, 1, 0],
    ]);
  });

  it('knows no cost where all that was used is not known yet', async () => {
    const rows = await brief({ groupBy: ['status'] }, 'cost', 'running_jobs', 'unpriced_jobs');
    assert.deepEqual(rows.at(-1), [undefined, 'InProgress', null, 1, 0]);
  });

  it('groups by the key of a tag, jobs without it apart', async () => {
    assert.deepEqual(await brief({ groupBy: ['tag:team'] }, 'jobs', 'instance_seconds'), [
      [undefined, null, 3, 10_800],
      [undefined, 'nlp', 1, 3003],
    ]);
  });

  for (const dimension of [
    'account_id',
    'region',
    'status',
    'capacity',
    'role_arn',
    'algorithm',
    'experiment',
    'tuning_job_arn',
  ] as const) {
    it(`groups by ${dimension}`, async () => {
      const { rows, totals } = await readUsage(db.kysely, request({ groupBy: [dimension] }));
      assert.equal(
        rows.reduce((sum, row) => sum + row.jobs, 0),
        4,
      );
      assert.deepEqual([totals[0]?.jobs, totals[0]?.cost], [4, '1.2003']);
    });
  }

  it('puts the period before beside each bucket and group', async () => {
    const october = { from: '2026-10-11T00:00:00Z', to: '2026-10-12T00:00:00Z' };
    const { period, previous } = await readPeriod(db.kysely, { from: '2026-10-11', to: '2026-10-12', timeZone: 'UTC' });
    assert.deepEqual(new Date(period.from).toISOString(), new Date(october.from).toISOString());
    const { rows, totals } = await readUsageReport(db.kysely, request({ period, bucket: 'day' }), previous);
    assert.deepEqual(
      rows.map(({ now, previous }) => [now.instance_seconds, previous?.instance_seconds]),
      [[2253, 750]],
    );
    assert.deepEqual([totals[0]?.now.cost, totals[0]?.previous?.cost], ['0.2253', '0.075']);
  });

  it('puts what has no price behind what cost nothing', async () => {
    const period = { from: '2026-10-12T10:30:00Z', to: '2026-10-12T11:00:00Z' };
    const before = { from: '2026-10-12T11:00:00Z', to: '2026-10-13T00:00:00Z' };
    const { rows } = await readUsageReport(
      db.kysely,
      request({ period, groupBy: ['capacity', 'instance_type'] }),
      before,
    );
    assert.deepEqual(
      rows.map(({ now }) => [now.group[1], now.cost]),
      [
        ['ml.m5.xlarge', '0'],
        ['ml.x9.large', null],
      ],
    );
  });

  it('shows a group that only the period before had', async () => {
    const { period, previous } = await readPeriod(db.kysely, { from: '2026-10-13', to: '2026-10-14', timeZone: 'UTC' });
    const { rows } = await readUsageReport(db.kysely, request({ period, groupBy: ['instance_type'] }), previous);
    assert.deepEqual(
      rows.map(({ now, previous }) => [now.group[0], now.instance_seconds, previous?.instance_seconds]),
      [
        ['ml.m5.xlarge', 0, 7200],
        ['ml.x9.large', 0, 3600],
      ],
    );
  });
});

describe('periods', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase({ migrate: false });
  });
  after(() => db[Symbol.asyncDispose]());

  const read = async (from: string, to: string, timeZone: string) => {
    const { period, previous } = await readPeriod(db.kysely, { from, to, timeZone });
    return [previous.from, period.from, period.to].map((time) => time.slice(0, 16));
  };

  it('of whole months compare with as many months before', async () => {
    assert.deepEqual(await read('2026-10-01', '2026-11-01', 'UTC'), [
      '2026-09-01T00:00',
      '2026-10-01T00:00',
      '2026-11-01T00:00',
    ]);
    assert.deepEqual(await read('2026-01-01', '2026-04-01', 'UTC'), [
      '2025-10-01T00:00',
      '2026-01-01T00:00',
      '2026-04-01T00:00',
    ]);
    assert.deepEqual(await read('2026-11-01', '2026-12-01', 'Europe/Berlin'), [
      '2026-09-30T22:00',
      '2026-10-31T23:00',
      '2026-11-30T23:00',
    ]);
  });

  it('of whole days compare with as many days before, whatever their length', async () => {
    assert.deepEqual(await read('2026-10-25', '2026-10-26', 'Europe/Berlin'), [
      '2026-10-23T22:00',
      '2026-10-24T22:00',
      '2026-10-25T23:00',
    ]);
  });

  it('of a part of a month, year, week or day compare with the same part of the one before', async () => {
    const previous = async (from: string, to: string, timeZone = 'UTC') => {
      const { previous } = await readPeriod(db.kysely, { from, to, timeZone });
      return [previous.from, previous.to].map((time) => time.slice(0, 16));
    };
    const cases: [string, string, string, string][] = [
      ['2026-10-01', '2026-10-20T12:00:00', '2026-09-01T00:00', '2026-09-20T12:00'],
      ['2026-10-01', '2026-10-20', '2026-09-01T00:00', '2026-09-20T00:00'],
      ['2026-10-01', '2026-10-31T12:00:00', '2026-09-01T00:00', '2026-10-01T00:00'],
      ['2026-03-01', '2026-03-30T12:00:00', '2026-02-01T00:00', '2026-03-01T00:00'],
      ['2026-03-01', '2026-03-28T12:00:00', '2026-02-01T00:00', '2026-02-28T12:00'],
      ['2026-02-01', '2026-02-28T12:00:00', '2026-01-01T00:00', '2026-01-28T12:00'],
      ['2026-01-01', '2026-01-05T12:00:00', '2025-12-01T00:00', '2025-12-05T12:00'],
      ['2026-01-01', '2026-11-20T12:00:00', '2025-01-01T00:00', '2025-11-20T12:00'],
      ['2026-01-01', '2027-01-01', '2025-01-01T00:00', '2026-01-01T00:00'],
      ['2026-10-12', '2026-10-15T12:00:00', '2026-10-05T00:00', '2026-10-08T12:00'],
      ['2026-10-12', '2026-10-19', '2026-10-05T00:00', '2026-10-12T00:00'],
      ['2026-10-14', '2026-10-14T15:00:00', '2026-10-13T00:00', '2026-10-13T15:00'],
      ['2026-10-14', '2026-10-17', '2026-10-11T00:00', '2026-10-14T00:00'],
    ];
    for (const [from, to, ...expected] of cases) assert.deepEqual(await previous(from, to), expected, `${from} ${to}`);
    assert.deepEqual(await previous('2026-11-01', '2026-11-10T12:00:00', 'Europe/Berlin'), [
      '2026-09-30T22:00',
      '2026-10-10T10:00',
    ]);
  });

  it('of any length compare with as long before', async () => {
    assert.deepEqual(await read('2026-10-25T10:00:00Z', '2026-10-25T11:30:00Z', 'UTC'), [
      '2026-10-25T08:30',
      '2026-10-25T10:00',
      '2026-10-25T11:30',
    ]);
  });

  const starts = async (from: string, to: string, bucket: 'hour' | 'day', timeZone: string) =>
    (await readBuckets(db.kysely, { from, to }, bucket, timeZone)).map((time) => time.slice(5, 16));

  it('have days of 23 and 25 hours where clocks change', async () => {
    assert.deepEqual(await starts('2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z', 'day', 'Europe/Berlin'), [
      '10-23T22:00',
      '10-24T22:00',
      '10-25T23:00',
      '10-26T23:00',
    ]);
  });

  it('have both hours that the clocks show twice', async () => {
    assert.deepEqual(await starts('2026-10-25T00:00:00Z', '2026-10-25T03:00:00Z', 'hour', 'Europe/Berlin'), [
      '10-25T00:00',
      '10-25T01:00',
      '10-25T02:00',
    ]);
    assert.deepEqual(await starts('2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', 'hour', 'Asia/Kolkata'), [
      '10-24T23:30',
      '10-25T00:30',
    ]);
  });
});

describe('readUsage of generated jobs', () => {
  let db: Database;
  const jobs = [
    ...generatedJobs({
      jobs: 800,
      accounts: 2,
      regions: 2,
      historyDays: 60,
      liveJobs: 20,
      anchor: Date.UTC(2026, 9, 31, 12),
    }),
  ];
  const period = { from: '2026-09-01T00:00:00Z', to: '2026-11-01T00:00:00Z' };
  before(async () => {
    db = await testDatabase();
    await storeRows(db.kysely, trainingJob, jobs.map(observationOf));
  });
  after(() => db[Symbol.asyncDispose]());

  const usage = (bucket: UsageRequest['bucket'], timeZone = 'UTC', groupBy: Dimension[] = [], of = period) =>
    readUsage(db.kysely, { period: of, groupBy, bucket, timeZone });

  it('loses and adds no second over any buckets', async () => {
    const { totals: whole } = await usage(undefined);
    for (const unit of bucketUnits) {
      for (const zone of ['UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/Berlin']) {
        const { rows } = await usage(unit, zone);
        for (const name of [
          'jobs',
          'instance_seconds',
          'warm_pool_instance_seconds',
          'storage_gb_seconds',
          'training_instance_seconds',
          'token_count',
        ] as const) {
          const sum = rows.reduce((total, row) => total + BigInt(row[name]), 0n);
          assert.equal(sum, BigInt(whole[0]?.[name] ?? -1), `${name} by ${unit} in ${zone}`);
        }
      }
    }
  });

  it('splits every job over UTC days as an independent calculation does', async () => {
    const day = 86_400_000;
    const expected = new Map<string, bigint>();
    for (const { response } of jobs) {
      const { groups, how, running } = expectedJob(response);
      const seconds = response.BillableTimeInSeconds;
      if (running || how === 'per token' || how === 'prepaid' || seconds === undefined) continue;
      const start = Math.round(Number(response.TrainingStartTime) * 1000);
      const end = Math.round(Number(response.TrainingEndTime) * 1000);
      const reached = (time: number) =>
        end === start
          ? BigInt(time >= end ? seconds : 0)
          : (BigInt(seconds) * BigInt(Math.max(0, Math.min(time, end) - start))) / BigInt(end - start);
      for (let from = Math.floor(start / day) * day; from < end; from += day) {
        const part = reached(from + day) - reached(from);
        for (const { count } of groups) {
          const key = new Date(from).toISOString();
          expected.set(key, (expected.get(key) ?? 0n) + part * BigInt(count ?? 0));
        }
      }
    }
    const { rows } = await usage('day', 'UTC', [], { from: '2026-08-01T00:00:00Z', to: '2026-11-02T00:00:00Z' });
    const actual = rows
      .filter(({ instance_seconds }) => instance_seconds !== 0)
      .map((row) => [row.bucket, BigInt(row.instance_seconds)]);
    assert.deepEqual(
      actual,
      [...expected].filter(([, sum]) => sum > 0n).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
});
