import assert from 'node:assert/strict';
import { pino } from 'pino';
import { ratesOf } from '../../catalog/operations.ts';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import type { Database } from '../../db/database.ts';
import { type CrawlOptions, type CrawlSummary, runCrawl } from '../../services/crawler/run-crawl.ts';
import type { Simulator } from '../../services/simulator/simulator.ts';

/** Rates at which no test has to wait. */
const unlimitedRatesOf = (types: readonly AnyResourceType[]) =>
  Object.fromEntries(Object.keys(ratesOf(types)).map((operation) => [operation, { perSecond: 100_000 }]));
export const unlimitedRates = unlimitedRatesOf(resourceTypes);

/** What is crawled where nothing is configured. */
const usualTypes = resourceTypes.filter(({ isCrawledByDefault }) => isCrawledByDefault);

/** Sets this process's environment so that the SDK reaches the simulator, as `sagecat demo` does. */
export function useSimulator(simulator: Simulator): void {
  Object.assign(process.env, simulator.env);
}

/** Crawls the simulator's accounts through their roles. */
export async function crawlSimulator(
  simulator: Simulator,
  database: Database,
  options: Partial<CrawlOptions> = {},
): Promise<CrawlSummary> {
  useSimulator(simulator);
  return runCrawl({
    database,
    resourceTypes: usualTypes,
    accounts: simulator.accounts.map(({ id, name, roleArn, externalId }) => ({
      id,
      name,
      roleArn,
      externalId,
      regions: simulator.regions,
    })),
    logger: pino({ level: process.env.SAGECAT_TEST_LOG ?? 'silent' }),
    signal: new AbortController().signal,
    ...options,
    tuning: { rates: unlimitedRatesOf(options.resourceTypes ?? resourceTypes), ...options.tuning },
  });
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
