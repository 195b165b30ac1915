/** The fields that determine until when a training job can be open. Times are ISO 8601. */
interface OpenJob {
  readonly training_job_status: string | null;
  readonly creation_time: string | null;
  readonly training_start_time: string | null;
  readonly training_end_time: string | null;
  readonly last_modified_time: string | null;
  readonly resource_config: { readonly training_plan_arn: string | null } | null;
  readonly warm_pool_status: { readonly status: string | null } | null;
  readonly stopping_condition: {
    readonly max_runtime_in_seconds: number | null;
    readonly max_wait_time_in_seconds: number | null;
  } | null;
}

const day = 86_400_000;

// SageMaker's limits: API reference, StoppingCondition (a job runs for 28 days at most, and takes 30 with what follows; it is pending
// for 28 at most), ProcessingStoppingCondition (777,600 s; a rule is evaluated by a processing job), and the developer guide, "SageMaker
// AI managed warm pools" (a cluster is kept for 28 days at most).
const maxRunMs = 28 * day;
const maxPendingMs = 28 * day;
const afterTheRun = 2 * day;
const maxEvaluationMs = 9 * day;
const maxPoolMs = 28 * day;

/**
 * Returns until when an unsettled training job can stay open, in milliseconds since the epoch: by its own stopping condition, or
 * SageMaker's limits if they are shorter. Undefined while it waits for a training plan, which may take months.
 */
export function openUntil(job: OpenJob): number | undefined {
  const created = time(job.creation_time);
  if (created === undefined) return undefined;
  if (['Completed', 'Failed', 'Stopped'].includes(job.training_job_status ?? '')) {
    const ended = time(job.training_end_time) ?? time(job.last_modified_time) ?? created;
    const isPoolKept = ['Available', 'InUse'].includes(job.warm_pool_status?.status ?? '');
    return ended + (isPoolKept ? maxPoolMs : maxEvaluationMs) + afterTheRun;
  }
  if (job.resource_config?.training_plan_arn) return undefined;
  const { max_runtime_in_seconds: run, max_wait_time_in_seconds: wait } = job.stopping_condition ?? {};
  const started = time(job.training_start_time) ?? created + maxPendingMs;
  const byRun = started + (seconds(run) ?? maxRunMs);
  const byWait = created + (seconds(wait) ?? 0);
  return Math.max(byRun, byWait) + afterTheRun;
}

const time = (iso: string | null | undefined): number | undefined => (iso ? Date.parse(iso) : undefined);

const seconds = (value: number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : value * 1000;
