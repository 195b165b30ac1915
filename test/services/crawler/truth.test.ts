import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../../../db/database.ts';
import type { SimulatorOptions } from '../../../services/simulator/simulator.ts';
import { assertComplete } from '../../support/crawl-simulator.ts';
import { day, minute, noon, oneAccount, running } from '../../support/one-account.ts';
import { type Exchange, errorResponse } from '../../support/response-proxy.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('what a crawl says is true', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
  });

  const world = (options: SimulatorOptions = {}) => oneAccount(database, options);

  const liveNames = (rows: readonly { training_job_name: string | null; deleted_at: string | null }[]) =>
    rows.filter(({ deleted_at }) => deleted_at === null).map(({ training_job_name }) => training_job_name);

  for (const kind of ['incremental', 'full'] as const) {
    it(`an open job that is deleted is retired by the next ${kind} crawl, which confirms it by the listing`, async () => {
      await using at = await world({ jobs: 30 });
      at.put('open', running);
      await at.crawl('auto');
      at.pass(minute);
      at.remove('open');
      const { status, jobs, api_calls } = await at.crawl(kind);
      assert.deepEqual([status, jobs.deleted], ['complete', 1]);
      assert.ok(!liveNames(await at.rows()).includes('open'));
      if (kind === 'incremental') assert.deepEqual([api_calls.DescribeTrainingJob, api_calls.ListTrainingJobs], [1, 2]);
      const next = await at.crawl('incremental');
      assert.deepEqual([next.jobs.deleted, next.api_calls.DescribeTrainingJob], [0, undefined]);
    });
  }

  it('a job that is listed though a describe does not find it stays, and the target is partial', async () => {
    await using at = await world({ jobs: 30 });
    at.put('open', running);
    await at.crawl('auto');
    at.answer(({ operation, input }) =>
      operation === 'DescribeTrainingJob' && input.TrainingJobName === 'open'
        ? errorResponse('ValidationException', 'Requested resource not found.')
        : undefined,
    );
    for (const kind of ['incremental', 'full', 'incremental'] as const) {
      const { targets, jobs } = await at.crawl(kind);
      assert.equal(targets[0]?.status, 'partial', kind);
      assert.match(targets[0]?.reason ?? '', /^1 job cannot be read: open \(it is listed/);
      assert.equal(jobs.deleted, 0);
      at.pass(10 * minute);
    }
    assert.ok(liveNames(await at.rows()).includes('open'));
    at.answer(() => undefined);
    assertComplete(await at.crawl('incremental'));
    assert.equal((await at.coverage()).reason, null);
  });

  it('an older job of a name that is used again is retired by a full crawl, though a describe finds the name', async () => {
    await using at = await world({ jobs: 10 });
    at.put('again');
    await at.crawl('auto');
    await database.pool.query(
      `INSERT INTO aws_sagemaker_trainingjob (account_id, region, training_job_arn, training_job_name, creation_time, completeness, content_hash, search_hash, settled)
       SELECT account_id, region, training_job_arn, training_job_name, creation_time - interval '9 days', completeness, content_hash, search_hash, settled
       FROM aws_sagemaker_trainingjob WHERE account_id = $1 AND training_job_name = 'again'`,
      [at.accountId],
    );
    const { status, jobs } = await at.crawl('full');
    assert.deepEqual([status, jobs.seen, jobs.deleted], ['complete', 11, 1]);
    assert.equal(liveNames(await at.rows()).filter((name) => name === 'again').length, 1);
  });

  const malformed = { ResourceConfig: 'none' };
  for (const [what, refuse] of [
    ['does not fit the schema', ({ answer }: Exchange) => ({ body: { ...answer, ...malformed } })],
    ['is denied', () => errorResponse('AccessDeniedException', 'with an explicit deny')],
    ['is answered with another job', ({ answer }: Exchange) => ({ body: { ...answer, TrainingJobName: 'other' } })],
    ['fails', () => errorResponse('ValidationException', 'no')],
  ] as const) {
    it(`a job whose description ${what} keeps the target partial over all crawls until it can be read`, async () => {
      await using at = await world({ jobs: 40 });
      at.put('odd');
      at.put('odder', running);
      at.answer((exchange) =>
        exchange.operation === 'DescribeTrainingJob' && exchange.input.TrainingJobName.startsWith('odd')
          ? refuse(exchange)
          : undefined,
      );
      const cold = await at.crawl('auto');
      assert.deepEqual([cold.targets[0]?.status, cold.jobs.failed, cold.jobs.new], ['partial', 2, 40]);
      assert.match(cold.targets[0]?.reason ?? '', /^2 jobs cannot be read: odd \(.*\), odder \(/);
      let calls = 0;
      // Two days of crawls, one in five minutes.
      for (let crawls = 0; crawls < 40; crawls++) {
        at.pass(5 * minute * (crawls < 20 ? 1 : 20));
        const { targets, api_calls, jobs } = await at.crawl('auto');
        assert.deepEqual([targets[0]?.kind, targets[0]?.status], ['incremental', 'partial']);
        assert.match(targets[0]?.reason ?? '', /^2 jobs cannot be read: odd \(/);
        assert.equal((api_calls.DescribeTrainingJob ?? 0) + jobs.postponed, 2);
        calls += api_calls.DescribeTrainingJob ?? 0;
      }
      assert.ok(calls > 20 && calls < 60, `${calls} describes in 40 crawls`);
      at.answer(() => undefined);
      at.pass(2 * day);
      const mended = await at.crawl('auto');
      assert.deepEqual([mended.status, mended.jobs.failed], ['complete', 0]);
      assert.equal((await at.rows()).length, 42);
    });
  }

  it('a role that may describe nothing makes few calls, and says so', async () => {
    await using at = await world({ jobs: 300, search: { mode: 'denied' } });
    at.answer(({ operation }) =>
      operation === 'DescribeTrainingJob' ? errorResponse('AccessDeniedException', 'not allowed') : undefined,
    );
    const { targets, api_calls } = await at.crawl('auto', { describe_concurrency: 4 });
    assert.equal(targets[0]?.status, 'partial');
    assert.match(targets[0]?.reason ?? '', /not allowed/);
    assert.ok((api_calls.DescribeTrainingJob ?? 0) < 40, `${api_calls.DescribeTrainingJob} describes`);
  });

  it('describes that return another name are failures, each of them', async () => {
    await using at = await world({ jobs: 150 });
    let first: unknown;
    at.answer(({ operation, answer }) => {
      if (operation !== 'DescribeTrainingJob') return undefined;
      first ??= answer;
      return { body: first };
    });
    const { status, jobs } = await at.crawl('auto');
    assert.deepEqual([status, jobs.seen, jobs.failed, jobs.described], ['partial', 150, 149, 1]);
  });

  it('jobs that a listing repeats count once', async () => {
    await using at = await world({ jobs: 250 });
    let earlier: unknown[] = [];
    at.answer(({ operation, input, answer }) => {
      if (operation !== 'ListTrainingJobs') return undefined;
      if (input.NextToken === undefined) earlier = [];
      const { TrainingJobSummaries: listed } = answer;
      const body = { ...answer, TrainingJobSummaries: [...earlier, ...listed, ...listed] };
      earlier = listed.slice(0, 50);
      return { body };
    });
    for (const kind of ['full', 'incremental', 'full'] as const) {
      const { status, jobs, targets } = await at.crawl(kind);
      assert.equal(targets[0]?.reason, null);
      assert.deepEqual([status, kind === 'incremental' || jobs.seen], ['complete', kind === 'incremental' || 250]);
    }
  });

  it('where the listing is empty and Search is not, what exists is seen, and the target is not called complete', async () => {
    await using at = await world({ jobs: 120 });
    at.answer(({ operation, answer }) =>
      operation === 'ListTrainingJobs'
        ? { body: { ...answer, TrainingJobSummaries: [], NextToken: undefined } }
        : undefined,
    );
    const { status, jobs, targets } = await at.crawl('auto');
    assert.deepEqual([status, jobs.seen, jobs.new, jobs.deleted], ['partial', 120, 120, 0]);
    assert.match(targets[0]?.reason ?? '', /the listing ended early or left out jobs/);
  });

  it('what only an index shows that lags behind is not in the catalog', async () => {
    await using at = await world({ jobs: 60, search: { lagSeconds: 3600 } });
    at.put('gone', { CreationTime: (noon - day) / 1000 });
    at.pass(2 * 60 * minute);
    at.remove('gone');
    const { status, jobs } = await at.crawl('auto');
    assert.deepEqual([status, jobs.seen, jobs.new], ['complete', 60, 60]);
    assert.ok(!liveNames(await at.rows()).includes('gone'));
  });

  it('a summary that tells no more than a name is described by it', async () => {
    await using at = await world({ jobs: 30, search: { mode: 'denied' } });
    at.answer(({ operation, answer }) =>
      operation === 'ListTrainingJobs'
        ? {
            body: {
              ...answer,
              TrainingJobSummaries: answer.TrainingJobSummaries.map(
                (summary: Record<string, unknown>, index: number) =>
                  index === 7 ? { TrainingJobName: summary.TrainingJobName, CreationTime: 'soon' } : summary,
              ),
            },
          }
        : undefined,
    );
    const { status, jobs } = await at.crawl('auto');
    assert.deepEqual([status, jobs.seen, jobs.new], ['complete', 30, 30]);
  });
});
