import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { columnOf, withoutColumns } from '../../catalog/withheld-columns.ts';
import type { ApiDependencies } from './dependencies.ts';

type Withholding = Pick<ApiDependencies, 'withheldColumns' | 'types'>;

/** Returns the resource types without the withheld columns, which can then be neither read nor searched. */
export function shownTypes({ withheldColumns = [], types = resourceTypes }: Withholding): AnyResourceType[] {
  const withheld = new Set(withheldColumns);
  return types.map((type) => withoutColumns(type, withheld));
}

/** Removes the differences in withheld fields. */
export const shownDifferences = <D extends { readonly field: string }>(
  { withheldColumns = [] }: Withholding,
  differences: readonly D[],
): D[] => differences.filter(({ field }) => !withheldColumns.includes(columnOf(field)));
