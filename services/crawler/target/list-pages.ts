import { isOrdered } from '../../../catalog/list-parameters.ts';
import { CallError } from '../aws/call-error.ts';
import { type ResourceApi, timestampSlackMs } from '../aws/resource-api.ts';
import { listUnordered } from './list-unordered.ts';
import { type ListedPage, ListingError, readPage } from './listed-page.ts';
import type { Summary } from './summary.ts';

const maxRestarts = 5;
const maxEmptyPages = 1000;

/** Lists what was created after a moment, in milliseconds, or everything, oldest first, in the way that the operation supports. */
export const listPages = (api: ResourceApi, from: number | undefined): AsyncGenerator<ListedPage> =>
  isOrdered(api.type.list.parameters) ? listInOrder(api, from) : listUnordered(api, from);

/**
 * Lists a target by creation time, oldest first. A chain of pages that breaks (a refused or repeated token, a page that never arrives) is
 * resumed at the last creation time. Empty pages are skipped. The end counts only if nothing follows the last listed resource: that costs
 * one more call, except if an incremental listing ends with a page that is not full, since the next crawl starts there anyway. Throws
 * CallError, or ListingError if the listing makes no progress.
 */
async function* listInOrder(api: ResourceApi, from: number | undefined): AsyncGenerator<ListedPage> {
  let frontier = from;
  let recent = new Set<string>();
  let nextToken: string | undefined;
  let restarts = 0;
  let emptyPages = 0;
  let isEndInDoubt = false;
  const restart = (why: string, cause?: unknown) => {
    if (++restarts > maxRestarts) throw new ListingError(`the listing does not go on: ${why}`, { cause });
    nextToken = undefined;
  };
  let createdAfter = from;
  for (;;) {
    if (nextToken === undefined) createdAfter = frontier === undefined ? undefined : frontier - timestampSlackMs;
    let page: Awaited<ReturnType<ResourceApi['list']>>;
    try {
      page = await api.list({ createdAfter, nextToken });
    } catch (error) {
      const isBroken = error instanceof CallError && (error.kind === 'invalid' || error.kind === 'transient');
      if (!isBroken || nextToken === undefined || api.caller.isUnreachable) throw error;
      restart(error.message, error);
      continue;
    }
    const { names, unreadable, summaries: all } = readPage(api.type, page.items);
    const summaries = all.filter(({ arn, created }) => !recent.has(`${arn} ${created}`));
    const last = summaries.at(-1);
    const reached = last ? Date.parse(last.created) : Number.NaN;
    const isRepeated = frontier !== undefined && reached < frontier - timestampSlackMs;
    if (isRepeated && page.nextToken !== undefined) {
      restart('it goes back in time');
      continue;
    }
    if (last && !isRepeated) {
      if (frontier === undefined || reached > frontier) frontier = reached;
      recent = remember(recent, summaries, frontier - timestampSlackMs);
      restarts = 0;
      emptyPages = 0;
      isEndInDoubt = from === undefined || page.items.length >= api.type.list.parameters.pageSize.max;
      yield { summaries, names, unreadable };
    } else {
      if (++emptyPages > maxEmptyPages) {
        const since = new Date(frontier ?? 0).toISOString();
        throw new ListingError(`the listing gives nothing but empty pages after ${since}`);
      }
      if (names.length > 0 || unreadable > 0) yield { summaries: [], names, unreadable };
    }
    if (page.nextToken === undefined) {
      if (!isEndInDoubt) return;
      isEndInDoubt = false;
      nextToken = undefined;
      continue;
    }
    if (page.nextToken === nextToken) restart('it repeats a page token');
    else nextToken = page.nextToken;
  }
}

/** Returns the names that a resumed chain may list again. */
function remember(recent: ReadonlySet<string>, page: readonly Summary[], since: number): Set<string> {
  const from = new Date(since).toISOString();
  const kept = [...recent].filter((identity) => identity.slice(identity.indexOf(' ') + 1) >= from);
  return new Set([
    ...kept,
    ...page.filter(({ created }) => created >= from).map(({ arn, created }) => `${arn} ${created}`),
  ]);
}
