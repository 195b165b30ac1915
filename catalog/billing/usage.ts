import type { PhaseTimes } from './phases.ts';

/** How capacity is paid for: by the second (on demand or managed spot), in advance (a training plan), or by the token (serverless). */
export type Capacity = 'on_demand' | 'spot' | 'training_plan' | 'serverless';

/**
 * The state of billable time: `final`; `running`, unknown until the end; `unbilled`, the job ended before training began; `unreported`, it
 * ended without a billable time; `ongoing`, billed from its start until now or its end.
 */
export type BillingState = 'final' | 'running' | 'unbilled' | 'unreported' | 'ongoing';

/** Why paid usage was wasted. */
export type Waste = 'failed' | 'stopped' | 'interrupted' | 'timed_out';

/** The usage of one instance group of a resource: a row of `billing_usage` without its type and id. Null means unknown. */
export interface Usage extends PhaseTimes {
  /** 0 for the first group of a job, and for jobs without groups. Entries of ongoing resources are numbered from 0. */
  readonly group_index: number;
  readonly group_name: string | null;
  readonly account_id: string;
  readonly region: string;
  /** The UTC day on which usage began; its prices apply to all of it. */
  readonly day: string;
  /** ISO 8601 in UTC: the start of training, or the creation if training has not begun. */
  readonly started_at: string;
  /** ISO 8601 in UTC; null while the job runs. */
  readonly ended_at: string | null;
  readonly status: string | null;
  readonly capacity: Capacity;
  readonly billing: BillingState;
  readonly waste: Waste | null;
  readonly instance_type: string | null;
  readonly instance_count: number | null;
  /** Billed seconds per instance. */
  readonly billable_seconds: number | null;
  /** Billed seconds of all instances of the group; 0 for serverless jobs, which are billed by the token. */
  readonly instance_seconds: number | null;
  readonly training_seconds: number | null;
  /** Training seconds that spot capacity saved; 0 for other capacity. */
  readonly spot_saved_seconds: number | null;
  /** Billed warm pool seconds per instance; null while unknown. */
  readonly warm_pool_seconds: number | null;
  readonly warm_pool_instance_seconds: number | null;
  readonly training_plan_arn: string | null;
  /** A bigint beyond 2^53. */
  readonly token_count: number | bigint | null;
  /** The size of the volume of each instance; 0 for instances with local disks. */
  readonly volume_gb: number | null;
  /** Provisioned GB of all instances, times billable seconds. A bigint beyond 2^53. */
  readonly storage_gb_seconds: number | bigint | null;
}
