import { stringifyJson } from '../exact-json.ts';
import type { Fact, Presentation } from '../presentation.ts';
import type { trainingJobSchema } from './schema.ts';

type Job = typeof trainingJobSchema.row;

/** The presentation of training jobs. */
export const trainingJobPresentation: Presentation<Job> = {
  statuses: ['training_job_status', 'secondary_status'],
  columns: [
    {
      title: 'instances',
      fields: ['resource_config.instance_type', 'resource_config.instance_count'],
      otherwise: ['resource_config.instance_groups.instance_type', 'resource_config.instance_groups.instance_count'],
    },
    { title: 'trained', fields: ['training_time_in_seconds'], unit: 'seconds' },
    { title: 'billable', fields: ['billable_time_in_seconds'], unit: 'seconds' },
  ],
  filters: [
    'training_job_status',
    'account_id',
    'region',
    'resource_config.instance_type',
    'enable_managed_spot_training',
    'secondary_status',
    'algorithm_specification.training_image',
    'role_arn',
    'experiment_config.experiment_name',
    'warm_pool_status.status',
    'resource_config.instance_count',
  ],
  siblings: ['tuning_job_arn', 'experiment_config.experiment_name', 'algorithm_specification.training_image'],
  times: (job) => [
    { name: 'training began', value: job.training_start_time, unit: 'time' },
    { name: 'training ended', value: job.training_end_time, unit: 'time' },
    { name: 'trained for', value: job.training_time_in_seconds, unit: 'seconds' },
  ],
  stages: (job) =>
    (job.secondary_status_transitions ?? []).map(({ status, start_time, end_time, status_message }) => ({
      status,
      start_time,
      end_time,
      message: status_message,
    })),
  costs: (job) => [{ name: 'billable per instance', value: job.billable_time_in_seconds, unit: 'seconds' }],
  sections: (job) => [
    {
      title: 'Metrics',
      isOutcome: true,
      facts: (job.final_metric_data_list ?? []).map(({ metric_name, value }) => ({ name: metric_name ?? '?', value })),
    },
    { title: 'Ran with', facts: ranWith(job) },
    { title: 'Inputs', facts: inputs(job) },
    { title: 'Outputs', facts: outputs(job) },
    { title: 'Hyperparameters', isMap: true, facts: factsOf(job.hyper_parameters) },
    { title: 'Environment', isMap: true, facts: factsOf(job.environment) },
  ],
};

const factsOf = (values: Readonly<Record<string, string>> | null): Fact[] =>
  Object.entries(values ?? {}).map(([name, value]) => ({ name, value }));

function ranWith(job: Job): Fact[] {
  const { algorithm_specification: algorithm, resource_config: resources, stopping_condition: stopping } = job;
  const volume = resources?.volume_size_in_gb;
  return [
    { name: 'image', value: algorithm?.training_image },
    { name: 'algorithm', value: algorithm?.algorithm_name },
    { name: 'input mode', value: algorithm?.training_input_mode },
    { name: 'instances', value: instancesOf(resources) },
    { name: 'volume', value: volume ? `${volume.toLocaleString('en-US')} GB an instance` : null },
    { name: 'kept alive', value: resources?.keep_alive_period_in_seconds, unit: 'seconds' },
    { name: 'training plan', value: resources?.training_plan_arn },
    { name: 'spot', value: job.enable_managed_spot_training === true ? 'managed spot training' : null },
    { name: 'maximum run time', value: stopping?.max_runtime_in_seconds, unit: 'seconds' },
    { name: 'maximum wait time', value: stopping?.max_wait_time_in_seconds, unit: 'seconds' },
    { name: 'attempts', value: job.retry_strategy?.maximum_retry_attempts },
    { name: 'role', value: job.role_arn },
    { name: 'network isolation', value: yesOrNo(job.enable_network_isolation) },
    { name: 'encrypted traffic', value: yesOrNo(job.enable_inter_container_traffic_encryption) },
    { name: 'subnets', value: job.vpc_config?.subnets?.join(', ') },
    { name: 'security groups', value: job.vpc_config?.security_group_ids?.join(', ') },
    { name: 'warm pool', value: warmPoolOf(job.warm_pool_status) },
    { name: 'experiment', value: job.experiment_config?.experiment_name },
    { name: 'tuning job', value: job.tuning_job_arn },
  ];
}

const inputs = (job: Job): Fact[] =>
  (job.input_data_config ?? []).map(({ channel_name, data_source }) => ({
    name: channel_name ?? '?',
    value: data_source?.s3_data_source?.s3_uri ?? (data_source && stringifyJson(data_source)),
  }));

const outputs = (job: Job): Fact[] => [
  { name: 'output', value: job.output_data_config?.s3_output_path },
  { name: 'model', value: job.model_artifacts?.s3_model_artifacts },
  { name: 'checkpoints', value: job.checkpoint_config?.s3_uri },
  { name: 'TensorBoard', value: job.tensor_board_output_config?.s3_output_path },
];

const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

function warmPoolOf(pool: Job['warm_pool_status']): string | null {
  if (!pool?.status) return null;
  const { resource_retained_billable_time_in_seconds: seconds, reused_by_job: next } = pool;
  return [pool.status, seconds ? `kept for ${seconds} s` : '', next ? `reused by ${next}` : '']
    .filter(Boolean)
    .join(', ');
}

function instancesOf(resources: Job['resource_config']): string | null {
  const groups = resources?.instance_groups ?? [];
  if (groups.length > 0)
    return groups.map(({ instance_count, instance_type }) => `${instance_count} × ${instance_type}`).join(', ');
  return resources?.instance_type ? `${resources.instance_count} × ${resources.instance_type}` : null;
}
