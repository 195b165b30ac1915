import { hasEnded } from '../billing/timed-usage.ts';
import { resourceType } from '../resource-type.ts';
import { transformJobBilling } from './billing.ts';
import { transformJobPolicies } from './policies.ts';
import { transformJobPresentation } from './presentation.ts';
import { transformJobSchema } from './schema.ts';
import { simulatedTransformJobs } from './simulated.ts';

/** SageMaker batch transform jobs: how they are read, and what follows from them. Search does not know them. */
export const transformJob = resourceType({
  ...transformJobSchema,
  list: {
    operation: 'ListTransformJobs',
    results: 'TransformJobSummaries',
    changeMembers: ['TransformJobStatus', 'TransformEndTime'],
  },
  describe: { operation: 'DescribeTransformJob', by: 'TransformJobName' },
  facets: [
    'account_id',
    'region',
    'transform_job_status',
    'transform_resources.instance_type',
    'transform_resources.instance_count',
    'model_name',
    'batch_strategy',
    'transform_input.split_type',
    'experiment_config.experiment_name',
    'tags',
    'creation_time',
    'transform_start_time',
    'transform_end_time',
    'completeness',
    'first_seen_at',
  ],
  indexes: {
    orders: [
      'creation_time',
      'transform_start_time',
      'transform_end_time',
      'changed_at',
      'transform_job_name',
      'transform_job_status',
      'account_id',
      'region',
    ],
    filters: ['transform_job_status', 'account_id'],
    members: ['tags', 'environment'],
  },
  progress: [],
  billing: transformJobBilling,
  failure: {
    field: 'transform_job_status',
    value: 'Failed',
    reason: 'failure_reason',
    endedAt: ['transform_end_time', 'creation_time'],
  },
  policies: transformJobPolicies,
  presentation: transformJobPresentation,
  consolePath: (name) => `#/transform-jobs/${name}`,
  logs: (name) => ({ group: '/aws/sagemaker/TransformJobs', streams: name }),
  simulated: simulatedTransformJobs,
  isSettled: ({ transform_job_status: status }) => hasEnded(status),
  // No limit is documented for how long one may run.
  openUntil: () => undefined,
});
