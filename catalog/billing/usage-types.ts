/**
 * What a line of a bill is for: hours of instances or of a warm pool, GB-months of volumes, hours on prepaid capacity, or tokens. `apart`
 * is billed separately and is in no figure of the resource.
 */
export type BilledUse = 'compute' | 'warm_pool' | 'storage' | 'prepaid' | 'tokens' | 'apart';

/** A usage type, such as `USE1-Train:ml.m5.xlarge`: the code of a region, a group, and an item. */
export interface UsageType {
  readonly group: string;
  /** The beginning of the item: `ml.` for all instance types, empty for any item or none. */
  readonly item: string;
  readonly use: BilledUse;
  /** The source of the name. */
  readonly source: string;
}

/** The sources of the names of usage types. */
export const usageTypeSources = {
  priceList: 'the offer AmazonSageMaker of the AWS Price List',
  allPriceLists: 'the price lists of all services',
  guide: 'a name after the feature, see the guide of SageMaker; the price list that we know has none of its own',
  spelledOut: 'exports that spell the component out',
} as const;

/** Data transfer, which is billed separately. */
export const transferUsageTypes: readonly UsageType[] = ['In', 'Out', 'Regional'].map((way) => ({
  group: `DataTransfer-${way}-Bytes`,
  item: '',
  use: 'apart',
  source: usageTypeSources.allPriceLists,
}));

/** Finds a usage type in a table, with its item; returns undefined if the table lacks it. The region's code is optional. */
export function findUsageType(
  usageTypes: readonly UsageType[],
  usageType: string,
): { readonly use: BilledUse; readonly item: string } | undefined {
  const colon = usageType.indexOf(':');
  const [place, item] = colon < 0 ? [usageType, ''] : [usageType.slice(0, colon), usageType.slice(colon + 1)];
  const found = usageTypes.find(({ group, item: start }) => isGroup(place, group) && item.startsWith(start));
  return found && { use: found.use, item };
}

/** Returns whether a text is a group, with or without a region's code: `USE1`, `EU`, `APS3`, `USW2-LAX1`. */
function isGroup(place: string, group: string): boolean {
  if (place === group) return true;
  if (!place.endsWith(`-${group}`)) return false;
  const region = place.slice(0, -group.length - 1);
  return region !== '' && region === region.toUpperCase();
}
