import assert from 'node:assert/strict';
import { pino } from 'pino';
import { ratesOf } from '../../catalog/operations.ts';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { createMasker } from '../../catalog/secrets/mask.ts';
import { crawlSettings, type GivenCrawlSettings } from '../../config/crawl-section.ts';
import type { Database } from '../../db/database.ts';
import type { AccountTarget } from '../../services/crawler/account-target.ts';
import { type Crawler, type CrawlerOptions, openCrawler } from '../../services/crawler/crawler.ts';
import { type CrawlRequest, type CrawlSummary, runCrawl } from '../../services/crawler/run-crawl.ts';
import type { Simulator } from '../../services/simulator/simulator.ts';

/** Rates at which no test has to wait. */
const unlimitedRatesOf = (types: readonly AnyResourceType[]) => ({
  operations: Object.fromEntries(Object.keys(ratesOf(types)).map((operation) => [operation, 100_000])),
});
export const unlimitedRates = unlimitedRatesOf(resourceTypes);

/** The types that are crawled by default. */
const defaultTypes = resourceTypes.filter(({ isCrawledByDefault }) => isCrawledByDefault);

/** Sets this process's environment so that the SDK reaches the simulator, as `sagecat demo` does. */
export function useSimulator(simulator: Simulator): void {
  Object.assign(process.env, simulator.env);
}

/** The simulator's accounts with their roles and regions. */
export const accountsOf = ({ accounts, regions }: Pick<Simulator, 'accounts' | 'regions'>): AccountTarget[] =>
  accounts.map(({ id, name, roleArn, externalId }) => ({ id, name, roleArn, externalId, regions }));

export interface CrawlerChoice extends Partial<Omit<CrawlerOptions, 'accounts' | 'database' | 'settings'>> {
  readonly accounts?: readonly AccountTarget[] | CrawlerOptions['accounts'];
  readonly settings?: GivenCrawlSettings;
}

/** Returns a crawler of the simulator's accounts, without limits of rate unless its settings say otherwise. */
export function crawlerOf(
  simulator: Pick<Simulator, 'accounts' | 'regions'>,
  database: Database,
  { accounts = accountsOf(simulator), resourceTypes: types = defaultTypes, settings, ...options }: CrawlerChoice = {},
): Crawler {
  return openCrawler({
    database,
    resourceTypes: types,
    accounts: typeof accounts === 'function' ? accounts : async () => accounts,
    settings: crawlSettings({ requests_per_second: unlimitedRatesOf(types), ...settings }),
    masker: createMasker(),
    logger: pino({ level: process.env.SAGECAT_TEST_LOG ?? 'silent' }),
    signal: new AbortController().signal,
    ...options,
  });
}

/** Crawls the simulator's accounts through their roles. */
export function crawlSimulator(
  simulator: Simulator,
  database: Database,
  { kind, scope, trigger, requested, onProgress, ...options }: CrawlerChoice & CrawlRequest = {},
): Promise<CrawlSummary> {
  useSimulator(simulator);
  return runCrawl(crawlerOf(simulator, database, options), { kind, scope, trigger, requested, onProgress });
}

/** Asserts that every target is complete; fails with the reason of the first that is not. */
export function assertComplete({ targets, status }: CrawlSummary): void {
  const incomplete = targets.filter((target) => target.status !== 'complete');
  const [first] = incomplete;
  const others = incomplete.length > 1 ? ` (${incomplete.length - 1} more of ${targets.length} targets)` : '';
  assert.ok(
    first === undefined,
    first && `${first.account_id}/${first.region} is ${first.status}: ${first.reason}${others}`,
  );
  assert.equal(status, 'complete');
}
