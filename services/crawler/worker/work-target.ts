import { readWaitingTarget, requeueTarget } from '../../../db/crawl/requests.ts';
import { endCrawlsOf } from '../../../db/crawl/runs.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { AccountDirectory } from '../account-directory.ts';
import type { CrawlOptions } from '../crawl-options.ts';
import type { RateLimits } from '../rate/rate-limits.ts';
import { runTarget } from '../run-target.ts';

/** Thrown so that the queue retries the target later. */
export class TryAgainError extends Error {
  override readonly name = 'TryAgainError';
}

export interface WorkTargetOptions {
  readonly crawl: Omit<CrawlOptions, 'accounts' | 'signal' | 'kind' | 'scope'>;
  readonly directory: AccountDirectory;
  readonly limits: RateLimits;
  readonly targetId: number;
  /** Whether this is the queue's last attempt at the target. */
  readonly isLastAttempt: boolean;
  readonly signal: AbortSignal;
}

/** Crawls a target from the queue. Throws TryAgainError if the queue should retry it. */
export async function workTarget(options: WorkTargetOptions): Promise<void> {
  const { crawl, directory, limits, targetId, isLastAttempt, signal } = options;
  const db = crawl.database.kysely;
  const waiting = await retryLostConnections(() => readWaitingTarget(db, targetId), { signal });
  // Already finished or failed: an entry may come twice, if its worker was taken for dead.
  if (!waiting || (waiting.status !== 'queued' && waiting.status !== 'running')) return;
  const { crawl_id, resource_type, account_id, region, asked, scope } = waiting;
  const logger = crawl.logger.child({ crawl_id, account_id, region });
  const again = async (reason: string, cause?: unknown): Promise<never> => {
    await requeueTarget(db, targetId, reason);
    throw new TryAgainError(reason, { cause });
  };
  try {
    const { summary, isTransient } = await runTarget({
      crawl: { ...crawl, logger, signal, accounts: [] },
      limits,
      crawlId: crawl_id,
      targetId,
      place: { resource_type, account_id, account_name: null, region },
      session: await directory.session(account_id ?? ''),
      asked,
      job: scope.job,
      isTriedAgain: !isLastAttempt,
    });
    logger.info({ status: summary.status, reason: summary.reason, jobs: summary.jobs }, 'target ended');
    if (isTransient && !isLastAttempt) return await again(summary.reason ?? 'it did not end');
  } catch (error) {
    if (error instanceof TryAgainError) throw error;
    return await again(signal.aborted ? 'its worker stopped' : String(error), error);
  }
  await endCrawlsOf(db, targetId);
}
