import { limitHeapGrowth } from '../../services/crawler/limit-heap-growth.ts';
import type { SimulatorProcess } from './simulator-process.ts';

/** What the process that crawls is told: `url` names a server; without it the database is embedded, in `dataDir`. */
export interface CrawlOrder {
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly simulator: Pick<SimulatorProcess, 'accounts' | 'regions'>;
}

/** What the crawl used; the peak is that of the whole life of the process. */
export interface CrawlUse {
  readonly status: string;
  readonly seen: number;
  /** Seconds of processor time of this process, its threads included. */
  readonly cpuSeconds: number;
  /** Largest resident size, in MB. */
  readonly peakMb: number;
}

// Crawls once into a new database, as sagecat crawl does, and tells what that took.
process.once('message', async ({ url, dataDir, simulator }: CrawlOrder) => {
  limitHeapGrowth();
  const { openDatabase } = await import('../../db/database.ts');
  const { migrateToLatest } = await import('../../db/migrate.ts');
  const { crawlBench } = await import('./crawl.ts');
  await using database = await openDatabase({ ...(url !== undefined && { url }), dataDir });
  await migrateToLatest(database.kysely);
  const before = process.cpuUsage();
  const { status, jobs } = await crawlBench(simulator, database);
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const use: CrawlUse = { status, seen: jobs.seen, cpuSeconds, peakMb: process.resourceUsage().maxRSS / 1024 };
  process.send?.(use, () => process.disconnect());
});
