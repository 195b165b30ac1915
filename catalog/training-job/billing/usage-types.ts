import { transferUsageTypes, type UsageType, usageTypeSources } from '../../billing/usage-types.ts';

const { priceList, guide, spelledOut } = usageTypeSources;

/**
 * The usage types under which AWS bills training. Managed spot training has no own type: its billable seconds (`BillableTimeInSeconds`) are
 * billed as `Train:`, and so are warm pools. Unlisted types count as nothing, and are reported.
 */
export const trainingUsageTypes: readonly UsageType[] = [
  { group: 'Train', item: 'ml.', use: 'compute', source: priceList },
  { group: 'Train', item: 'VolumeUsage', use: 'storage', source: priceList },
  { group: 'Training', item: 'ml.', use: 'compute', source: spelledOut },
  { group: 'Training', item: 'VolumeUsage', use: 'storage', source: spelledOut },
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
  ...transferUsageTypes,
];
