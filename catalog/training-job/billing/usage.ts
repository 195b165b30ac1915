import { hasLocalDisks } from '../../billing/local-disks.ts';
import type { Capacity, Usage, Waste } from '../../billing/usage.ts';
import type { TrainingJob } from '../schema.ts';
import { billableTime } from './billable-time.ts';
import { type InstanceUse, instancesOf } from './instances.ts';
import { phaseTimes } from './phases.ts';

/** Returns the usage of a training job, one entry per instance group. `region` is the ARN's. */
export function usageOf(job: TrainingJob, region: string): Usage[] {
  const time = billableTime(job);
  const phases = phaseTimes(job);
  return instancesOf(job).map((instances, index) => ({
    group_index: index,
    group_name: instances.groupName,
    account_id: job.account_id,
    region,
    day: time.startedAt.slice(0, 10),
    started_at: time.startedAt,
    ended_at: time.endedAt,
    status: job.training_job_status,
    waste: time.isOpen ? null : wasteOf(job),
    instance_type: instances.type,
    instance_count: instances.count,
    training_seconds: time.trainingSeconds,
    training_plan_arn: instances.trainingPlanArn,
    token_count: time.tokenCount,
    volume_gb: volumeOf(time, instances),
    ...amounts(time, instances),
    ...phases,
  }));
}

type Amounts = Pick<
  Usage,
  | 'capacity'
  | 'billing'
  | 'billable_seconds'
  | 'instance_seconds'
  | 'spot_saved_seconds'
  | 'warm_pool_seconds'
  | 'warm_pool_instance_seconds'
  | 'storage_gb_seconds'
>;

function amounts(time: ReturnType<typeof billableTime>, instances: InstanceUse): Amounts {
  const capacity: Capacity =
    instances.trainingPlanArn !== null
      ? 'training_plan'
      : time.isServerless && instances.type === null
        ? 'serverless'
        : time.isSpot
          ? 'spot'
          : 'on_demand';
  if (capacity === 'serverless') {
    return {
      capacity,
      billing: time.serverlessBilling,
      billable_seconds: time.billableSeconds,
      instance_seconds: 0,
      spot_saved_seconds: 0,
      warm_pool_seconds: 0,
      warm_pool_instance_seconds: 0,
      storage_gb_seconds: 0,
    };
  }
  const { count } = instances;
  const seconds = time.billing === 'unbilled' ? 0 : time.billableSeconds;
  const instanceSeconds = seconds === 0 ? 0 : product(seconds, count);
  return {
    capacity,
    billing: time.billing === 'final' && instanceSeconds === null ? 'unreported' : time.billing,
    billable_seconds: seconds,
    instance_seconds: instanceSeconds,
    spot_saved_seconds: capacity === 'spot' ? saved(time.trainingSeconds, seconds) : 0,
    warm_pool_seconds: time.warmPoolSeconds,
    warm_pool_instance_seconds: time.warmPoolSeconds === 0 ? 0 : product(time.warmPoolSeconds, count),
    storage_gb_seconds: gigabyteSeconds(instanceSeconds, volumeOf(time, instances)),
  };
}

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

/** Returns the seconds that spot capacity saved: training seconds that were not billed. */
const saved = (trained: number | null, billed: number | null): number | null =>
  billed === null ? null : Math.max((trained ?? billed) - billed, 0);

const volumeOf = ({ volumeGb }: ReturnType<typeof billableTime>, { type }: InstanceUse): number | null =>
  type !== null && hasLocalDisks(type) ? 0 : volumeGb;

/** Returns GB-seconds; an absent size is 0. */
function gigabyteSeconds(instanceSeconds: number | null, volumeGb: number | null): number | bigint | null {
  if (instanceSeconds === null) return null;
  const exact = BigInt(instanceSeconds) * BigInt(volumeGb ?? 0);
  return exact <= Number.MAX_SAFE_INTEGER ? Number(exact) : exact;
}

/** The kinds of waste, by the secondary status of jobs that SageMaker ended. */
const wasteBySecondaryStatus: Readonly<Record<string, Waste>> = {
  Interrupted: 'interrupted',
  MaxWaitTimeExceeded: 'interrupted',
  MaxRuntimeExceeded: 'timed_out',
  MaxPendingTimeExceeded: 'timed_out',
};

function wasteOf({ training_job_status: status, secondary_status: secondary }: TrainingJob): Waste | null {
  if (status !== 'Failed' && status !== 'Stopped') return null;
  return wasteBySecondaryStatus[secondary ?? ''] ?? (status === 'Failed' ? 'failed' : 'stopped');
}
