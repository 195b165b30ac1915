import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { readTargetState } from '../../../db/crawl/runs.ts';
import type { CrawlKind, JobCounts, TargetKind, TargetStatus } from '../../../db/crawl/schema.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { countExisting, newestId } from '../../../db/crawl/target-size.ts';
import { countBacklog } from '../../../db/crawl/unsettled.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { AccountCredentials } from '../aws/credentials.ts';
import { pageSize, ResourceApi } from '../aws/resource-api.ts';
import { SageMakerCaller } from '../aws/sagemaker-caller.ts';
import type { DescribeContext } from '../describe/describe-resource.ts';
import { TagReader } from '../describe/tag-reader.ts';
import type { RateLimits } from '../rate/rate-limits.ts';
import { CallCounts } from './call-counts.ts';
import { classifyFailure } from './classify-failure.ts';
import { confirmMissing } from './confirm-missing.ts';
import { DescribeStage } from './describe-stage.ts';
import { describeUnsettled, type UnsettledOptions } from './describe-unsettled.ts';
import { type Listing, listStage } from './list-stage.ts';
import { OpenTags } from './open-tags.ts';
import { Revisits } from './revisits.ts';
import { SearchStage } from './search-stage.ts';
import { settleUnfound } from './settle-unfound.ts';
import { StoreStage } from './store-stage.ts';
import { Tally } from './tally.ts';
import { TargetStorage } from './target-storage.ts';

export interface TargetOptions {
  readonly db: Kysely<DatabaseSchema>;
  readonly type: AnyResourceType;
  readonly accountId: string;
  readonly region: string;
  readonly credentials: AccountCredentials;
  readonly limits: RateLimits;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly kind: CrawlKind;
  readonly tuning: TargetTuning;
  /** Milliseconds since the epoch, for deciding which jobs have been open for too long; `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Called when the kind of crawl is known, and then about once per second. */
  readonly onProgress?: ((progress: TargetProgress) => void) | undefined;
}

export interface TargetTuning {
  /** Concurrent describes. */
  readonly concurrency: number;
  /** Rows per transaction. */
  readonly batchSize: number;
  /** Masks the secrets in what is read. */
  readonly masker: Masker;
  /** Whether Search may be used. */
  readonly search: boolean;
  /** Whether ListTags may be used. */
  readonly tags: boolean;
  /** Milliseconds by which a search for new jobs overlaps the known ones, for an index that lags. */
  readonly overlapMs: number;
  readonly timeoutMs: number;
  readonly unreachableAfterMs: number;
  /** Milliseconds after which the backlog of rows that only lack what Search lacks is left to the next crawl. */
  readonly backlogMs?: number | undefined;
}

export interface TargetProgress {
  readonly kind: TargetKind;
  readonly jobs: JobCounts;
  readonly expected: number | undefined;
  readonly api_calls: Readonly<Record<string, number>>;
  readonly throttles: number;
}

/** How the crawl of a target ended, and how complete the result is. */
export interface TargetOutcome extends TargetProgress {
  readonly status: TargetStatus;
  readonly reason: string | null;
  readonly startedAt: Date;
  /** ISO 8601: everything created up to then is known. Null if the listing was incomplete. */
  readonly watermark: string | null;
  /** Why a full crawl that ran to its end is not complete; undefined for other crawls. */
  readonly fullProblem?: string | null;
  /** Whether a retry may succeed a little later. */
  readonly isTransient: boolean;
}

