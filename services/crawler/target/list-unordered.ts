import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { CallError } from '../aws/call-error.ts';
import { type ResourceApi, timestampSlackMs } from '../aws/resource-api.ts';
import { type ListedPage, ListingError, oldestFirst, readPage } from './listed-page.ts';
import type { Summary } from './summary.ts';

const maxAttempts = 5;
const pageSize = 100;

/**
 * Lists a type whose operation has no order or no filter of creation times: everything is read and sorted before the first page is
 * yielded. A chain of pages that breaks is started again. Throws CallError, or ListingError if it keeps breaking.
 */
export async function* listUnordered(api: ResourceApi, from: number | undefined): AsyncGenerator<ListedPage> {
  const { summaries, names, unreadable } = await readWhole(api);
  const since = from === undefined ? '' : new Date(from - timestampSlackMs).toISOString();
  const wanted = summaries.filter(({ created }) => created > since);
  for (let at = 0; at < wanted.length; at += pageSize)
    yield { summaries: wanted.slice(at, at + pageSize), names: [], unreadable: 0 };
  if (names.length > 0 || unreadable > 0) yield { summaries: [], names, unreadable };
}

async function readWhole(api: ResourceApi): Promise<ListedPage> {
  for (let attempt = 1; ; attempt++) {
    const items: Readonly<Record<string, unknown>>[] = [];
    let broken: unknown;
    let nextToken: string | undefined;
    do {
      try {
        const page = await api.list({ nextToken });
        if (nextToken !== undefined && page.nextToken === nextToken) broken = 'it repeats a page token';
        items.push(...page.items);
        nextToken = page.nextToken;
      } catch (error) {
        const isBroken = error instanceof CallError && (error.kind === 'invalid' || error.kind === 'transient');
        if (!isBroken || nextToken === undefined || api.caller.isUnreachable) throw error;
        broken = error;
      }
    } while (nextToken !== undefined && broken === undefined);
    if (broken === undefined) return withoutRepeats(api.type, items);
    if (attempt >= maxAttempts) throw new ListingError('the listing does not go on', { cause: broken });
  }
}

/** Returns the items without repetitions: a resource that changes during the listing may be on two pages. */
function withoutRepeats(type: AnyResourceType, items: readonly Readonly<Record<string, unknown>>[]): ListedPage {
  const page = readPage(type, items);
  const byIdentity = new Map<string, Summary>(page.summaries.map((one) => [`${one.arn} ${one.created}`, one]));
  return { ...page, summaries: oldestFirst([...byIdentity.values()]) };
}
