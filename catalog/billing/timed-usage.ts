import { hasLocalDisks } from './local-disks.ts';
import { noPhases } from './phases.ts';
import { maxInstances, maxSeconds, maxVolumeGb, plausibleNumber } from './plausible-number.ts';
import type { BillingState, Usage, Waste } from './usage.ts';

/** A job that runs on one group of instances, and is billed from its start to its end. Times are ISO 8601. */
export interface TimedJob {
  readonly accountId: string;
  readonly region: string;
  readonly status: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly instanceType: string | null;
  readonly instanceCount: number | null | undefined;
  /** Size of the volume of each instance; null where it is not told. */
  readonly volumeGb: number | null | undefined;
  /** The longest run that was asked for, where there is a limit. */
  readonly maxSeconds?: number | null | undefined;
}

/** Whether a job has ended: only its tags can still change. */
export const hasEnded = (status: string | null): boolean => ['Completed', 'Failed', 'Stopped'].includes(status ?? '');

/** Returns what such a job used. */
export function timedUsage(job: TimedJob): Usage {
  const { startedAt: start, endedAt: end, instanceType: type } = job;
  const isOver = hasEnded(job.status);
  const count = plausibleNumber(job.instanceCount, maxInstances);
  const ran = start && end ? Math.ceil((Date.parse(end) - Date.parse(start)) / 1000) : null;
  const billing = stateOf(job, plausibleNumber(ran, maxSeconds) !== null && count !== null);
  const seconds = billing === 'unbilled' ? 0 : billing === 'running' ? null : plausibleNumber(ran, maxSeconds);
  const instanceSeconds = seconds === 0 ? 0 : product(seconds, count);
  const volume = type !== null && hasLocalDisks(type) ? 0 : plausibleNumber(job.volumeGb, maxVolumeGb);
  const startedAt = start ?? job.createdAt;
  return {
    group_index: 0,
    group_name: null,
    account_id: job.accountId,
    region: job.region,
    day: startedAt.slice(0, 10),
    started_at: startedAt,
    ended_at: isOver ? (end ?? startedAt) : null,
    status: job.status,
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
  };
}

/** Returns the billing state. A job that ended before it began costs nothing. */
function stateOf({ status, startedAt }: TimedJob, isKnown: boolean): BillingState {
  if (!hasEnded(status)) return 'running';
  if (isKnown) return 'final';
  return startedAt === null && status !== 'Completed' ? 'unbilled' : 'unreported';
}

/** Returns why the usage was wasted. A job is stopped by a person, or by SageMaker at its maximum run time. */
function wasteOf({ status, maxSeconds: limit }: TimedJob, seconds: number | null): Waste | null {
  if (status === 'Failed') return 'failed';
  if (status !== 'Stopped') return null;
  return limit && (seconds ?? 0) >= limit ? 'timed_out' : 'stopped';
}

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);
