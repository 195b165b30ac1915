import type { WireResource, WireTag } from './wire.ts';

/**
 * The generated resources of one type in one account and region, numbered from 0 in order of creation. Nothing is kept: each is computed
 * whenever it is asked for, and its state from the time, in milliseconds since the epoch.
 */
export interface Population {
  /** Whole resources generated so far, for those who want to know that nothing was generated needlessly. */
  readonly generatedCount: number;
  readonly names: {
    name(index: number): string;
    /** The number of the resource of that name, of the first `count`; undefined where there is none. */
    index(name: string, count: number, anyCase?: boolean): number | undefined;
    /** The number of the resource that stands at a rank in order of name, of the first `count`. */
    atRank(rank: number, count: number): number | undefined;
  };
  readonly calendar: {
    createdAt(index: number): number;
    /** The first number below `count` that was created after a time, or `count`. */
    firstCreatedAfter(time: number, count: number): number;
  };
  countAt(now: number): number;
  describe(index: number, now: number): WireResource;
  summary(index: number, now: number): WireResource;
  tags(index: number): WireTag[];
  state(index: number, now: number): { readonly status: string; readonly modifiedAt: number };
  /** The summary of a resource that was put. */
  summaryOf(resource: WireResource): WireResource;
  /** Members that a resource has when it is put without them. */
  readonly initialMembers: WireResource;
}
