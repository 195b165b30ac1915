import { pino } from 'pino';
import { resourceTypes } from '../../catalog/resource-types.ts';
import type { Database } from '../../db/database.ts';
import { type CrawlOptions, type CrawlSummary, type CrawlTuning, runCrawl } from '../../services/crawler/run-crawl.ts';
import { unlimitedRates } from '../../test/support/crawl-simulator.ts';
import type { SimulatorProcess } from './simulator-process.ts';

/** Crawls everything that a simulator has, as fast as possible unless the tuning says otherwise. */
export function crawlBench(
  simulator: Pick<SimulatorProcess, 'accounts' | 'regions'>,
  database: Database,
  tuning: CrawlTuning = {},
  options: Partial<CrawlOptions> = {},
): Promise<CrawlSummary> {
  return runCrawl({
    database,
    resourceTypes,
    accounts: simulator.accounts.map(({ id, roleArn, externalId }) => ({
      id,
      roleArn,
      externalId,
      regions: simulator.regions,
    })),
    logger: pino({ level: 'warn' }, pino.destination(2)),
    signal: new AbortController().signal,
    ...options,
    tuning: { rates: unlimitedRates, ...tuning },
  });
}
