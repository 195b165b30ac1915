import { takeRequest } from '../db/crawl/requests.ts';
import { pause } from '../db/pause.ts';
import type { Crawler } from '../services/crawler/crawler.ts';
import { crawlOnce } from './crawl-once.ts';

const pollMs = 1000;

/**
 * Crawls every so many seconds, and what is asked for at once, until the crawler's signal aborts. A crawl that fails is logged; the next
 * comes in its turn.
 */
export async function crawlRepeatedly(
  crawler: Crawler,
  { everySeconds }: { readonly everySeconds: number },
): Promise<void> {
  const { signal, logger, database } = crawler;
  let due = Date.now() + everySeconds * 1000;
  while (!signal.aborted) {
    try {
      const request = await takeRequest(database.kysely);
      if (request || Date.now() >= due) {
        if (!request) due = Date.now() + everySeconds * 1000;
        const asked = request && { requested: request.id, kind: request.kind, scope: request.scope };
        const { status, jobs, duration_seconds } = await crawlOnce(crawler, asked);
        logger.info({ status, jobs, duration_seconds }, 'crawl ended');
      } else {
        await pause(pollMs, signal);
      }
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'the crawl failed');
      await pause(pollMs, signal);
    }
  }
}
