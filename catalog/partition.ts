import { partition } from '@aws-sdk/core/client';
import { nearestName } from './nearest-name.ts';
import { regionNames } from './region-names.ts';

/** The partition that a region belongs to, as ARNs name it, such as `aws-us-gov`: by the AWS SDK's data, also for a region that it does not list. */
export const partitionOf = (region: string): string => partition(region).name;

/** The region of the same partition that is never off, where services that have no regions are asked. */
export function globalRegionOf(region: string): string {
  // The SDK's type leaves out what its data has for every partition.
  const data: object = partition(region);
  return 'implicitGlobalRegion' in data ? String(data.implicitGlobalRegion) : 'us-east-1';
}

/** The domain of a region's hosts, such as `amazonaws.com`. */
export const domainOf = (region: string): string => partition(region).dnsSuffix;

/** The AWS SDK lists the region by name. It takes others as well, since a region may be younger than the SDK. */
export const isListedRegion = (region: string): boolean => 'description' in partition(region);

const listed = new Set(regionNames);
/** `east`, `northwest`, `central`: what stands before the number in every region's name. */
const directions = new Set(regionNames.map((name) => name.split('-').at(-2)));

/**
 * Why a name cannot be a region's; undefined where it may be. Regions that the AWS SDK does not list are taken, as the SDK itself does,
 * unless the name is near to one that it lists and not built like one: that is a slip of the pen.
 */
export function regionProblem(name: string): string | undefined {
  if (listed.has(name)) return undefined;
  const nearest = nearestName(name.toLowerCase(), regionNames);
  const isSlip = nearest !== undefined && !directions.has(name.split('-').at(-2));
  if (/^[a-z]+(-[a-z]+)+-[1-9]\d*$/.test(name) && !isSlip) return undefined;
  return `${name || 'an empty name'} is not an AWS region${nearest === undefined ? ', such as us-east-1' : `; did you mean ${nearest}?`}`;
}
