import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { readSummary, type Summary } from './summary.ts';

/** A listing that may be incomplete. */
export class ListingError extends Error {
  override readonly name = 'ListingError';
}

export interface ListedPage {
  /** Oldest first, without anything on an earlier page. */
  readonly summaries: readonly Summary[];
  /** Names of listed resources whose summaries have nothing but the name. */
  readonly names: readonly string[];
  /** The number of listed entries without a name. */
  readonly unreadable: number;
}

/** Reads the items of a page. */
export function readPage(type: AnyResourceType, items: readonly Readonly<Record<string, unknown>>[]): ListedPage {
  const summaries: Summary[] = [];
  const names: string[] = [];
  let unreadable = 0;
  for (const item of items) {
    const summary = readSummary(type, item);
    const name = item[type.identity.name];
    if (summary) summaries.push(summary);
    else if (typeof name === 'string') names.push(name);
    else unreadable++;
  }
  return { summaries: oldestFirst(summaries), names, unreadable };
}

export const oldestFirst = (summaries: readonly Summary[]): Summary[] =>
  summaries.toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
