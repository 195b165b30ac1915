import { resourceType } from '../resource-type.ts';
import { trainingJobBilling } from './billing/billing.ts';
import { trainingJobCustomResource } from './manifests/custom-resource.ts';
import { trainingJobFormats } from './manifests/formats.ts';
import { openUntil } from './open-until.ts';
import { trainingJobPolicies } from './policies.ts';
import { trainingJobPresentation } from './presentation.ts';
import { trainingJobSchema } from './schema.ts';

/** SageMaker training jobs. */
export const trainingJob = resourceType({
  ...trainingJobSchema,
  isCrawledByDefault: true,
  list: {
    operation: 'ListTrainingJobs',
    results: 'TrainingJobSummaries',
    changeMembers: ['LastModifiedTime', 'TrainingJobStatus', 'SecondaryStatus', 'WarmPoolStatus'],
  },
  describe: { operation: 'DescribeTrainingJob', by: 'TrainingJobName' },
  facets: [
    'account_id',
    'region',
    'training_job_status',
    'secondary_status',
    'warm_pool_status.status',
    'resource_config.instance_type',
    'resource_config.instance_count',
    'resource_config.volume_size_in_gb',
    'algorithm_specification.training_image',
    'algorithm_specification.algorithm_name',
    'algorithm_specification.training_input_mode',
    'enable_managed_spot_training',
    'enable_network_isolation',
    'enable_inter_container_traffic_encryption',
    'experiment_config.experiment_name',
    'role_arn',
    'tags',
    'billable_time_in_seconds',
    'training_time_in_seconds',
    'creation_time',
    'training_start_time',
    'training_end_time',
    'last_modified_time',
    'completeness',
    'first_seen_at',
  ],
  indexes: {
    orders: [
      'creation_time',
      'last_modified_time',
      'training_start_time',
      'training_end_time',
      'changed_at',
      'training_job_name',
      'training_job_status',
      'account_id',
      'region',
      'billable_time_in_seconds',
      'training_time_in_seconds',
      'resource_config.instance_type',
      'resource_config.instance_count',
    ],
    filters: ['training_job_status', 'account_id'],
    members: ['tags', 'hyper_parameters', 'input_data_config'],
  },
  consolePath: (name) => `#/jobs/${name}`,
  logs: (name) => ({ group: '/aws/sagemaker/TrainingJobs', streams: name }),
  search: {
    resource: 'TrainingJob',
    missingMembers: [
      'BillableTokenCount',
      'ProfilerRuleConfigurations',
      'ProfilerRuleEvaluationStatuses',
      'ProfilingStatus',
      'RemoteDebugConfig',
      'InfraCheckConfig',
      'ServerlessJobConfig',
      'MlflowConfig',
      'MlflowDetails',
      'ProgressInfo',
    ],
  },
  progress: [
    'billable_time_in_seconds',
    'billable_token_count',
    'final_metric_data_list',
    'last_modified_time',
    'progress_info',
    'training_time_in_seconds',
    'warm_pool_status.resource_retained_billable_time_in_seconds',
  ],
  formats: trainingJobFormats,
  customResource: trainingJobCustomResource,
  events: { detailType: 'SageMaker Training Job State Change' },
  billing: trainingJobBilling,
  failure: {
    field: 'training_job_status',
    value: 'Failed',
    reason: 'failure_reason',
    endedAt: ['training_end_time', 'last_modified_time', 'creation_time'],
  },
  policies: trainingJobPolicies,
  presentation: trainingJobPresentation,
  /** Settled: a terminal status, no live warm pool and no running rule evaluation. */
  isSettled: (job) =>
    ['Completed', 'Failed', 'Stopped'].includes(job.training_job_status ?? '') &&
    !['Available', 'InUse'].includes(job.warm_pool_status?.status ?? '') &&
    ![...(job.debug_rule_evaluation_statuses ?? []), ...(job.profiler_rule_evaluation_statuses ?? [])].some((rule) =>
      ['InProgress', 'Stopping'].includes(rule.rule_evaluation_status ?? ''),
    ),
  openUntil,
});
