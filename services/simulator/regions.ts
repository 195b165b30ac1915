/** Regions, in the order in which a number of them is chosen. */
export const KNOWN_REGIONS = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'ap-southeast-1',
  'eu-central-1',
  'ap-northeast-1',
  'us-east-2',
  'ap-south-1',
  'ca-central-1',
  'eu-west-2',
  'ap-southeast-2',
  'sa-east-1',
  'eu-north-1',
  'ap-northeast-2',
  'eu-west-3',
  'us-west-1',
  'ap-northeast-3',
  'eu-south-1',
  'me-south-1',
  'af-south-1',
  'ap-east-1',
] as const;

/** Regions that an account must enable. */
const OPT_IN = new Set([
  'eu-south-1',
  'me-south-1',
  'af-south-1',
  'ap-east-1',
  'me-central-1',
  'eu-south-2',
  'ap-south-2',
  'il-central-1',
  'ca-west-1',
  'mx-central-1',
]);

export function isOptIn(region: string): boolean {
  return OPT_IN.has(region);
}
