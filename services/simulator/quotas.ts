/** Requests a second, per account, region and operation. */
export interface Quotas {
  readonly ListTrainingJobs: number;
  readonly Search: number;
  readonly DescribeTrainingJob: number;
  readonly ListTags: number;
}

/** List is what users report; for the others no rate is published, and these are cautious ones. */
export const DEFAULT_QUOTAS: Quotas = { ListTrainingJobs: 2, Search: 5, DescribeTrainingJob: 10, ListTags: 10 };

/** Token buckets that hold a second's worth. */
export class QuotaBuckets {
  readonly #rates: ReadonlyMap<string, number>;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** `clock` in milliseconds, monotone. */
  constructor(quotas: Partial<Quotas>, clock: () => number) {
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
