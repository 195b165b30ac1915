import { nounsOf } from '../catalog/noun-of.ts';
import type { ResourceCounts } from '../db/crawl/schema.ts';
import type { Crawler } from '../services/crawler/crawler.ts';
import { type CrawlEvent, type CrawlRequest, type CrawlSummary, runCrawl } from '../services/crawler/run-crawl.ts';
import { openProgress, type Progress } from './progress-line.ts';

/** Crawls once. Shows progress on standard error if that is a terminal, else calls `tell`, which logs by default. */
export async function crawlOnce(
  crawler: Crawler,
  asked: Pick<CrawlRequest, 'kind' | 'scope' | 'requested'> = {},
  tell?: (text: string) => void,
): Promise<CrawlSummary> {
  using line = openProgress(process.stderr, nounsOf(crawler.resourceTypes), (text, { done, total }) =>
    tell ? tell(text) : crawler.logger.info({ jobs: done, of: total }, text),
  );
  const progress = new CrawlProgress();
  return await runCrawl(crawler, {
    ...asked,
    onProgress(event) {
      progress.take(event);
      line.update(progress.current);
    },
  });
}

/** Adds up what the targets of a crawl report. */
class CrawlProgress {
  #targets = 0;
  #ended = 0;
  readonly #jobs = new Map<string, { seen: number; described: number; expected: number | null }>();

  take(event: CrawlEvent): void {
    if (event.type === 'crawl-started') this.#targets = event.targets.length;
    if (event.type === 'target-progress') this.#set(event.target, event.jobs, event.expected);
    if (event.type === 'target-ended') {
      this.#ended++;
      this.#set(event.target, event.target.jobs, event.target.jobs.seen);
    }
  }

  get current(): Progress {
    const jobs = [...this.#jobs.values()];
    const described = jobs.reduce((sum, job) => sum + job.described, 0);
    const known = jobs.filter(({ expected }) => expected !== null);
    return {
      done: jobs.reduce((sum, { seen }) => sum + seen, 0),
      total:
        known.length === 0
          ? undefined
          : jobs.reduce((sum, { seen, expected }) => sum + Math.max(seen, expected ?? 0), 0),
      isOpen: known.length < this.#targets,
      // Listed jobs may still have to be described.
      also: { count: described, what: 'described' },
      note: `${this.#ended} of ${this.#targets} targets`,
    };
  }

  #set(
    { resource_type, account_id, region }: { resource_type: string; account_id: string | null; region: string },
    { seen, described }: ResourceCounts,
    expected: number | null,
  ) {
    this.#jobs.set(`${resource_type} ${account_id} ${region}`, { seen, described, expected });
  }
}
