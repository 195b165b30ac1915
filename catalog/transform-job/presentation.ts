import type { Fact, Presentation } from '../presentation.ts';
import type { TransformJob } from './schema.ts';

/** How people are shown transform jobs. */
export const transformJobPresentation: Presentation<TransformJob> = {
  statuses: ['transform_job_status'],
  columns: [
    { title: 'instances', fields: ['transform_resources.instance_type', 'transform_resources.instance_count'] },
    { title: 'ran', fields: ['transform_start_time', 'transform_end_time'], unit: 'seconds' },
    { title: 'model', fields: ['model_name'] },
  ],
  siblings: ['model_name', 'experiment_config.experiment_name'],
  times: (job) => [
    { name: 'transform began', value: job.transform_start_time, unit: 'time' },
    { name: 'transform ended', value: job.transform_end_time, unit: 'time' },
  ],
  sections: (job) => [
    { title: 'Ran with', facts: ranWith(job) },
    { title: 'Data', facts: dataOf(job) },
    {
      title: 'Environment',
      isMap: true,
      facts: Object.entries(job.environment ?? {}).map(([name, value]) => ({ name, value })),
    },
  ],
};

function ranWith(job: TransformJob): Fact[] {
  const { instance_type: type, instance_count: count } = job.transform_resources ?? {};
  return [
    { name: 'model', value: job.model_name },
    { name: 'instances', value: type ? `${count ?? '?'} × ${type}` : null },
    { name: 'requests at a time', value: job.max_concurrent_transforms },
    { name: 'records of a request', value: job.batch_strategy },
    { name: 'AutoML job', value: job.auto_ml_job_arn },
    { name: 'labeling job', value: job.labeling_job_arn },
  ];
}

const dataOf = ({ transform_input: input, transform_output: output }: TransformJob): Fact[] => [
  { name: 'input', value: input?.data_source?.s3_data_source?.s3_uri },
  { name: 'type', value: input?.content_type },
  { name: 'split by', value: input?.split_type },
  { name: 'result', value: output?.s3_output_path },
];
