import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { beginTarget, endTarget, saveCoverage, saveProgress } from '../../db/crawl/runs.ts';
import type { CrawlKind, TargetStatus } from '../../db/crawl/schema.ts';
import type { TargetKey } from '../../db/crawl/target-key.ts';
import { retryLostConnections } from '../../db/lost-connection.ts';
import { maintainProjections } from '../../db/store/projections.ts';
import type { AccountSession, OpenSession } from './account-session.ts';
import type { CrawlEvent, TargetIdentity, TargetSummary } from './crawl-request.ts';
import type { Crawler } from './crawler.ts';
import { isRegionDisabled } from './discovery/is-region-disabled.ts';
import { proveUnsupported } from './prove-unsupported.ts';
import { noResources } from './summarize.ts';
import { crawlOne } from './target/crawl-one.ts';
import { crawlTarget, type TargetOutcome, type TargetProgress } from './target/crawl-target.ts';
import { LeaseLostError, leaseHolder, leaseTarget } from './target-lease.ts';

export interface RunTargetOptions {
  readonly crawlId: number;
  /** Id of the target within the crawl. */
  readonly targetId: number;
  readonly place: TargetIdentity;
  readonly session: AccountSession;
  readonly asked: CrawlKind | 'job';
  /** Name or ARN, if a single job is requested. */
  readonly nameOrArn?: string | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onProgress?: ((event: CrawlEvent) => void) | undefined;
  /** Whether the caller retries a target that failed transiently: until then the target and its crawl stay open. */
  readonly isTriedAgain?: boolean | undefined;
}

/** How a target ended, and whether a retry may succeed a little later. */
export interface RunTarget {
  readonly summary: TargetSummary;
  readonly isTransient: boolean;
  /** Records the target's end again once other targets have ended, since only they show whether its region is disabled. See proveUnsupported. */
  readonly decideAgain?: (() => Promise<RunTarget>) | undefined;
}

/** Crawls one target of a crawl under its lease, and records the result in the crawl and in the coverage. */
export async function runTarget(crawler: Crawler, options: RunTargetOptions): Promise<RunTarget> {
  const { crawlId, targetId, place, session, signal } = options;
  const db = crawler.database.kysely;
  const began = Date.now();
  const end = async (
    status: TargetStatus,
    reason: string | null,
    progress: TargetProgress | undefined,
    isTransient: boolean,
    decideAgain?: () => Promise<RunTarget>,
  ): Promise<RunTarget> => {
    const counts = {
      jobs: progress?.jobs ?? noResources,
      api_calls: progress?.api_calls ?? {},
      throttles: progress?.throttles ?? 0,
    };
    const waits = isTransient && options.isTriedAgain === true;
    const recorded = { status: waits ? ('queued' as const) : status, reason, counts };
    await retryLostConnections(() => endTarget(db, targetId, recorded), { signal });
    const duration_seconds = (Date.now() - began) / 1000;
    const kind = progress?.kind ?? null;
    return { summary: { ...place, kind, status, reason, ...counts, duration_seconds }, isTransient, decideAgain };
  };
  if (!session.ok) {
    const { accountId, status, reason } = session;
    if (accountId !== null) {
      const key = { resourceType: place.resource_type, accountId, region: place.region };
      const attempt = { status, reason, asOf: null, fullAsOf: null, watermark: null, crawlId };
      await retryLostConnections(() => saveCoverage(db, key, attempt), { signal });
    }
    return end(status, reason, undefined, status === 'partial');
  }
  const key: TargetKey = {
    resourceType: place.resource_type,
    accountId: session.accountId,
    region: place.region,
  };
  const { listAccountRegions, settings } = crawler;
  const isOff = () =>
    isRegionDisabled({ ...session, id: session.accountId }, place.region, { listAccountRegions, signal });
  const conclude = async (ended: TargetOutcome): Promise<RunTarget> => {
    const outcome = await retryLostConnections(() => proveUnsupported(db, key, crawlId, ended, isOff), {
      signal,
    });
    if (outcome.kind !== 'job') {
      await retryLostConnections(() => saveCoverage(db, key, { ...coverageOf(outcome), crawlId }), { signal });
    }
    const decideAgain = outcome.isUndecided ? () => conclude(ended) : undefined;
    return end(outcome.status, outcome.reason, outcome, outcome.isTransient, decideAgain);
  };
  const lease = await leaseTarget(db, key, { seconds: settings.lease_seconds, signal });
  if ('heldBy' in lease)
    return end('partial', `another process crawls it at the moment: ${lease.heldBy}`, undefined, true);
  await using held = lease;
  try {
    return await conclude(await crawlUnderLease(crawler, options, session, AbortSignal.any([signal, held.signal])));
  } catch (error) {
    if (!(error instanceof LeaseLostError) || signal.aborted) throw error;
    return end('partial', error.message, undefined, true);
  }
}

async function crawlUnderLease(
  crawler: Crawler,
  { targetId, place, asked, nameOrArn, logger, onProgress }: RunTargetOptions,
  session: OpenSession,
  signal: AbortSignal,
): Promise<TargetOutcome> {
  const db = crawler.database.kysely;
  const type = crawler.resourceTypes.find(({ name }) => name === place.resource_type);
  if (!type) throw new TypeError(`no resource type ${place.resource_type} is crawled here`);
  // Every running request adds a listener.
  setMaxListeners(0, signal);
  let saving: Promise<void> | undefined;
  let isBegun = false;
  const tell = (progress: TargetProgress) => {
    const { kind, jobs, expected, throttles } = progress;
    onProgress?.({ type: 'target-progress', target: place, kind, jobs, expected: expected ?? null, throttles });
    // Progress is only informative: what is lost with a connection is repeated a second later.
    saving ??= (
      isBegun ? saveProgress(db, targetId, progress) : beginTarget(db, targetId, { kind, worker: leaseHolder })
    )
      .then(
        () => {
          isBegun = true;
        },
        () => {},
      )
      .finally(() => {
        saving = undefined;
      });
  };
  try {
    const { accountId } = session;
    const { region, resource_type } = place;
    const target = { crawler, type, session, region, signal };
    if (nameOrArn === undefined) {
      const outcome = await crawlTarget({
        ...target,
        logger: logger.child({ resource_type, account_id: accountId, region }),
        kind: asked === 'job' ? 'auto' : asked,
        onProgress: tell,
      });
      const maintained = { only: { account_id: accountId, region }, seenAt: outcome.startedAt };
      await retryLostConnections(() => maintainProjections(db, type, maintained), { signal });
      return outcome;
    }
    await beginTarget(db, targetId, { kind: 'job', worker: leaseHolder });
    return await crawlOne(target, nameOrArn);
  } finally {
    await saving;
  }
}

/** Returns the coverage after a crawl: the times of a complete one, and how far a complete listing reached. */
const coverageOf = ({ status, reason, kind, startedAt, watermark, fullProblem }: TargetOutcome) => ({
  status,
  reason,
  asOf: status === 'complete' ? startedAt : null,
  fullAsOf: status === 'complete' && kind === 'full' ? startedAt : null,
  watermark,
  fullProblem,
});
