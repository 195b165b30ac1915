import type { Billing } from '../billing/billing.ts';
import { type Labels, tagValues } from '../billing/labels.ts';
import { hasLocalDisks } from '../billing/local-disks.ts';
import { noPhases } from '../billing/phases.ts';
import { maxInstances, maxSeconds, maxVolumeGb, plausibleNumber } from '../billing/plausible-number.ts';
import type { BillingState, Usage, Waste } from '../billing/usage.ts';
import { transferUsageTypes, usageTypeSources } from '../billing/usage-types.ts';
import { isEnded } from './open-until.ts';
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
  const { processing_start_time: start, processing_end_time: end } = job;
  const cluster = job.processing_resources?.cluster_config;
  const type = cluster?.selected_instance_type || cluster?.instance_type || null;
  const count = plausibleNumber(cluster?.selected_instance_count ?? cluster?.instance_count, maxInstances);
  const ran = start && end ? Math.ceil((Date.parse(end) - Date.parse(start)) / 1000) : null;
  const billing = stateOf(job, plausibleNumber(ran, maxSeconds) !== null && count !== null);
  const seconds = billing === 'unbilled' ? 0 : billing === 'running' ? null : plausibleNumber(ran, maxSeconds);
  const instanceSeconds = seconds === 0 ? 0 : product(seconds, count);
  const volume = type !== null && hasLocalDisks(type) ? 0 : plausibleNumber(cluster?.volume_size_in_gb, maxVolumeGb);
  // A flattened row always has its creation time.
  const startedAt = start ?? job.creation_time ?? '';
  return [
    {
      group_index: 0,
      group_name: null,
      account_id: job.account_id,
      region,
      day: startedAt.slice(0, 10),
      started_at: startedAt,
      ended_at: isEnded(job) ? (end ?? startedAt) : null,
      status: job.processing_job_status,
      capacity: 'on_demand',
      billing,
      waste: wasteOf(job, seconds),
      instance_type: type,
      instance_count: count,
      billable_seconds: seconds,
      instance_seconds: instanceSeconds,
      training_seconds: seconds,
      spot_saved_seconds: 0,
      warm_pool_seconds: 0,
      warm_pool_instance_seconds: 0,
      training_plan_arn: null,
      token_count: null,
      volume_gb: volume,
      storage_gb_seconds: product(instanceSeconds, volume ?? 0),
      ...noPhases,
    },
  ];
}

/** Returns the billing state. A job that ended before it began costs nothing. */
function stateOf(job: ProcessingJob, isKnown: boolean): BillingState {
  if (!isEnded(job)) return 'running';
  if (isKnown) return 'final';
  return job.processing_start_time === null && job.processing_job_status !== 'Completed' ? 'unbilled' : 'unreported';
}

/** Returns why the usage was wasted. A job is stopped by a person, or by SageMaker at its maximum run time. */
function wasteOf(
  { processing_job_status: status, stopping_condition: limit }: ProcessingJob,
  seconds: number | null,
): Waste | null {
  if (status === 'Failed') return 'failed';
  if (status !== 'Stopped') return null;
  return limit?.max_runtime_in_seconds && (seconds ?? 0) >= limit.max_runtime_in_seconds ? 'timed_out' : 'stopped';
}

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

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
