import { normalizeReason } from '../../catalog/failure-reason.ts';
import { type MessageResource, namedResources } from '../../catalog/watches/message.ts';

/** Occurrences at the same time, in one account and region, for the same reason. */
export interface OccurrenceGroup {
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly region: string | null;
  readonly reason: string | null;
  readonly count: number;
  readonly ids: readonly number[];
  readonly resources: readonly MessageResource[];
  readonly value?: number;
  readonly above?: number;
  readonly unit?: string;
}

/** Joins groups whose normalized reasons are equal; returns the largest first. */
export function joinGroups(groups: readonly OccurrenceGroup[]): OccurrenceGroup[] {
  const joined = Map.groupBy(
    groups.map((group) => ({ ...group, reason: group.reason === null ? null : normalizeReason(group.reason) })),
    ({ account_id, region, reason }) => JSON.stringify([account_id, region, reason]),
  );
  return [...joined.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    return {
      ...first,
      count: alike.reduce((sum, { count }) => sum + count, 0),
      ids: alike.flatMap(({ ids }) => ids),
      resources: alike.flatMap(({ resources }) => resources).slice(0, namedResources),
    };
  });
}
