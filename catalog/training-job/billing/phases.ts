import { noPhases, type PhaseTimes, type phases } from '../../billing/phases.ts';
import { maxSeconds } from '../../billing/plausible-number.ts';
import type { TrainingJob } from '../schema.ts';

type Phase = (typeof phases)[number];

/** The phase of every secondary status that takes time; others count as `other`. */
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

/** Returns the time in each phase, from the secondary status transitions. */
export function phaseTimes({ secondary_status_transitions: transitions }: TrainingJob): PhaseTimes {
  const time = { ...noPhases };
  for (const { status, start_time: start, end_time: end } of transitions ?? []) {
    if (start === null || end === null) continue;
    const milliseconds = Date.parse(end) - Date.parse(start);
    if (milliseconds <= 0 || milliseconds > maxSeconds * 1000) continue;
    time[`${(status !== null && Object.hasOwn(phaseByStatus, status) && phaseByStatus[status]) || 'other'}_ms`] +=
      milliseconds;
  }
  return time;
}
