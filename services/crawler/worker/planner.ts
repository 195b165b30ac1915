import type { PgBoss } from 'pg-boss';
import { failCrawl } from '../../../db/crawl/requests.ts';
import type { Crawler } from '../crawler.ts';
import { planNextCrawl, UnplannedError } from './plan-crawl.ts';

/** How long transient errors are retried, in milliseconds: after that, the crawl fails with the reason. */
const patienceMs = 15 * 60_000;

/** Starts requested crawls. A crawl that cannot be planned is retried, and fails with its reason once the error is not transient. */
export class Planner {
  readonly #crawler: Crawler;
  readonly #boss: PgBoss;
  #failing: { readonly message: string; readonly since: number } | undefined;

  constructor(crawler: Crawler, boss: PgBoss) {
    this.#crawler = crawler;
    this.#boss = boss;
  }

  /** Starts every waiting crawl. A failure is logged once for as long as it lasts. */
  async beginWaiting(): Promise<void> {
    const { logger, signal } = this.#crawler;
    try {
      while (await this.#beginNext());
      this.#failing = undefined;
    } catch (error) {
      const message = String(error);
      if (!signal.aborted && message !== this.#failing?.message)
        logger.error({ err: error }, 'a crawl could not be begun; it is tried again');
      this.#failing = { message, since: this.#failing?.since ?? Date.now() };
    }
  }

  async #beginNext(): Promise<boolean> {
    const { database, resourceTypes, logger, signal } = this.#crawler;
    try {
      return await planNextCrawl(this.#crawler, this.#boss);
    } catch (error) {
      if (signal.aborted || !(error instanceof UnplannedError)) throw error;
      const { crawlId, message, isTransient } = error;
      if (isTransient && Date.now() - (this.#failing?.since ?? Date.now()) < patienceMs) throw error;
      logger.error({ crawl_id: crawlId, reason: message }, 'a crawl could not be begun and is given up');
      const resourceType = resourceTypes[0]?.name ?? '';
      await failCrawl(database.kysely, crawlId, { resourceType, reason: message });
      return true;
    }
  }
}
