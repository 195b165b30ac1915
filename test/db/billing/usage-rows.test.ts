import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { dailyUsage, storeDailyUsage } from '../../../db/billing/daily-usage.ts';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import type { Database } from '../../../db/database.ts';
import { migrateDown, migrateToLatest } from '../../../db/migrate.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

function observe(overrides: Record<string, unknown> = {}): Observation {
  const flattened = flatten(trainingJob, describeResponse(overrides), { tags: [] });
  assert.ok(flattened.ok);
  return { row: flattened.row, region: flattened.region, source: 'describe' };
}

const groups = (...types: string[]) => ({
  VolumeSizeInGB: 10,
  InstanceGroups: types.map((InstanceType, index) => ({
    InstanceGroupName: `g${index}`,
    InstanceType,
    InstanceCount: 2,
  })),
});

describe('billing_usage', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());
  beforeEach(() =>
    sql`TRUNCATE aws_sagemaker_trainingjob, billing_usage, billing_job, billing_stale_day,
      ${sql.join(dailyUsage.map((name) => sql.table(`${name}_stored`)))}`.execute(db.kysely),
  );

  const store = (...batch: Observation[]) => storeRows(db.kysely, trainingJob, batch);
  const usage = async () =>
    (await sql<Record<string, unknown>>`SELECT * FROM billing_usage ORDER BY 1, 2`.execute(db.kysely)).rows;
  const sums = async () =>
    Promise.all(
      dailyUsage.map(
        async (name) =>
          (await sql`SELECT * FROM ${sql.table(name)} ORDER BY ${sql.table(name)}`.execute(db.kysely)).rows,
      ),
    );
  /** What is read of the days, which neither storing the sums nor summing all up anew may change. */
  const days = async () => {
    const read = await sums();
    await storeDailyUsage(db.kysely);
    assert.deepEqual((await sql`SELECT * FROM billing_stale_day`.execute(db.kysely)).rows, []);
    assert.deepEqual(await sums(), read, 'stored sums differ');
    await sql`INSERT INTO billing_stale_day SELECT DISTINCT day, account_id, region, resource_type FROM billing_usage`.execute(
      db.kysely,
    );
    for (const name of dailyUsage) await sql`DELETE FROM ${sql.table(`${name}_stored`)}`.execute(db.kysely);
    assert.deepEqual(await sums(), read, 'sums are not those of the facts');
    await storeDailyUsage(db.kysely);
    return read;
  };

  it('has a row for each instance group of a job that is stored', async () => {
    await store(
      observe(),
      observe({ TrainingJobName: 'Mixed', ResourceConfig: groups('ml.c5.xlarge', 'ml.p4d.24xlarge') }),
    );
    const rows = await usage();
    assert.deepEqual(
      rows.map(({ group_index, instance_type, instance_seconds }) => [group_index, instance_type, instance_seconds]),
      [
        [0, 'ml.p4d.24xlarge', 6000],
        [0, 'ml.c5.xlarge', 6000],
        [1, 'ml.p4d.24xlarge', 6000],
      ],
    );
    await days();
  });

  it('follows a job to its end', async () => {
    const running = { TrainingJobStatus: 'InProgress', BillableTimeInSeconds: undefined };
    await store(observe(running));
    assert.deepEqual(
      (await usage()).map(({ billing, instance_seconds }) => [billing, instance_seconds]),
      [['running', null]],
    );
    await store(observe({ TrainingStartTime: 1_760_000_100 }));
    assert.deepEqual(
      (await usage()).map(({ billing, instance_seconds }) => [billing, instance_seconds]),
      [['final', 6000]],
    );
    await days();
  });

  it('follows a warm pool after the end of its job', async () => {
    await store(observe({ WarmPoolStatus: { Status: 'Available' } }));
    await store(observe({ WarmPoolStatus: { Status: 'Terminated', ResourceRetainedBillableTimeInSeconds: 60 } }));
    assert.deepEqual(
      (await usage()).map((row) => row.warm_pool_instance_seconds),
      [120],
    );
    await days();
  });

  it('loses groups and days that a later observation does not have', async () => {
    await store(observe({ ResourceConfig: groups('ml.c5.xlarge', 'ml.p4d.24xlarge') }));
    await store(observe({ ResourceConfig: groups('ml.c5.xlarge'), TrainingStartTime: 1_760_100_000 }));
    assert.equal((await usage()).length, 1);
    assert.equal((await days())[0]?.length, 1);
  });

  it('loses the rows of a job that is removed', async () => {
    await store(observe(), observe({ TrainingJobName: 'Other' }));
    await sql`DELETE FROM aws_sagemaker_trainingjob WHERE training_job_name = 'Other'`.execute(db.kysely);
    assert.equal((await usage()).length, 1);
    await days();
  });

  it('is rolled back with the job', async () => {
    const broken = observe({ TrainingJobName: 'Broken' });
    const bad = { ...broken, row: { ...broken.row, hyper_parameters: { '\u0000': '' } } };
    await assert.rejects(store(observe(), bad));
    assert.deepEqual(await usage(), []);
  });

  it('is written by many at once without a deadlock', async () => {
    const starts = [0, 1, 2, 3, 4].map((day) => 1_760_000_000 + day * 86_400);
    await Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        [0, 1].reduce(async (before, round) => {
          await before;
          const order = writer % 2 ? starts : starts.toReversed();
          await store(
            ...order.map((at, i) =>
              observe({
                TrainingJobName: `w${writer}-${i}`,
                CreationTime: 1_750_000_000,
                TrainingStartTime: at + round * 86_400,
              }),
            ),
          );
        }, Promise.resolve()),
      ),
    );
    assert.equal((await usage()).length, 40);
    await days();
  });

  it('does not change when it is rebuilt', async () => {
    await store(
      observe(),
      observe({ TrainingJobName: 'Mixed', ResourceConfig: groups('ml.c5.xlarge', 'ml.p4d.24xlarge') }),
      observe({ TrainingJobName: 'Spot', EnableManagedSpotTraining: true }),
    );
    const before = await usage();
    assert.deepEqual(await rebuildUsage(db.kysely, { batchSize: 2 }), {
      jobs: 3,
      usageRowsChanged: 0,
      dayRowsChanged: 0,
    });
    assert.deepEqual(await usage(), before);
  });

  it('is put right by a rebuild', async () => {
    await store(observe(), observe({ TrainingJobName: 'Other' }));
    const [before, daysBefore] = [await usage(), await days()];
    await sql`UPDATE billing_usage SET instance_seconds = 1`.execute(db.kysely);
    const { usageRowsChanged } = await rebuildUsage(db.kysely);
    assert.equal(usageRowsChanged, 2);
    await sql`UPDATE billing_usage_day_stored SET jobs = 17`.execute(db.kysely);
    await sql`DELETE FROM billing_phase_day_stored`.execute(db.kysely);
    assert.deepEqual(await rebuildUsage(db.kysely), { jobs: 2, usageRowsChanged: 0, dayRowsChanged: 2 });
    assert.deepEqual(await usage(), before);
    assert.deepEqual(await days(), daysBefore);
  });

  it('follows the tags of a job', async () => {
    const tagged = (...tags: { Key: string; Value: string }[]) => {
      const flattened = flatten(trainingJob, describeResponse(), { tags });
      assert.ok(flattened.ok);
      return { row: flattened.row, region: flattened.region, source: 'describe' as const };
    };
    const tags = async () => {
      await days();
      const { rows } = await sql<{ tag: string }>`
        SELECT tag_key || '=' || tag_value || ' ' || instance_seconds AS tag FROM cost_by_tag ORDER BY 1`.execute(
        db.kysely,
      );
      return rows.map(({ tag }) => tag);
    };
    await store(tagged({ Key: 'team', Value: 'search' }));
    assert.deepEqual(await tags(), ['team=search 6000']);
    await store(tagged({ Key: 'team', Value: 'ads' }, { Key: 'git', Value: 'a:b' }));
    assert.deepEqual(await tags(), ['git:a=b 6000', 'git=a:b 6000', 'team=ads 6000']);
  });

  it('keeps the tags of a job whose tokens a describe fills in', async () => {
    const seen = (source: 'search' | 'describe', shown: object) => {
      const flattened = flatten(trainingJob, describeResponse({ ResourceConfig: undefined, ...shown }), {
        tags: source === 'search' ? [{ Key: 'team', Value: 'search' }] : null,
      });
      assert.ok(flattened.ok);
      return { row: flattened.row, region: flattened.region, source };
    };
    await store(seen('search', {}));
    const [stored] = await store(seen('describe', { BillableTokenCount: 7 }));
    assert.deepEqual([stored?.outcome, stored?.completeness], ['unchanged', 'described']);
    const { rows } = await sql<Record<string, unknown>>`
      SELECT token_count, tags FROM billing_usage JOIN billing_job USING (resource_id)`.execute(db.kysely);
    assert.deepEqual(rows, [{ token_count: 7, tags: { team: 'search' } }]);
    assert.equal((await rebuildUsage(db.kysely)).usageRowsChanged, 0);
  });

  it('marks the days of what changed, and no others', async () => {
    const day = (date: string) => Date.parse(date) / 1000;
    await store(
      observe({ TrainingJobName: 'a', TrainingStartTime: day('2026-01-01') }),
      observe({ TrainingJobName: 'b', TrainingStartTime: day('2026-01-02') }),
    );
    assert.equal(await storeDailyUsage(db.kysely), 2);
    await store(observe({ TrainingJobName: 'b', TrainingStartTime: day('2026-01-02') }));
    assert.equal(await storeDailyUsage(db.kysely, { account_id: '111122223333', region: 'eu-west-1' }), 0);
    assert.equal(await storeDailyUsage(db.kysely), 0);
    await store(observe({ TrainingJobName: 'b', TrainingStartTime: day('2026-01-02'), BillableTimeInSeconds: 1 }));
    assert.equal(await storeDailyUsage(db.kysely), 1);
  });
});

describe('the billing migration', () => {
  it('goes up, down and up again', async () => {
    await using db = await testDatabase();
    await migrateDown(db.kysely, 'all');
    await migrateToLatest(db.kysely);
    const { rows } = await sql`SELECT * FROM billable_by_day`.execute(db.kysely);
    assert.deepEqual(rows, []);
  });
});
