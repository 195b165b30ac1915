import { hasEnded } from '../billing/timed-usage.ts';
import type { ProcessingJob } from './schema.ts';

const day = 86_400_000;

/** The maximum run time: 777,600 seconds (API reference, ProcessingStoppingCondition). */
const maxRunMs = 777_600_000;

type Course = Pick<ProcessingJob, 'processing_job_status' | 'processing_start_time' | 'stopping_condition'>;

/** Returns whether a job has ended, so that only its tags can change. */
export const isEnded = ({ processing_job_status: status }: Pick<Course, 'processing_job_status'>): boolean =>
  hasEnded(status);

/** Returns until when a job can run, in milliseconds since the epoch; undefined while it waits for capacity. */
export function openUntil({ processing_start_time: start, stopping_condition: stopping }: Course): number | undefined {
  if (!start) return undefined;
  const limit = stopping?.max_runtime_in_seconds;
  return Date.parse(start) + (limit ? limit * 1000 : maxRunMs) + day;
}
