import type { Kysely } from 'kysely';
import { type CachedAnswer, readAnswers, recordFailure, saveAnswer } from '../../../db/discovery/cache.ts';
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

interface Patience {
  /** What the results depend on besides their subjects: results of another scope are ignored. */
  readonly scope: string;
  /** Milliseconds for which a result is valid. */
  readonly lifetimeMs: number;
  /** Milliseconds for which a failed request is not repeated. */
  readonly patienceMs: number;
}

/** A result, or an old one and why there is no newer one, or only why there is none. */
export interface CachedResult<Value> {
  readonly value: Value | undefined;
  /** Milliseconds since the epoch; undefined without a value. */
  readonly at: number | undefined;
  readonly problem: string | undefined;
}

interface Question<Value> {
  readonly subject: string;
  readonly ask: () => Promise<Value>;
  /** Returns whether a result lacks something that the cached one had; if so, it is fetched once more, and both results are merged. */
  readonly lacks: (answer: Value, kept: Value) => boolean;
  readonly join: (one: Value, other: Value) => Value;
}

/** Results cached in the database. A failed request gets the cached result, however old. */
export class DiscoveryCache {
  readonly #options: DiscoveryCacheOptions;

  constructor(options: DiscoveryCacheOptions) {
    this.#options = options;
  }

  /** Returns results in the order of the requests. Throws only database errors, and the signal's reason. */
  async recall<Value>(
    questions: readonly Question<Value>[],
    patience: Patience,
    limit: (ask: () => Promise<CachedResult<Value>>) => Promise<CachedResult<Value>> = (ask) => ask(),
  ): Promise<CachedResult<Value>[]> {
    const { db } = this.#options;
    const subjects = questions.map(({ subject }) => subject);
    const kept = await readAnswers(db, subjects, patience.scope);
    return Promise.all(
      questions.map((question) => {
        const answer = kept.get(question.subject);
        return answer && !this.#isDue(answer, patience)
          ? recalled<Value>(answer, answer.problem ?? undefined)
          : limit(() => this.#ask(question, patience.scope, answer));
      }),
    );
  }

  #isDue({ discovered_at, tried_at, problem }: CachedAnswer, { lifetimeMs, patienceMs }: Patience): boolean {
    const { now, refresh } = this.#options;
    if (refresh) return true;
    if (problem !== null && now() - Date.parse(tried_at) < patienceMs) return false;
    return discovered_at === null || now() - Date.parse(discovered_at) >= lifetimeMs;
  }

  async #ask<Value>(
    { subject, ask, lacks, join }: Question<Value>,
    scope: string,
    kept: CachedAnswer | undefined,
  ): Promise<CachedResult<Value>> {
    const { db, now, signal } = this.#options;
    const at = new Date(now());
    let value: Value;
    try {
      value = await ask();
      const before = recalled<Value>(kept, undefined).value;
      // A shorter result may be a truncated listing: only what two of them lack is gone.
      if (before !== undefined && lacks(value, before)) value = join(value, await ask());
    } catch (error) {
      signal.throwIfAborted();
      await recordFailure(db, { subject, scope, problem: errorLine(error), at });
      return recalled<Value>(kept, errorLine(error));
    }
    await saveAnswer(db, { subject, scope, value, at });
    return { value, at: at.getTime(), problem: undefined };
  }
}

const recalled = <Value>(kept: CachedAnswer | undefined, problem: string | undefined): CachedResult<Value> => ({
  // `saveAnswer` stored this subject's result of the same request.
  value: (kept?.value ?? undefined) as Value | undefined,
  at: kept?.discovered_at ? Date.parse(kept.discovered_at) : undefined,
  problem,
});
