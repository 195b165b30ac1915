import type { FlatRow } from '../flatten.ts';
import { snakeCase } from '../snake-case.ts';
import { trainingJob } from '../training-job.ts';
import { type Attribute, type Block, Expression, identifier, writeHcl } from './hcl.ts';
import { commentLines, maskedNotes, type Remarks, sortLeftOut } from './rendering.ts';
import type { Shape, ShapeOf } from './shape.ts';
import { terraformAwsSpelling } from './spelling.ts';
import { isReserved, reservedTags, tagMap } from './tags.ts';
import { type Spoken, type SpokenObject, translate } from './translate.ts';
import { normalisationNotes } from './unicode.ts';

// The resource `aws_sagemaker_training_job` as the Terraform AWS provider's documentation of it has it.

const resource = 'aws_sagemaker_training_job';

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
} satisfies ShapeOf<typeof trainingJob.members>;

/** Arguments that the resource requires, as paths of provider members; those of a list hold for each of its items. */
const required = [
  'AlgorithmSpecification.TrainingImage',
  'InputDataConfig',
  'OutputDataConfig.S3OutputPath',
  'ResourceConfig.InstanceCount',
  'ResourceConfig.InstanceType',
  'ResourceConfig.VolumeSizeInGB',
  'RoleArn',
];

/** Arguments that are maps: written with `=`, where a struct is a block. */
const maps = new Set(['hyper_parameters', 'tags']);

export interface TerraformAws extends Remarks {
  readonly hcl: string;
}

/** The job as a resource, and the block that imports it by its name. */
export function toTerraformAws(job: FlatRow): TerraformAws {
  const { value, leftOut } = translate(trainingJob.members, job, shape, terraformAwsSpelling);
  const tags = job.tags?.filter((tag) => !isReserved(tag));
  if (tags) value.tags = tagMap(tags, job.tag_map);
  const reserved = reservedTags(job.tags);
  const name = String(job.training_job_name);
  const label = identifier(name);
  const remarks: Remarks = {
    ...sortLeftOut([...leftOut, ...reserved].filter((path) => path !== trainingJob.key.arn)),
    notes: [...missing(job), ...maskedNotes(job), ...normalisationNotes(value)],
  };
  const to: Attribute = { name: 'to', value: new Expression(`${resource}.${label}`) };
  const hcl = writeHcl(
    [
      { type: 'import', body: [to, { name: 'id', value: name }] },
      { type: 'resource', labels: [resource, label], body: argumentsOf(value) },
    ],
    commentLines(remarks, `the resource ${resource}`),
  );
  return { hcl, ...remarks };
}

/** Structs become blocks, lists of structs a block each, all else an argument; `name` first, as is the custom. */
function argumentsOf(value: SpokenObject): (Attribute | Block)[] {
  const entries = Object.entries(value).sort(
    ([a], [b]) => Number(b === 'name') - Number(a === 'name') || (a < b ? -1 : 1),
  );
  return entries.flatMap(([name, held]): (Attribute | Block)[] => {
    if (maps.has(name) || !isStructured(held)) return [{ name, value: held }];
    return (Array.isArray(held) ? held : [held]).map((item) => ({
      type: name,
      body: isObject(item) ? argumentsOf(item) : [],
    }));
  });
}

const isObject = (value: Spoken): value is SpokenObject => typeof value === 'object' && !Array.isArray(value);

const isStructured = (value: Spoken): boolean => isObject(value) || (Array.isArray(value) && value.every(isObject));

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
      const argument = terraformAwsSpelling(path.split('.').at(-1) ?? path, within);
      return `The resource requires ${within === '' ? '' : `${snakeCase(within)}.`}${argument}, and the job has none.`;
    });
}
