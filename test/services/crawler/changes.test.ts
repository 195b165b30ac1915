import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { GivenCrawlSettings } from '../../../config/crawl-section.ts';
import type { Database } from '../../../db/database.ts';
import type { CrawlRequest, CrawlSummary } from '../../../services/crawler/run-crawl.ts';
import { type SimulatorOptions, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

const noon = Date.UTC(2026, 0, 15, 12);
const minute = 60_000;

describe('a crawl of what changes', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
  });

  /** One account in one region that no other test has, with a clock that only moves when it is told to. */
  async function world(options: SimulatorOptions = {}) {
    let now = noon;
    const accountId = String(randomInt(100_000_000_000, 281_474_976_710_655)).slice(0, 12);
    const simulator = await startSimulator({
      now: () => now,
      anchor: noon,
      jobs: 0,
      liveJobs: 0,
      accounts: [{ id: accountId }],
      regions: ['us-east-1'],
      ...options,
    });
    return {
      simulator,
      accountId,
      pass(milliseconds: number): void {
        now += milliseconds;
      },
      put: (name: string, job: Readonly<Record<string, unknown>>, tags?: readonly { Key: string; Value: string }[]) =>
        simulator.putJob(accountId, 'us-east-1', { ...over(now), TrainingJobName: name, ...job }, tags),
      update: (name: string, changes: Readonly<Record<string, unknown>>) =>
        simulator.updateJob(accountId, 'us-east-1', name, changes),
      remove: (name: string) => simulator.deleteJob(accountId, 'us-east-1', name),
      tag: (name: string, tags: readonly { Key: string; Value: string }[]) =>
        simulator.setTags(accountId, 'us-east-1', name, tags),
      describes: (name: string) => simulator.describes(accountId, 'us-east-1', name),
      crawl: (kind: CrawlRequest['kind'], settings: GivenCrawlSettings = {}): Promise<CrawlSummary> =>
        crawlSimulator(simulator, database, { kind, settings, now: () => now }),
      /** Crawls; answers the calls that it took, by operation. */
      async calls(kind: CrawlRequest['kind'], settings: GivenCrawlSettings = {}): Promise<Record<string, number>> {
        const summary = await crawlSimulator(simulator, database, { kind, settings, now: () => now });
        assertComplete(summary);
        const { ListTrainingJobs = 0, Search = 0, DescribeTrainingJob = 0, ListTags = 0 } = summary.api_calls;
        return { ListTrainingJobs, Search, DescribeTrainingJob, ListTags };
      },
      rows: (name: string) =>
        database.kysely
          .selectFrom('aws_sagemaker_trainingjob')
          .selectAll()
          .where('account_id', '=', accountId)
          .where('training_job_name', '=', name)
          .orderBy('creation_time')
          .execute(),
      assertTrue: () => assertCatalogIsTrue(simulator, database),
      [Symbol.asyncDispose]: () => simulator.close(),
    };
  }

  /** A job that was created and completed before now. */
  const over = (now: number) => ({
    CreationTime: (now - 60 * minute) / 1000,
    TrainingStartTime: (now - 50 * minute) / 1000,
    TrainingEndTime: (now - 10 * minute) / 1000,
    LastModifiedTime: (now - 10 * minute) / 1000,
    TrainingJobStatus: 'Completed',
    SecondaryStatus: 'Completed',
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
  });

  const isDeleted = (row: { deleted_at: unknown } | undefined) => row?.deleted_at !== null;

  for (const [how, options, settings] of [
    ['an incremental crawl', { kind: 'incremental' }, {}],
    ['an incremental crawl without Search', { kind: 'incremental' }, { search: false }],
    ['a full crawl', { kind: 'full' }, {}],
    ['a full crawl without Search', { kind: 'full' }, { search: false }],
  ] as const) {
    it(`a name that is used again is another job, and ${how} keeps the old one as deleted`, async () => {
      await using at = await world({ jobs: 20 });
      at.put('nightly', { HyperParameters: { run: '1' } }, [{ Key: 'team', Value: 'one' }]);
      await at.crawl('auto');
      at.pass(30 * minute);
      at.remove('nightly');
      at.pass(30 * minute);
      at.put('nightly', { CreationTime: (noon + 60 * minute) / 1000, HyperParameters: { run: '2' } }, [
        { Key: 'team', Value: 'two' },
      ]);
      at.pass(minute);
      const summary = await at.crawl(options.kind, settings);
      assertComplete(summary);
      const [first, second, ...more] = await at.rows('nightly');
      assert.equal(more.length, 0);
      assert.equal(first?.training_job_arn, second?.training_job_arn);
      assert.deepEqual([first?.hyper_parameters, first?.tags, isDeleted(first)], [{ run: '1' }, ['team:one'], true]);
      assert.deepEqual(
        [second?.hyper_parameters, second?.tags, isDeleted(second)],
        [{ run: '2' }, ['team:two'], false],
      );
      await at.assertTrue();
      assert.deepEqual((await at.calls('incremental')).DescribeTrainingJob, 0);
    });
  }

  it('a warm pool that moves on after the job ended is followed to its end, and then left alone', async () => {
    await using at = await world();
    at.put('warm', { WarmPoolStatus: { Status: 'Available' } });
    await at.crawl('auto');
    const status = async () => (await at.rows('warm'))[0]?.warm_pool_status;
    assert.equal((await status())?.status, 'Available');
    for (const state of [
      { Status: 'InUse', ReusedByJob: 'next' },
      { Status: 'Reused', ReusedByJob: 'next', ResourceRetainedBillableTimeInSeconds: 240 },
    ]) {
      at.pass(5 * minute);
      at.update('warm', { WarmPoolStatus: state });
      assert.equal((await at.calls('incremental')).DescribeTrainingJob, 1);
      await at.assertTrue();
    }
    assert.deepEqual(await status(), {
      status: 'Reused',
      reused_by_job: 'next',
      resource_retained_billable_time_in_seconds: 240,
    });
    const described = at.describes('warm');
    at.pass(5 * minute);
    for (const kind of ['incremental', 'full'] as const) assert.equal((await at.calls(kind)).DescribeTrainingJob, 0);
    assert.equal(at.describes('warm'), described);
  });

  for (const member of ['DebugRuleEvaluationStatuses', 'ProfilerRuleEvaluationStatuses'] as const) {
    it(`an evaluation in ${member} that finishes after the job is read, and then left alone`, async () => {
      await using at = await world();
      const rule = (status: string) => [{ RuleConfigurationName: 'LossNotDecreasing', RuleEvaluationStatus: status }];
      at.put('evaluated', { [member]: rule('InProgress') });
      await at.crawl('auto');
      at.pass(5 * minute);
      assert.equal((await at.calls('incremental')).DescribeTrainingJob, 1);
      // The service does not always say that the job was modified when only a rule was.
      const { LastModifiedTime } = at.update('evaluated', {});
      at.update('evaluated', { [member]: rule('IssuesFound'), LastModifiedTime });
      assert.equal((await at.calls('incremental')).DescribeTrainingJob, 1);
      await at.assertTrue();
      for (const kind of ['incremental', 'full'] as const) assert.equal((await at.calls(kind)).DescribeTrainingJob, 0);
    });
  }

  it('jobs that were running are followed until the last of them is settled', async () => {
    await using at = await world({ jobs: 200, liveJobs: 30 });
    await at.crawl('auto');
    await at.assertTrue();
    let before = await openJobs(at.accountId);
    assert.ok(before > 20, `${before} jobs are open`);
    for (let hour = 0; before > 0; hour++) {
      assert.ok(hour < 100, `${before} jobs are open after ${hour} hours`);
      at.pass(60 * minute);
      const { DescribeTrainingJob, ListTags } = await at.calls('incremental');
      assert.deepEqual([DescribeTrainingJob, ListTags], [before, 0]);
      await at.assertTrue();
      before = await openJobs(at.accountId);
    }
    assert.equal((await at.calls('incremental')).DescribeTrainingJob, 0);
  });

  it('tags that change on settled jobs are found by the full crawl, with two calls for each', async () => {
    await using at = await world({ jobs: 150 });
    at.put('tagged', {}, [{ Key: 'team', Value: 'before' }]);
    at.put('untagged', {}, [{ Key: 'team', Value: 'before' }]);
    await at.crawl('auto');
    at.pass(60 * minute);
    at.tag('tagged', [
      { Key: 'team', Value: 'after' },
      { Key: 'cost', Value: '' },
    ]);
    at.tag('untagged', []);
    assert.equal((await at.calls('incremental')).DescribeTrainingJob, 0);
    assert.deepEqual((await at.rows('tagged'))[0]?.tags, ['team:before']);
    const calls = await at.calls('full');
    assert.deepEqual([calls.DescribeTrainingJob, calls.ListTags], [2, 2]);
    assert.deepEqual((await at.rows('tagged'))[0]?.tags, ['cost:', 'team:after']);
    await at.assertTrue();
    const settled = await at.calls('full');
    assert.deepEqual([settled.DescribeTrainingJob, settled.ListTags], [0, 0]);
  });

  it('tags that change are found without Search too, with a ListTags for each job', async () => {
    await using at = await world({ jobs: 60, search: { mode: 'denied' } });
    at.put('tagged', {}, [{ Key: 'team', Value: 'before' }]);
    await at.crawl('auto');
    at.tag('tagged', [{ Key: 'team', Value: 'after' }]);
    const calls = await at.calls('full');
    assert.deepEqual([calls.DescribeTrainingJob, calls.ListTags], [1, 61]);
    await at.assertTrue();
  });

  it('tags that change on jobs that Search does not know are found, with a ListTags for each of those', async () => {
    await using at = await world({ jobs: 150, search: { missing: 0.2 } });
    await at.crawl('auto');
    const names = [...at.simulator.jobs(at.accountId, 'us-east-1')].map(({ job }) => job.TrainingJobName);
    for (const name of names) at.tag(name, [{ Key: 'owner', Value: name }]);
    await at.calls('full');
    await at.assertTrue();
    const { ListTags = 0, DescribeTrainingJob } = await at.calls('full');
    assert.ok(ListTags > 10 && ListTags < 60, `${ListTags} of 150 jobs are unknown to Search`);
    assert.equal(DescribeTrainingJob, 0);
  });

  it('a full crawl finds what changed on a settled job against all rules', async () => {
    await using at = await world({ jobs: 50 });
    at.put('odd', {});
    await at.crawl('auto');
    at.pass(60 * minute);
    at.update('odd', { TrainingJobStatus: 'Failed', SecondaryStatus: 'Failed', FailureReason: 'late' });
    assert.equal((await at.calls('full')).DescribeTrainingJob, 1);
    await at.assertTrue();
  });

  for (const [mode, search] of [
    ['denied', { mode: 'denied' }],
    ['disabled', { mode: 'disabled' }],
    ['an hour behind', { lagSeconds: 3600 }],
    ['missing a third of the jobs', { missing: 1 / 3 }],
    ['behind and missing some', { lagSeconds: 3600, missing: 0.1 }],
  ] as const) {
    it(`the catalog is true with Search ${mode}, through cold, incremental and full crawls`, async () => {
      await using at = await world({ jobs: 230, liveJobs: 20, search });
      at.put('kept', {}, [{ Key: 'a', Value: '1' }]);
      at.put('removed', {}, [{ Key: 'a', Value: '1' }]);
      assertComplete(await at.crawl('auto'));
      await at.assertTrue();
      at.pass(10 * minute);
      at.put('new', { CreationTime: (noon + 9 * minute) / 1000 }, [{ Key: 'b', Value: '2' }]);
      at.remove('removed');
      const next = await at.crawl('auto');
      assert.deepEqual([next.status, next.targets[0]?.kind], ['complete', 'incremental']);
      assert.equal((await at.rows('new')).length, 1);
      assert.equal(isDeleted((await at.rows('removed'))[0]), false);
      at.tag('kept', [{ Key: 'a', Value: '2' }]);
      at.pass(2 * 60 * minute);
      assertComplete(await at.crawl('full'));
      await at.assertTrue();
      assert.equal(isDeleted((await at.rows('removed'))[0]), true);
    });
  }

  it('deletes nothing that a describe does not confirm', async () => {
    await using at = await world({ jobs: 120 });
    at.put('gone', {});
    await at.crawl('auto');
    at.remove('gone');
    at.simulator.setFaults({ serverError: 1, operations: ['DescribeTrainingJob'] });
    const doubtful = await at.crawl('full', { unreachable_after_seconds: 1 });
    assert.equal(doubtful.targets[0]?.status, 'partial');
    assert.match(doubtful.targets[0]?.reason ?? '', /could not be confirmed/);
    assert.equal(isDeleted((await at.rows('gone'))[0]), false);
    at.simulator.setFaults({});
    const sure = await at.crawl('full');
    assert.deepEqual([sure.status, sure.jobs.deleted], ['complete', 1]);
    assert.equal(isDeleted((await at.rows('gone'))[0]), true);
    await at.assertTrue();
  });

  it('stays partial after a full crawl that could not read a job, until one can', async () => {
    await using at = await world({ jobs: 20 });
    assertComplete(await at.crawl('auto'));
    const old = { CreationTime: (noon - 100 * 24 * 60 * minute) / 1000 };
    at.put('odd', { ...old, ResourceConfig: 'none' });
    const full = await at.crawl('full');
    assert.deepEqual([full.targets[0]?.status, full.jobs.failed], ['partial', 1]);
    const next = await at.crawl('auto');
    assert.deepEqual([next.targets[0]?.kind, next.targets[0]?.status], ['incremental', 'partial']);
    assert.match(next.targets[0]?.reason ?? '', /^1 job cannot be read: odd \(.*resource_config/i);
    at.put('odd', old);
    assertComplete(await at.crawl('full'));
    assertComplete(await at.crawl('auto'));
    await at.assertTrue();
  });

  it('deletes nothing where the listing is denied or fails', async () => {
    await using at = await world({ jobs: 250 });
    at.put('gone', { CreationTime: (noon - 100 * 24 * 60 * minute) / 1000 });
    await at.crawl('auto');
    at.remove('gone');
    at.simulator.setFaults({ script: [{ fault: 'unreachable', page: 3 }] });
    const failed = await at.crawl('full', { unreachable_after_seconds: 1, search: false });
    assert.deepEqual([failed.targets[0]?.status, failed.jobs.deleted], ['partial', 0]);
    at.simulator.setFaults({});
    at.simulator.setAccount(at.accountId, { denied: true });
    const denied = await at.crawl('full');
    assert.deepEqual([denied.targets[0]?.status, denied.jobs.deleted], ['denied', 0]);
    assert.equal(isDeleted((await at.rows('gone'))[0]), false);
    at.simulator.setAccount(at.accountId, { denied: false });
    assert.equal((await at.crawl('full')).jobs.deleted, 1);
    await at.assertTrue();
  });

  it('a job that is deleted and stays away is not asked for again', async () => {
    await using at = await world({ jobs: 30 });
    at.put('gone', {});
    await at.crawl('auto');
    at.remove('gone');
    assert.equal((await at.calls('full')).DescribeTrainingJob, 1);
    assert.equal((await at.calls('full')).DescribeTrainingJob, 0);
  });

  it('an incremental crawl takes a describe for each job that is open or new, and lists only what is new', async () => {
    await using at = await world({ jobs: 500, liveJobs: 25 });
    await at.crawl('auto');
    const open = await openJobs(at.accountId);
    assert.ok(open > 20, `${open} jobs are open`);
    const still = { ListTrainingJobs: 1, Search: 1, DescribeTrainingJob: open, ListTags: 0 };
    assert.deepEqual(await at.calls('auto'), still);
    at.pass(60 * minute);
    for (let i = 0; i < 130; i++) at.put(`new-${i}`, { CreationTime: (noon + (20 + i / 10) * minute) / 1000 });
    const calls = await at.calls('auto');
    assert.ok((calls.ListTrainingJobs ?? 0) <= 1 + 2, `${calls.ListTrainingJobs} lists`);
    assert.equal(calls.DescribeTrainingJob, open + 130);
    const tags = (calls.Search ?? 0) + (calls.ListTags ?? 0);
    assert.ok(tags <= 2 + open, `${tags} calls for tags, with ${open} open jobs`);
    await at.assertTrue();
  });

  it('settled jobs are described once in their life', async () => {
    await using at = await world({ jobs: 150 });
    for (const kind of ['auto', 'auto', 'full', 'full'] as const) await at.crawl(kind);
    for (const { job } of at.simulator.jobs(at.accountId, 'us-east-1'))
      assert.equal(at.describes(job.TrainingJobName), 1, job.TrainingJobName);
  });

  const openJobs = async (accountId: string): Promise<number> => {
    const { count } = await database.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .where('settled', '=', false)
      .executeTakeFirstOrThrow();
    return count;
  };
});
