import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { validationError } from '../api-error.ts';
import type { PageFault } from '../faults.ts';
import { type Input, integer, optionalChoice, optionalString, requiredString } from '../input.ts';
import { orderOf, type SortBy } from '../order.ts';
import type { OverlayView } from '../overlay.ts';
import { takePage } from '../page.ts';
import { nextToken, readToken } from '../page-token.ts';
import { hashText } from '../population/random.ts';
import type { Item, Target } from '../target.ts';
import { statusMember, type WireResource } from '../wire.ts';
import { between } from './list.ts';
import { searchFilter } from './search-filter.ts';

export interface SearchIndex {
  /** The lag of the index, in milliseconds. */
  readonly lag: number;
  /** The fraction of jobs missing in the index, 0 to 1. */
  readonly missing: number;
}

/** The maximum number of jobs examined for one page; a narrow filter then returns short pages with a NextToken. */
const SCAN_LIMIT = 10_000;

/** Returns the members by which records of a type can be sorted. */
const sortsOf = (type: AnyResourceType): Readonly<Record<string, SortBy>> => ({
  [type.identity.createdAt]: 'CreationTime',
  ...(type.identity.modifiedAt !== undefined && { [type.identity.modifiedAt]: 'LastModifiedTime' as const }),
  [type.identity.name]: 'Name',
  [statusMember(type)]: 'Status',
});

export interface FoundPage {
  /** The resource's name in Search. */
  readonly resource: string;
  readonly records: readonly WireResource[];
  readonly nextToken: string | undefined;
  readonly total: { readonly Value: number; readonly Relation: 'EqualTo' | 'GreaterThanOrEqualTo' };
}

/** Implements Search for the requested type. */
export function search(
  targets: readonly Target[],
  input: Input,
  now: number,
  index: SearchIndex,
  fault?: PageFault,
): FoundPage {
  const resource = requiredString(input, 'Resource');
  const target = targets.find(({ type }) => type.search?.resource === resource);
  if (target === undefined) {
    const known = targets.flatMap(({ type }) => type.search?.resource ?? []).join(' and ');
    throw validationError(`The simulator searches ${known} only, not ${resource}.`);
  }
  const limit = integer(input, 'MaxResults', 1, 100, 10);
  const sorts = sortsOf(target.type);
  const sortBy = sorts[optionalString(input, 'SortBy') ?? target.type.identity.modifiedAt ?? ''];
  if (sortBy === undefined)
    throw validationError(`The simulator sorts ${resource} by ${Object.keys(sorts).join(', ')} only.`);
  const descending = (optionalChoice(input, 'SortOrder', ['Ascending', 'Descending']) ?? 'Descending') === 'Descending';
  const filter = searchFilter(input.SearchExpression);
  const query = JSON.stringify({ ...input, NextToken: undefined, MaxResults: undefined });
  const text = optionalString(input, 'NextToken');
  const token = text === undefined ? undefined : readToken(query, text);

  const seen = now - index.lag;
  const view = target.overlay.view(seen);
  const exists = target.population.countAt(now);
  const count = token?.count ?? (index.lag > 0 ? target.population.calendar.firstCreatedAfter(seen, exists) : exists);
  const created = between(filter.createdAfter, filter.createdBefore);
  const [first, end] =
    sortBy === 'Name'
      ? [0, count]
      : created.range((time) => target.population.calendar.firstCreatedAfter(time, count), count);
  const at = token?.at ?? seen;
  const order = orderOf(target, { sortBy, descending, at, first, end });
  const record = (item: Item) => recordOf(target, item, view, seen);
  const knows = (item: Item) => index.missing === 0 || hashText(target.nameOf(item)) / 4294967296 >= index.missing;
  const matches = (item: Item) => sortBy !== 'Name' || created.includes(target.createdAt(item));
  const page = takePage({
    order,
    descending,
    view,
    cursor: token,
    limit: fault === 'empty' ? 0 : limit,
    includesPut: (put) => created.includes(target.createdAt(put)),
    accept: (item) => knows(item) && matches(item) && (filter.accepts === undefined || filter.accepts(record(item))),
    scanLimit: SCAN_LIMIT,
  });
  const exact = filter.accepts === undefined && index.missing === 0 && sortBy !== 'Name';
  return {
    resource,
    records: page.items.map(record),
    nextToken: nextToken(query, { text, token }, page.next && { ...page.next, count, at }, fault),
    total: {
      Value: exact
        ? order.length -
          hiddenWithin(view, first, end) +
          view.live.filter((put) => created.includes(target.createdAt(put))).length
        : page.items.length,
      Relation: exact ? 'EqualTo' : 'GreaterThanOrEqualTo',
    },
  };
}

function hiddenWithin(view: OverlayView, first: number, end: number): number {
  let hidden = 0;
  for (const index of view.hidden) if (index >= first && index < end) hidden++;
  return hidden;
}

/** Returns the described resource without the members that Search lacks, with its tags. */
function recordOf(target: Target, item: Item, view: OverlayView, at: number): WireResource {
  // JSON leaves out what is undefined.
  const lacking = Object.fromEntries(target.type.search?.missingMembers.map((member) => [member, undefined]) ?? []);
  return { ...target.describe(item, at), ...lacking, Tags: target.tags(item, view) };
}
