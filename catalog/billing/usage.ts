import type { PhaseTimes } from './phases.ts';

/**
 * How capacity was paid for: by the second (on demand or managed spot), ahead (a training plan), or by the token (serverless).
 */
export type Capacity = 'on_demand' | 'spot' | 'training_plan' | 'serverless';

/**
 * What is known of billable time: `final`; `running`, not known before the end; `unbilled`, the job ended before training began;
 * `unreported`, it is over and nobody said what was billed; `ongoing`, billed from its start until now, or until it ends.
 */
export type BillingState = 'final' | 'running' | 'unbilled' | 'unreported' | 'ongoing';

/** Why what was paid for came to nothing; null where it did not. */
export type Waste = 'failed' | 'stopped' | 'interrupted' | 'timed_out';

/** What one instance group of one resource used: a row of `billing_usage` but for its type and number. Null is "not known". */
export interface Usage extends PhaseTimes {
  /** 0 for the first group of a job and for every job without groups. What goes on counts its entries from 0. */
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
