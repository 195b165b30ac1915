import { setMaxListeners } from 'node:events';
import { createMasker } from '../../catalog/secrets/mask.ts';
import { beginTarget, endTarget, saveCoverage, saveProgress } from '../../db/crawl/runs.ts';
import type { CrawlKind, TargetStatus } from '../../db/crawl/schema.ts';
import type { TargetKey } from '../../db/crawl/target-key.ts';
import { retryLostConnections } from '../../db/lost-connection.ts';
import { maintainProjections } from '../../db/store/projections.ts';
import type { AccountSession } from './account-session.ts';
import type { CrawlOptions, TargetPlace, TargetSummary } from './crawl-options.ts';
import { isRegionOff } from './discovery/is-region-off.ts';
import { proveUnsupported } from './prove-unsupported.ts';
import type { RateLimits } from './rate/rate-limits.ts';
import { noJobs } from './summarize.ts';
import { crawlOne } from './target/crawl-one.ts';
import { crawlTarget, type TargetOptions, type TargetOutcome, type TargetProgress } from './target/crawl-target.ts';
import { LeaseLostError, leaseHolder, leaseTarget } from './target-lease.ts';

export interface RunTargetOptions {
  readonly crawl: CrawlOptions;
  readonly limits: RateLimits;
  readonly crawlId: number;
  /** Id of the target within the crawl. */
  readonly targetId: number;
  readonly place: TargetPlace;
  readonly session: AccountSession;
  readonly asked: CrawlKind | 'job';
  /** Name or ARN, if a single job is requested. */
  readonly job?: string | undefined;
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
export async function runTarget(options: RunTargetOptions): Promise<RunTarget> {
  const { crawl, crawlId, targetId, place, session } = options;
  const db = crawl.database.kysely;
  const { signal } = crawl;
  const began = Date.now();
  const end = async (
    status: TargetStatus,
    reason: string | null,
    progress: TargetProgress | undefined,
    isTransient: boolean,
    decideAgain?: () => Promise<RunTarget>,
  ): Promise<RunTarget> => {
    const counts = {
      jobs: progress?.jobs ?? noJobs,
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
  const isOff = () => isRegionOff({ ...session, id: session.accountId }, place.region, crawl);
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
  const lease = await leaseTarget(db, key, { seconds: crawl.tuning?.leaseSeconds ?? 30, signal });
  if ('heldBy' in lease)
    return end('partial', `another process crawls it at the moment: ${lease.heldBy}`, undefined, true);
  await using held = lease;
  try {
    return await conclude(await crawlUnderLease(options, session, AbortSignal.any([signal, held.signal])));
  } catch (error) {
    if (!(error instanceof LeaseLostError) || signal.aborted) throw error;
    return end('partial', error.message, undefined, true);
  }
}

async function crawlUnderLease(
  { crawl, limits, targetId, place, asked, job }: RunTargetOptions,
  session: AccountSession & { readonly ok: true },
  signal: AbortSignal,
): Promise<TargetOutcome> {
  const db = crawl.database.kysely;
  const { tuning = {} } = crawl;
  const type = crawl.resourceTypes.find(({ name }) => name === place.resource_type);
  if (!type) throw new TypeError(`no resource type ${place.resource_type} is crawled here`);
  // Every running request listens to it.
  setMaxListeners(0, signal);
  let saving: Promise<void> | undefined;
  let isBegun = false;
  const onProgress = (progress: TargetProgress) => {
    const { kind, jobs, expected, throttles } = progress;
    crawl.onProgress?.({ type: 'target-progress', target: place, kind, jobs, expected: expected ?? null, throttles });
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
    const options: TargetOptions = {
      db,
      type,
      accountId: session.accountId,
      region: place.region,
      credentials: session.credentials,
      limits,
      logger: crawl.logger.child({ account_id: session.accountId, region: place.region }),
      signal,
      kind: asked === 'job' ? 'auto' : asked,
      tuning: {
        concurrency: tuning.concurrency ?? 16,
        batchSize: tuning.batchSize ?? 100,
        masker: crawl.masker ?? createMasker(),
        search: tuning.search ?? true,
        tags: tuning.tags ?? true,
        overlapMs: (tuning.overlapSeconds ?? 600) * 1000,
        timeoutMs: (tuning.timeoutSeconds ?? 15) * 1000,
        unreachableAfterMs: (tuning.unreachableAfterSeconds ?? 60) * 1000,
        backlogMs: tuning.backlogSeconds === undefined ? undefined : tuning.backlogSeconds * 1000,
      },
      onProgress,
      now: crawl.now,
    };
    if (job === undefined) {
      const outcome = await crawlTarget(options);
      const target = { account_id: session.accountId, region: place.region };
      await retryLostConnections(() => maintainProjections(db, type, target), { signal });
      return outcome;
    }
    await beginTarget(db, targetId, { kind: 'job', worker: leaseHolder });
    return await crawlOne(options, job);
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
