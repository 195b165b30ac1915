import { setTimeout as delay } from 'node:timers/promises';
import Table from 'cli-table3';
import type { Kysely } from 'kysely';
import { stringifyJson } from '../catalog/exact-json.ts';
import { type CrawlRun, readCrawl, readCrawls } from '../db/crawl/read-crawls.ts';
import type { DatabaseSchema } from '../db/schema.ts';
import { CommandError } from './exit-codes.ts';

/** Prints the latest crawls, newest first. */
export async function showCrawls(
  db: Kysely<DatabaseSchema>,
  { limit, json }: { limit: number; json: boolean },
): Promise<void> {
  const crawls = await readCrawls(db, { limit });
  if (json) return console.log(stringifyJson(crawls));
  const table = plainTable(['crawl', 'requested', 'by', 'kind', 'scope', 'status', 'targets']);
  for (const crawl of crawls) {
    table.push([
      crawl.id,
      crawl.requested_at,
      crawl.trigger,
      crawl.kind,
      scopeOf(crawl),
      crawl.status,
      targetsOf(crawl),
    ]);
  }
  console.log(crawls.length === 0 ? 'no crawl yet' : table.toString());
}

/** Prints a crawl with its targets; with `watch` again whenever something has changed, until it has ended. */
export async function showCrawl(
  db: Kysely<DatabaseSchema>,
  id: number,
  { watch, json, signal }: { watch: boolean; json: boolean; signal: AbortSignal },
): Promise<void> {
  let shown = '';
  while (!signal.aborted) {
    const crawl = await readCrawl(db, id);
    if (!crawl) throw new CommandError(`there is no crawl ${id}; sagecat crawls lists them`);
    const table = plainTable([
      'account',
      'region',
      'kind',
      'status',
      'seen',
      'new',
      'changed',
      'failed',
      'described',
      'reason',
    ]);
    for (const { account_id, region, kind, status, progress, reason } of crawl.targets) {
      const { seen, new: fresh, changed, failed, described } = progress.jobs ?? {};
      const counts = [seen, fresh, changed, failed, described].map((count) => count ?? '');
      table.push([account_id ?? '?', region, kind ?? '', status, ...counts, reason ?? '']);
    }
    const text = json ? stringifyJson(crawl) : `crawl ${id} (${crawl.kind}): ${crawl.status}\n${table.toString()}`;
    if (text !== shown) console.log(text);
    shown = text;
    if (!watch || (crawl.status !== 'queued' && crawl.status !== 'running')) return;
    await delay(1000, undefined, { signal }).catch(() => {});
  }
}

const scopeOf = ({ scope }: CrawlRun): string =>
  [...(scope.accounts ?? []), ...(scope.regions ?? []), ...(scope.job === undefined ? [] : [scope.job])].join(' ') ||
  'all';

const targetsOf = ({ targets_by_status }: CrawlRun): string =>
  Object.entries(targets_by_status)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');

const plainTable = (head: string[]) => new Table({ head, style: { head: [], border: [] } });
