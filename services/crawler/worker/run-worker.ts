import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { failTarget, requestCrawl } from '../../../db/crawl/requests.ts';
import { endAbandonedCrawls, endCrawlsOf } from '../../../db/crawl/runs.ts';
import { registerWorker } from '../../../db/crawl/workers.ts';
import { pruneHistory } from '../../../db/history/prune-history.ts';
import { AccountDirectory } from '../account-directory.ts';
import type { AccountTarget } from '../account-target.ts';
import type { CrawlOptions } from '../crawl-options.ts';
import { RateLimits } from '../rate/rate-limits.ts';
import { Planner } from './planner.ts';
import { prepareQueues, queueSchema, queues, retryLimit, type TargetEntry } from './queues.ts';
import { workTarget } from './work-target.ts';

export interface WorkerOptions extends Omit<CrawlOptions, 'accounts' | 'kind' | 'scope' | 'trigger'> {
  /** Returns the currently configured and discovered accounts; called whenever a crawl begins. */
  readonly accounts: () => Promise<readonly AccountTarget[]>;
  /** Cron expressions in UTC; undefined for none. */
  readonly schedules?: { readonly incremental?: string | undefined; readonly full?: string | undefined };
  /** Days for which changes are kept; undefined keeps them forever. */
  readonly keepHistoryDays?: number | undefined;
  /** Whether to crawl at once if no crawl is running. */
  readonly crawlAtStart?: boolean;
  /** Seconds between two polls of the queue; 2. */
  readonly pollSeconds?: number | undefined;
  /** Seconds without a heartbeat after which a target is queued again; 30, at least 10. */
  readonly heartbeatSeconds?: number | undefined;
  /** Seconds that running targets get to finish when the worker stops; 20. */
  readonly drainSeconds?: number | undefined;
}

/** An incremental crawl leaves its backlog to the next one after this long. */
const backlogSeconds = 240;

/**
 * Crawls what schedules and requests ask for, sharing the targets with every other worker on the same database, until the signal aborts: then
 * it stops running targets, stores what was read, requeues the targets and resolves.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { database, logger, signal, tuning = {}, pollSeconds = 2, heartbeatSeconds = 30 } = options;
  const crawl = { ...options, trigger: 'schedule' as const, tuning: { backlogSeconds, ...tuning } };
  const directory = new AccountDirectory(options.accounts, signal);
  const limits = new RateLimits(tuning.rates, tuning.share);
  const boss = new PgBoss({
    connectionString: database.connectionString,
    application_name: 'sagecat queue',
    schema: queueSchema,
    max: 4,
    superviseIntervalSeconds: Math.ceil(heartbeatSeconds / 3),
    monitorIntervalSeconds: Math.ceil(heartbeatSeconds / 3),
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'the queue has trouble with the database'));
  await boss.start();
  try {
    await prepareQueues(boss, { heartbeatSeconds });
    await setSchedules(boss, options);
    await boss.work<TargetEntry>(
      queues.target,
      {
        includeMetadata: true,
        batchSize: 1,
        localConcurrency: tuning.targets ?? 4,
        pollingIntervalSeconds: pollSeconds,
        heartbeatRefreshSeconds: heartbeatSeconds / 3,
      },
      async ([job]) => {
        if (!job) return;
        await workTarget({
          crawl,
          directory,
          limits,
          targetId: job.data.targetId,
          isLastAttempt: job.retryCount >= retryLimit,
          signal: AbortSignal.any([signal, job.signal]),
        });
      },
    );
    await boss.work<TargetEntry>(queues.dead, { pollingIntervalSeconds: 10 }, async (jobs) => {
      for (const { data } of jobs) {
        logger.error({ target_id: data.targetId }, 'a target was tried too often and is given up');
        await failTarget(database.kysely, data.targetId);
        await endCrawlsOf(database.kysely, data.targetId);
      }
    });
    await boss.work<{ task: ScheduledTask }>(queues.schedule, { pollingIntervalSeconds: pollSeconds }, async (jobs) => {
      for (const { data } of jobs) await runScheduled(data.task, options);
    });
    await endAbandonedCrawls(database.kysely);
    if (options.crawlAtStart) await requestCrawl(database.kysely, { kind: 'auto', trigger: 'schedule', scope: {} });
    const planner = new Planner({ ...options, boss, directory });
    await using _signedOn = await registerWorker(database.kysely);
    while (!signal.aborted) {
      await planner.beginWaiting();
      await delay(pollSeconds * 1000, undefined, { signal }).catch(() => {});
    }
  } finally {
    await boss.stop({ graceful: true, timeout: (options.drainSeconds ?? 20) * 1000 });
  }
}

type ScheduledTask = 'incremental' | 'full' | 'history';

async function setSchedules(boss: PgBoss, { schedules = {}, keepHistoryDays }: WorkerOptions): Promise<void> {
  const wanted: Record<ScheduledTask, string | undefined> = {
    incremental: schedules.incremental,
    full: schedules.full,
    history: keepHistoryDays === undefined ? undefined : '17 3 * * *',
  };
  for (const [task, cron] of Object.entries(wanted)) {
    if (cron === undefined) await boss.unschedule(queues.schedule, task);
    else await boss.schedule(queues.schedule, cron, { task }, { key: task, tz: 'UTC', singletonKey: task });
  }
}

async function runScheduled(
  task: ScheduledTask,
  { database, keepHistoryDays, logger, signal }: WorkerOptions,
): Promise<void> {
  if (task !== 'history') {
    await requestCrawl(database.kysely, { kind: task === 'full' ? 'full' : 'auto', trigger: 'schedule', scope: {} });
  } else if (keepHistoryDays !== undefined) {
    const pruned = await pruneHistory(database.kysely, { keepDays: keepHistoryDays, signal });
    logger.info(pruned, 'pruned the history');
  }
}
