import { ratesOf } from '../../catalog/operations.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** Requests a second by operation, per account and region. */
export type Quotas = Readonly<Record<string, number>>;

/** Those that a crawl keeps to by default: what users report of lists, and cautious ones for the others. */
export const defaultQuotas = (types: readonly AnyResourceType[]): Quotas => ratesOf(types);

/** Token buckets that hold a second's worth. */
export class QuotaBuckets {
  readonly #rates: ReadonlyMap<string, number>;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** `clock` in milliseconds, monotone. */
  constructor(quotas: Quotas, clock: () => number) {
    this.#rates = new Map(Object.entries(quotas));
    this.#clock = clock;
  }

  /** Takes one token, or says that there is none. */
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
