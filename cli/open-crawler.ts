import { resourceTypesNamed } from '../catalog/resource-types.ts';
import type { CrawlSettings } from '../config/crawl-section.ts';
import type { AccountTarget } from '../services/crawler/account-target.ts';
import { type Crawler, openCrawler as open } from '../services/crawler/crawler.ts';
import { accountTargets, regionsAsker } from './account-targets.ts';
import type { CommandContext } from './context.ts';
import { configuredMasker } from './masker.ts';

interface CrawlerChoice {
  /** The accounts to crawl; the configured and discovered ones if absent. */
  readonly accounts?: () => Promise<readonly AccountTarget[]>;
  readonly settings?: CrawlSettings;
}

/** Returns a crawler with the configuration's settings. */
export function openCrawler(
  context: CommandContext,
  { accounts = () => accountTargets(context), settings = context.config.crawl }: CrawlerChoice = {},
): Crawler {
  const { config, database, logger, signal } = context;
  return open({
    database,
    resourceTypes: resourceTypesNamed(config.crawl.types),
    accounts,
    settings,
    masker: configuredMasker(config),
    listAccountRegions: regionsAsker(context),
    logger,
    signal,
  });
}
