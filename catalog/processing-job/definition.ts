import { resourceType } from '../resource-type.ts';
import { processingJobBilling } from './billing.ts';
import { isEnded, openUntil } from './open-until.ts';
import { processingJobPolicies } from './policies.ts';
import { processingJobPresentation } from './presentation.ts';
import { processingJobSchema } from './schema.ts';
import { simulatedProcessingJobs } from './simulated.ts';

/** SageMaker processing jobs. Search does not return them. */
export const processingJob = resourceType({
  ...processingJobSchema,
  list: {
    operation: 'ListProcessingJobs',
    results: 'ProcessingJobSummaries',
    changeMembers: ['LastModifiedTime', 'ProcessingJobStatus'],
  },
  describe: { operation: 'DescribeProcessingJob', by: 'ProcessingJobName' },
  facets: [
    'account_id',
    'region',
    'processing_job_status',
    'processing_resources.cluster_config.instance_type',
    'processing_resources.cluster_config.instance_count',
    'processing_resources.cluster_config.volume_size_in_gb',
    'app_specification.image_uri',
    'network_config.enable_network_isolation',
    'experiment_config.experiment_name',
    'monitoring_schedule_arn',
    'role_arn',
    'tags',
    'creation_time',
    'processing_start_time',
    'processing_end_time',
    'last_modified_time',
    'completeness',
    'first_seen_at',
  ],
  indexes: {
    orders: [
      'creation_time',
      'last_modified_time',
      'processing_start_time',
      'processing_end_time',
      'changed_at',
      'processing_job_name',
      'processing_job_status',
      'account_id',
      'region',
    ],
    filters: ['processing_job_status', 'account_id'],
    members: ['tags', 'environment', 'processing_inputs'],
  },
  progress: ['last_modified_time'],
  billing: processingJobBilling,
  failure: {
    field: 'processing_job_status',
    value: 'Failed',
    reason: 'failure_reason',
    endedAt: ['processing_end_time', 'last_modified_time', 'creation_time'],
  },
  policies: processingJobPolicies,
  presentation: processingJobPresentation,
  consolePath: (name) => `#/processing-jobs/${name}`,
  logs: (name) => ({ group: '/aws/sagemaker/ProcessingJobs', streams: name }),
  simulated: simulatedProcessingJobs,
  isSettled: isEnded,
  openUntil,
});
