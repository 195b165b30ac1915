import type { AnyResourceType } from './resource-types.ts';

/** What an operation is called for. */
export type OperationKind = 'list' | 'describe' | 'search' | 'list_tags';

/** Requests a second where nothing else is known of an operation: lists are limited to 2 (aws-solutions/deepracer-on-aws#87), the others are cautious. */
export const defaultRates: Readonly<Record<OperationKind, number>> = {
  list: 2,
  describe: 10,
  search: 5,
  list_tags: 10,
};

/** Returns the operations that read a resource type, each with what it is called for. */
export function operationsOf(type: AnyResourceType): readonly (readonly [OperationKind, string])[] {
  const { list, describe, search, isUntagged } = type;
  return [
    ['list', list.operation],
    ...(describe ? [['describe', describe.operation] as const] : []),
    ...(describe?.completedBy ? [['describe', describe.completedBy.operation] as const] : []),
    ...(search ? [['search', 'Search'] as const] : []),
    ...(isUntagged ? [] : [['list_tags', 'ListTags'] as const]),
  ];
}

/** Returns the requests a second of each operation: its type's own, else those of its purpose. */
export function ratesOf(
  types: readonly AnyResourceType[],
  byPurpose: Readonly<Record<OperationKind, number>> = defaultRates,
): Readonly<Record<string, number>> {
  const rates: Record<string, number> = {};
  for (const type of types)
    for (const [purpose, operation] of operationsOf(type))
      rates[operation] = type.rates?.[operation] ?? byPurpose[purpose];
  return rates;
}
