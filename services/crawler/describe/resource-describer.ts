import { setMaxListeners } from 'node:events';
import type { Kysely } from 'kysely';
import pLimit from 'p-limit';
import { isArnOf, parseArn } from '../../../catalog/arn.ts';
import type { ResourceLocation } from '../../../catalog/events/resource-event.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { openApi } from '../aws/open-api.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { Crawler } from '../crawler.ts';
import { CallCounts } from '../target/call-counts.ts';
import { describeResource } from './describe-resource.ts';
import { PartReader } from './part-reader.ts';
import { TagReader } from './tag-reader.ts';

/** Concurrent describes, beside those of the crawls. */
const concurrency = 4;

/** Describes single resources on request, beside the crawls: a few concurrently, and none twice at the same time. */
export class ResourceDescriber implements AsyncDisposable {
  readonly #crawler: Crawler;
  readonly #limit = pLimit(concurrency);
  readonly #apis = new Map<string, Promise<ResourceApi | undefined>>();
  /** Describes that wait for their turn, by ARN. */
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #running = new Set<Promise<void>>();

  constructor(crawler: Crawler) {
    this.#crawler = crawler;
    // Every running request adds a listener.
    setMaxListeners(0, crawler.signal);
  }

  /**
   * Describes a resource and stores the result. Never throws: if it fails, the next crawl describes the resource, as it does every row
   * that is not complete.
   */
  async describe(place: ResourceLocation): Promise<void> {
    const { logger, signal } = this.#crawler;
    if (signal.aborted) return;
    const waiting = this.#waiting.get(place.arn);
    if (waiting) return waiting;
    const described = this.#limit(async () => {
      // An event from now on may be newer than the response, so it gets its own describe.
      this.#waiting.delete(place.arn);
      await this.#describe(place);
    })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const { accountId: account_id, region, name: resource } = place;
        logger.warn({ account_id, region, resource, err: error }, 'a resource was not described');
      })
      .finally(() => this.#running.delete(described));
    this.#waiting.set(place.arn, described);
    this.#running.add(described);
    return described;
  }

  async #describe({ accountId, region, name, arn }: ResourceLocation): Promise<void> {
    const { database, settings, masker, signal, resourceTypes } = this.#crawler;
    const parsed = parseArn(arn);
    const type = resourceTypes.find((one) => parsed !== undefined && isArnOf(one, parsed));
    const api = type && (await this.#api(type, accountId, region));
    if (!api) return;
    const tags = new TagReader(api, settings.tags);
    const run = <Result>(query: (db: Kysely<DatabaseSchema>) => Promise<Result>) =>
      retryLostConnections(() => query(database.kysely), { signal });
    const target = { resourceType: type.name, accountId, region };
    const parts = new PartReader(api, target, this.#crawler.parts, { run });
    const context = { api, type, accountId, region, masker, tags, parts };
    const described = await describeResource(context, { name, arn, tags: 'read' }, async (observation) => {
      await run((db) => storeRows(db, type, [observation], { masker }));
    });
    if ('error' in described) throw described.error;
  }

  /** Returns the API of an account and region; undefined if the account is not configured or its session cannot be opened. */
  #api(type: AnyResourceType, accountId: string, region: string): Promise<ResourceApi | undefined> {
    const key = `${type.name} ${accountId} ${region}`;
    const known = this.#apis.get(key);
    if (known) return known;
    const opening = this.#open(type, accountId, region);
    this.#apis.set(key, opening);
    // A role that cannot be assumed now may be assumed later.
    opening.then(
      (api) => api || this.#apis.delete(key),
      () => this.#apis.delete(key),
    );
    return opening;
  }

  async #open(type: AnyResourceType, accountId: string, region: string): Promise<ResourceApi | undefined> {
    const { sessions, signal } = this.#crawler;
    const session = await sessions.session(accountId);
    if (!session?.ok) return undefined;
    return openApi(this.#crawler, { type, session, region }, { counts: new CallCounts(), signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running);
    for (const opening of this.#apis.values()) (await opening.catch(() => undefined))?.caller[Symbol.dispose]();
  }
}
