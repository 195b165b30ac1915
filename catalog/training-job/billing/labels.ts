import { type Labels, tagValues } from '../../billing/labels.ts';
import type { TrainingJob } from '../schema.ts';

export function labelsOf(job: TrainingJob): Labels {
  return {
    account_id: job.account_id,
    role_arn: job.role_arn,
    algorithm: job.algorithm_specification?.training_image ?? job.algorithm_specification?.algorithm_name ?? null,
    experiment: job.experiment_config?.experiment_name ?? null,
    tuning_job_arn: job.tuning_job_arn,
    tags: tagValues(job.tags ?? []),
  };
}
