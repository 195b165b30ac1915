import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { columnOf, withoutColumns } from '../../catalog/withheld-columns.ts';
import type { ApiDependencies } from './dependencies.ts';

type Withholding = Pick<ApiDependencies, 'withheldColumns' | 'types'>;

/** The resource types without the columns that no answer shows: what is not there can neither be read nor searched. */
export function shownTypes({ withheldColumns = [], types = resourceTypes }: Withholding): AnyResourceType[] {
  const withheld = new Set(withheldColumns);
  return types.map((type) => withoutColumns(type, withheld));
}

/** Leaves out the differences in fields that no answer shows. */
export const shownDifferences = <D extends { readonly field: string }>(
  { withheldColumns = [] }: Withholding,
  differences: readonly D[],
): D[] => differences.filter(({ field }) => !withheldColumns.includes(columnOf(field)));
