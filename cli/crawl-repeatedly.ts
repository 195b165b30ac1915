import { setTimeout as delay } from 'node:timers/promises';
import type { AccountTarget, CrawlTuning } from '../services/crawler/run-crawl.ts';
import type { CommandContext } from './context.ts';
import { crawlOnce } from './crawl-once.ts';

/** Crawls, waits, and crawls again until the context's signal aborts. A crawl that fails is logged and tried again in its turn. */
export async function crawlRepeatedly(
  context: CommandContext,
  accounts: readonly AccountTarget[],
  {
    everySeconds = 300,
    tuning = {},
    startWaiting = false,
  }: { everySeconds?: number; tuning?: CrawlTuning; startWaiting?: boolean } = {},
): Promise<void> {
  const { signal, logger } = context;
  let wait = startWaiting;
  while (!signal.aborted) {
    try {
      if (wait) await delay(everySeconds * 1000, undefined, { signal });
      wait = true;
      const { status, jobs, duration_seconds } = await crawlOnce(context, accounts, tuning);
      logger.info({ status, jobs, duration_seconds }, 'crawl ended');
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'the crawl failed');
    }
  }
}
