const homes: readonly [prefix: string, region: string][] = [
  ['cn-', 'cn-north-1'],
  ['us-gov-', 'us-gov-west-1'],
  ['us-isob-', 'us-isob-east-1'],
  ['us-iso-', 'us-iso-east-1'],
  ['eusc-', 'eusc-de-east-1'],
];

/** A region of the same partition that is never off: where STS is asked, so that a region that is off does not look like a denied role. */
export const homeRegion = (region: string): string =>
  homes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'us-east-1';
