import { workerSettings } from '../config/crawl-section.ts';
import type { Config } from '../config/schema.ts';
import type { Crawler } from '../services/crawler/crawler.ts';
import { runWorker } from '../services/crawler/worker/run-worker.ts';
import { keepPoliciesEvaluated } from '../services/policies/keep-evaluated.ts';
import { keepWatching, type WatchingOptions } from '../services/watches/keep-watching.ts';
import type { CommandContext } from './context.ts';
import { openChannels } from './open-channels.ts';
import { openCrawler } from './open-crawler.ts';

/** Returns a crawler with a worker's settings. */
export const openWorker = (context: CommandContext): Crawler =>
  openCrawler(context, { settings: workerSettings(context.config.crawl) });

/** Runs a worker until the context's signal aborts. */
export async function work(
  crawler: Crawler,
  { config }: Pick<CommandContext, 'config'>,
  { crawlAtStart = false }: { crawlAtStart?: boolean } = {},
): Promise<void> {
  const watching = await watchingOptions(crawler, config);
  await Promise.all([
    runWorker(crawler, { history: config.history, crawlAtStart }),
    keepPoliciesEvaluated(crawler),
    keepWatching(watching),
  ]);
}

/** Returns what watches are evaluated and told with. Throws ConfigError where the environment lacks what a channel needs. */
export const watchingOptions = async (
  { database, logger, signal }: Pick<Crawler, 'database' | 'logger' | 'signal'>,
  config: Config,
): Promise<WatchingOptions> => ({
  ...{ database, logger, signal },
  channels: await openChannels(config, { env: process.env, logger }),
  budgets: config.budgets,
  withheld: config.secrets.withheld_from_read,
});
