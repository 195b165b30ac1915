import type { Logger } from 'pino';
import type { FlatRow } from '../../../catalog/flatten.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { type CataloguedRow, findKnown } from '../../../db/crawl/find-known.ts';
import { fingerprintsOf, type Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import type { Page, PageRequest, ResourceApi, SearchRecord } from '../aws/resource-api.ts';
import { type Observer, observe } from '../describe/observe.ts';
import { BoundedQueue } from './bounded-queue.ts';
import type { DescribeItem } from './describe-stage.ts';
import type { Revisits } from './revisits.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

export interface SearchStageOptions {
  readonly api: ResourceApi;
  readonly observer: Observer;
  readonly storage: TargetStorage;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  /** Takes rows on which Search and the catalog disagree: a describe decides. */
  readonly settle: (item: DescribeItem) => Promise<void>;
}

/**
 * Fills the catalog from Search, oldest first, 100 records with their tags per call. Search is never authoritative: it inserts unknown
 * resources, updates rows that only Search has shown, and hands over those that contradict a described row. If Search cannot be used, this
 * stage ends, and the crawl continues without it.
 */
export class SearchStage {
  /** Why Search could not be used, or stopped; undefined while it works. */
  unavailable: string | undefined;
  readonly #options: SearchStageOptions;
  /** The next page is requested while one is stored. */
  readonly #queue = new BoundedQueue({ concurrency: 1, waiting: 0 });
  #running: Promise<void> | undefined;
  #frontier = '';
  #ended = false;
  readonly #shown = new Set<number>();

  constructor(options: SearchStageOptions) {
    this.#options = options;
  }

  /** Starts to search for what was created after a moment, in milliseconds; a second call changes nothing. */
  start(createdAfter: number | undefined): void {
    this.#running ??= this.#run(createdAfter)
      .catch((error: unknown) => this.#queue.fail(error))
      .finally(() => {
        this.#ended = true;
        this.#queue.notify();
      });
  }

  get started(): boolean {
    return this.#running !== undefined;
  }

  /** Resolves when everything in Search up to a creation time (ISO 8601) is stored. */
  passed(created: string): Promise<void> {
    return this.#queue.until(() => this.#ended || this.#frontier > created);
  }

  /** Returns whether Search has shown a row that the catalog had before, by its id, and forgets it. For rows it never shows, tags are read one by one. */
  hasShown(id: number): boolean {
    return this.#shown.delete(id);
  }

  /** Resolves when Search is finished. */
  ended(): Promise<void> {
    return this.#queue.until(() => this.#ended || !this.started);
  }

  async #run(createdAfter: number | undefined): Promise<void> {
    const { tally } = this.#options;
    for (let nextToken: string | undefined; ; ) {
      const page = await this.#page({ createdAfter, nextToken });
      if (!page) break;
      if (createdAfter === undefined && page.total !== undefined) tally.expected = page.total;
      await this.#queue.add(() => this.#take(page.items));
      if (page.nextToken === undefined) break;
      if (page.nextToken === nextToken) {
        this.unavailable = 'Search repeats a page token';
        break;
      }
      nextToken = page.nextToken;
    }
    await this.#queue.idle();
  }

  /** Returns a page; undefined if Search cannot be used, which only makes the crawl more expensive. */
  async #page(request: PageRequest): Promise<Page<SearchRecord> | undefined> {
    const { api, logger } = this.#options;
    try {
      return await api.search(request);
    } catch (error) {
      if (!(error instanceof CallError) || (error.kind === 'transient' && api.caller.isUnreachable)) throw error;
      this.unavailable = error.message;
      logger.warn({ operation: 'Search' }, `going on without Search: ${error.message}`);
      return undefined;
    }
  }

  async #take(records: readonly SearchRecord[]): Promise<void> {
    const { api, observer, storage, revisits, logger, settle } = this.#options;
    const { type } = api;
    const observations: Observation[] = [];
    for (const { record, tags } of records) {
      const observed = observe(observer, record, { source: 'search', tags });
      // Not counted as failed: a describe decides.
      if (observed.ok) observations.push(observed.observation);
      else logger.warn({ operation: 'Search' }, observed.error.message);
    }
    if (observations.length === 0) return;
    const identity = ({ row }: Observation) => ({
      arn: String(row[type.key.arn]),
      created: String(row[type.key.createdAt]),
    });
    const known = await storage.run((db) => findKnown(db, type, observations.map(identity)));
    const toStore: Observation[] = [];
    const toSettle: DescribeItem[] = [];
    let reached = this.#frontier;
    for (const observation of observations) {
      const { arn, created } = identity(observation);
      const row = known.get(`${arn} ${created}`);
      if (row) this.#shown.add(row.id);
      if (!row || row.completeness === 'searched') {
        // A row marked as deleted is restored only by a describe.
        if (!row?.deleted_at) toStore.push(observation);
      } else if (hasOtherTags(observation.row, row) || (row.settled && hasOtherValues(type, observation.row, row))) {
        // This crawl reads the unsettled ones anyway, except for their tags.
        toSettle.push({ name: row.name, arn, created, id: row.id, tags: 'read', once: true });
      }
      if (created > reached) reached = created;
    }
    await storage.store(toStore);
    for (const item of toSettle) if (!revisits.skips(item.name)) await settle(item);
    // Only after it is stored, since waiters then look it up in the catalog.
    this.#frontier = reached;
    this.#queue.notify();
  }
}

/** Returns whether Search has other values than a described row. */
const hasOtherValues = (type: AnyResourceType, shown: FlatRow, stored: CataloguedRow): boolean =>
  fingerprintsOf(type, shown).search !== stored.search_hash;

const hasOtherTags = ({ tags }: FlatRow, stored: CataloguedRow): boolean =>
  JSON.stringify(tags) !== JSON.stringify(stored.tags);
