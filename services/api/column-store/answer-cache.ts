import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { RequestedRows } from '../selection.ts';
import type { ColumnStore } from './column-store.ts';

/** Longer responses are not cached, since two hundred of them would take too much memory. */
const maxCachedLength = 2000;

/**
 * Caches responses until the store reads another row, so that dashboards with the same request share one computation. Responses that depend
 * on the time of the request are not cached.
 */
export class AnswerCache {
  readonly #kept = new LRUCache<string, { readonly revision: number; readonly answer: unknown }>({ max: 200 });

  async of<Answer>(
    store: ColumnStore | undefined,
    { accounts, asOf }: RequestedRows,
    { routeOptions, query }: FastifyRequest,
    compute: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const asked = `${routeOptions.url} ${JSON.stringify(query)}`;
    const key = `${accounts === 'all' ? accounts : JSON.stringify(accounts)} ${asked}`;
    // Both routes have it in their schemas.
    const { limit = 0 } = query as { limit?: number };
    const isTimeless = asOf === undefined && !asked.includes('now');
    if (!store || !isTimeless || limit > maxCachedLength) return compute();
    const { revision } = store;
    const kept = this.#kept.get(key);
    // The route and its parameters determine the type of the response.
    if (kept?.revision === revision) return kept.answer as Promise<Answer>;
    const answer = compute();
    this.#kept.set(key, { revision, answer });
    Promise.resolve(answer).catch(() => this.#kept.delete(key));
    return answer;
  }
}
