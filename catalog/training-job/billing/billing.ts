import type { Billing } from '../../billing/billing.ts';
import type { TrainingJob } from '../schema.ts';
import { labelsOf } from './labels.ts';
import { usageOf } from './usage.ts';
import { trainingUsageTypes } from './usage-types.ts';

/** Training is billed per second of instances, their volumes and warm pools; serverless training per token. */
export const trainingJobBilling: Billing<TrainingJob> = {
  usageOf,
  labelsOf,
  describeOnlyColumns: ['billable_token_count', 'serverless_job_config'],
  prices: { instance: 'training', warmPool: 'warm_pool', storage: 'storage' },
  search: {
    dimensions: {
      instance_type: ['resource_config.instance_type', 'resource_config.instance_groups.instance_type'],
      status: ['training_job_status'],
      role_arn: ['role_arn'],
      algorithm: ['algorithm_specification.training_image', 'algorithm_specification.algorithm_name'],
      experiment: ['experiment_config.experiment_name'],
      tuning_job_arn: ['tuning_job_arn'],
    },
    startedAt: 'training_start_time',
    endedAt: 'training_end_time',
    seconds: 'billable_time_in_seconds',
    maxSeconds: 'stopping_condition.max_runtime_in_seconds',
    // SageMaker's default (API reference, StoppingCondition).
    maxSecondsByDefault: 86_400,
    waste: {
      failed: 'training_job_status:Failed -secondary_status:(Interrupted OR MaxWaitTimeExceeded OR MaxRuntimeExceeded)',
      stopped:
        'training_job_status:Stopped -secondary_status:(Interrupted OR MaxWaitTimeExceeded OR MaxRuntimeExceeded)',
      interrupted: 'secondary_status:(Interrupted OR MaxWaitTimeExceeded)',
      timed_out: 'secondary_status:MaxRuntimeExceeded',
    },
  },
  usageTypes: trainingUsageTypes,
};
