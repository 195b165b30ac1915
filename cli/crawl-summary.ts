import Table from 'cli-table3';
import type { CrawlSummary } from '../services/crawler/run-crawl.ts';
import { noJobs } from '../services/crawler/summarize.ts';

/** What `--json` prints of a crawl that could not run, or was interrupted: what it stored by then is there, and counted by nobody. */
export const didNotRun = (error: unknown, durationSeconds: number) => ({
  crawl_id: null,
  status: 'failed',
  reason: error instanceof Error ? error.message : String(error),
  targets: [],
  jobs: noJobs,
  api_calls: {},
  throttles: 0,
  duration_seconds: durationSeconds,
});

const number = (value: number): string => value.toLocaleString('en-US');

/** A crawl's summary for people: a row a target, and the sums. */
export function renderCrawlSummary({
  targets,
  jobs,
  api_calls,
  throttles,
  duration_seconds,
  status,
}: CrawlSummary): string {
  const table = new Table({
    head: ['account', 'region', 'status', 'seen', 'new', 'changed', 'failed'],
    style: { head: [], border: [] },
  });
  for (const target of targets) {
    const account = [target.account_id ?? '(unknown)', target.account_name].filter(Boolean).join(' ');
    table.push([
      account,
      target.region,
      target.status,
      ...[target.jobs.seen, target.jobs.new, target.jobs.changed, target.jobs.failed].map((content) => ({
        hAlign: 'right' as const,
        content: number(content),
      })),
    ]);
  }
  const calls = Object.entries(api_calls).map(([operation, count]) => `${number(count)} ${operation}`);
  return [
    table.toString(),
    ...reasonsOf(targets),
    `${status}: ${number(jobs.seen)} jobs seen, ${number(jobs.new)} new, ${number(jobs.changed)} changed, ${number(jobs.unchanged)} unchanged, ${number(jobs.failed)} failed`,
    `${calls.join(', ') || 'no'} calls, ${number(throttles)} throttled, in ${duration_seconds.toFixed(1)} s`,
  ].join('\n');
}

/** Why targets are not complete, the regions of an account that share a reason in one line. */
function reasonsOf(targets: CrawlSummary['targets']): string[] {
  const regions = new Map<string, string[]>();
  for (const { account_id, region, status, reason } of targets) {
    if (reason === null) continue;
    const line = `${status} ${account_id ?? '(unknown)'}: ${reason}`;
    regions.set(line, [...(regions.get(line) ?? []), region]);
  }
  return [...regions].map(([line, names]) => `${line} (${names.join(', ')})`);
}
