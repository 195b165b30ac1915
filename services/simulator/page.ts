import { compare, type Order } from './order.ts';
import type { OverlayView } from './overlay.ts';
import type { Item } from './target.ts';
import type { WireResource } from './wire.ts';

/** The position of a listing. */
export interface Cursor {
  /** The number of consumed generated positions. */
  readonly position: number;
  /** The key and name of the last consumed stored job. */
  readonly put: readonly [number | string, string] | undefined;
}

export interface Page {
  readonly items: readonly Item[];
  /** Undefined at the end of the listing. */
  readonly next: Cursor | undefined;
}

export interface PageRequest {
  readonly order: Order;
  readonly descending: boolean;
  readonly view: OverlayView;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
  /** Returns whether a stored job belongs to the listing. */
  readonly includesPut: (job: WireResource) => boolean;
  /** Returns whether a job matches; all jobs do if absent. */
  readonly accept?: (item: Item) => boolean;
  /** The maximum number of jobs to examine for one page. */
  readonly scanLimit?: number;
}

/** Returns the next `limit` jobs in order, with generated and stored ones merged. The cost is proportional to the result. */
export function takePage({
  order,
  descending,
  view,
  cursor,
  limit,
  includesPut,
  accept,
  scanLimit = Infinity,
}: PageRequest): Page {
  const puts = remainingPuts(order, descending, view, cursor, includesPut);
  const items: Item[] = [];
  let position = cursor?.position ?? 0;
  let put = cursor?.put;
  let putAt = 0;
  let scanned = 0;
  for (;;) {
    while (position < order.length && view.hidden.size > 0 && view.hidden.has(order.at(position))) position++;
    const index = position < order.length ? order.at(position) : undefined;
    const job = puts[putAt];
    if (index === undefined && job === undefined) return { items, next: undefined };
    if (items.length >= limit || scanned >= scanLimit) return { items, next: { position, put } };
    scanned++;
    const item = job !== undefined && (index === undefined || precedes(order, descending, job, index)) ? job : index;
    if (item === undefined) return { items, next: undefined };
    if (typeof item === 'number') position++;
    else {
      putAt++;
      put = [order.keyOf(item), order.nameOf(item)];
    }
    if (accept === undefined || accept(item)) items.push(item);
  }
}

function precedes(order: Order, descending: boolean, job: WireResource, index: number): boolean {
  const difference = compare(order.keyOf(job), order.keyOf(index));
  return descending ? difference > 0 : difference < 0;
}

function remainingPuts(
  order: Order,
  descending: boolean,
  view: OverlayView,
  cursor: Cursor | undefined,
  includesPut: (job: WireResource) => boolean,
): WireResource[] {
  if (view.live.length === 0) return [];
  const direction = descending ? -1 : 1;
  const after = cursor?.put;
  const compareTo = (job: WireResource, key: number | string, name: string) =>
    direction * (compare(order.keyOf(job), key) || compare(order.nameOf(job), name));
  return view.live
    .filter((job) => includesPut(job) && (after === undefined || compareTo(job, after[0], after[1]) > 0))
    .sort((a, b) => compareTo(a, order.keyOf(b), order.nameOf(b)));
}
