import { partition } from '@aws-sdk/core/client';
import { nearestName } from './nearest-name.ts';
import { regionNames } from './region-names.ts';

/** Returns the partition of a region as ARNs name it, such as `aws-us-gov`, by the AWS SDK's data and rules for unlisted regions. */
export const partitionOf = (region: string): string => partition(region).name;

/** Returns the region of the same partition that is always enabled, where services without regions are called. */
export function globalRegionOf(region: string): string {
  // The SDK's type lacks a field that its data has for every partition.
  const data: object = partition(region);
  return 'implicitGlobalRegion' in data ? String(data.implicitGlobalRegion) : 'us-east-1';
}

/** Returns the domain of a region's hosts, such as `amazonaws.com`. */
export const domainOf = (region: string): string => partition(region).dnsSuffix;

/** Returns whether the AWS SDK lists the region. It accepts others as well, since a region may be newer than the SDK. */
export const isListedRegion = (region: string): boolean => 'description' in partition(region);

const listed = new Set(regionNames);
/** `east`, `northwest`, `central`: the part before the number in every region's name. */
const directions = new Set(regionNames.map((name) => name.split('-').at(-2)));

/**
 * Returns why a name cannot be a region; undefined if it may be one. Regions that the AWS SDK does not list are accepted, as the SDK does,
 * unless the name is malformed and close to a listed one, which means a typo.
 */
export function regionProblem(name: string): string | undefined {
  if (listed.has(name)) return undefined;
  const nearest = nearestName(name.toLowerCase(), regionNames);
  const isSlip = nearest !== undefined && !directions.has(name.split('-').at(-2));
  if (/^[a-z]+(-[a-z]+)+-[1-9]\d*$/.test(name) && !isSlip) return undefined;
  return `${name || 'an empty name'} is not an AWS region${nearest === undefined ? ', such as us-east-1' : `; did you mean ${nearest}?`}`;
}
