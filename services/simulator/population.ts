import type { WireResource, WireTag } from './wire.ts';

/**
 * The generated resources of one type in one account and region, numbered from 0 in order of creation. Nothing is stored: each is computed
 * on request, and its state from the time, in milliseconds since the epoch.
 */
export interface Population {
  /** The number of whole resources generated so far, for tests that none is generated needlessly. */
  readonly generatedCount: number;
  readonly names: {
    name(index: number): string;
    /** Returns the index of the resource with a name, among the first `count`; undefined if there is none. */
    index(name: string, count: number, anyCase?: boolean): number | undefined;
    /** Returns the index of the resource at a rank in the order of names, among the first `count`. */
    atRank(rank: number, count: number): number | undefined;
  };
  readonly calendar: {
    createdAt(index: number): number;
    /** Returns the first index below `count` that was created after a time, or `count`. */
    firstCreatedAfter(time: number, count: number): number;
  };
  countAt(now: number): number;
  describe(index: number, now: number): WireResource;
  summary(index: number, now: number): WireResource;
  tags(index: number): WireTag[];
  state(index: number, now: number): { readonly status: string; readonly modifiedAt: number };
  /** Returns the summary of a stored resource. */
  summaryOf(resource: WireResource): WireResource;
  /** The default members of a stored resource. */
  readonly initialMembers: WireResource;
}
