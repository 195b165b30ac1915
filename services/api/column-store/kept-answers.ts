import type { FastifyRequest } from 'fastify';
import type { RequestedRows } from '../selection.ts';
import type { ColumnStore } from './column-store.ts';

const maxKept = 200;
/** Longer answers are not kept: two hundred of them would be too much to hold. */
const maxKeptLength = 2000;

/**
 * Answers that stay true until the store takes in another row, so that fifty dashboards that ask the same are answered by one
 * computation. What depends on the time of the request is not kept.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, { readonly revision: number; readonly answer: unknown }>();

  async of<Answer>(
    store: ColumnStore | undefined,
    { accounts, asOf }: RequestedRows,
    { routeOptions, query }: FastifyRequest,
    compute: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const asked = `${routeOptions.url} ${JSON.stringify(query)}`;
    const key = `${accounts === 'all' ? accounts : JSON.stringify(accounts)} ${asked}`;
    // The schemas of both routes have it.
    const { limit = 0 } = query as { limit?: number };
    const isTimeless = asOf === undefined && !asked.includes('now');
    if (!store || !isTimeless || limit > maxKeptLength) return compute();
    const { revision } = store;
    const kept = this.#kept.get(key);
    // The route and its parameters decide which type of answer it is.
    if (kept?.revision === revision) return kept.answer as Promise<Answer>;
    if (this.#kept.size >= maxKept) this.#kept.clear();
    const answer = compute();
    this.#kept.set(key, { revision, answer });
    Promise.resolve(answer).catch(() => this.#kept.delete(key));
    return answer;
  }
}
