import type { TrainingJob } from '../training-job/schema.ts';
import { longestSeconds } from './plausible.ts';

/** Milliseconds that a job spent in each phase, from its secondary status transitions; a phase that has not ended is not counted. */
export interface PhaseTimes {
  readonly pending_ms: number;
  readonly starting_ms: number;
  readonly downloading_ms: number;
  readonly training_ms: number;
  readonly interrupted_ms: number;
  readonly uploading_ms: number;
  readonly stopping_ms: number;
  readonly other_ms: number;
}

export const phases = [
  'pending',
  'starting',
  'downloading',
  'training',
  'interrupted',
  'uploading',
  'stopping',
  'other',
] as const;

type Phase = (typeof phases)[number];

/** The phase of every secondary status that takes time; what is not listed counts as `other`. */
const phaseByStatus: Readonly<Record<string, Phase>> = {
  Pending: 'pending',
  Starting: 'starting',
  LaunchingMLInstances: 'starting',
  PreparingTrainingStack: 'starting',
  PreparingInstances: 'starting',
  Restarting: 'starting',
  Downloading: 'downloading',
  DownloadingTrainingImage: 'downloading',
  Training: 'training',
  Interrupted: 'interrupted',
  Uploading: 'uploading',
  Stopping: 'stopping',
};

export function phaseTimes({ secondary_status_transitions: transitions }: TrainingJob): PhaseTimes {
  const time = { ...none };
  for (const { status, start_time: start, end_time: end } of transitions ?? []) {
    if (start === null || end === null) continue;
    const milliseconds = Date.parse(end) - Date.parse(start);
    if (milliseconds <= 0 || milliseconds > longestSeconds * 1000) continue;
    time[`${(status !== null && Object.hasOwn(phaseByStatus, status) && phaseByStatus[status]) || 'other'}_ms`] +=
      milliseconds;
  }
  return time;
}

const none = {
  pending_ms: 0,
  starting_ms: 0,
  downloading_ms: 0,
  training_ms: 0,
  interrupted_ms: 0,
  uploading_ms: 0,
  stopping_ms: 0,
  other_ms: 0,
};
