import type { TrainingJob } from '../training-job/schema.ts';
import { billableTime } from './billable-time.ts';
import { type InstanceUse, instancesOf } from './instances.ts';
import { hasLocalDisks } from './local-disks.ts';
import { type PhaseTimes, phaseTimes } from './phases.ts';

/**
 * How capacity was paid for: by the second (on demand or managed spot), ahead (a training plan), or by the token (serverless).
 */
export type Capacity = 'on_demand' | 'spot' | 'training_plan' | 'serverless';

/**
 * What is known of a job's billable time: `final`; `running`, not known yet; `unbilled`, the job ended before training began;
 * `unreported`, the job ended and nobody said what was billed.
 */
export type BillingState = 'final' | 'running' | 'unbilled' | 'unreported';

/** Why what was paid for came to nothing; null where it did not. */
export type Waste = 'failed' | 'stopped' | 'interrupted' | 'timed_out';

/** What one instance group of one training job used: a row of `billing_usage` but for the job's number. Null is "not known". */
export interface Usage extends PhaseTimes {
  /** 0 for the first group of a job and for every job without groups. */
  readonly group_index: number;
  readonly group_name: string | null;
  readonly account_id: string;
  readonly region: string;
  /** UTC day on which use began: the job's day, whose prices hold for all of it. */
  readonly day: string;
  /** ISO 8601 in UTC: start of training, or creation where training has not begun. */
  readonly started_at: string;
  /** ISO 8601 in UTC; null while the job runs. */
  readonly ended_at: string | null;
  readonly status: string | null;
  readonly capacity: Capacity;
  readonly billing: BillingState;
  readonly waste: Waste | null;
  readonly instance_type: string | null;
  readonly instance_count: number | null;
  /** Seconds billed for each instance. */
  readonly billable_seconds: number | null;
  /** Seconds billed for all instances of the group; 0 for serverless jobs, which are billed by the token. */
  readonly instance_seconds: number | null;
  readonly training_seconds: number | null;
  /** Training seconds that were not billed because the capacity was spot; 0 where it was not. */
  readonly spot_saved_seconds: number | null;
  /** Seconds for which each instance was kept warm and billed after the job; null while that is not known. */
  readonly warm_pool_seconds: number | null;
  readonly warm_pool_instance_seconds: number | null;
  readonly training_plan_arn: string | null;
  /** Beyond 2^53 a bigint. */
  readonly token_count: number | bigint | null;
  /** Size of the volume that is provisioned on each instance; 0 where the instance has disks of its own, whatever was asked for. */
  readonly volume_gb: number | null;
  /** Provisioned GB over all instances, times billable seconds. Beyond 2^53 a bigint. */
  readonly storage_gb_seconds: number | bigint | null;
}

/** What a training job used, one entry an instance group. `region` is the ARN's. */
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

/** AWS states the saving in the billable time: what was trained and not billed. */
const saved = (trained: number | null, billed: number | null): number | null =>
  billed === null ? null : Math.max((trained ?? billed) - billed, 0);

const volumeOf = ({ volumeGb }: ReturnType<typeof billableTime>, { type }: InstanceUse): number | null =>
  type !== null && hasLocalDisks(type) ? 0 : volumeGb;

/** No volume is no storage: an absent size is 0. */
function gigabyteSeconds(instanceSeconds: number | null, volumeGb: number | null): number | bigint | null {
  if (instanceSeconds === null) return null;
  const exact = BigInt(instanceSeconds) * BigInt(volumeGb ?? 0);
  return exact <= Number.MAX_SAFE_INTEGER ? Number(exact) : exact;
}

/** Secondary statuses of jobs that SageMaker ended, by what it says of them. */
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
