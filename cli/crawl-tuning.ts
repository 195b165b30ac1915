import { ratesOf } from '../catalog/operations.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
import type { Config } from '../config/schema.ts';
import type { CrawlTuning } from '../services/crawler/run-crawl.ts';

/** How the configuration says to crawl. */
export function crawlTuning({ crawl }: Pick<Config, 'crawl'>): CrawlTuning {
  const { operations, ...byPurpose } = crawl.requests_per_second;
  const perAccount = crawl.rates_per_account;
  return {
    targets: crawl.target_concurrency,
    concurrency: crawl.describe_concurrency,
    share: crawl.share,
    search: crawl.search,
    tags: crawl.tags,
    batchSize: crawl.batch_size,
    overlapSeconds: crawl.overlap_seconds,
    timeoutSeconds: crawl.timeout_seconds,
    unreachableAfterSeconds: crawl.dark_after_seconds,
    leaseSeconds: crawl.lease_seconds,
    // Where it is not set, a worker has its own.
    ...(crawl.backlog_seconds !== undefined && { backlogSeconds: crawl.backlog_seconds }),
    rates: Object.fromEntries(
      Object.entries({ ...ratesOf(resourceTypes, byPurpose), ...operations }).map(([operation, perSecond]) => [
        operation,
        { perSecond, perAccount },
      ]),
    ),
  };
}
