import { maxSeconds, maxVolumeGb, plausibleNumber } from '../../billing/plausible-number.ts';
import type { BillingState } from '../../billing/usage.ts';
import type { TrainingJob } from '../schema.ts';

/** The times of a job as a whole; null means unknown. Seconds are per instance. */
export interface BillableTime {
  readonly isOpen: boolean;
  readonly isSpot: boolean;
  readonly isServerless: boolean;
  readonly billing: BillingState;
  readonly serverlessBilling: BillingState;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly billableSeconds: number | null;
  readonly trainingSeconds: number | null;
  readonly warmPoolSeconds: number | null;
  /** A 64-bit integer: a bigint beyond 2^53. */
  readonly tokenCount: number | bigint | null;
  readonly volumeGb: number | null;
}

const ended = new Set(['Completed', 'Failed', 'Stopped', 'Deleting']);

export function billableTime(job: TrainingJob): BillableTime {
  const isOpen = !ended.has(job.training_job_status ?? '');
  const trainingSeconds = plausibleNumber(job.training_time_in_seconds, maxSeconds);
  const tokens = job.billable_token_count;
  const tokenCount = tokens === null || tokens < 0 ? null : tokens;
  // The figures of a running job are preliminary.
  const billableSeconds = isOpen ? null : plausibleNumber(job.billable_time_in_seconds, maxSeconds);
  const state = (known: boolean): BillingState =>
    isOpen ? 'running' : known ? 'final' : endedBeforeTraining(job) ? 'unbilled' : 'unreported';
  // A flattened row always has its creation time.
  const startedAt = job.training_start_time ?? job.creation_time ?? '';
  return {
    isOpen,
    isSpot: job.enable_managed_spot_training === true,
    isServerless: job.serverless_job_config !== null || job.billable_token_count !== null,
    billing: state(billableSeconds !== null),
    serverlessBilling: state(tokenCount !== null),
    startedAt,
    endedAt: isOpen ? null : endOf(startedAt, job.training_end_time, trainingSeconds ?? billableSeconds ?? 0),
    billableSeconds,
    trainingSeconds,
    warmPoolSeconds: warmPoolSeconds(job),
    tokenCount,
    volumeGb: plausibleNumber(job.resource_config?.volume_size_in_gb, maxVolumeGb),
  };
}

/**
 * Returns whether a job is known to have ended before it trained. A manifest has only the status, without times; and a completed job has
 * trained even if SageMaker reports no start.
 */
function endedBeforeTraining(job: TrainingJob): boolean {
  const { training_start_time: start, training_end_time: end, training_time_in_seconds: seconds } = job;
  const { secondary_status_transitions: transitions } = job;
  if (job.training_job_status === 'Completed' || start !== null || (seconds ?? 0) > 0) return false;
  const tellsItsCourse = end !== null || seconds !== null || (transitions ?? []).length > 0;
  return tellsItsCourse && !transitions?.some(({ status }) => status === 'Training');
}

/** Returns the end of training, computed from the start and the seconds if it is missing. Never before the start. */
function endOf(startedAt: string, reported: string | null, seconds: number): string {
  if (reported !== null) return reported < startedAt ? startedAt : reported;
  const end = Date.parse(startedAt) + seconds * 1000;
  return new Date(Math.min(end, lastInstant)).toISOString();
}

const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

/** Returns warm pool seconds: 0 without a warm pool, null while SageMaker has not reported them. */
const warmPoolSeconds = ({ warm_pool_status: pool }: TrainingJob): number | null =>
  pool === null ? 0 : plausibleNumber(pool.resource_retained_billable_time_in_seconds, maxSeconds);
