import type { Kysely } from 'kysely';
import {
  type CachedDiscovery,
  readDiscoveryCache,
  recordDiscoveryFailure,
  saveDiscovery,
} from '../../../db/discovery/cache.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { errorLine } from '../aws/failure.ts';

export interface DiscoveryCacheOptions {
  readonly db: Kysely<DatabaseSchema>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Bypasses the cache. */
  readonly refresh: boolean;
  readonly signal: AbortSignal;
}

interface CachePolicy {
  /** What the results depend on besides their subjects: results of another scope are ignored. */
  readonly scope: string;
  /** Milliseconds for which a result is valid. */
  readonly lifetimeMs: number;
  /** Milliseconds for which a failed request is not repeated. */
  readonly retryAfterMs: number;
}

/** A result, or an old one and why there is no newer one, or only why there is none. */
export interface CachedResult<Value> {
  readonly value: Value | undefined;
  /** Milliseconds since the epoch; undefined without a value. */
  readonly at: number | undefined;
  readonly problem: string | undefined;
}

interface CacheRequest<Value> {
  readonly subject: string;
  readonly fetch: () => Promise<Value>;
  /** Returns whether a result lacks something that the cached one has; if so, it is fetched once more, and both results are merged. */
  readonly isMissingSome: (answer: Value, cached: Value) => boolean;
  readonly merge: (one: Value, other: Value) => Value;
}

/** Results cached in the database. A failed request gets the cached result, however old. */
export class DiscoveryCache {
  readonly #options: DiscoveryCacheOptions;

  constructor(options: DiscoveryCacheOptions) {
    this.#options = options;
  }

  /** Returns results in the order of the requests. Throws only database errors, and the signal's reason. */
  async read<Value>(
    requests: readonly CacheRequest<Value>[],
    policy: CachePolicy,
    limit: (fetch: () => Promise<CachedResult<Value>>) => Promise<CachedResult<Value>> = (fetch) => fetch(),
  ): Promise<CachedResult<Value>[]> {
    const { db } = this.#options;
    const subjects = requests.map(({ subject }) => subject);
    const cached = await readDiscoveryCache(db, subjects, policy.scope);
    return Promise.all(
      requests.map((request) => {
        const answer = cached.get(request.subject);
        return answer && !this.#isDue(answer, policy)
          ? cachedResult<Value>(answer, answer.problem ?? undefined)
          : limit(() => this.#fetch(request, policy.scope, answer));
      }),
    );
  }

  #isDue({ discovered_at, tried_at, problem }: CachedDiscovery, { lifetimeMs, retryAfterMs }: CachePolicy): boolean {
    const { now, refresh } = this.#options;
    if (refresh) return true;
    if (problem !== null && now() - Date.parse(tried_at) < retryAfterMs) return false;
    return discovered_at === null || now() - Date.parse(discovered_at) >= lifetimeMs;
  }

  async #fetch<Value>(
    { subject, fetch, isMissingSome, merge }: CacheRequest<Value>,
    scope: string,
    cached: CachedDiscovery | undefined,
  ): Promise<CachedResult<Value>> {
    const { db, now, signal } = this.#options;
    const at = new Date(now());
    let value: Value;
    try {
      value = await fetch();
      const before = cachedResult<Value>(cached, undefined).value;
      // A shorter result may be a truncated listing: only what two of them lack is gone.
      if (before !== undefined && isMissingSome(value, before)) value = merge(value, await fetch());
    } catch (error) {
      signal.throwIfAborted();
      await recordDiscoveryFailure(db, { subject, scope, problem: errorLine(error), at });
      return cachedResult<Value>(cached, errorLine(error));
    }
    await saveDiscovery(db, { subject, scope, value, at });
    return { value, at: at.getTime(), problem: undefined };
  }
}

const cachedResult = <Value>(
  cached: CachedDiscovery | undefined,
  problem: string | undefined,
): CachedResult<Value> => ({
  // `saveDiscovery` stored this subject's result of the same request.
  value: (cached?.value ?? undefined) as Value | undefined,
  at: cached?.discovered_at ? Date.parse(cached.discovered_at) : undefined,
  problem,
});
