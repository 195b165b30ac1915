import type { Job } from '../api/queries.ts';
import { instancesOf } from '../catalog/columns.tsx';
import { formatDuration } from '../format/duration.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Copyable } from '../parts/copyable.tsx';
import { s3Link } from './console-links.ts';
import { type Fact, Facts, Section } from './facts.tsx';
import { Away } from './overview.tsx';
import { Pairs } from './pairs.tsx';

/** With what a job ran: code, data, parameters, limits. */
export function Configuration({ job }: { job: Job }) {
  const {
    algorithm_specification: algorithm,
    resource_config: resources,
    stopping_condition: stopping,
    vpc_config: vpc,
  } = job;
  const region = String(job.region);
  const seconds = (value: number | null | undefined) => (value ? formatDuration(value) : null);
  const yes = (value: boolean | null | undefined) =>
    value === null || value === undefined ? null : value ? 'yes' : 'no';
  const place = (name: string, uri: string | null | undefined): Fact => [
    name,
    uri ? <Place key={name} region={region} uri={uri} /> : null,
  ];
  const text = (name: string, value: string | null | undefined): Fact => [
    name,
    value ? <Copyable key={name} text={value} className="mono" /> : null,
  ];
  const channels = (job.input_data_config ?? []).map(({ channel_name: name, data_source: source }): Fact => {
    const uri = source?.s3_data_source?.s3_uri;
    return place(visible(name ?? '?'), uri ?? (source ? textOf(source) : null));
  });
  return (
    <>
      <Section title="Ran with">
        <Facts
          facts={[
            text('Image', algorithm?.training_image),
            text('Algorithm', algorithm?.algorithm_name),
            ['Input mode', algorithm?.training_input_mode],
            ['Instances', instancesOf(job)],
            ['Volume', resources?.volume_size_in_gb ? `${resources.volume_size_in_gb} GB an instance` : null],
            ['Kept alive', seconds(resources?.keep_alive_period_in_seconds)],
            text('Training plan', resources?.training_plan_arn),
            ['Longest run', seconds(stopping?.max_runtime_in_seconds)],
            ['Longest wait', seconds(stopping?.max_wait_time_in_seconds)],
            ['Attempts', job.retry_strategy?.maximum_retry_attempts],
            text('Role', job.role_arn),
            ['Network isolation', yes(job.enable_network_isolation)],
            ['Encrypted traffic', yes(job.enable_inter_container_traffic_encryption)],
            ['Subnets', vpc?.subnets?.join(', ')],
            ['Security groups', vpc?.security_group_ids?.join(', ')],
            text('Experiment', job.experiment_config?.experiment_name),
            text('Tuning job', job.tuning_job_arn),
          ]}
        />
      </Section>
      {channels.length > 0 && (
        <Section title="Inputs">
          <Facts facts={channels} />
        </Section>
      )}
      <Section title="Outputs">
        <Facts
          facts={[
            place('Output', job.output_data_config?.s3_output_path),
            place('Model', job.model_artifacts?.s3_model_artifacts),
            place('Checkpoints', job.checkpoint_config?.s3_uri),
            place('TensorBoard', job.tensor_board_output_config?.s3_output_path),
          ]}
        />
      </Section>
      <Pairs title="Hyperparameters" pairs={job.hyper_parameters} />
      <Pairs title="Environment" pairs={job.environment} />
    </>
  );
}

const Place = ({ region, uri }: { region: string; uri: string }) => (
  <span className="place">
    <Copyable text={uri} className="mono" />
    <Away href={s3Link(region, uri)}>S3</Away>
  </span>
);
