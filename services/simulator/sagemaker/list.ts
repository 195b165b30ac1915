import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { PageFault } from '../faults.ts';
import { type Input, integer, optionalChoice, optionalString, timestamp } from '../input.ts';
import { orderOf } from '../order.ts';
import { type Page, takePage } from '../page.ts';
import { nextToken, readToken } from '../page-token.ts';
import type { Target } from '../target.ts';
import { statusMember, type WireResource } from '../wire.ts';

/** A page of summaries. As in AWS, only creation times select what is paged; all other filters apply to each page afterwards. */
export interface ListedPage {
  readonly summaries: readonly WireResource[];
  readonly nextToken: string | undefined;
}

/** Implements the list operation of a type, with the parameters of its definition. */
export function listResources(target: Target, input: Input, now: number, fault?: PageFault): ListedPage {
  const { pageSize, oldestFirst, createdAfter, createdBefore, nextToken: tokens } = target.type.list.parameters;
  const limit = integer(input, pageSize.name, 1, pageSize.max, 10);
  // Without parameters for the order, resources are sorted by name.
  const sortBy = oldestFirst
    ? (optionalChoice(input, 'SortBy', ['Name', 'CreationTime', 'Status']) ?? 'CreationTime')
    : 'Name';
  const descending =
    oldestFirst !== undefined &&
    (optionalChoice(input, 'SortOrder', ['Ascending', 'Descending']) ?? 'Descending') === 'Descending';
  const time = (name: string | undefined) => (name === undefined ? undefined : timestamp(input, name));
  const created = between(time(createdAfter), time(createdBefore));
  const keep = pageFilter(target.type, input);
  const query = JSON.stringify({ ...input, [tokens.request]: undefined, [pageSize.name]: undefined });
  const text = optionalString(input, tokens.request);
  const token = text === undefined ? undefined : readToken(query, text);

  const { calendar } = target.population;
  // Descending and ranked listings return only the resources that existed at their start; ascending ones reach new ones at their end.
  const exists = target.population.countAt(now);
  const count = token !== undefined && (descending || sortBy !== 'CreationTime') ? token.count : exists;
  const [first, end] =
    sortBy === 'Name' ? [0, count] : created.range((time) => calendar.firstCreatedAfter(time, count), count);
  const at = token?.at ?? now;
  const order = orderOf(target, { sortBy, descending, at, first, end });
  const page: Page = takePage({
    order,
    descending,
    view: target.overlay.view(),
    cursor: token,
    limit: fault === 'empty' ? 0 : limit,
    includesPut: (resource) => created.includes(target.createdAt(resource)),
  });
  const summaries = page.items
    .map((item) => target.summary(item, now))
    .filter((summary) => created.includes(target.createdAt(summary)) && keep(summary));
  const next = page.next && { ...page.next, count, at };
  return { summaries, nextToken: nextToken(query, { text, token }, next, fault) };
}

interface TimeRange {
  includes(time: unknown): boolean;
  /** Returns the indices [first, end) in the range. `firstAfter` returns the first index created after a time in milliseconds. */
  range(firstAfter: (milliseconds: number) => number, count: number): [number, number];
}

/** Returns the range strictly between two times in epoch seconds. */
export function between(after: number | undefined, before: number | undefined): TimeRange {
  return {
    includes: (time) =>
      typeof time === 'number' && (after === undefined || time > after) && (before === undefined || time < before),
    range: (firstAfter, count) => [
      after === undefined ? 0 : firstAfter(Math.floor(after * 1000 + 1e-4)),
      before === undefined ? count : firstAfter(Math.ceil(before * 1000 - 1e-4) - 1),
    ],
  };
}

/**
 * Returns the filter of a request. `<Member>Equals` compares a member of the summary, or the status in it if it is a structure;
 * `StatusEquals` means the type's status member.
 */
function pageFilter(type: AnyResourceType, input: Input): (summary: WireResource) => boolean {
  const wanted = Object.keys(input).flatMap((parameter) => {
    const name = /^(.+)Equals$/.exec(parameter)?.[1];
    return name === undefined ? [] : [{ name, value: optionalString(input, parameter) }];
  });
  const name = optionalString(input, 'NameContains');
  const after = timestamp(input, 'LastModifiedTimeAfter');
  const before = timestamp(input, 'LastModifiedTimeBefore');
  const modified = between(after, before);
  return (summary) =>
    wanted.every(({ name, value }) => value === undefined || summaryValue(type, summary, name) === value) &&
    (name === undefined || String(summary[type.identity.name] ?? '').includes(name)) &&
    ((after === undefined && before === undefined) || modified.includes(summary[type.identity.modifiedAt ?? '']));
}

function summaryValue(type: AnyResourceType, summary: WireResource, name: string): unknown {
  const value = summary[name === 'Status' ? statusMember(type) : name];
  return typeof value === 'object' && value !== null && 'Status' in value ? value.Status : value;
}
