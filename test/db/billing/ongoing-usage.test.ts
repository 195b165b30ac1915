import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { isBilled } from '../../../catalog/billing/billed-types.ts';
import { noPhases } from '../../../catalog/billing/phases.ts';
import { int32, string, timestamp } from '../../../catalog/fields.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { resourceType } from '../../../catalog/resource-type.ts';
import { storeDailyUsage } from '../../../db/billing/daily-usage.ts';
import { endOngoingDays } from '../../../db/billing/ongoing-usage.ts';
import { readUsage } from '../../../db/billing/read-usage.ts';
import { rebuildOngoing } from '../../../db/billing/rebuild-ongoing.ts';
import { markDeleted } from '../../../db/crawl/mark-deleted.ts';
import type { Database } from '../../../db/database.ts';
import { createResourceType } from '../../../db/ddl/resource-type-ddl.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

/** A type that goes on until it is deleted: as many stones as it has are hot all the time. */
const kiln = resourceType({
  name: 'aws_pottery_kiln',
  title: 'kiln',
  description: 'Kilns of a service that does not exist.',
  service: 'pottery',
  arnResource: 'kiln/',
  identity: { arn: 'KilnArn', name: 'KilnName', createdAt: 'BuiltAt', modifiedAt: 'StokedAt' },
  members: {
    KilnArn: string('ARN of the kiln.'),
    KilnName: string('Name of the kiln.'),
    BuiltAt: timestamp('When it was built.'),
    StokedAt: timestamp('When it last changed.'),
    Stones: int32('What it burns on.'),
  },
  list: { operation: 'ListKilns', results: 'KilnSummaries', changeMembers: ['StokedAt'] },
  describe: { operation: 'DescribeKiln', by: 'KilnName' },
  facets: [],
  settings: [],
  progress: [],
  isSettled: () => false,
  openUntil: () => undefined,
  billing: {
    isOngoing: true,
    usageOf: ({ account_id, stoked_at, stones }, region) => [
      {
        ...noPhases,
        group_index: 0,
        group_name: 'main',
        account_id,
        region,
        day: String(stoked_at).slice(0, 10),
        started_at: String(stoked_at),
        ended_at: null,
        status: 'Hot',
        capacity: 'on_demand',
        billing: 'ongoing',
        waste: null,
        instance_type: 'ml.m5.xlarge',
        instance_count: stones,
        billable_seconds: null,
        instance_seconds: null,
        training_seconds: null,
        spot_saved_seconds: 0,
        warm_pool_seconds: 0,
        warm_pool_instance_seconds: 0,
        training_plan_arn: null,
        token_count: null,
        volume_gb: 10,
        storage_gb_seconds: null,
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
    prices: { instance: 'firing', storage: 'firing_storage' },
    usageTypes: [],
  },
});

const account = '111122223333';
const region = 'eu-west-1';
const hour = 3_600_000;
const dayMs = 24 * hour;

describe('the use of what goes on without an end', () => {
  let db: Database;
  /** Noon UTC, five days ago: what runs from then on goes on until now. */
  const noon = Math.floor(Date.now() / dayMs) * dayMs - 5 * dayMs + 12 * hour;
  const time = (hours: number) => new Date(noon + hours * hour);
  const dayOf = (hours: number) => time(hours).toISOString().slice(0, 10);
  const store = async (stones: number, hours: number) => {
    const flattened = flatten(
      kiln,
      {
        KilnArn: `arn:aws:pottery:${region}:${account}:kiln/raku`,
        KilnName: 'raku',
        BuiltAt: noon / 1000,
        StokedAt: time(hours).getTime() / 1000,
        Stones: stones,
      },
      { tags: [] },
    );
    if (!flattened.ok) throw flattened.error;
    const seen = { row: flattened.row, region, source: 'describe' as const, askedAt: time(hours + 0.5) };
    await storeRows(db.kysely, kiln, [seen], { seenAt: time(hours + 0.5) });
  };
  const usage = async () =>
    (
      await sql<{ starts: string; ends: string | null; billing: string; stones: number; seconds: number | null }>`
        SELECT started_at AS starts, ended_at AS ends, billing, instance_count AS stones, instance_seconds AS seconds
        FROM billing_usage WHERE resource_type = ${kiln.name} ORDER BY group_index`.execute(db.kysely)
    ).rows.map((row) => [hoursOf(row.starts), row.ends && hoursOf(row.ends), row.billing, row.stones, row.seconds]);
  const hoursOf = (iso: string) => (Date.parse(iso) - noon) / hour;
  /** Instance hours by day, of the view's name. */
  const byDay = async (view: string) =>
    (
      await sql<{ day: string; hours: number; cost: number | null }>`
        SELECT day, sum(instance_seconds)::float8 / 3600 AS hours, sum(compute_cost)::float8 AS cost
        FROM ${sql.table(view)} GROUP BY day ORDER BY day`.execute(db.kysely)
    ).rows;
  /** 13 hours of 2 stones, 9 of 3, then 5 stones until now. */
  const expectDays = async () => {
    for (const view of ['billing_usage_priced', 'billing_usage_day', 'billable_by_day', 'cost_by_tag']) {
      const days = await byDay(view);
      assert.deepEqual(
        days.filter(({ day }) => day < dayOf(108)).map(({ day, hours }) => [day, hours]),
        [
          [dayOf(0), 24],
          [dayOf(12), 2 + 9 * 3 + 14 * 5],
          [dayOf(36), 120],
          [dayOf(60), 120],
          [dayOf(84), 120],
        ],
        view,
      );
      const last = days.find(({ day }) => day === dayOf(108));
      assert.ok(last && last.hours >= 0 && last.hours <= 120, `${view}: ${last?.hours}`);
      // The price rises on the second day.
      assert.deepEqual(
        days.slice(0, 2).map(({ cost }) => cost),
        [24, 198],
      );
    }
  };

  before(async () => {
    db = await testDatabase();
    await db.pool.query(createResourceType(kiln));
    await sql`
      INSERT INTO billing_rate (resource_type, account_id, region, instance_type, valid_from, valid_to, training_hourly, warm_pool_hourly, storage_gb_month)
      VALUES (${kiln.name}, '*', ${region}, 'ml.m5.xlarge', '2020-01-01', ${dayOf(12)}, 1, 1, NULL),
        (${kiln.name}, '*', ${region}, 'ml.m5.xlarge', ${dayOf(12)}, 'infinity', 2, 2, NULL)`.execute(db.kysely);
  });
  after(() => db[Symbol.asyncDispose]());

  it('is one entry that goes on, until the next version ends it', async () => {
    await store(2, 0);
    assert.deepEqual(await usage(), [[0, null, 'ongoing', 2, null]]);
    await store(3, 13);
    await store(5, 22);
    assert.deepEqual(await usage(), [
      [0, 12, 'final', 2, 2 * 12 * 3600],
      [12, 13, 'final', 2, 2 * 3600],
      [13, 22, 'final', 3, 3 * 9 * 3600],
      [22, null, 'ongoing', 5, null],
    ]);
  });

  it('is added up by the day until now, each at its price', () => expectDays());

  it('is the same where the days that are over were ended, and their sums stored', async () => {
    assert.ok(isBilled(kiln));
    await endOngoingDays(db.kysely, kiln, time(110));
    await storeDailyUsage(db.kysely);
    assert.deepEqual((await usage()).slice(3), [
      [22, 36, 'final', 5, 5 * 14 * 3600],
      [36, 60, 'final', 5, 5 * 24 * 3600],
      [60, 84, 'final', 5, 5 * 24 * 3600],
      [84, 108, 'final', 5, 5 * 24 * 3600],
      [108, null, 'ongoing', 5, null],
    ]);
    await expectDays();
    const { rows } = await sql<{ jobs: number; rows: number }>`
      SELECT sum(jobs)::int AS jobs, count(*) AS rows FROM billing_usage_day_stored`.execute(db.kysely);
    assert.deepEqual(rows, [{ jobs: 1, rows: 6 }]);
  });

  it('is split over buckets, and counted as one resource', async () => {
    const period = { from: time(0).toISOString(), to: time(60).toISOString() };
    const { rows, totals } = await readUsage(db.kysely, {
      period,
      timeZone: 'UTC',
      groupBy: ['tag:team'],
      bucket: 'day',
    });
    assert.deepEqual(
      rows.map(({ bucket, group, instance_seconds, cost, jobs }) => [
        bucket?.slice(0, 10),
        group[0],
        Number(instance_seconds) / 3600,
        cost,
        jobs,
      ]),
      [
        [dayOf(0), 'clay', 24, '24', 1],
        [dayOf(12), 'clay', 99, '198', 0],
        [dayOf(36), 'clay', 120, '240', 0],
      ],
    );
    assert.deepEqual(
      totals.map(({ storage_gb_seconds, unpriced_jobs }) => [storage_gb_seconds, unpriced_jobs]),
      [[243 * 3600 * 10, 0]],
    );
  });

  it('costs by the hour what runs now', async () => {
    const { rows } = await sql<{ cost: number; count: number }>`
      SELECT hourly_cost::float8 AS cost, instance_count AS count FROM ongoing_use`.execute(db.kysely);
    assert.deepEqual(rows, [{ cost: 10, count: 5 }]);
  });

  it('ends with the deletion', async () => {
    const { rows } = await sql<{ id: number }>`SELECT id FROM aws_pottery_kiln`.execute(db.kysely);
    const id = rows[0]?.id ?? 0;
    assert.deepEqual(await markDeleted(db.kysely, kiln, [id], time(110)), [id]);
    assert.deepEqual((await usage()).at(-1), [108, 110, 'final', 5, 5 * 2 * 3600]);
    assert.equal((await sql`SELECT FROM ongoing_use`.execute(db.kysely)).rows.length, 0);
  });

  it('is found again from the versions in the history', async () => {
    assert.ok(isBilled(kiln));
    const expected = await usage();
    const { rows } = await sql<{ id: number; region: string }>`SELECT * FROM aws_pottery_kiln`.execute(db.kysely);
    const rebuild = () =>
      db.kysely.transaction().execute((trx) =>
        rebuildOngoing(
          trx,
          kiln as Parameters<typeof rebuildOngoing>[1],
          rows.map((row) => ({ id: row.id, region: row.region, row: row as never })),
          time(110),
        ),
      );
    assert.equal(await rebuild(), 0);
    await sql`DELETE FROM billing_usage WHERE resource_type = ${kiln.name} AND group_index IN (1, 3)`.execute(
      db.kysely,
    );
    await sql`UPDATE billing_usage SET instance_count = 9 WHERE group_index = 0`.execute(db.kysely);
    assert.equal(await rebuild(), 3);
    assert.deepEqual(await usage(), expected);
  });
});
