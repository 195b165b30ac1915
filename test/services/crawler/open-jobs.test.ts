import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openUntil } from '../../../catalog/training-job/open-until.ts';
import type { Database } from '../../../db/database.ts';
import type { CrawlSummary } from '../../../services/crawler/run-crawl.ts';
import type { SimulatorOptions } from '../../../services/simulator/simulator.ts';
import { assertComplete } from '../../support/crawl-simulator.ts';
import { day, minute, noon, oneAccount, running } from '../../support/one-account.ts';
import { testDatabase } from '../../support/test-database.ts';

const hour = 60 * minute;
const pool = { WarmPoolStatus: { Status: 'Available' } };
const rule = (status: string) => ({
  DebugRuleEvaluationStatuses: [{ RuleConfigurationName: 'LossNotDecreasing', RuleEvaluationStatus: status }],
});

describe('open jobs', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
  });

  /** 150 settled jobs, and 210 that stay open: a rule under way, a warm pool, or running. */
  async function crowded(options: SimulatorOptions = {}) {
    const at = await oneAccount(database, { jobs: 150, ...options });
    for (let i = 0; i < 210; i++)
      at.put(
        `open-${i}-${'x'.repeat(50)}`,
        { CreationTime: (noon - day) / 1000, ...[pool, rule('InProgress'), running][i % 3] },
        [{ Key: 'team', Value: 'one' }],
      );
    // An incremental crawl lists from the newest job on: one that is newer than those that are open, whatever the others are.
    at.put('newest');
    assertComplete(await at.crawl('full'));
    at.pass(minute);
    return at;
  }

  const calls = ({ api_calls }: CrawlSummary) => {
    const { ListTrainingJobs = 0, Search = 0, DescribeTrainingJob = 0, ListTags = 0 } = api_calls;
    return { ListTrainingJobs, Search, DescribeTrainingJob, ListTags };
  };
  const total = ({ api_calls }: CrawlSummary) => Object.values(api_calls).reduce((sum, count) => sum + count, 0);

  it('cost an incremental crawl a describe each, and their tags a Search for a hundred of them', async () => {
    await using at = await crowded();
    const incremental = await at.crawl('incremental');
    assert.deepEqual(calls(incremental), { ListTrainingJobs: 1, Search: 3, DescribeTrainingJob: 210, ListTags: 0 });
    assert.ok(total(incremental) <= total(await at.crawl('full')));
  });

  it('are asked for their tags where Search shows others than the catalog holds', async () => {
    await using at = await crowded();
    for (const i of [0, 1, 2]) at.tag(`open-${i}-${'x'.repeat(50)}`, [{ Key: 'team', Value: `${i}` }]);
    const incremental = await at.crawl('incremental');
    assert.deepEqual(calls(incremental), { ListTrainingJobs: 1, Search: 3, DescribeTrainingJob: 210, ListTags: 3 });
    assert.equal(incremental.jobs.changed, 3);
    assert.deepEqual(await at.tags(`open-1-${'x'.repeat(50)}`), ['team:1']);
  });

  for (const [what, options] of [
    ['is denied', { search: { mode: 'denied' } }],
    ['is not there', { search: { mode: 'disabled' } }],
    ['misses a third of the jobs', { search: { missing: 1 / 3 } }],
  ] as const) {
    it(`have their tags read one by one where Search ${what}, with no more calls than a full crawl makes`, async () => {
      await using at = await crowded(options);
      for (let i = 0; i < 210; i++) at.tag(`open-${i}-${'x'.repeat(50)}`, [{ Key: 'team', Value: `${i}` }]);
      const incremental = await at.crawl('incremental');
      assertComplete(incremental);
      for (let i = 0; i < 210; i++) assert.deepEqual(await at.tags(`open-${i}-${'x'.repeat(50)}`), [`team:${i}`]);
      const again = await at.crawl('incremental');
      const full = await at.crawl('full');
      assert.ok(total(again) <= total(full), `${total(again)} calls, ${total(full)} by a full crawl`);
    });
  }

  it('cost no more than a full crawl where Search lags behind and all of them have moved', async () => {
    await using at = await crowded({ search: { lagSeconds: 3600 } });
    at.pass(2 * hour);
    await at.crawl('full');
    for (let i = 0; i < 210; i++) at.update(`open-${i}-${'x'.repeat(50)}`, {});
    const incremental = await at.crawl('incremental');
    // As many as a full crawl asks Search for pages.
    assert.equal(calls(incremental).ListTags, 4);
    const full = await at.crawl('full');
    assert.ok(total(incremental) <= total(full), `${total(incremental)} calls, ${total(full)} by a full crawl`);
  });

  for (const [what, members] of [
    ['a warm pool', pool],
    ['a rule under way', rule('InProgress')],
    ['a job that runs', { ...running, StoppingCondition: { MaxRuntimeInSeconds: 3600 } }],
  ] as const) {
    it(`are looked at ever more rarely once they are open for longer than can be: ${what}`, async () => {
      await using at = await oneAccount(database, { jobs: 20 });
      at.put('stuck', members);
      await at.crawl('auto');
      let looks = 0;
      const crawlFor = async (days: number, everyMs: number) => {
        looks = 0;
        for (let passed = 0; passed < days * day; passed += everyMs) {
          at.pass(everyMs);
          const { status, jobs, api_calls } = await at.crawl('incremental');
          assert.equal(status, 'complete');
          assert.equal((api_calls.DescribeTrainingJob ?? 0) + jobs.postponed, 1);
          looks += api_calls.DescribeTrainingJob ?? 0;
        }
      };
      await crawlFor(3, 6 * hour);
      assert.equal(looks, 12, 'at each crawl while it may be open');
      at.pass(90 * day);
      await crawlFor(0.2, 5 * minute);
      assert.ok(looks > 8 && looks < 16, `${looks} looks in 58 crawls`);
      await crawlFor(10, 6 * hour);
      assert.ok(looks > 8 && looks < 20, `${looks} looks in 40 crawls`);
      assert.equal((await at.crawl('full')).api_calls.DescribeTrainingJob, 1);
      // What happens all the same is found within a day.
      at.update('stuck', { TrainingJobStatus: 'Failed', WarmPoolStatus: { Status: 'Terminated' }, ...rule('Error') });
      at.pass(day + minute);
      const found = await at.crawl('incremental');
      assert.deepEqual([found.jobs.changed, found.jobs.postponed], [1, 0]);
      assert.equal((await at.crawl('incremental')).api_calls.DescribeTrainingJob, undefined);
    });
  }
});

