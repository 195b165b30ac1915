import { differences } from '../../../catalog/differences.ts';
import type { FlatValue } from '../../../catalog/flatten.ts';
import { identityOf } from '../../../catalog/identity-of.ts';
import { type CataloguedRow, findKnown } from '../../../db/crawl/find-known.ts';
import { clearMissing, recordMissing, removeMissing } from '../../../db/crawl/missing.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { DescribeStage } from './describe-stage.ts';
import { listPages } from './list-pages.ts';
import type { Revisits } from './revisits.ts';
import type { SearchStage } from './search-stage.ts';
import type { Summary } from './summary.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

export interface ListStageOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly describe: DescribeStage;
  /** Undefined if Search is disabled. */
  readonly search: SearchStage | undefined;
  readonly tally: Tally;
  readonly revisits: Revisits;
  /** Milliseconds; undefined lists everything, and finds missing resources. */
  readonly createdAfter: number | undefined;
  /** The newest row from before this crawl: the tags of later rows are as recent as the crawl. */
  readonly upToId: number;
  /** When the crawl began: resources created later do not count as missing. */
  readonly startedAt: Date;
}

export interface Listing {
  /** Creation time of the newest listed resource, ISO 8601; undefined if nothing was listed. */
  readonly newest: string | undefined;
  /** Summaries without a name. */
  readonly unreadable: number;
}

/**
 * Lists a target, oldest first, and compares every page with the catalog. Unknown resources are described, unless Search has stored them in
 * the meantime; so are settled ones that changed after all, and deleted ones that are back. A complete listing records which rows of the
 * catalog it lacks.
 */
export async function listStage(options: ListStageOptions): Promise<Listing> {
  const { api, target, storage, describe, search, revisits, createdAfter, startedAt } = options;
  const isWhole = createdAfter === undefined;
  let newest: string | undefined;
  let unreadable = 0;
  let missing = 0;
  let boundary: Summary[] = [];
  if (isWhole) await storage.run((db) => clearMissing(db, target));
  for await (const page of listPages(api, createdAfter)) {
    const { summaries } = page;
    unreadable += page.unreadable;
    await comparePage(options, summaries);
    for (const name of page.names) if (!revisits.skips(name)) await describe.add({ name, tags: 'read' });
    if (summaries.length === 0) continue;
    const since = newest;
    const last = summaries.at(-1)?.created ?? '';
    if (newest === undefined || last > newest) newest = last;
    if (isWhole) {
      const listed = [...boundary, ...summaries];
      const until = newest;
      await storage.run(async (db) => {
        if (missing > 0) await removeMissing(db, api.type, target, summaries);
        missing += await recordMissing(db, api.type, target, { since: since ?? null, until, listed });
      });
      boundary = listed.filter(({ created }) => created === until);
    }
  }
  if (isWhole) {
    // Rows that only Search has shown are missing in the listing too.
    await search?.ended();
    const rest = { since: newest ?? null, until: startedAt.toISOString(), listed: boundary };
    await storage.run((db) => recordMissing(db, api.type, target, rest));
  }
  return { newest, unreadable };
}

async function comparePage(
  { api, storage, describe, search, tally, revisits, createdAfter, upToId }: ListStageOptions,
  summaries: readonly Summary[],
): Promise<void> {
  const { type } = api;
  const columns = [...new Set(summaries.flatMap(({ columns }) => Object.keys(columns)))];
  const find = () => storage.run((db) => findKnown(db, type, summaries, columns));
  const last = summaries.at(-1)?.created ?? '';
  if (search?.started) await search.passed(last);
  let known = await find();
  const firstUnknown = summaries.find((summary) => !known.has(identityOf(summary.arn, summary.created)));
  if (firstUnknown && search && !search.started) {
    // An incremental crawl searches only if there is something new, and from there on.
    search.start(Date.parse(firstUnknown.created) - 1000);
    await search.passed(last);
    known = await find();
  }
  const isWhole = createdAfter === undefined;
  const searchGivesTags = search !== undefined && search.unavailable === undefined;
  for (const summary of summaries) {
    const row = known.get(identityOf(summary.arn, summary.created));
    const { arn, name, created } = summary;
    if (row) tally.countRow(row.id);
    if (revisits.skips(name)) continue;
    const item = { arn, name, created, id: row?.id };
    if (!type.describe) {
      await describe.add({ ...item, tags: 'read', listed: summary.members });
      continue;
    }
    if (row && row.deleted_at === null && !(row.settled && hasChanged(row, summary))) {
      // A separate stage reads the unsettled ones. Tags that Search did not return are read one by one.
      const wasSearched = row.id > upToId || (searchGivesTags && search.hasShown(row.id));
      if (isWhole && !wasSearched) await describe.add({ ...item, tags: { stored: row.tags } });
    } else await describe.add({ ...item, tags: 'read', once: row !== undefined });
  }
}

const hasChanged = (row: CataloguedRow, { columns }: Summary): boolean =>
  Object.entries(columns).some(([name, told]) => differences(row[name] as FlatValue, told).length > 0);
