import type { Logger } from 'pino';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import type { CrawlSettings } from '../../../config/crawl-section.ts';
import { readTargetState } from '../../../db/crawl/runs.ts';
import type { CrawlKind, ResourceCounts, TargetKind, TargetStatus } from '../../../db/crawl/schema.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { countExisting, newestId } from '../../../db/crawl/target-size.ts';
import { countBacklog } from '../../../db/crawl/unsettled.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { OpenSession } from '../account-session.ts';
import { openApi } from '../aws/open-api.ts';
import { pageSize, type ResourceApi } from '../aws/resource-api.ts';
import type { Crawler } from '../crawler.ts';
import type { DescribeContext } from '../describe/describe-resource.ts';
import { type PartCache, PartReader } from '../describe/part-reader.ts';
import { TagReader } from '../describe/tag-reader.ts';
import { CallCounts } from './call-counts.ts';
import { classifyFailure } from './classify-failure.ts';
import { confirmMissing } from './confirm-missing.ts';
import { DescribeStage } from './describe-stage.ts';
import { describeUnsettled, type UnsettledRows } from './describe-unsettled.ts';
import { type Listing, listStage } from './list-stage.ts';
import { OpenTags } from './open-tags.ts';
import { Revisits } from './revisits.ts';
import { SearchStage } from './search-stage.ts';
import { settleNotFound } from './settle-not-found.ts';
import { StoreStage } from './store-stage.ts';
import { Tally } from './tally.ts';
import { TargetStorage } from './target-storage.ts';

/** A target, to be crawled whole or for one resource. */
export interface TargetOptions {
  readonly crawler: Crawler;
  readonly type: AnyResourceType;
  readonly session: OpenSession;
  readonly region: string;
  readonly signal: AbortSignal;
}

export interface CrawlTargetOptions extends TargetOptions {
  readonly logger: Logger;
  readonly kind: CrawlKind;
  /** Called when the kind of crawl is known, and then about once a second. */
  readonly onProgress?: ((progress: TargetProgress) => void) | undefined;
}

