import type { Billing } from '../billing/billing.ts';
import { type Labels, tagValues } from '../billing/labels.ts';
import { timedUsage } from '../billing/timed-usage.ts';
import type { Usage } from '../billing/usage.ts';
import { transferUsageTypes, usageTypeSources } from '../billing/usage-types.ts';
import type { ProcessingJob } from './schema.ts';

/** Processing is billed per second of instances and their volumes, from the start to the end of processing. */
export const processingJobBilling: Billing<ProcessingJob> = {
  usageOf,
  labelsOf,
  describeOnlyColumns: [],
  prices: { instance: 'processing', storage: 'processing_storage' },
  search: {
    dimensions: {
      instance_type: ['processing_resources.cluster_config.instance_type'],
      status: ['processing_job_status'],
      role_arn: ['role_arn'],
      algorithm: ['app_specification.image_uri'],
      experiment: ['experiment_config.experiment_name'],
    },
    startedAt: 'processing_start_time',
    endedAt: 'processing_end_time',
    maxSeconds: 'stopping_condition.max_runtime_in_seconds',
    // SageMaker's default (API reference, ProcessingStoppingCondition).
    maxSecondsByDefault: 86_400,
    waste: { failed: 'processing_job_status:Failed', stopped: 'processing_job_status:Stopped' },
  },
  usageTypes: [
    { group: 'Processing', item: 'ml.', use: 'compute', source: usageTypeSources.priceList },
    { group: 'Processing', item: 'VolumeUsage', use: 'storage', source: usageTypeSources.priceList },
    ...transferUsageTypes,
  ],
};

function usageOf(job: ProcessingJob, region: string): Usage[] {
  const cluster = job.processing_resources?.cluster_config;
  return [
    timedUsage({
      accountId: job.account_id,
      region,
      status: job.processing_job_status,
      // A flattened row always has its creation time.
      createdAt: job.creation_time ?? '',
      startedAt: job.processing_start_time,
      endedAt: job.processing_end_time,
      instanceType: cluster?.selected_instance_type || cluster?.instance_type || null,
      instanceCount: cluster?.selected_instance_count ?? cluster?.instance_count,
      volumeGb: cluster?.volume_size_in_gb,
      maxSeconds: job.stopping_condition?.max_runtime_in_seconds,
    }),
  ];
}

function labelsOf(job: ProcessingJob): Labels {
  return {
    account_id: job.account_id,
    role_arn: job.role_arn,
    algorithm: job.app_specification?.image_uri ?? null,
    experiment: job.experiment_config?.experiment_name ?? null,
    tuning_job_arn: null,
    tags: tagValues(job.tags ?? []),
  };
}