describe('until when a job can be open', () => {
  const iso = (time: number) => new Date(time).toISOString();
  const job = {
    training_job_status: 'InProgress',
    creation_time: iso(noon),
    training_start_time: iso(noon + hour),
    training_end_time: null,
    last_modified_time: null,
    resource_config: null,
    warm_pool_status: null,
    stopping_condition: null,
  };
  for (const [what, members, expected] of [
    ['28 days of running and two of uploading', {}, noon + hour + 30 * day],
    [
      'its own limit',
      { stopping_condition: { max_runtime_in_seconds: 3600, max_wait_time_in_seconds: null } },
      noon + 2 * hour + 2 * day,
    ],
    [
      'its wait for spot capacity',
      { stopping_condition: { max_runtime_in_seconds: 3600, max_wait_time_in_seconds: 36_000 } },
      noon + 10 * hour + 2 * day,
    ],
    ['28 days of waiting before it', { training_start_time: null }, noon + 58 * day],
    ['whenever its training plan begins', { resource_config: { training_plan_arn: 'arn' } }, undefined],
    [
      'nine days of a rule’s evaluation',
      { training_job_status: 'Completed', training_end_time: iso(noon + 2 * hour) },
      noon + 2 * hour + 11 * day,
    ],
    [
      '28 days of a warm pool',
      {
        training_job_status: 'Completed',
        training_end_time: iso(noon + 2 * hour),
        warm_pool_status: { status: 'InUse' },
      },
      noon + 2 * hour + 30 * day,
    ],
  ] as const) {
    it(`is told by ${what}`, () => assert.equal(openUntil({ ...job, ...members }), expected));
  }
});
