import { resourceTypes } from '../catalog/resource-types.ts';
import {
  type AccountTarget,
  type CrawlEvent,
  type CrawlOptions,
  type CrawlSummary,
  type CrawlTuning,
  runCrawl,
} from '../services/crawler/run-crawl.ts';
import type { CommandContext } from './context.ts';
import { crawlTuning } from './crawl-tuning.ts';
import { configuredMasker } from './masker.ts';
import { type Progress, progressLine } from './progress-line.ts';

/** Crawls once, with its progress on standard error where that is a terminal. */
export async function crawlOnce(
  { database, logger, signal, config }: CommandContext,
  accounts: readonly AccountTarget[],
  tuning: CrawlTuning = {},
  asked: Pick<CrawlOptions, 'kind' | 'scope' | 'requested'> = {},
): Promise<CrawlSummary> {
  using line = process.stderr.isTTY ? progressLine(process.stderr, 'jobs') : undefined;
  const progress = new CrawlProgress();
  return await runCrawl({
    database,
    resourceTypes,
    accounts,
    logger,
    signal,
    masker: configuredMasker(config),
    ...asked,
    tuning: { ...crawlTuning(config), ...tuning },
    onProgress(event) {
      progress.take(event);
      line?.update(progress.current);
    },
  });
}

/** Adds up what the targets of a crawl report. */
class CrawlProgress {
  #targets = 0;
  #ended = 0;
  readonly #jobs = new Map<string, { seen: number; expected: number | null }>();

  take(event: CrawlEvent): void {
    if (event.type === 'crawl-started') this.#targets = event.targets.length;
    if (event.type === 'target-progress') this.#set(event.target, event.jobs.seen, event.expected);
    if (event.type === 'target-ended') {
      this.#ended++;
      this.#set(event.target, event.target.jobs.seen, event.target.jobs.seen);
    }
  }

  get current(): Progress {
    const jobs = [...this.#jobs.values()];
    const known = jobs.length === this.#targets && jobs.every(({ expected }) => expected !== null);
    return {
      done: jobs.reduce((sum, { seen }) => sum + seen, 0),
      total: known ? jobs.reduce((sum, { seen, expected }) => sum + Math.max(seen, expected ?? 0), 0) : undefined,
      note: `${this.#ended} of ${this.#targets} targets`,
    };
  }

  #set(
    { resource_type, account_id, region }: { resource_type: string; account_id: string | null; region: string },
    seen: number,
    expected: number | null,
  ) {
    this.#jobs.set(`${resource_type} ${account_id} ${region}`, { seen, expected });
  }
}
