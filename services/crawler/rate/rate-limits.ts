import { ratesOf } from '../../../catalog/operations.ts';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { TokenBucket } from './token-bucket.ts';

/** The requests per second of an operation. */
export interface Rate {
  readonly perSecond: number;
  /** Whether the regions of an account share them. */
  readonly perAccount?: boolean;
}

/** Rates by operation, e.g. `ListTrainingJobs`. */
export type Rates = Readonly<Record<string, Rate>>;

/** The initial rates of a crawl. */
export const defaultRates: Rates = Object.fromEntries(
  Object.entries(ratesOf(resourceTypes)).map(([operation, perSecond]) => [operation, { perSecond }]),
);

const otherwise: Rate = { perSecond: 5 };

/** One token bucket per account, region and operation, shared by all crawls of this process. */
export class RateLimits {
  readonly #rates: Rates;
  readonly #share: number;
  readonly #buckets = new Map<string, TokenBucket>();

  /** `share`: the part of each rate to use, from 0 to 1; the rest is for the account's other users. */
  constructor(rates: Rates = {}, share = 0.95) {
    this.#rates = { ...defaultRates, ...rates };
    this.#share = share;
  }

  bucket(accountId: string, region: string, operation: string): TokenBucket {
    const rate = this.#rates[operation] ?? otherwise;
    const key = `${accountId} ${rate.perAccount ? '' : region} ${operation}`;
    const known = this.#buckets.get(key);
    if (known) return known;
    const bucket = new TokenBucket(rate.perSecond * this.#share);
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
