import type { Logger } from 'pino';
import type { UnsettledRow } from '../../../db/crawl/unsettled.ts';
import { isOlder, modifiedAt, type Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import { pageSize, type ResourceApi } from '../aws/resource-api.ts';
import { type Observer, observe } from '../describe/observe.ts';

export interface OpenTagsOptions {
  readonly api: ResourceApi;
  readonly observer: Observer;
  readonly logger: Logger;
  /** How many jobs may have their tags read one by one because Search lags; beyond that Search's tags are used. */
  readonly allowance: () => Promise<number>;
}

/** Returns whether the tags of a described job must still be read. */
export type NeedsTags = (described: Observation['row']) => Promise<boolean>;

/**
 * Reads the tags of open jobs with Search, a hundred per call. A job's own tags are read if Search does not know it, returns other tags than
 * the catalog has, or returns an older state than a describe. If Search cannot be used, all are read one by one.
 */
export class OpenTags {
  readonly #options: OpenTagsOptions;
  #unavailable = false;
  #allowance: Promise<number> | undefined;
  #asked = 0;

  constructor(options: OpenTagsOptions) {
    this.#options = options;
  }

  /** Returns the test for each of the rows; undefined if its tags must be read in any case. */
  async read(rows: readonly UnsettledRow[]): Promise<(row: UnsettledRow) => NeedsTags | undefined> {
    const found = new Map<string, Observation>();
    for (let from = 0; from < rows.length && !this.#unavailable; from += pageSize)
      for (const one of await this.#search(rows.slice(from, from + pageSize))) found.set(...one);
    return ({ arn, created, tags }) => {
      const shown = found.get(`${arn} ${created}`);
      if (!shown || JSON.stringify(shown.row.tags) !== JSON.stringify(tags)) return undefined;
      return (described) => this.#lags(shown, described);
    };
  }

  async #lags(shown: Observation, described: Observation['row']): Promise<boolean> {
    const { api, allowance } = this.#options;
    if (!isOlder(api.type, shown, { modified: modifiedAt(api.type, described), settled: false })) return false;
    this.#allowance ??= allowance();
    return ++this.#asked <= (await this.#allowance);
  }

  async #search(rows: readonly UnsettledRow[]): Promise<[identity: string, shown: Observation][]> {
    const { api, observer, logger } = this.#options;
    const { key } = api.type;
    try {
      const records = await api.searchByName(rows.map(({ name }) => name));
      return records.flatMap(({ record, tags }) => {
        const observed = observe(observer, record, { source: 'search', tags });
        if (!observed.ok) return [];
        const { row } = observed.observation;
        return [[`${row[key.arn]} ${row[key.createdAt]}`, observed.observation]];
      });
    } catch (error) {
      if (!(error instanceof CallError) || (error.kind === 'transient' && api.caller.isUnreachable)) throw error;
      this.#unavailable = true;
      logger.warn({ operation: 'Search' }, `tags of open jobs are asked for one by one: ${error.message}`);
      return [];
    }
  }
}
