/**
 * What a line of a bill says of a training job: hours of its instances, or of the pool that was kept warm after it; GB-months of its
 * volumes; hours on capacity that was paid for ahead; tokens. `apart` is billed beside the job and is in none of its figures.
 */
export type TrainingUse = 'compute' | 'warm_pool' | 'storage' | 'prepaid' | 'tokens' | 'apart';

/** Usage types are written `USE1-Train:ml.m5.xlarge`: the code of a region, a group, and an item of it. */
export interface TrainingUsageType {
  readonly group: string;
  /** What the item begins with; `ml.` stands for all instance types, nothing for any item or none. */
  readonly item: string;
  readonly use: TrainingUse;
  /** Where the name is known from. */
  readonly source: string;
}

const priceList = 'the offer AmazonSageMaker of the AWS Price List';
const guide = 'a name after the feature, see the guide of SageMaker; the price list that we know has none of its own';

/**
 * The usage types under which AWS bills training. Managed spot training has none of its own: it is billed as `Train:` for the seconds
 * that count (`BillableTimeInSeconds`), as warm pools are for those in which they were kept. A type that is not listed counts as
 * nothing, and is told.
 */
export const trainingUsageTypes: readonly TrainingUsageType[] = [
  { group: 'Train', item: 'ml.', use: 'compute', source: priceList },
  { group: 'Train', item: 'VolumeUsage', use: 'storage', source: priceList },
  { group: 'Training', item: 'ml.', use: 'compute', source: 'exports that spell the component out' },
  { group: 'Training', item: 'VolumeUsage', use: 'storage', source: 'exports that spell the component out' },
  { group: 'SpotTrain', item: 'ml.', use: 'compute', source: guide },
  { group: 'Train-Spot', item: 'ml.', use: 'compute', source: guide },
  { group: 'SpotTraining', item: 'ml.', use: 'compute', source: guide },
  { group: 'WarmPool', item: 'ml.', use: 'warm_pool', source: guide },
  { group: 'Train-WarmPool', item: 'ml.', use: 'warm_pool', source: guide },
  { group: 'TrainWarmPool', item: 'ml.', use: 'warm_pool', source: guide },
  { group: 'TrainingPlan', item: 'ml.', use: 'prepaid', source: guide },
  { group: 'TrainingPlanUpfrontFee', item: '', use: 'apart', source: priceList },
  { group: 'Train', item: 'ServerlessTokens', use: 'tokens', source: guide },
  { group: 'ServerlessTrain', item: '', use: 'tokens', source: guide },
  { group: 'ServerlessTraining', item: '', use: 'tokens', source: guide },
  // Rules of the Debugger and the Profiler are processing jobs of their own.
  { group: 'Processing', item: '', use: 'apart', source: priceList },
  { group: 'Debugger', item: '', use: 'apart', source: guide },
  { group: 'Profiler', item: '', use: 'apart', source: guide },
  { group: 'DataTransfer-In-Bytes', item: '', use: 'apart', source: 'the price lists of all services' },
  { group: 'DataTransfer-Out-Bytes', item: '', use: 'apart', source: 'the price lists of all services' },
  { group: 'DataTransfer-Regional-Bytes', item: '', use: 'apart', source: 'the price lists of all services' },
];

/** What a usage type stands for, and the item in it; undefined where it is none of training. Its region's code is optional. */
export function findTrainingUsage(usageType: string): { readonly use: TrainingUse; readonly item: string } | undefined {
  const colon = usageType.indexOf(':');
  const [place, item] = colon < 0 ? [usageType, ''] : [usageType.slice(0, colon), usageType.slice(colon + 1)];
  const found = trainingUsageTypes.find(({ group, item: start }) => isGroup(place, group) && item.startsWith(start));
  return found && { use: found.use, item };
}

/** Codes of regions are capitals and digits: `USE1`, `EU`, `APS3`, `USW2-LAX1`. */
function isGroup(place: string, group: string): boolean {
  if (place === group) return true;
  if (!place.endsWith(`-${group}`)) return false;
  const region = place.slice(0, -group.length - 1);
  return region !== '' && region === region.toUpperCase();
}
