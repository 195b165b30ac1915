import { stringifyJson } from '../exact-json.ts';
import type { Fact, Presentation } from '../presentation.ts';
import type { trainingJobSchema } from './schema.ts';

type Job = typeof trainingJobSchema.row;

/** How people are shown training jobs. */
export const trainingJobPresentation: Presentation<Job> = {
  statuses: ['training_job_status', 'secondary_status'],
  columns: [
    {
      title: 'instances',
      fields: ['resource_config.instance_type', 'resource_config.instance_count'],
      value: ({ resource_config: resources }) =>
        resources?.instance_type ? `${resources.instance_count ?? '?'} × ${resources.instance_type}` : null,
    },
    {
      title: 'trained',
      fields: ['training_time_in_seconds', 'billable_time_in_seconds'],
      unit: 'seconds',
      value: (job) => job.training_time_in_seconds,
    },
  ],
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
    { title: 'Ran with', facts: ranWith(job) },
    { title: 'Hyperparameters', facts: factsOf(job.hyper_parameters) },
    { title: 'Environment', facts: factsOf(job.environment) },
    {
      title: 'Metrics',
      facts: (job.final_metric_data_list ?? []).map(({ metric_name, value }) => ({ name: metric_name ?? '?', value })),
    },
  ],
};

const factsOf = (values: Readonly<Record<string, string>> | null): Fact[] =>
  Object.entries(values ?? {}).map(([name, value]) => ({ name, value }));

function ranWith(job: Job): Fact[] {
  const { algorithm_specification: algorithm, resource_config: resources, stopping_condition: stopping } = job;
  const volume = resources?.volume_size_in_gb;
  return [
    { name: 'image', value: algorithm?.training_image ?? algorithm?.algorithm_name },
    { name: 'instances', value: instancesOf(resources) },
    { name: 'volume', value: volume ? `${volume.toLocaleString('en-US')} GB an instance` : null },
    { name: 'spot', value: job.enable_managed_spot_training === true ? 'managed spot training' : null },
    { name: 'maximum run time', value: stopping?.max_runtime_in_seconds, unit: 'seconds' },
    { name: 'role', value: job.role_arn },
    ...(job.input_data_config ?? []).map(({ channel_name, data_source }) => ({
      name: `input ${channel_name}`,
      value: data_source?.s3_data_source?.s3_uri ?? (data_source && stringifyJson(data_source)),
    })),
    { name: 'output', value: job.output_data_config?.s3_output_path },
    { name: 'model', value: job.model_artifacts?.s3_model_artifacts },
    { name: 'checkpoints', value: job.checkpoint_config?.s3_uri },
    { name: 'warm pool', value: job.warm_pool_status?.status },
    { name: 'experiment', value: job.experiment_config?.experiment_name },
    { name: 'tuning job', value: job.tuning_job_arn },
  ];
}

function instancesOf(resources: Job['resource_config']): string | null {
  const groups = resources?.instance_groups ?? [];
  if (groups.length > 0)
    return groups.map(({ instance_count, instance_type }) => `${instance_count} × ${instance_type}`).join(', ');
  return resources?.instance_type ? `${resources.instance_count} × ${resources.instance_type}` : null;
}
