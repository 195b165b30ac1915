const partitions: readonly [prefix: string, region: string, partition: string][] = [
  ['cn-', 'cn-north-1', 'aws-cn'],
  ['us-gov-', 'us-gov-west-1', 'aws-us-gov'],
  ['us-isob-', 'us-isob-east-1', 'aws-iso-b'],
  ['us-iso-', 'us-iso-east-1', 'aws-iso'],
  ['eusc-', 'eusc-de-east-1', 'aws-eusc'],
];

/** A region of the same partition that is never off: where STS is asked, so that a region that is off does not look like a denied role. */
export const homeRegion = (region: string): string =>
  partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'us-east-1';

/** The partition that a region belongs to, as ARNs name it: `aws` for the commercial regions. */
export const partitionOf = (region: string): string =>
  partitions.find(([prefix]) => region.startsWith(prefix))?.[2] ?? 'aws';
