import type { SecondaryStatus, TrainingJobStatus } from '@aws-sdk/client-sagemaker';
import type { WireJob } from '../wire.ts';
import { seconds } from '../wire.ts';
import type { Lifecycle, Outcome, Phase } from './lifecycle.ts';

/** The visible state of a job at one moment. Times are milliseconds since the epoch. */
export interface State {
  readonly status: TrainingJobStatus;
  readonly secondary: SecondaryStatus;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly modifiedAt: number;
  readonly trainingSeconds: number | undefined;
  readonly billableSeconds: number | undefined;
  /** The training progress, 0 to 1. */
  readonly progress: number;
}

const TERMINAL: Readonly<Record<Outcome, TrainingJobStatus>> = {
  Completed: 'Completed',
  Failed: 'Failed',
  Stopped: 'Stopped',
  MaxRuntimeExceeded: 'Stopped',
  MaxWaitTimeExceeded: 'Stopped',
};

export function stateAt(life: Lifecycle, now: number): State {
  const startedAt = life.startedAt !== undefined && life.startedAt <= now ? life.startedAt : undefined;
  if (now < life.endedAt) {
    const phase = currentPhase(life.phases, now);
    return {
      status: phase?.status === 'Stopping' || stopsBefore(life, now) ? 'Stopping' : 'InProgress',
      secondary: phase?.status ?? 'Starting',
      startedAt,
      endedAt: undefined,
      modifiedAt: phase?.start ?? life.createdAt,
      trainingSeconds: startedAt === undefined ? undefined : Math.floor((now - startedAt) / 1000),
      billableSeconds: undefined,
      progress: startedAt === undefined ? 0 : (now - startedAt) / (life.endedAt - startedAt),
    };
  }
  const training = startedAt === undefined ? undefined : Math.floor((life.endedAt - startedAt) / 1000);
  return {
    status: TERMINAL[life.outcome],
    secondary: life.outcome,
    startedAt,
    endedAt: life.endedAt,
    // The record is written a little after the end, but never in the future.
    modifiedAt: Math.min(now, life.endedAt + (life.createdAt % 7000)),
    trainingSeconds: training,
    billableSeconds: training === undefined ? undefined : Math.ceil(training * (1 - life.saving)),
    progress: startedAt === undefined ? 0 : 1,
  };
}

/** A job that is being stopped still uploads its output: its status is Stopping, its secondary status Uploading. */
function stopsBefore(life: Lifecycle, now: number): boolean {
  return life.outcome === 'Stopped' && life.phases.some((phase) => phase.status === 'Stopping' && phase.start <= now);
}

function currentPhase(phases: readonly Phase[], now: number): Phase | undefined {
  return phases.findLast((phase) => phase.start <= now);
}

/** Returns the phases that have begun, including the terminal one. */
export function transitionsAt(
  life: Lifecycle,
  state: State,
  now: number,
): NonNullable<WireJob['SecondaryStatusTransitions']> {
  const transitions: NonNullable<WireJob['SecondaryStatusTransitions']> = [];
  for (const phase of life.phases) {
    if (phase.start > now) break;
    transitions.push({
      Status: phase.status,
      StartTime: seconds(phase.start),
      ...(phase.end <= now && { EndTime: seconds(phase.end) }),
      StatusMessage: phase.message,
    });
  }
  if (state.endedAt !== undefined) {
    const end = seconds(state.endedAt);
    transitions.push({
      Status: life.outcome,
      StartTime: end,
      EndTime: end,
      StatusMessage: life.failure?.reason ?? CLOSING[life.outcome],
    });
  }
  return transitions;
}

const CLOSING: Readonly<Record<Outcome, string>> = {
  Completed: 'The training job is completed',
  Failed: 'The training job failed',
  Stopped: 'The training job was stopped by its user',
  MaxRuntimeExceeded: 'The training job ran for its maximum run time',
  MaxWaitTimeExceeded: 'The training job waited for its maximum wait time',
};

/** How long the next job runs in a warm pool before the pool counts as reused. */
const REUSE_MILLISECONDS = 600_000;

/** Returns the current warm pool, or undefined for jobs without one. Its changes after the job's end do not affect LastModifiedTime. */
export function warmPoolAt(life: Lifecycle, now: number, nextJob: () => string | undefined): WireJob['WarmPoolStatus'] {
  if (life.keepAlive === 0) return undefined;
  if (now < life.endedAt) return { Status: 'InUse' };
  const reused = life.reusedAt === undefined || now < life.reusedAt ? undefined : nextJob();
  if (reused !== undefined && life.reusedAt !== undefined) {
    return {
      Status: now < life.reusedAt + REUSE_MILLISECONDS ? 'InUse' : 'Reused',
      ResourceRetainedBillableTimeInSeconds: Math.floor((life.reusedAt - life.endedAt) / 1000),
      ReusedByJob: reused,
    };
  }
  const retained = Math.min(life.keepAlive, Math.floor((now - life.endedAt) / 1000));
  return {
    Status: retained >= life.keepAlive ? 'Terminated' : 'Available',
    ResourceRetainedBillableTimeInSeconds: retained,
  };
}
