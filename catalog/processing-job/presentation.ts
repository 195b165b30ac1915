import type { Fact, Presentation } from '../presentation.ts';
import type { ProcessingJob } from './schema.ts';

/** The presentation of processing jobs. */
export const processingJobPresentation: Presentation<ProcessingJob> = {
  statuses: ['processing_job_status'],
  columns: [
    {
      title: 'instances',
      fields: [
        'processing_resources.cluster_config.instance_type',
        'processing_resources.cluster_config.instance_count',
      ],
      otherwise: [
        'processing_resources.cluster_config.selected_instance_type',
        'processing_resources.cluster_config.selected_instance_count',
      ],
    },
    { title: 'ran', fields: ['processing_start_time', 'processing_end_time'], unit: 'seconds' },
  ],
  filters: [
    'processing_job_status',
    'account_id',
    'region',
    'processing_resources.cluster_config.instance_type',
    'app_specification.image_uri',
    'role_arn',
    'experiment_config.experiment_name',
    'monitoring_schedule_arn',
    'processing_resources.cluster_config.instance_count',
    'network_config.enable_network_isolation',
  ],
  siblings: ['monitoring_schedule_arn', 'experiment_config.experiment_name', 'app_specification.image_uri'],
  times: (job) => [
    { name: 'processing began', value: job.processing_start_time, unit: 'time' },
    { name: 'processing ended', value: job.processing_end_time, unit: 'time' },
  ],
  sections: (job) => [
    { title: 'Outcome', isOutcome: true, facts: [{ name: 'exit message', value: job.exit_message }] },
    { title: 'Ran with', facts: ranWith(job) },
    {
      title: 'Inputs',
      facts: (job.processing_inputs ?? []).map(({ input_name, s3_input }) => ({
        name: input_name ?? '?',
        value: s3_input?.s3_uri,
      })),
    },
    {
      title: 'Outputs',
      facts: (job.processing_output_config?.outputs ?? []).map(({ output_name, s3_output }) => ({
        name: output_name ?? '?',
        value: s3_output?.s3_uri,
      })),
    },
    {
      title: 'Environment',
      isMap: true,
      facts: Object.entries(job.environment ?? {}).map(([name, value]) => ({ name, value })),
    },
  ],
};

function instancesOf({ processing_resources: resources }: ProcessingJob): string | null {
  const cluster = resources?.cluster_config;
  const type = cluster?.selected_instance_type ?? cluster?.instance_type;
  return type ? `${cluster?.selected_instance_count ?? cluster?.instance_count ?? '?'} × ${type}` : null;
}

function ranWith(job: ProcessingJob): Fact[] {
  const volume = job.processing_resources?.cluster_config?.volume_size_in_gb;
  const { container_entrypoint: entrypoint, container_arguments: words } = job.app_specification ?? {};
  return [
    { name: 'image', value: job.app_specification?.image_uri },
    { name: 'command', value: [...(entrypoint ?? []), ...(words ?? [])].join(' ') },
    { name: 'instances', value: instancesOf(job) },
    { name: 'volume', value: volume ? `${volume.toLocaleString('en-US')} GB an instance` : null },
    { name: 'maximum run time', value: job.stopping_condition?.max_runtime_in_seconds, unit: 'seconds' },
    { name: 'role', value: job.role_arn },
    { name: 'monitoring schedule', value: job.monitoring_schedule_arn },
    { name: 'training job', value: job.training_job_arn },
  ];
}
