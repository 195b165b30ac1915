import type { PgBoss } from 'pg-boss';

/** Names of the queues in pg-boss's own schema. */
export const queues = { target: 'crawl-target', dead: 'crawl-target-dead', schedule: 'crawl-schedule' } as const;

/** The schema that pg-boss keeps its tables in. */
export const queueSchema = 'sagecat_queue';

/** How often a target is tried again before it is given up. */
export const retryLimit = 5;

/**
 * Creates the queues, or brings their settings up to date. `stately`: for each key, one entry waits and one is active. An entry whose
 * worker sends no heartbeat any more goes back to wait.
 */
export async function prepareQueues(boss: PgBoss, { heartbeatSeconds }: { heartbeatSeconds: number }): Promise<void> {
  await boss.createQueue(queues.dead, { retentionSeconds: 30 * 86_400, deleteAfterSeconds: 30 * 86_400 });
  const settings = {
    retryLimit,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    // The longest that pg-boss allows: a cold crawl without Search may take hours, and the heartbeat tells whether it lives.
    expireInSeconds: 23 * 3600,
    heartbeatSeconds,
    deadLetter: queues.dead,
  };
  await boss.createQueue(queues.target, { policy: 'stately', ...settings });
  await boss.updateQueue(queues.target, settings);
  await boss.createQueue(queues.schedule, { policy: 'stately' });
}

/** What an entry of the target queue holds: the number of a `crawl_target`. */
export interface TargetEntry {
  readonly targetId: number;
}
