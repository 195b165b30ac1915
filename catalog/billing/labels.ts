import type { TrainingJob } from '../training-job.ts';

/** What a job's use can be attributed to: a row of `billing_job`. */
export interface Labels {
  readonly account_id: string;
  readonly role_arn: string | null;
  /** The training image, or the algorithm resource that was used in its place. */
  readonly algorithm: string | null;
  readonly experiment: string | null;
  readonly tuning_job_arn: string | null;
  /** Values by key. */
  readonly tags: Readonly<Record<string, string>>;
}

export function labelsOf(job: TrainingJob): Labels {
  return {
    account_id: job.account_id,
    role_arn: job.role_arn,
    algorithm: job.algorithm_specification?.training_image ?? job.algorithm_specification?.algorithm_name ?? null,
    experiment: job.experiment_config?.experiment_name ?? null,
    tuning_job_arn: job.tuning_job_arn,
    tags: Object.fromEntries((job.tags ?? []).map(splitTag)),
  };
}

/**
 * The key and the value of a tag, which the catalog keeps as `key:value`. Keys may hold colons, but hardly any do besides those that
 * AWS makes: `aws:createdBy`, `aws:cloudformation:stack-name`, `sagemaker:project-name`. So a key ends at the first colon behind such
 * a prefix.
 */
export function splitTag(tag: string): [key: string, value: string] {
  const key = /^(aws:[a-z-]+:[^:]+|(?:aws|sagemaker):[^:]+|[^:]*):/.exec(tag)?.[1] ?? tag;
  return [key, tag.slice(key.length + 1)];
}
