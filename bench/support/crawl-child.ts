import type { GivenCrawlSettings } from '../../config/crawl-section.ts';
import { limitHeapGrowth } from '../../services/crawler/limit-heap-growth.ts';
import type { SimulatorProcess } from './simulator-process.ts';

/** The instructions of the crawling process. */
export interface CrawlOrder {
  readonly url: string;
  readonly simulator: Pick<SimulatorProcess, 'accounts' | 'regions'>;
  readonly settings: GivenCrawlSettings;
}

/** The resources that it used. */
export interface CrawlUse {
  readonly status: string;
  readonly seen: number;
  readonly described: number;
  readonly seconds: number;
  /** Peak resident size, in MB. */
  readonly peakMb: number;
  /** Peak resident size in each quarter of the time, in MB. */
  readonly quarters: readonly number[];
}

// Crawls in a separate process, so that its memory is the crawler's alone.
process.once('message', async ({ url, simulator, settings }: CrawlOrder) => {
  // As sagecat crawl and sagecat worker start.
  limitHeapGrowth();
  const { openDatabase } = await import('../../db/database.ts');
  const { crawlBench } = await import('./crawl.ts');
  await using database = await openDatabase({ url, dataDir: 'unused' });
  const sizes: number[] = [];
  const sampling = setInterval(() => sizes.push(process.memoryUsage.rss() / 2 ** 20), 500);
  const { status, jobs, duration_seconds } = await crawlBench(simulator, database, settings);
  clearInterval(sampling);
  const use: CrawlUse = {
    status,
    seen: jobs.seen,
    described: jobs.described,
    seconds: duration_seconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    quarters: [0, 1, 2, 3].map((quarter) =>
      Math.max(...sizes.slice((quarter * sizes.length) / 4, ((quarter + 1) * sizes.length) / 4)),
    ),
  };
  process.send?.(use, () => process.disconnect());
});
