import type { Item, Target } from './target.ts';

export interface CallCount {
  calls: number;
  /** Throttled calls, by quota or fault. */
  throttled: number;
  /** Calls with any other error. */
  errors: number;
  /** Calls that a fault ended: reset, truncated or unreachable. */
  broken: number;
}

export interface CallFilter {
  readonly accountId?: string;
  readonly region?: string;
  readonly operation?: string;
}

/** Statistics of the simulator's calls. */
export class SimulatorStats {
  readonly #counts = new Map<string, CallCount>();
  readonly #generated = new Map<Target, Uint16Array>();
  readonly #put = new Map<string, number>();

  /** Returns the counter of a call, which the caller increments. */
  count(accountId: string, region: string, operation: string): CallCount {
    const key = `${accountId}/${region}/${operation}`;
    let count = this.#counts.get(key);
    if (count === undefined) {
      count = { calls: 0, throttled: 0, errors: 0, broken: 0 };
      this.#counts.set(key, count);
    }
    return count;
  }

  /** Returns the sums over the matching accounts, regions and operations. */
  calls(filter: CallFilter = {}): CallCount {
    const sum = { calls: 0, throttled: 0, errors: 0, broken: 0 };
    for (const [key, count] of this.#counts) {
      const [accountId, region, operation] = key.split('/');
      if (
        (filter.accountId ?? accountId) !== accountId ||
        (filter.region ?? region) !== region ||
        (filter.operation ?? operation) !== operation
      )
        continue;
      sum.calls += count.calls;
      sum.throttled += count.throttled;
      sum.errors += count.errors;
      sum.broken += count.broken;
    }
    return sum;
  }

  /** Returns all counts by `account/region/operation`. */
  all(): Record<string, Readonly<CallCount>> {
    return Object.fromEntries([...this.#counts].map(([key, count]) => [key, { ...count }]));
  }

  described(target: Target, item: Item, jobs: number): void {
    if (typeof item !== 'number') {
      const key = this.#putKey(target, item);
      this.#put.set(key, (this.#put.get(key) ?? 0) + 1);
      return;
    }
    let counts = this.#generated.get(target);
    if (counts === undefined || counts.length <= item) {
      const grown = new Uint16Array(Math.max(jobs, item + 1024));
      if (counts !== undefined) grown.set(counts);
      counts = grown;
      this.#generated.set(target, counts);
    }
    counts[item] = (counts[item] ?? 0) + 1;
  }

  /** Returns how often a resource was described successfully. */
  describes(target: Target, item: Item): number {
    if (typeof item === 'number') return this.#generated.get(target)?.[item] ?? 0;
    return this.#put.get(this.#putKey(target, item)) ?? 0;
  }

  /** Returns how many resources were described at least `times` times. */
  jobsDescribed(times = 1): number {
    let jobs = 0;
    for (const counts of this.#generated.values()) for (const count of counts) if (count >= times) jobs++;
    for (const count of this.#put.values()) if (count >= times) jobs++;
    return jobs;
  }

  reset(): void {
    this.#counts.clear();
    this.#generated.clear();
    this.#put.clear();
  }

  #putKey(target: Target, item: Item): string {
    return `${target.accountId}/${target.region}/${target.type.name}/${target.nameOf(item)}`;
  }
}
