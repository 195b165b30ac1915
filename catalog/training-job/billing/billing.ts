import type { Billing } from '../../billing/billing.ts';
import type { TrainingJob } from '../schema.ts';
import { labelsOf } from './labels.ts';
import { usageOf } from './usage.ts';
import { trainingUsageTypes } from './usage-types.ts';

/** Training is billed by the second of its instances, their volumes and warm pools; what ran serverless by the token. */
export const trainingJobBilling: Billing<TrainingJob> = {
  usageOf,
  labelsOf,
  beyondSearch: ['billable_token_count', 'serverless_job_config'],
  prices: { instance: 'training', warmPool: 'warm_pool', storage: 'storage' },
  usageTypes: trainingUsageTypes,
};
