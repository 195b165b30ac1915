import { setTimeout as delay } from 'node:timers/promises';
import { takeRequest } from '../db/crawl/requests.ts';
import type { AccountTarget, CrawlTuning } from '../services/crawler/run-crawl.ts';
import type { CommandContext } from './context.ts';
import { crawlOnce } from './crawl-once.ts';

const lookEveryMs = 1000;

/**
 * Crawls every so many seconds, and what is asked for at once, until the context's signal aborts. A crawl that fails is logged; the next
 * comes in its turn.
 */
export async function crawlRepeatedly(
  context: CommandContext,
  accounts: readonly AccountTarget[],
  { everySeconds, tuning = {} }: { readonly everySeconds: number; readonly tuning?: CrawlTuning },
): Promise<void> {
  const { signal, logger, database } = context;
  let due = Date.now() + everySeconds * 1000;
  while (!signal.aborted) {
    try {
      const request = await takeRequest(database.kysely);
      if (request || Date.now() >= due) {
        if (!request) due = Date.now() + everySeconds * 1000;
        const asked = request && { requested: request.id, kind: request.kind, scope: request.scope };
        const { status, jobs, duration_seconds } = await crawlOnce(context, accounts, tuning, asked);
        logger.info({ status, jobs, duration_seconds }, 'crawl ended');
      } else {
        await delay(lookEveryMs, undefined, { signal });
      }
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'the crawl failed');
      await delay(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  }
}
