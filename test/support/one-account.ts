import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import type { GivenCrawlSettings } from '../../config/crawl-section.ts';
import type { Database } from '../../db/database.ts';
import type { CrawlRequest, CrawlSummary } from '../../services/crawler/run-crawl.ts';
import { type SimulatorOptions, startSimulator } from '../../services/simulator/simulator.ts';
import { crawlSimulator } from './crawl-simulator.ts';
import { type Exchange, withResponseProxy } from './response-proxy.ts';

export const noon = Date.UTC(2026, 0, 15, 12);
export const minute = 60_000;
export const day = 24 * 60 * minute;

/** The members of a job that has not ended. */
export const running = { TrainingJobStatus: 'InProgress', SecondaryStatus: 'Training', TrainingEndTime: null };

/** Starts a simulator of one account in one region whose responses a test may change. */
export async function oneAccount(database: Database, options: SimulatorOptions = {}) {
  let now = noon;
  let change: ((exchange: Exchange) => ReturnType<Parameters<typeof withResponseProxy>[1]>) | undefined;
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
  const proxied = await withResponseProxy(simulator, (exchange) => change?.(exchange));
  const target = { resource_type: 'aws_sagemaker_trainingjob', account_id: accountId };
  return {
    simulator,
    accountId,
    pass(milliseconds: number): void {
      now += milliseconds;
    },
    /** From now on crawls go through a proxy that changes responses. */
    answer(changed: NonNullable<typeof change>): void {
      change = changed;
    },
    put: (
      name: string,
      job: Readonly<Record<string, unknown>> = {},
      tags: readonly { Key: string; Value: string }[] = [],
    ) => {
      const members = {
        TrainingJobName: name,
        CreationTime: (now - 60 * minute) / 1000,
        TrainingEndTime: (now - 10 * minute) / 1000,
        LastModifiedTime: (now - 10 * minute) / 1000,
        TrainingJobStatus: 'Completed',
        SecondaryStatus: 'Completed',
        ...job,
      };
      return simulator.putJob(accountId, 'us-east-1', members, tags);
    },
    update: (name: string, changes: Readonly<Record<string, unknown>>) =>
      simulator.updateJob(accountId, 'us-east-1', name, changes),
    tag: (name: string, tags: readonly { Key: string; Value: string }[]) =>
      simulator.setTags(accountId, 'us-east-1', name, tags),
    /** Returns the tags in the catalog. */
    async tags(name: string): Promise<readonly string[] | null> {
      const { tags } = await database.kysely
        .selectFrom('aws_sagemaker_trainingjob')
        .select('tags')
        .where('account_id', '=', accountId)
        .where('training_job_name', '=', name)
        .executeTakeFirstOrThrow();
      return tags;
    },
    remove: (name: string) => simulator.deleteJob(accountId, 'us-east-1', name),
    describes: (name: string) => simulator.describes(accountId, 'us-east-1', name),
    crawl: async (kind: CrawlRequest['kind'], settings: GivenCrawlSettings = {}): Promise<CrawlSummary> => {
      const summary = await crawlSimulator(change ? proxied : simulator, database, { kind, settings, now: () => now });
      const { seen, new: added, changed, unchanged, failed } = summary.jobs;
      assert.equal(seen, added + changed + unchanged + failed, JSON.stringify(summary.jobs));
      return summary;
    },
    rows: () =>
      database.kysely
        .selectFrom('aws_sagemaker_trainingjob')
        .select(['training_job_name', 'creation_time', 'deleted_at', 'settled'])
        .where('account_id', '=', accountId)
        .orderBy('creation_time')
        .execute(),
    coverage: () =>
      database.kysely
        .selectFrom('crawl_coverage')
        .select(['status', 'reason'])
        .where('resource_type', '=', target.resource_type)
        .where('account_id', '=', target.account_id)
        .executeTakeFirstOrThrow(),
    [Symbol.asyncDispose]: () => proxied.close(),
  };
}
