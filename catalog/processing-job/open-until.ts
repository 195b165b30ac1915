import type { ProcessingJob } from './schema.ts';

const day = 86_400_000;

/** A job runs for 777,600 seconds at most (API reference, ProcessingStoppingCondition). */
const maxRunMs = 777_600_000;

type Course = Pick<ProcessingJob, 'processing_job_status' | 'processing_start_time' | 'stopping_condition'>;

/** Whether a job has ended: only its tags can still change. */
export const isEnded = ({ processing_job_status: status }: Pick<Course, 'processing_job_status'>): boolean =>
  ['Completed', 'Failed', 'Stopped'].includes(status ?? '');

/** Returns until when a running job can go on, in milliseconds since the epoch; undefined while it waits for capacity. */
export function openUntil({ processing_start_time: start, stopping_condition: stopping }: Course): number | undefined {
  if (!start) return undefined;
  const limit = stopping?.max_runtime_in_seconds;
  return Date.parse(start) + (limit ? limit * 1000 : maxRunMs) + day;
}
