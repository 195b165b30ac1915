import type { AnyResourceType } from './resource-types.ts';

/** The purpose of an operation. */
export type OperationKind = 'list' | 'describe' | 'search' | 'list_tags';

/** Requests per second by default: lists are limited to 2 (aws-solutions/deepracer-on-aws#87), the others are cautious. */
export const defaultRates: Readonly<Record<OperationKind, number>> = {
  list: 2,
  describe: 10,
  search: 5,
  list_tags: 10,
};

/** Returns the operations that read a resource type, each with its purpose. */
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

/** Returns the requests per second of each operation: the type's own rate, or the default for its purpose. */
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
