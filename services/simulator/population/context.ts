import type { S3DataType } from '@aws-sdk/client-sagemaker';
import { domainOf } from '../../../catalog/partition.ts';
import type { WireJob, WireJobMembers } from '../wire.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Project } from './projects.ts';
import type { SeededRandom } from './random.ts';
import type { State } from './state.ts';

/** The input of the builders of a job's members. Random numbers depend on the order of calls, so the calls must not depend on `now`. */
export interface JobContext {
  readonly index: number;
  readonly name: string;
  readonly project: Project;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly life: Lifecycle;
  readonly state: State;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly random: SeededRandom;
}

type Required = 'AlgorithmSpecification' | 'ResourceConfig';

/** The members that depend on the kind of job; job.ts adds those of all jobs. */
type KindMembers = Omit<
  WireJobMembers,
  Required | keyof Pick<WireJob, 'TrainingJobName' | 'TrainingJobArn' | 'CreationTime'>
> & { [Key in Required]-?: NonNullable<WireJobMembers[Key]> };

export type KindBuilder = (job: JobContext) => KindMembers;

export type Channel = NonNullable<WireJobMembers['InputDataConfig']>[number];

export function arn(job: JobContext, service: string, resource: string): string {
  return `arn:${job.partition}:${service}:${job.region}:${job.accountId}:${resource}`;
}

/** Returns the account's default bucket in the region, as the SDKs create it. */
export function bucket(job: JobContext): string {
  return `s3://sagemaker-${job.region}-${job.accountId}`;
}

/** Returns a repository in an AWS registry; the owners are those of us-east-1 for all regions. */
export function awsImage(job: JobContext, registry: 'frameworks' | 'algorithms' | 'rules', image: string): string {
  const owner = { frameworks: '763104351884', algorithms: '683313688378', rules: '503895931360' }[registry];
  return `${owner}.dkr.ecr.${job.region}.${domainOf(job.region)}/${image}`;
}

export function s3Channel(
  name: string,
  uri: string,
  extra: Partial<Channel> = {},
  type: S3DataType = 'S3Prefix',
): Channel {
  return {
    ChannelName: name,
    DataSource: { S3DataSource: { S3DataType: type, S3Uri: uri, S3DataDistributionType: 'FullyReplicated' } },
    CompressionType: 'None',
    RecordWrapperType: 'None',
    ...extra,
  };
}

export function vpc(job: JobContext): NonNullable<WireJobMembers['VpcConfig']> {
  const random = job.random;
  return {
    SecurityGroupIds: [`sg-0${random.hex(16)}`],
    Subnets: [`subnet-0${random.hex(16)}`, `subnet-0${random.hex(16)}`],
  };
}
