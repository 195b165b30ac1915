import type { Kysely } from 'kysely';
import { stringifyJson } from '../catalog/exact-json.ts';
import { type CrawlRun, readCrawl, readCrawls } from '../db/crawl/read-crawls.ts';
import { pause } from '../db/pause.ts';
import type { DatabaseSchema } from '../db/schema.ts';
import { CommandError } from './exit-codes.ts';
import { renderTargets } from './target-table.ts';
import { formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

/** Prints the latest crawls, newest first. */
export async function showCrawls(
  db: Kysely<DatabaseSchema>,
  { limit, json, view }: { limit: number; json: boolean; view: View },
): Promise<void> {
  const crawls = await readCrawls(db, { limit });
  if (json) return console.log(stringifyJson(crawls));
  if (crawls.length === 0) return console.log('there are no crawls yet: run sagecat crawl or sagecat up');
  const table = renderTable<CrawlRun>(
    [
      { title: 'crawl', value: ({ id }) => String(id), align: 'right' },
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => statusTone(status), wraps: false },
      { title: 'requested', value: (crawl) => formatTime(crawl.requested_at), wraps: false },
      { title: 'took', value: tookOf, align: 'right', importance: 4 },
      { title: 'by', value: ({ trigger }) => trigger, wraps: false, importance: 2 },
      { title: 'kind', value: ({ kind }) => kind, wraps: false, importance: 3 },
      { title: 'scope', value: scopeOf, importance: 1 },
      { title: 'targets', value: targetsOf },
    ],
    crawls,
    view,
  );
  console.log(table);
}

/** Prints a crawl with its targets; with `watch` again whenever something has changed, until it has ended. */
export async function showCrawl(
  db: Kysely<DatabaseSchema>,
  id: number,
  { watch, json, all, signal, view }: { watch: boolean; json: boolean; all: boolean; signal: AbortSignal; view: View },
): Promise<void> {
  let shown = '';
  while (!signal.aborted) {
    const crawl = await readCrawl(db, id);
    if (!crawl) throw new CommandError(`there is no crawl ${id}; sagecat crawls lists them`);
    const text = json ? stringifyJson(crawl) : renderCrawl(crawl, { all, view });
    if (text !== shown) console.log(text);
    shown = text;
    if (!watch || (crawl.status !== 'queued' && crawl.status !== 'running')) return;
    await pause(1000, signal);
  }
}

type CrawlWithTargets = NonNullable<Awaited<ReturnType<typeof readCrawl>>>;

/** Returns a crawl as text: its status, its targets by status, and why some are not complete. */
export function renderCrawl(crawl: CrawlWithTargets, { all, view }: { all: boolean; view: View }): string {
  const { id, kind, trigger, status, requested_at, targets } = crawl;
  const took = tookOf(crawl);
  const facts = [kind, `by ${trigger}`, formatTime(requested_at), ...(took === '' ? [] : [`took ${took}`])];
  const line = `crawl ${id}: ${view.paint(statusTone(status), status)}, ${targetsOf(crawl) || 'no target yet'} (${facts.join(', ')})`;
  const head = paragraph(line, view, { hanging: 2 });
  if (targets.length === 0) return head;
  const shown = targets.map(({ progress, ...target }) => ({ ...target, jobs: progress.jobs }));
  return [head, '', renderTargets(shown, view, { all })].join('\n');
}

/** Returns the duration of a crawl, e.g. `2 min 7 s`; empty if it has not ended. */
function tookOf({ started_at, finished_at }: CrawlRun): string {
  if (started_at === null || finished_at === null) return '';
  const seconds = Math.round((Date.parse(finished_at) - Date.parse(started_at)) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const scopeOf = ({ scope }: CrawlRun): string =>
  [...(scope.accounts ?? []), ...(scope.regions ?? []), ...(scope.job === undefined ? [] : [scope.job])].join(' ') ||
  'all';

const targetsOf = ({ targets_by_status }: CrawlRun): string =>
  Object.entries(targets_by_status)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');
