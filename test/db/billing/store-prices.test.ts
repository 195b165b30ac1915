import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Price } from '../../../catalog/billing/price.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { readUnpriced } from '../../../db/billing/unpriced.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const list = (valid_from: string, amount: string, overrides: Partial<Price> = {}): Price => ({
  source: 'list',
  account_id: '*',
  region: 'us-east-1',
  instance_type: 'ml.p3.16xlarge',
  kind: 'training',
  valid_from,
  valid_to: null,
  price: amount,
  discount_percent: null,
  ...overrides,
});

describe('storePrices', () => {
  let db: Database;
  const at = (day: string) => Date.parse(day) / 1000;
  const store = async (...jobs: Record<string, unknown>[]) => {
    const observations = jobs.map((job) => {
      const ResourceConfig = { InstanceType: 'ml.p3.16xlarge', InstanceCount: 2, VolumeSizeInGB: 100 };
      const flattened = flatten(trainingJob, describeResponse({ ResourceConfig, ...job }), { tags: [] });
      assert.ok(flattened.ok);
      return { row: flattened.row, region: flattened.region, source: 'describe' as const };
    });
    await storeRows(db.kysely, trainingJob, observations);
  };
  const prices = (...all: Price[]) => storePrices(db.kysely, all, { origin: 'test' });
  const costs = async (view: string) =>
    (
      await sql<{ day: string; cost: unknown }>`
      SELECT day, round(sum(cost), 6)::text AS cost FROM ${sql.table(view)} GROUP BY day ORDER BY day`.execute(
        db.kysely,
      )
    ).rows;

  before(async () => {
    db = await testDatabase();
    // 6000 instance seconds each, 600,000 GB-seconds of storage.
    await store(
      { TrainingJobName: 'jan', TrainingStartTime: at('2026-01-15') },
      {
        TrainingJobName: 'mar',
        TrainingStartTime: at('2026-03-15'),
        WarmPoolStatus: { Status: 'Terminated', ResourceRetainedBillableTimeInSeconds: 900 },
      },
    );
  });
  after(() => db[Symbol.asyncDispose]());

  it('leaves costs unknown without a price, and counts them', async () => {
    assert.deepEqual(await costs('billable_by_day'), [
      { day: '2026-01-15', cost: null },
      { day: '2026-03-15', cost: null },
    ]);
    const { rows } = await sql`SELECT sum(unpriced_groups) AS n FROM billable_by_day`.execute(db.kysely);
    assert.deepEqual(rows, [{ n: 2 }]);
    assert.deepEqual(
      (await readUnpriced(db.kysely)).map(({ instance_type, jobs, instance_seconds }) => [
        instance_type,
        jobs,
        instance_seconds,
      ]),
      [
        ['ml.p3.16xlarge', 2, 13_800],
        [null, 2, null],
      ],
    );
  });

  it('computes every cost with the price of the job’s day', async () => {
    assert.deepEqual(await prices(list('2026-01-01', '30'), list('2026-03-01', '36')), {
      changed: 2,
      unchanged: 0,
      daysRepriced: 2,
    });
    const expected = [
      { day: '2026-01-15', cost: '50.000000' },
      { day: '2026-03-15', cost: '78.000000' },
    ];
    assert.deepEqual(await costs('billable_by_day'), expected);
    assert.deepEqual(await costs('billable_by_job'), expected);
    assert.deepEqual(await costs('warm_pool_cost'), [{ day: '2026-03-15', cost: '18.000000' }]);
  });

  it('adds storage by the GB-month of the month at hand', async () => {
    await prices(list('2026-01-01', '0.14', { kind: 'storage', instance_type: '' }));
    const { rows } = await sql`
      SELECT day, round(storage_cost, 9)::text AS cost FROM billable_by_day ORDER BY day`.execute(db.kysely);
    const monthly = (600_000 * 0.14) / (31 * 86_400);
    assert.deepEqual(rows, [
      { day: '2026-01-15', cost: monthly.toFixed(9) },
      { day: '2026-03-15', cost: monthly.toFixed(9) },
    ]);
    assert.deepEqual(await readUnpriced(db.kysely), []);
  });

  it('keeps out a list price that says nothing new', async () => {
    assert.deepEqual(await prices(list('2026-02-01', '30')), { changed: 0, unchanged: 1, daysRepriced: 0 });
    assert.deepEqual(await prices(list('2026-02-01', '33'), list('2026-02-01', '31')), {
      changed: 1,
      unchanged: 1,
      daysRepriced: 0,
    });
  });

  it('prices jobs that are stored later', async () => {
    await store({ TrainingJobName: 'feb', TrainingStartTime: at('2026-02-15') });
    const { rows } = await sql`
      SELECT training_hourly FROM billing_usage_day WHERE day = '2026-02-15'`.execute(db.kysely);
    assert.deepEqual(rows, [{ training_hourly: 31 }]);
    assert.deepEqual(await rebuildUsage(db.kysely), { jobs: 3, usageRowsChanged: 0, dayRowsChanged: 0 });
  });

  it('lets an account have a discount of its own', async () => {
    const discount = {
      source: 'own',
      account_id: '111122223333',
      region: '*',
      instance_type: '*',
      price: null,
      discount_percent: '50',
    } as const;
    const { daysRepriced } = await prices(list('2026-03-01', '', discount));
    assert.equal(daysRepriced, 1);
    const { rows } = await sql`
      SELECT compute_cost::text AS cost FROM billable_by_day WHERE day = '2026-03-15'`.execute(db.kysely);
    assert.equal(Number((rows[0] as { cost: string }).cost), 30);
    await storePrices(db.kysely, [], { origin: 'test', replaceOwn: true });
    assert.equal((await sql`SELECT * FROM billing_rate_account`.execute(db.kysely)).rows.length, 0);
  });
});
