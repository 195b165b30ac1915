import { nounsOf } from '../catalog/noun-of.ts';
import { resourceTypesNamed } from '../catalog/resource-types.ts';
import { errorText } from '../catalog/secrets/error-text.ts';
import type { CrawlSummary } from '../services/crawler/run-crawl.ts';
import { noResources } from '../services/crawler/summarize.ts';
import { typesOf } from './render-reasons.ts';
import { renderTargets } from './target-table.ts';
import { paragraph } from './terminal/paragraph.ts';
import { statusTone, type View } from './terminal/view.ts';

/** The JSON of a crawl that could not run or was interrupted. What it stored by then is kept, but not counted. */
export const failedCrawlJson = (error: unknown, durationSeconds: number) => ({
  crawl_id: null,
  status: 'failed',
  reason: errorText(error),
  targets: [],
  jobs: noResources,
  api_calls: {},
  throttles: 0,
  duration_seconds: durationSeconds,
});

const number = (value: number): string => value.toLocaleString('en-US');

/** Returns a crawl's summary as text: its targets, why some are not complete, and the totals. */
export function renderCrawlSummary(
  { targets, jobs, api_calls, throttles, duration_seconds, status }: CrawlSummary,
  view: View,
): string {
  const nouns = nounsOf(resourceTypesNamed(typesOf(targets)));
  const calls = Object.entries(api_calls).map(([operation, count]) => `${number(count)} ${operation}`);
  return [
    renderTargets(targets, view),
    '',
    paragraph(
      `${view.paint(statusTone(status), status)}: ${number(jobs.seen)} ${nouns} seen, ${number(jobs.new)} new, ${number(jobs.changed)} changed, ${number(jobs.unchanged)} unchanged, ${number(jobs.failed)} failed`,
      view,
    ),
    paragraph(
      `${calls.join(', ') || 'no'} calls, ${number(throttles)} throttled, in ${duration_seconds.toFixed(1)} s`,
      view,
    ),
  ].join('\n');
}
