import type { FlatRow } from '../../flatten.ts';
import type { Shape, ShapeOf } from '../../manifests/shape.ts';
import { translate } from '../../manifests/translate.ts';
import { snakeCase } from '../../snake-case.ts';
import { trainingJobSchema } from '../schema.ts';
import { type TerraformResource, writeResource } from './terraform-resource.ts';
import { terraformAws2018Spelling } from './terraform-spelling.ts';

// The resource `aws_sagemaker_training_job` as the documentation of a draft of 2018 has it, which was never merged: for forks of the
// provider that hold it.

const shape: Shape = {
  AlgorithmSpecification: { TrainingImage: true, TrainingInputMode: true },
  HyperParameters: true,
  InputDataConfig: {
    ChannelName: true,
    CompressionType: true,
    ContentType: true,
    DataSource: { S3DataSource: { S3DataDistributionType: true, S3DataType: true, S3Uri: true } },
    RecordWrapperType: true,
  },
  OutputDataConfig: { KmsKeyId: true, S3OutputPath: true },
  ResourceConfig: { InstanceCount: true, InstanceType: true, VolumeSizeInGB: true },
  RoleArn: true,
  StoppingCondition: { MaxRuntimeInSeconds: true },
  TrainingJobName: true,
} satisfies ShapeOf<typeof trainingJobSchema.members>;

/** Required arguments, as paths of provider members; those in a list apply to each item. */
const required = [
  'AlgorithmSpecification.TrainingImage',
  'InputDataConfig',
  'OutputDataConfig.S3OutputPath',
  'ResourceConfig.InstanceCount',
  'ResourceConfig.InstanceType',
  'ResourceConfig.VolumeSizeInGB',
  'RoleArn',
];

/** Returns the job as the draft's resource, and the block that imports it by name. */
export function toTerraformAws2018(job: FlatRow): TerraformResource {
  const { value, leftOut } = translate(trainingJobSchema.members, job, shape, terraformAws2018Spelling);
  return writeResource(job, {
    value,
    leftOut,
    notes: missing(job),
    importedBy: { name: 'id', value: String(job.training_job_name) },
    first: 'name',
  });
}

function missing(job: FlatRow): string[] {
  return required
    .filter((path) => {
      const held = path
        .split('.')
        .reduce<unknown>((inner, member) => (inner as Record<string, unknown> | null)?.[snakeCase(member)], job);
      return held === null || held === undefined || (Array.isArray(held) && held.length === 0);
    })
    .map((path) => {
      const within = path.split('.').slice(0, -1).join('.');
      const argument = terraformAws2018Spelling(path.split('.').at(-1) ?? path, within);
      return `The resource requires ${within === '' ? '' : `${snakeCase(within)}.`}${argument}, and the job has none.`;
    });
}
