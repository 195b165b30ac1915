import type { Item, Target } from './target.ts';

export type SortBy = 'CreationTime' | 'Name' | 'Status' | 'LastModifiedTime';

type Key = number | string;

/** An order of a target's resources: generated ones by position, with keys that place stored ones between them. */
export interface Order {
  readonly length: number;
  /** Returns the index of the generated resource at a position. */
  at(position: number): number;
  keyOf(item: Item): Key;
  nameOf(item: Item): string;
}

export interface OrderRequest {
  readonly sortBy: SortBy;
  readonly descending: boolean;
  /** The time, in milliseconds, at which Status and LastModifiedTime are compared. */
  readonly at: number;
  /** The range of generated resources: indices from `first` up to `end`, which is excluded. */
  readonly first: number;
  readonly end: number;
}

/** Returns an order. CreationTime and Name need no preparation; Status and LastModifiedTime compute every resource once per listing. */
export function orderOf(target: Target, request: OrderRequest): Order {
  const { sortBy, descending, first, end } = request;
  const length = Math.max(0, end - first);
  const from = (position: number): number => (descending ? length - 1 - position : position);
  const { names } = target.population;
  const nameOf = (item: Item) => target.nameOf(item);
  switch (sortBy) {
    case 'CreationTime':
      return {
        length,
        at: (position) => first + from(position),
        keyOf: (item) => target.createdAt(item),
        nameOf,
      };
    case 'Name':
      // Ranks start at resource 0, so `first` must be 0.
      return { length, at: (position) => names.atRank(from(position), end) ?? 0, keyOf: nameOf, nameOf };
    case 'Status':
    case 'LastModifiedTime': {
      const keyOf = (item: Item): Key =>
        sortBy === 'Status' ? target.status(item, request.at) : target.modifiedAt(item, request.at);
      const sorted = sortedOnce(target, `${sortBy} ${request.at} ${first} ${end}`, () =>
        sortedIndices(keyOf, first, end),
      );
      return { length, at: (position) => sorted[from(position)] ?? first, keyOf, nameOf };
    }
  }
}

/** The last order of each target, which the next page of a listing uses again. */
const SORTED = new WeakMap<Target, { readonly key: string; readonly indices: Uint32Array }>();

function sortedOnce(target: Target, key: string, sort: () => Uint32Array): Uint32Array {
  const known = SORTED.get(target);
  if (known?.key === key) return known.indices;
  const indices = sort();
  SORTED.set(target, { key, indices });
  return indices;
}

function sortedIndices(keyOf: (item: Item) => Key, first: number, end: number): Uint32Array {
  const keys = Array.from({ length: Math.max(0, end - first) }, (_, i) => keyOf(first + i));
  const indices = Uint32Array.from(keys, (_, i) => first + i);
  return indices.sort((a, b) => compare(keys[a - first] ?? 0, keys[b - first] ?? 0) || a - b);
}

export function compare(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
