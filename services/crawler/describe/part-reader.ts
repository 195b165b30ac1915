import { LRUCache } from 'lru-cache';
import type { FlatRow } from '../../../catalog/flatten.ts';
import { findPart } from '../../../db/crawl/find-part.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { TargetStorage } from '../target/target-storage.ts';

type Members = Readonly<Record<string, unknown>>;

/** Parts that were read, by operation, place and name. A name can be used again once what had it is deleted. */
export type PartCache = LRUCache<string, Promise<Members>>;

export const openPartCache = (): PartCache => new LRUCache({ max: 10_000, ttl: 3_600_000 });

/** Reads the parts of resources that another operation returns, each name once. See CompletedBy. */
export class PartReader {
  readonly #api: ResourceApi;
  readonly #target: TargetKey;
  readonly #cache: PartCache;
  readonly #storage: Pick<TargetStorage, 'run'>;

  constructor(api: ResourceApi, target: TargetKey, cache: PartCache, storage: Pick<TargetStorage, 'run'>) {
    this.#api = api;
    this.#target = target;
    this.#cache = cache;
    this.#storage = storage;
  }

  /** Returns a describe response with its part, or unchanged if the service no longer has the part. Throws CallError. */
  async complete(response: Members): Promise<Members> {
    const { completedBy } = this.#api.type.describe ?? {};
    const name = completedBy && response[completedBy.by];
    if (!completedBy || typeof name !== 'string') return response;
    const part = await this.#read(completedBy.operation, name);
    return part ? { ...response, [completedBy.member]: part } : response;
  }

  /** Returns a row with its stored part if the service no longer has the part. */
  async keep(row: FlatRow): Promise<FlatRow> {
    const { type } = this.#api;
    const { completedBy } = type.describe ?? {};
    const columnOf = (member: string) => type.columns.find((column) => column.member === member)?.name ?? member;
    if (!completedBy || row[columnOf(completedBy.member)] !== null || row[columnOf(completedBy.by)] === null)
      return row;
    const [part, by] = [columnOf(completedBy.member), columnOf(completedBy.by)];
    const stored = await this.#storage.run((db) => findPart(db, type, { part, by }, row));
    return stored === null ? row : { ...row, [part]: stored };
  }

  async #read(operation: string, name: string): Promise<Members | undefined> {
    const { accountId, region } = this.#target;
    const key = `${operation} ${accountId} ${region} ${name}`;
    const reading = this.#cache.get(key) ?? this.#api.part(name);
    this.#cache.set(key, reading, { noUpdateTTL: true });
    try {
      return await reading;
    } catch (error) {
      this.#cache.delete(key);
      if (error instanceof CallError && error.kind === 'missing') return undefined;
      throw error;
    }
  }
}