/** Crawls one account and region. Service failures are in the outcome; throws local errors, and the signal's reason. */
export async function crawlTarget(options: TargetOptions): Promise<TargetOutcome> {
  const { db, type, accountId, region, logger, tuning, signal } = options;
  const target: TargetKey = { resourceType: type.name, accountId, region };
  const startedAt = new Date();
  const stop = new AbortController();
  const within = AbortSignal.any([signal, stop.signal]);
  const counts = new CallCounts();
  const tally = new Tally();
  const storage = new TargetStorage({ db, type, masker: tuning.masker, tally, signal: within });
  const state = await storage.run((database) => readTargetState(database, target));
  const kind = kindOf(type, options.kind, state?.watermark);
  const progress = (): TargetProgress => ({
    kind,
    jobs: tally.counts,
    expected: tally.expected,
    api_calls: counts.calls,
    throttles: counts.throttles,
  });
  options.onProgress?.(progress());
  const ticking = setInterval(() => options.onProgress?.(progress()), 1000);
  using caller = new SageMakerCaller({ ...options, ...tuning, counts, signal: within });
  const api = new ResourceApi(type, caller);
  const revisits = new Revisits({ type, target, storage, kind, now: options.now ?? Date.now });
  storage.onStored = (batch, rows) => revisits.stored(batch, rows);
  const crawl = new TargetCrawl({ api, target, storage, tally, revisits, logger, tuning, startedAt, kind });
  let ended: Pick<TargetOutcome, 'status' | 'reason' | 'isTransient' | 'fullProblem'>;
  try {
    const watermark = state?.watermark ? Date.parse(state.watermark) : undefined;
    const { lasting, unreadable } = await crawl.run(kind === 'incremental' ? watermark : undefined);
    const found = lasting.join('; ') || null;
    // An incremental crawl builds on the last full one, and cannot be more complete.
    const before = kind === 'incremental' && state?.full_problem ? `the last full crawl: ${state.full_problem}` : null;
    const reason = [unreadable, found, before].filter((one) => typeof one === 'string').join('; ') || null;
    if (tally.postponed > 0) logger.info({ jobs: tally.postponed }, 'jobs that were left alone; see crawl_revisit');
    ended = {
      status: reason === null ? 'complete' : 'partial',
      reason,
      isTransient: false,
      ...(kind === 'full' && { fullProblem: found }),
    };
  } catch (error) {
    await crawl.salvage();
    signal.throwIfAborted();
    ended = classifyFailure(error, tally.hasBegun);
    logger.warn({ err: error, status: ended.status }, ended.reason ?? '');
  } finally {
    clearInterval(ticking);
    stop.abort();
  }
  tally.backlog = await retryLostConnections(() => countBacklog(db, type, target), { signal });
  return { ...progress(), ...ended, startedAt, watermark: laterOf(crawl.watermark, state?.watermark ?? null) };
}

/** Types that are never described are always listed completely, since only the listing shows changes. */
const kindOf = (type: AnyResourceType, asked: CrawlKind, watermark: string | null | undefined): TargetKind =>
  asked === 'full' || !watermark || !type.describe ? 'full' : 'incremental';

const laterOf = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

interface TargetCrawlOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  readonly tuning: TargetTuning;
  readonly startedAt: Date;
  readonly kind: TargetKind;
}

/** The stages of one crawl, and their order. */
class TargetCrawl {
  /** See TargetOutcome. */
  watermark: string | null = null;
  readonly #options: TargetCrawlOptions;
  readonly #store: StoreStage;
  readonly #context: DescribeContext;
  readonly #describe: DescribeStage;
  readonly #search: SearchStage | undefined;
  readonly #tried = new Set<number>();

