import { PgBoss } from 'pg-boss';
import type { CrawlSettings, HistorySettings } from '../../../config/crawl-section.ts';
import { failTarget, requestCrawl } from '../../../db/crawl/requests.ts';
import { endAbandonedCrawls, endCrawlsOf } from '../../../db/crawl/runs.ts';
import { registerWorker } from '../../../db/crawl/workers.ts';
import { pruneHistory } from '../../../db/history/prune-history.ts';
import { pause } from '../../../db/pause.ts';
import type { Crawler } from '../crawler.ts';
import { Planner } from './planner.ts';
import { prepareQueues, queueSchema, queues, retryLimit, type TargetEntry } from './queues.ts';
import { workTarget } from './work-target.ts';

export interface WorkerOptions {
  /** Whether to crawl at once if no crawl is running. */
  readonly crawlAtStart?: boolean;
  readonly history: HistorySettings;
}

/**
 * Crawls what schedules and requests ask for, sharing the targets with every other worker on the same database, until the signal aborts: then
 * it stops running targets, stores what was read, requeues the targets and resolves.
 */
export async function runWorker(crawler: Crawler, { crawlAtStart, history }: WorkerOptions): Promise<void> {
  const { database, logger, signal, settings } = crawler;
  const { lease_seconds, poll_seconds, drain_seconds, target_concurrency } = settings;
  const boss = new PgBoss({
    connectionString: database.connectionString,
    application_name: 'sagecat queue',
    schema: queueSchema,
    max: 4,
    superviseIntervalSeconds: Math.ceil(lease_seconds / 3),
    monitorIntervalSeconds: Math.ceil(lease_seconds / 3),
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'the queue has trouble with the database'));
  await boss.start();
  try {
    await prepareQueues(boss, settings);
    await setSchedules(boss, settings, history);
    await boss.work<TargetEntry>(
      queues.target,
      {
        includeMetadata: true,
        batchSize: 1,
        localConcurrency: target_concurrency,
        pollingIntervalSeconds: poll_seconds,
        heartbeatRefreshSeconds: lease_seconds / 3,
      },
      async ([job]) => {
        if (!job) return;
        await workTarget(crawler, {
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
    await boss.work<{ task: ScheduledTask }>(
      queues.schedule,
      { pollingIntervalSeconds: poll_seconds },
      async (jobs) => {
        for (const { data } of jobs) await runScheduled(data.task, crawler, history);
      },
    );
    await endAbandonedCrawls(database.kysely);
    if (crawlAtStart) await requestCrawl(database.kysely, { kind: 'auto', trigger: 'schedule', scope: {} });
    const planner = new Planner(crawler, boss);
    await using _signedOn = await registerWorker(database.kysely);
    while (!signal.aborted) {
      await planner.beginWaiting();
      await pause(poll_seconds * 1000, signal);
    }
  } finally {
    await boss.stop({ graceful: true, timeout: drain_seconds * 1000 });
  }
}

type ScheduledTask = 'incremental' | 'full' | 'history';

const pruneAt = '17 3 * * *';

async function setSchedules(boss: PgBoss, { schedule }: CrawlSettings, history: HistorySettings): Promise<void> {
  const wanted: Record<ScheduledTask, string> = {
    incremental: schedule.incremental,
    full: schedule.full,
    history: history.retention_days === undefined ? 'off' : pruneAt,
  };
  for (const [task, cron] of Object.entries(wanted)) {
    if (cron === 'off') await boss.unschedule(queues.schedule, task);
    else await boss.schedule(queues.schedule, cron, { task }, { key: task, tz: 'UTC', singletonKey: task });
  }
}

async function runScheduled(
  task: ScheduledTask,
  { database, logger, signal }: Crawler,
  { retention_days }: HistorySettings,
): Promise<void> {
  if (task !== 'history') {
    await requestCrawl(database.kysely, { kind: task === 'full' ? 'full' : 'auto', trigger: 'schedule', scope: {} });
  } else if (retention_days !== undefined) {
    const pruned = await pruneHistory(database.kysely, { keepDays: retention_days, signal });
    logger.info(pruned, 'pruned the history');
  }
}
