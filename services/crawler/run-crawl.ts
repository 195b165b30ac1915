import pLimit from 'p-limit';
import { recordAccountNames } from '../../db/accounts/record-names.ts';
import {
  addCrawl,
  addCrawlTarget,
  crawlLease,
  endAbandonedCrawls,
  endCrawl,
  interruptCrawl,
} from '../../db/crawl/runs.ts';
import type { CrawlKind, CrawlScope } from '../../db/crawl/schema.ts';
import { retryLostConnections } from '../../db/lost-connection.ts';
import type { AccountSession } from './account-session.ts';
import type { CrawlRequest, CrawlSummary, TargetIdentity, TargetSummary } from './crawl-request.ts';
import type { Crawler } from './crawler.ts';
import { findKnown, namesOf, nothingInScope, planTargets } from './plan-targets.ts';
import { type RunTarget, runTarget } from './run-target.ts';
import { summarize } from './summarize.ts';
import { leaseTarget } from './target-lease.ts';

export type { CrawlEvent, CrawlRequest, CrawlSummary } from './crawl-request.ts';

/**
 * Crawls every given account, region and resource type, in this process. A failure in one target is in its summary and does not affect the
 * others. Throws database errors, and the signal's reason when it aborts: what was stored stays, and the next crawl continues from there.
 */
export async function runCrawl(crawler: Crawler, request: CrawlRequest = {}): Promise<CrawlSummary> {
  const { database, signal, settings } = crawler;
  const { kind = 'auto', trigger = 'command', scope = {} } = request;
  const db = database.kysely;
  await endAbandonedCrawls(db);
  const crawlId = request.requested ?? (await addCrawl(db, { kind, trigger, scope }));
  const lease = await leaseTarget(db, crawlLease(crawlId), { seconds: settings.lease_seconds, signal });
  await using _ = 'heldBy' in lease ? undefined : lease;
  try {
    return await crawl(crawler, request, crawlId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await interruptCrawl(db, crawlId, signal.aborted ? `stopped: ${reason}` : reason).catch(() => {});
    throw error;
  }
}

async function crawl(crawler: Crawler, request: CrawlRequest, crawlId: number): Promise<CrawlSummary> {
  const { database, signal, settings } = crawler;
  const { onProgress, scope = {}, kind = 'auto' } = request;
  const logger = crawler.logger.child({ crawl_id: crawlId });
  const began = Date.now();
  const db = database.kysely;
  const asked = scope.job === undefined ? kind : 'job';
  const planned = await plan(crawler, scope, asked, crawlId);
  if (planned.length === 0) throw new NothingToCrawlError(nothingInScope);
  onProgress?.({ type: 'crawl-started', crawl_id: crawlId, targets: planned.map(({ place }) => place) });
  const limit = pLimit(settings.target_concurrency);
  const tell = (target: TargetSummary) => {
    const { resource_type, account_id, region, status, reason, jobs } = target;
    logger.info({ resource_type, account_id, region, status, reason, jobs }, 'target ended');
    onProgress?.({ type: 'target-ended', target });
  };
  const first = await settled(
    planned.map((target) =>
      limit(async (): Promise<RunTarget> => {
        signal.throwIfAborted();
        const ended = await runTarget(crawler, {
          ...target,
          crawlId,
          asked,
          nameOrArn: scope.job,
          logger,
          signal,
          onProgress,
        });
        if (!ended.decideAgain) tell(ended.summary);
        return ended;
      }),
    ),
  );
  const targets = await settled(
    first.map(async ({ summary, decideAgain }) => {
      if (!decideAgain) return summary;
      const decided = await decideAgain();
      tell(decided.summary);
      return decided.summary;
    }),
  );
  await retryLostConnections(() => endCrawl(db, crawlId), { signal });
  const summary = summarize(crawlId, targets, (Date.now() - began) / 1000);
  onProgress?.({ type: 'crawl-ended', summary });
  return summary;
}

interface PlannedTarget {
  readonly targetId: number;
  readonly place: TargetIdentity;
  readonly session: AccountSession;
}

/** Records the targets of a crawl and returns them with their sessions. */
async function plan(
  { database, sessions, resourceTypes }: Crawler,
  scope: CrawlScope,
  asked: CrawlKind | 'job',
  crawlId: number,
): Promise<PlannedTarget[]> {
  const db = database.kysely;
  const opened = await sessions.openAll();
  const accounts = opened.map(({ account, session }) => ({ account, accountId: session.accountId, session }));
  await recordAccountNames(db, namesOf(accounts));
  const known = await findKnown(db, resourceTypes, scope);
  const planned: PlannedTarget[] = [];
  for (const { session, ...account } of accounts) {
    for (const place of planTargets([account], resourceTypes, scope, known)) {
      const { resource_type: resourceType, account_id: accountId, region } = place;
      const targetId = await addCrawlTarget(db, crawlId, { resourceType, accountId, region, asked });
      planned.push({ targetId, place, session });
    }
  }
  return planned;
}

/** Waits for all targets, so that each has stored what it read and released its lease: the database may be closed after that. */
async function settled<Value>(running: readonly (Value | Promise<Value>)[]): Promise<Value[]> {
  return (await Promise.allSettled(running)).map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** No configured account and region is in the scope of the crawl. */
export class NothingToCrawlError extends Error {
  override readonly name = 'NothingToCrawlError';
}