  constructor(options: TargetCrawlOptions) {
    this.#options = options;
    const { api, target, storage, tally, revisits, logger, tuning } = options;
    const { accountId, region } = target;
    const { masker } = tuning;
    const tags = new TagReader(api, tuning.tags);
    this.#context = { api, type: api.type, accountId, region, masker, tags };
    this.#store = new StoreStage({ batchSize: tuning.batchSize, delayMs: 200, store: (batch) => storage.store(batch) });
    this.#describe = new DescribeStage({
      context: this.#context,
      concurrency: tuning.concurrency,
      tally,
      revisits,
      logger,
      onObservation: (observation) => this.#store.add(observation),
    });
    this.#search =
      tuning.search && api.type.search && api.type.describe
        ? new SearchStage({
            api,
            observer: this.#context,
            storage,
            tally,
            revisits,
            logger,
            settle: (item) => this.#describe.add(item),
          })
        : undefined;
  }

  /** Returns why the target is not complete, if it is not. */
  async run(watermark: number | undefined): Promise<Problems> {
    const { api, target, storage, tally, revisits, tuning, startedAt, kind } = this.#options;
    await revisits.load();
    const upToId = await storage.run((db) => newestId(db, api.type));
    const createdAfter = watermark === undefined ? undefined : watermark - tuning.overlapMs;
    const youngAfter = startedAt.getTime() - tuning.overlapMs;
    const { unfound } = this.#describe;
    if (kind === 'full') tally.expected = (await storage.run((db) => countExisting(db, api.type, target))) || undefined;
    const list = () =>
      listStage({
        ...this.#options,
        describe: this.#describe,
        search: this.#search,
        createdAfter,
        startedAt,
        upToId,
      });
    let listing: Listing;
    let contradiction: string | undefined;
    if (kind === 'full') {
      this.#search?.start(undefined);
      [listing] = await Promise.all([list(), this.#inBackground(upToId)]);
      await this.#settled();
      contradiction = await confirmMissing({
        context: this.#context,
        target,
        storage,
        tally,
        concurrency: tuning.concurrency,
        unfound,
        youngAfter,
      });
    } else {
      listing = await list();
      await this.#search?.ended();
      await this.#settled();
      await this.#readUnsettled({ upToId, tags: this.#openTags() });
    }
    await this.#revisit();
    await this.#completeRows();
    await this.#settled();
    const doubt = await settleUnfound({ ...this.#options, unfound, youngAfter });
    await revisits.flush();
    tally.postponed = revisits.postponed;
    this.watermark = contradiction === undefined && listing.unreadable === 0 ? (listing.newest ?? null) : null;
    const lasting = [];
    if (listing.unreadable > 0) lasting.push(`${listing.unreadable} listed jobs have no name that can be read`);
    if (contradiction !== undefined) lasting.push(contradiction);
    if (doubt !== undefined) lasting.push(doubt);
    if (this.#context.tags.denied !== undefined) lasting.push(`tags are not read: ${this.#context.tags.denied}`);
    return { lasting, unreadable: await revisits.problem() };
  }

  /** Describes beside the listing: what can still change, and, once everything in Search is stored, what Search lacks. */
  async #inBackground(upToId: number): Promise<void> {
    await this.#readUnsettled({ upToId, tags: undefined });
    await this.#search?.ended();
    await this.#completeRows();
  }

  /** Stores what was described before the crawl stopped. */
  async salvage(): Promise<void> {
    await this.#store.flush().catch(() => {});
    await this.#options.revisits.flush().catch(() => {});
  }

  /** Waits until everything that was queued is described and stored. */
  async #settled(): Promise<void> {
    await this.#describe.idle();
    await this.#store.flush();
  }

  /** Describes the rows known before this crawl that can still change. */
  async #readUnsettled(which: { upToId: number; tags: UnsettledOptions['tags'] }): Promise<void> {
    await describeUnsettled({
      ...this.#options,
      ...which,
      describe: this.#describe,
      completeness: 'described',
      tried: this.#tried,
      onTried: (id) => this.#remember(id),
    });
  }

  /** Returns how the tags of open jobs are read, if the crawl does not search through all of them. */
  #openTags(): UnsettledOptions['tags'] {
    const { api, target, storage, logger, tuning } = this.#options;
    if (!tuning.tags) return undefined;
    if (!this.#search || this.#search.unavailable !== undefined) return 'one by one';
    return new OpenTags({
      api,
      observer: this.#context,
      logger,
      // A full crawl, which searches and lists everything, would take this many more calls.
      allowance: async () => Math.ceil((await storage.run((db) => countExisting(db, api.type, target))) / pageSize),
    });
  }

  /** Describes the jobs that could not be read, or have been open for too long, if they are due. */
  async #revisit(): Promise<void> {
    await this.#settled();
    for (const { name, arn, created_at } of this.#options.revisits.due())
      await this.#describe.add({ name, arn: arn ?? undefined, created: created_at ?? undefined, tags: 'read' });
  }

  /** Describes the rows that lack what only a describe returns, within the time for it. */
  async #completeRows(): Promise<void> {
    const { tuning, startedAt } = this.#options;
    await describeUnsettled({
      ...this.#options,
      describe: this.#describe,
      completeness: 'searched',
      until: tuning.backlogMs === undefined ? undefined : startedAt.getTime() + tuning.backlogMs,
      tried: this.#tried,
      onTried: (id) => this.#remember(id),
    });
  }

  #remember(id: number): void {
    if (this.#tried.size < 100_000) this.#tried.add(id);
  }
}

/** Why a target is not complete. */
interface Problems {
  /** Reasons that only a full crawl can remove, if a full crawl had them. */
  readonly lasting: readonly string[];
  /** The unreadable jobs: recorded, and reported by every crawl until they can be read. */
  readonly unreadable: string | undefined;
}
