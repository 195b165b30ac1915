import { ratesOf } from '../../catalog/operations.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** Requests per second by operation, for each account and region. */
export type Quotas = Readonly<Record<string, number>>;

/** Returns the quotas that a crawl respects by default. */
export const defaultQuotas = (types: readonly AnyResourceType[]): Quotas => ratesOf(types);

/** Token buckets, each with a capacity of one second. */
export class QuotaBuckets {
  readonly #rates: ReadonlyMap<string, number>;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** `clock`: milliseconds, monotonic. */
  constructor(quotas: Quotas, clock: () => number) {
    this.#rates = new Map(Object.entries(quotas));
    this.#clock = clock;
  }

  /** Takes one token; returns false if there is none. */
  take(accountId: string, region: string, operation: string): boolean {
    const rate = this.#rates.get(operation);
    if (rate === undefined) return true;
    const now = this.#clock();
    const key = `${accountId}/${region}/${operation}`;
    const capacity = Math.max(1, rate);
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at: now };
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
