import type { PgBoss } from 'pg-boss';
import type { CrawlSettings } from '../../../config/crawl-section.ts';

/** Names of the queues in pg-boss's own schema. */
export const queues = { target: 'crawl-target', dead: 'crawl-target-dead', schedule: 'crawl-schedule' } as const;

/** The schema of pg-boss's tables. */
export const queueSchema = 'sagecat_queue';

/** How often a target is retried before it fails. */
export const retryLimit = 5;

/**
 * Creates the queues, or updates their settings. `stately`: for each key, one entry waits and one is active. An entry whose worker sends no
 * heartbeat any more is queued again.
 */
export async function prepareQueues(
  boss: PgBoss,
  { lease_seconds }: Pick<CrawlSettings, 'lease_seconds'>,
): Promise<void> {
  await boss.createQueue(queues.dead, { retentionSeconds: 30 * 86_400, deleteAfterSeconds: 30 * 86_400 });
  const settings = {
    retryLimit,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    // The maximum of pg-boss: a cold crawl without Search may take hours, and the heartbeat shows whether it is alive.
    expireInSeconds: 23 * 3600,
    heartbeatSeconds: lease_seconds,
    deadLetter: queues.dead,
  };
  await boss.createQueue(queues.target, { policy: 'stately', ...settings });
  await boss.updateQueue(queues.target, settings);
  await boss.createQueue(queues.schedule, { policy: 'stately' });
}

/** An entry of the target queue: the id of a `crawl_target`. */
export interface TargetEntry {
  readonly targetId: number;
}
