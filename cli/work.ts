import { workerSettings } from '../config/crawl-section.ts';
import type { Crawler } from '../services/crawler/crawler.ts';
import { runWorker } from '../services/crawler/worker/run-worker.ts';
import { keepPoliciesEvaluated } from '../services/policies/keep-evaluated.ts';
import type { CommandContext } from './context.ts';
import { openCrawler } from './open-crawler.ts';

/** Returns a crawler with a worker's settings. */
export const openWorker = (context: CommandContext): Crawler =>
  openCrawler(context, { settings: workerSettings(context.config.crawl) });

/** Runs a worker until the context's signal aborts. */
export const work = (
  crawler: Crawler,
  { config }: Pick<CommandContext, 'config'>,
  { crawlAtStart = false }: { crawlAtStart?: boolean } = {},
): Promise<void> =>
  Promise.all([runWorker(crawler, { history: config.history, crawlAtStart }), keepPoliciesEvaluated(crawler)]).then(
    () => {},
  );
