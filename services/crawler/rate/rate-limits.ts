import { ratesOf } from '../../../catalog/operations.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { CrawlSettings } from '../../../config/crawl-section.ts';
import { TokenBucket } from './token-bucket.ts';

export type RateSettings = Pick<CrawlSettings, 'requests_per_second' | 'rates_per_account' | 'share'>;

/** One token bucket per account, region and operation, shared by all crawls of this process. */
export class RateLimits {
  readonly #settings: RateSettings;
  /** Requests per second by operation. */
  readonly #rates: Readonly<Record<string, number | undefined>>;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(types: readonly AnyResourceType[], settings: RateSettings) {
    this.#settings = settings;
    const { operations, ...byPurpose } = settings.requests_per_second;
    this.#rates = { ...ratesOf(types, byPurpose), ...operations };
  }

  bucket(accountId: string, region: string, operation: string): TokenBucket {
    const { rates_per_account, share } = this.#settings;
    const key = `${accountId} ${rates_per_account ? '' : region} ${operation}`;
    const known = this.#buckets.get(key);
    if (known) return known;
    const rate = this.#rates[operation];
    if (rate === undefined) throw new TypeError(`no resource type names the operation ${operation}`);
    const bucket = new TokenBucket(rate * share);
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
