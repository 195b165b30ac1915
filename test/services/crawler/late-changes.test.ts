import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../../db/database.ts';
import { pruneHistory } from '../../../db/history/prune.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

const start = Date.UTC(2026, 0, 15, 12);

/** A target with one job of its own among settled ones, and a clock that the test moves. */
async function withJob(job: Record<string, unknown>, work: (world: World) => Promise<void>): Promise<void> {
  let now = start;
  await using simulator = await startSimulator({
    now: () => now,
    anchor: start,
    jobs: 120,
    accounts: 1,
    regions: 1,
    liveJobs: 0,
  });
  await using database = await testDatabase();
  const place: [string, string] = [simulator.accounts[0]?.id ?? '', simulator.regions[0] ?? ''];
  simulator.putJob(...place, { TrainingJobName: 'Own-Job', ...job });
  await crawlSimulator(simulator, database);
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  await work({ simulator, database, place, pass });
}

interface World {
  readonly simulator: Simulator;
  readonly database: Database;
  readonly place: [accountId: string, region: string];
  readonly pass: (minutes: number) => void;
}

const ended = { TrainingJobStatus: 'Completed', SecondaryStatus: 'Completed' };

const own = (database: Database) =>
  database.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .selectAll()
    .where('training_job_name', '=', 'Own-Job')
    .orderBy('creation_time')
    .execute();

const changes = async (database: Database) =>
  (await database.kysely.selectFrom('resource_change').select(['kind', 'fields']).orderBy('id').execute()).map(
    ({ kind, fields }) => [kind, ...fields.toSorted()],
  );

test('a name that is used again is a new resource, and the old one is kept as deleted', () =>
  withJob(ended, async ({ simulator, database, place, pass }) => {
    pass(60);
    simulator.deleteJob(...place, 'Own-Job');
    simulator.putJob(...place, { TrainingJobName: 'Own-Job', ...ended });
    const summary = await crawlSimulator(simulator, database);
    assert.deepEqual([summary.status, summary.jobs.new], ['complete', 1]);
    const rows = await own(database);
    assert.deepEqual(
      rows.map(({ deleted_at }) => deleted_at === null),
      [false, true],
    );
    assert.equal(rows[0]?.training_job_arn, rows[1]?.training_job_arn);
    await crawlSimulator(simulator, database, { kind: 'full' });
    await assertCatalogIsTrue(simulator, database);
  }));

test('a warm pool that moves on after its job has ended is followed until it ends, and then left alone', () =>
  withJob({ ...ended, WarmPoolStatus: { Status: 'Available' } }, async ({ simulator, database, place, pass }) => {
    pass(5);
    simulator.updateJob(...place, 'Own-Job', {
      WarmPoolStatus: { Status: 'Terminated', ResourceRetainedBillableTimeInSeconds: 240 },
    });
    const second = await crawlSimulator(simulator, database);
    assert.deepEqual([second.jobs.changed, second.api_calls.DescribeTrainingJob], [1, 1]);
    const third = await crawlSimulator(simulator, database);
    assert.equal(third.api_calls.DescribeTrainingJob, undefined);
    await assertCatalogIsTrue(simulator, database);
    assert.deepEqual((await changes(database))[0]?.includes('warm_pool_status.status'), true);
  }));

test('a rule evaluation that finishes after its job is followed', () =>
  withJob(
    {
      ...ended,
      ProfilerRuleEvaluationStatuses: [{ RuleConfigurationName: 'report', RuleEvaluationStatus: 'InProgress' }],
    },
    async ({ simulator, database, place, pass }) => {
      pass(5);
      // SageMaker does not count this as a modification of the job.
      const { LastModifiedTime } = simulator.job(...place, 'Own-Job') ?? {};
      simulator.updateJob(...place, 'Own-Job', {
        LastModifiedTime,
        ProfilerRuleEvaluationStatuses: [{ RuleConfigurationName: 'report', RuleEvaluationStatus: 'NoIssuesFound' }],
      });
      assert.equal((await crawlSimulator(simulator, database)).jobs.changed, 1);
      assert.equal((await crawlSimulator(simulator, database)).api_calls.DescribeTrainingJob, undefined);
      await assertCatalogIsTrue(simulator, database);
    },
  ));

for (const search of [true, false]) {
  test(`tags that change on a settled job are found by a full crawl ${search ? 'with' : 'without'} Search`, () =>
    withJob(ended, async ({ simulator, database, place }) => {
      simulator.setTags(...place, 'Own-Job', [{ Key: 'team', Value: 'vision' }]);
      assert.equal((await crawlSimulator(simulator, database)).jobs.changed, 0);
      const full = await crawlSimulator(simulator, database, { kind: 'full', tuning: { search } });
      assert.deepEqual([full.jobs.changed, full.api_calls.DescribeTrainingJob], [1, 1]);
      assert.deepEqual((await own(database))[0]?.tags, ['team:vision']);
      assert.deepEqual(await changes(database), [['changed', 'tags[0]']]);
      await assertCatalogIsTrue(simulator, database);
    }));
}

test('the table can be read as of a moment, until its history is pruned', () =>
  withJob(
    { TrainingJobStatus: 'InProgress', SecondaryStatus: 'Training' },
    async ({ simulator, database, place, pass }) => {
      const statusAsOf = async (moment: string) => {
        const { rows } = await sql<{ training_job_status: string; deleted_at: string | null }>`
        SELECT training_job_status, deleted_at FROM aws_sagemaker_trainingjob_as_of(${moment}::timestamptz)
        WHERE training_job_name = 'Own-Job'`.execute(database.kysely);
        return rows.map(({ training_job_status, deleted_at }) => [training_job_status, deleted_at !== null]);
      };
      const clock = async () =>
        (await sql<{ now: string }>`SELECT clock_timestamp() AS now`.execute(database.kysely)).rows[0]?.now ?? '';
      const running = await clock();
      pass(30);
      simulator.updateJob(...place, 'Own-Job', ended);
      await crawlSimulator(simulator, database);
      const completed = await clock();
      simulator.deleteJob(...place, 'Own-Job');
      await crawlSimulator(simulator, database, { kind: 'full' });
      assert.deepEqual(await statusAsOf('2020-01-01T00:00:00Z'), []);
      assert.deepEqual(await statusAsOf(running), [['InProgress', false]]);
      assert.deepEqual(await statusAsOf(completed), [['Completed', false]]);
      assert.deepEqual(await statusAsOf(await clock()), [['Completed', true]]);
      assert.equal(await pruneHistory(database.kysely, { keepDays: 1 }), 0);
      await sql`UPDATE resource_change SET seen_at = seen_at - interval '2 days'`.execute(database.kysely);
      assert.equal(await pruneHistory(database.kysely, { keepDays: 1 }), 2);
    },
  ));
