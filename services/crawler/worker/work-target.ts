import { readWaitingTarget, requeueTarget } from '../../../db/crawl/requests.ts';
import { endCrawlsOf } from '../../../db/crawl/runs.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { AccountSession } from '../account-session.ts';
import type { Crawler } from '../crawler.ts';
import { runTarget } from '../run-target.ts';

/** Thrown so that the queue retries the target later. */
export class RetryTargetError extends Error {
  override readonly name = 'RetryTargetError';
}

export interface WorkTargetOptions {
  readonly targetId: number;
  /** Whether this is the queue's last attempt at the target. */
  readonly isLastAttempt: boolean;
  readonly signal: AbortSignal;
}

/** Crawls a target from the queue. Throws RetryTargetError if the queue should retry it. */
export async function workTarget(crawler: Crawler, options: WorkTargetOptions): Promise<void> {
  const { targetId, isLastAttempt, signal } = options;
  const db = crawler.database.kysely;
  const waiting = await retryLostConnections(() => readWaitingTarget(db, targetId), { signal });
  // Already finished or failed: an entry may come twice, if its worker was taken for dead.
  if (!waiting || (waiting.status !== 'queued' && waiting.status !== 'running')) return;
  const { crawl_id, resource_type, account_id, region, asked, scope } = waiting;
  const logger = crawler.logger.child({ crawl_id });
  const again = async (reason: string, cause?: unknown): Promise<never> => {
    await requeueTarget(db, targetId, reason);
    throw new RetryTargetError(reason, { cause });
  };
  try {
    const { summary, isTransient } = await runTarget(crawler, {
      crawlId: crawl_id,
      targetId,
      place: { resource_type, account_id, account_name: null, region },
      session: await sessionOf(crawler, account_id),
      asked,
      nameOrArn: scope.job,
      logger,
      signal,
      isTriedAgain: !isLastAttempt,
    });
    const { status, reason, jobs } = summary;
    logger.info({ resource_type, account_id, region, status, reason, jobs }, 'target ended');
    if (isTransient && !isLastAttempt) return await again(summary.reason ?? 'it did not end');
  } catch (error) {
    if (error instanceof RetryTargetError) throw error;
    return await again(signal.aborted ? 'its worker stopped' : String(error), error);
  }
  await endCrawlsOf(db, targetId);
}

/** Returns the session of an account; one that is no longer configured counts as denied. */
async function sessionOf({ sessions }: Crawler, accountId: string | null): Promise<AccountSession> {
  const session = accountId === null ? undefined : await sessions.session(accountId);
  const reason = `account ${accountId} is not in this worker's configuration`;
  return session ?? { ok: false, accountId, status: 'denied', reason };
}
