import pLimit from 'p-limit';
import { recordAccountNames } from '../../db/accounts/record-names.ts';
import { findJob, type JobPlace } from '../../db/crawl/find-job.ts';
import {
  addCrawl,
  addCrawlTarget,
  crawlLease,
  endAbandonedCrawls,
  endCrawl,
  interruptCrawl,
} from '../../db/crawl/runs.ts';
import type { CrawlKind } from '../../db/crawl/schema.ts';
import { retryLostConnections } from '../../db/lost-connection.ts';
import { type AccountSession, openAccount } from './account-session.ts';
import type { CrawlOptions, CrawlSummary, TargetPlace, TargetSummary } from './crawl-options.ts';
import { namesOf, nothingInScope, planTargets } from './plan-targets.ts';
import { RateLimits } from './rate/rate-limits.ts';
import { type RunTarget, runTarget } from './run-target.ts';
import { summarize } from './summarize.ts';
import { leaseTarget } from './target-lease.ts';

export type { AccountTarget } from './account-target.ts';
export type {
  CrawlEvent,
  CrawlOptions,
  CrawlSummary,
  CrawlTuning,
} from './crawl-options.ts';

/**
 * Crawls every given account, region and resource type, in this process. A failure in one target is in its summary and does not affect the
 * others. Throws database errors, and the signal's reason when it aborts: what was stored stays, and the next crawl continues from there.
 */
export async function runCrawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { database, signal, logger, kind = 'auto', trigger = 'command', scope = {} } = options;
  const db = database.kysely;
  await endAbandonedCrawls(db);
  const crawlId = options.requested ?? (await addCrawl(db, { kind, trigger, scope }));
  const seconds = options.tuning?.leaseSeconds ?? 30;
  const lease = await leaseTarget(db, crawlLease(crawlId), { seconds, signal });
  await using _ = 'heldBy' in lease ? undefined : lease;
  try {
    return await crawl({ ...options, logger: logger.child({ crawl_id: crawlId }) }, crawlId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await interruptCrawl(db, crawlId, signal.aborted ? `stopped: ${reason}` : reason).catch(() => {});
    throw error;
  }
}

interface PlannedTarget {
  readonly targetId: number;
  readonly place: TargetPlace;
  readonly session: AccountSession;
}

async function crawl(options: CrawlOptions, crawlId: number): Promise<CrawlSummary> {
  const { database, signal, logger, onProgress, kind = 'auto', scope = {}, tuning = {} } = options;
  const began = Date.now();
  const db = database.kysely;
  const asked: CrawlKind | 'job' = scope.job === undefined ? kind : 'job';
  const limits = new RateLimits(tuning.rates, tuning.share);
  const sessions = await Promise.all(
    options.accounts.map(async (account) => ({ account, session: await openAccount(account, signal) })),
  );
  await recordAccountNames(
    db,
    namesOf(sessions.map(({ account, session: { accountId } }) => ({ account, accountId }))),
  );
  const known = await findKnownJobs(options);
  const planned: PlannedTarget[] = [];
  for (const { account, session } of sessions) {
    const places = planTargets([{ account, accountId: session.accountId }], options.resourceTypes, scope, known);
    for (const place of places) {
      const target = { resourceType: place.resource_type, accountId: place.account_id, region: place.region, asked };
      planned.push({ targetId: await addCrawlTarget(db, crawlId, target), place, session });
    }
  }
  if (planned.length === 0) throw new NothingToCrawlError(nothingInScope);
  onProgress?.({ type: 'crawl-started', crawl_id: crawlId, targets: planned.map(({ place }) => place) });
  const limit = pLimit(tuning.targets ?? 4);
  const tell = (target: TargetSummary) => {
    const { account_id, region, status, reason, jobs } = target;
    logger.info({ account_id, region, status, reason, jobs }, 'target ended');
    onProgress?.({ type: 'target-ended', target });
  };
  const first = await settled(
    planned.map((plan) =>
      limit(async (): Promise<RunTarget> => {
        signal.throwIfAborted();
        const ended = await runTarget({ ...plan, crawl: options, crawlId, limits, asked, job: scope.job });
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

/** Waits for all targets, so that each has stored what it read and released its lease: the database may be closed after that. */
async function settled<Value>(running: readonly (Value | Promise<Value>)[]): Promise<Value[]> {
  return (await Promise.allSettled(running)).map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** Returns where the catalog has the requested job. */
async function findKnownJobs({ database, resourceTypes, scope }: CrawlOptions): Promise<JobPlace[]> {
  const job = scope?.job;
  if (job === undefined) return [];
  return (await Promise.all(resourceTypes.map((type) => findJob(database.kysely, type, job)))).flat();
}

/** No configured account and region is in the scope of the crawl. */
export class NothingToCrawlError extends Error {
  override readonly name = 'NothingToCrawlError';
}
