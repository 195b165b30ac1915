import type { Config } from '../config/schema.ts';
import type { CrawlTuning } from '../services/crawler/run-crawl.ts';

/** How the configuration says to crawl. */
export function crawlTuning({ crawl }: Pick<Config, 'crawl'>): CrawlTuning {
  const { list, search, describe, list_tags } = crawl.requests_per_second;
  return {
    targets: crawl.target_concurrency,
    concurrency: crawl.describe_concurrency,
    share: crawl.share,
    search: crawl.search,
    rates: {
      ListTrainingJobs: { perSecond: list },
      Search: { perSecond: search },
      DescribeTrainingJob: { perSecond: describe },
      ListTags: { perSecond: list_tags },
    },
  };
}
