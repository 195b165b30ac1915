/**
 * What a line of a bill says of a resource: hours of its instances, or of the pool that was kept warm after it; GB-months of its
 * volumes; hours on capacity that was paid for ahead; tokens. `apart` is billed beside the resource and is in none of its figures.
 */
export type BilledUse = 'compute' | 'warm_pool' | 'storage' | 'prepaid' | 'tokens' | 'apart';

/** Usage types are written `USE1-Train:ml.m5.xlarge`: the code of a region, a group, and an item of it. */
export interface UsageType {
  readonly group: string;
  /** What the item begins with; `ml.` stands for all instance types, nothing for any item or none. */
  readonly item: string;
  readonly use: BilledUse;
  /** Where the name is known from. */
  readonly source: string;
}

/** Where the name of a usage type is known from. */
export const usageTypeSources = {
  priceList: 'the offer AmazonSageMaker of the AWS Price List',
  allPriceLists: 'the price lists of all services',
  guide: 'a name after the feature, see the guide of SageMaker; the price list that we know has none of its own',
  spelledOut: 'exports that spell the component out',
} as const;

/** What is transferred is billed beside every resource. */
export const transferUsageTypes: readonly UsageType[] = ['In', 'Out', 'Regional'].map((way) => ({
  group: `DataTransfer-${way}-Bytes`,
  item: '',
  use: 'apart',
  source: usageTypeSources.allPriceLists,
}));

/** What a usage type stands for in a table, and the item in it; undefined where it is not in it. Its region's code is optional. */
export function findUsageType(
  usageTypes: readonly UsageType[],
  usageType: string,
): { readonly use: BilledUse; readonly item: string } | undefined {
  const colon = usageType.indexOf(':');
  const [place, item] = colon < 0 ? [usageType, ''] : [usageType.slice(0, colon), usageType.slice(colon + 1)];
  const found = usageTypes.find(({ group, item: start }) => isGroup(place, group) && item.startsWith(start));
  return found && { use: found.use, item };
}

/** Codes of regions are capitals and digits: `USE1`, `EU`, `APS3`, `USW2-LAX1`. */
function isGroup(place: string, group: string): boolean {
  if (place === group) return true;
  if (!place.endsWith(`-${group}`)) return false;
  const region = place.slice(0, -group.length - 1);
  return region !== '' && region === region.toUpperCase();
}
