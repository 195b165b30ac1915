import { pino } from 'pino';
import type { GivenCrawlSettings } from '../../config/crawl-section.ts';
import type { Database } from '../../db/database.ts';
import { type CrawlRequest, type CrawlSummary, runCrawl } from '../../services/crawler/run-crawl.ts';
import { crawlerOf } from '../../test/support/crawl-simulator.ts';
import type { SimulatorProcess } from './simulator-process.ts';

/** Crawls everything that a simulator has, as fast as possible unless the settings say otherwise. */
export const crawlBench = (
  simulator: Pick<SimulatorProcess, 'accounts' | 'regions'>,
  database: Database,
  settings: GivenCrawlSettings = {},
  request: CrawlRequest = {},
): Promise<CrawlSummary> =>
  runCrawl(crawlerOf(simulator, database, { settings, logger: pino({ level: 'warn' }, pino.destination(2)) }), request);
