import type { Billing } from '../billing/billing.ts';
import { type Labels, tagValues } from '../billing/labels.ts';
import { timedUsage } from '../billing/timed-usage.ts';
import type { Usage } from '../billing/usage.ts';
import { transferUsageTypes, usageTypeSources } from '../billing/usage-types.ts';
import type { TransformJob } from './schema.ts';

/**
 * Batch transform is billed by the second of its instances, from its start to its end (API reference, DescribeTransformJob). The size
 * of their volumes is SageMaker's own, and is not told.
 */
export const transformJobBilling: Billing<TransformJob> = {
  usageOf,
  labelsOf,
  describeOnlyColumns: [],
  prices: { instance: 'transform' },
  search: {
    dimensions: {
      instance_type: ['transform_resources.instance_type'],
      status: ['transform_job_status'],
      experiment: ['experiment_config.experiment_name'],
    },
    startedAt: 'transform_start_time',
    endedAt: 'transform_end_time',
    waste: { failed: 'transform_job_status:Failed', stopped: 'transform_job_status:Stopped' },
  },
  usageTypes: [
    { group: 'Tsform', item: 'ml.', use: 'compute', source: usageTypeSources.priceList },
    { group: 'Tsform', item: 'VolumeUsage', use: 'apart', source: usageTypeSources.guide },
    ...transferUsageTypes,
  ],
};

function usageOf(job: TransformJob, region: string): Usage[] {
  return [
    timedUsage({
      accountId: job.account_id,
      region,
      status: job.transform_job_status,
      // A flattened row always has its creation time.
      createdAt: job.creation_time ?? '',
      startedAt: job.transform_start_time,
      endedAt: job.transform_end_time,
      instanceType: job.transform_resources?.instance_type ?? null,
      instanceCount: job.transform_resources?.instance_count,
      volumeGb: null,
    }),
  ];
}

function labelsOf(job: TransformJob): Labels {
  return {
    account_id: job.account_id,
    role_arn: null,
    algorithm: null,
    experiment: job.experiment_config?.experiment_name ?? null,
    tuning_job_arn: null,
    tags: tagValues(job.tags ?? []),
  };
}
