import type { ResourceCounts } from '../../db/crawl/schema.ts';
import type { CrawlSummary, TargetSummary } from './crawl-request.ts';

export const noResources: ResourceCounts = {
  seen: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  deleted: 0,
  described: 0,
  backlog: 0,
  postponed: 0,
};

/** Sums up the targets of a crawl: `partial` if at least something was read, `failed` if nothing was. */
export function summarize(crawlId: number, targets: readonly TargetSummary[], durationSeconds: number): CrawlSummary {
  const statuses = new Set(targets.map(({ status }) => status));
  const gaveSomething =
    statuses.has('complete') || targets.some(({ status, jobs }) => status === 'partial' && jobs.seen > jobs.failed);
  return {
    crawl_id: crawlId,
    status: statuses.size === 1 && statuses.has('complete') ? 'complete' : gaveSomething ? 'partial' : 'failed',
    targets,
    jobs: targets.reduce((sum, { jobs }) => addJobs(sum, jobs), noResources),
    api_calls: targets.reduce((sum, { api_calls }) => addCalls(sum, api_calls), {}),
    throttles: targets.reduce((sum, { throttles }) => sum + throttles, 0),
    duration_seconds: durationSeconds,
  };
}

const addJobs = (a: ResourceCounts, b: ResourceCounts): ResourceCounts => ({
  seen: a.seen + b.seen,
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
  deleted: a.deleted + b.deleted,
  described: a.described + b.described,
  backlog: a.backlog + b.backlog,
  postponed: a.postponed + b.postponed,
});

function addCalls(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const operations = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(operations.map((operation) => [operation, (a[operation] ?? 0) + (b[operation] ?? 0)]));
}