export interface TargetProgress {
  readonly kind: TargetKind;
  readonly jobs: ResourceCounts;
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
export async function crawlTarget(options: CrawlTargetOptions): Promise<TargetOutcome> {
  const { crawler, type, session, region, logger, signal } = options;
  const { masker, now = Date.now } = crawler;
  const { accountId } = session;
  const db = crawler.database.kysely;
  const target: TargetKey = { resourceType: type.name, accountId, region };
  const startedAt = new Date();
  const stop = new AbortController();
  const within = AbortSignal.any([signal, stop.signal]);
  const counts = new CallCounts();
  const tally = new Tally();
  const storage = new TargetStorage({ db, type, masker, tally, signal: within });
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
  const api = openApi(crawler, { type, session, region }, { counts, signal: within });
  using _ = api.caller;
  const revisits = new Revisits({ type, target, storage, kind, now });
  storage.onStored = (batch, rows) => revisits.stored(batch, rows);
  const { settings } = crawler;
  const shared = { api, target, storage, tally, revisits, logger, masker, settings, parts: crawler.parts };
  const crawl = new TargetCrawl(shared, { startedAt, kind });
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

/** What the stages of a target's crawl share. */
interface TargetParts {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  readonly masker: Masker;
  readonly settings: CrawlSettings;
  readonly parts: PartCache;
}

/** The stages of one crawl, and their order. */
class TargetCrawl {
  /** See TargetOutcome. */
  watermark: string | null = null;
  readonly #parts: TargetParts;
  readonly #kind: TargetKind;
  readonly #startedAt: Date;
  readonly #context: DescribeContext;
  readonly #store: StoreStage;
  readonly #describe: DescribeStage;
  readonly #search: SearchStage | undefined;
  readonly #tried = new Set<number>();

  constructor(parts: TargetParts, { startedAt, kind }: { readonly startedAt: Date; readonly kind: TargetKind }) {
    this.#parts = parts;
    this.#kind = kind;
    this.#startedAt = startedAt;
    const { api, target, storage, tally, revisits, logger, masker, settings } = parts;
    const { accountId, region } = target;
    const { type } = api;
    const tags = new TagReader(api, settings.tags);
    const part = new PartReader(api, target, parts.parts, storage);
    this.#context = { api, type, accountId, region, masker, tags, parts: part };
    this.#store = new StoreStage({
      batchSize: settings.batch_size,
      delayMs: 200,
      store: (batch) => storage.store(batch),
    });
    this.#describe = new DescribeStage({
      context: this.#context,
      concurrency: settings.describe_concurrency,
      tally,
      revisits,
      logger,
      onObservation: (observation) => this.#store.add(observation),
    });
    this.#search =
      settings.search && type.search && type.describe
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
    const { api, target, storage, tally, revisits, settings } = this.#parts;
    await revisits.load();
    const upToId = await storage.run((db) => newestId(db, api.type));
    const overlapMs = settings.overlap_seconds * 1000;
    const youngAfter = this.#startedAt.getTime() - overlapMs;
    const { notFound } = this.#describe;
    let listing: Listing;
    let contradiction: string | undefined;
    if (this.#kind === 'full') {
      tally.expected = (await storage.run((db) => countExisting(db, api.type, target))) || undefined;
      this.#search?.start(undefined);
      [listing] = await Promise.all([this.#list(undefined, upToId), this.#inBackground(upToId)]);
      await this.#settled();
      contradiction = await confirmMissing({
        context: this.#context,
        target,
        storage,
        tally,
        concurrency: settings.describe_concurrency,
        notFound,
        youngAfter,
      });
    } else {
      listing = await this.#list(watermark === undefined ? undefined : watermark - overlapMs, upToId);
      await this.#search?.ended();
      await this.#settled();
      await this.#describeUnsettled({ completeness: 'described', upToId, tags: this.#openTags() });
    }
    await this.#revisit();
    await this.#completeRows();
    await this.#settled();
    const doubt = await settleNotFound({ api, storage, tally, revisits, notFound, youngAfter });
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

  /** Lists the target, and concurrently describes what can still change and, once everything in Search is stored, what Search lacks. */
  #list(createdAfter: number | undefined, upToId: number): Promise<Listing> {
    const { api, target, storage, tally, revisits } = this.#parts;
    const stages = { describe: this.#describe, search: this.#search };
    const startedAt = this.#startedAt;
    return listStage({ api, target, storage, tally, revisits, ...stages, createdAfter, upToId, startedAt });
  }

  /** Describes what can still change and, once everything in Search is stored, what Search lacks. */
  async #inBackground(upToId: number): Promise<void> {
    await this.#describeUnsettled({ completeness: 'described', upToId });
    await this.#search?.ended();
    await this.#completeRows();
  }

  /** Stores what was described before the crawl stopped. */
  async salvage(): Promise<void> {
    await this.#store.flush().catch(() => {});
    await this.#parts.revisits.flush().catch(() => {});
  }

  /** Waits until everything that was queued is described and stored. */
  async #settled(): Promise<void> {
    await this.#describe.idle();
    await this.#store.flush();
  }

  /** Describes the rows known before this crawl that can still change. */
  #openTags(): UnsettledRows['tags'] {
    const { api, target, storage, logger, settings } = this.#parts;
    if (!settings.tags) return undefined;
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
    for (const { name, arn, created_at } of this.#parts.revisits.due())
      await this.#describe.add({ name, arn: arn ?? undefined, created: created_at ?? undefined, tags: 'read' });
  }

  /** Describes the rows that lack what only a describe returns, within the time for it. */
  #completeRows(): Promise<void> {
    const { backlog_seconds } = this.#parts.settings;
    const until = backlog_seconds === undefined ? undefined : this.#startedAt.getTime() + backlog_seconds * 1000;
    return this.#describeUnsettled({ completeness: 'searched', until });
  }

  async #describeUnsettled(rows: UnsettledRows): Promise<void> {
    const { api, target, storage, tally, revisits } = this.#parts;
    const describe = this.#describe;
    await describeUnsettled({ api, target, storage, tally, revisits, describe, tried: this.#tried }, rows);
  }
}

/** Why a target is not complete. */
interface Problems {
  /** Reasons that only a full crawl can remove, if a full crawl had them. */
  readonly lasting: readonly string[];
  /** The unreadable jobs: recorded, and reported by every crawl until they can be read. */
  readonly unreadable: string | undefined;
}
