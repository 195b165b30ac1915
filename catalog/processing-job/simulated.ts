import type { RandomSource, Simulated, SimulatedResource } from '../simulated.ts';

/** Jobs that prepare data for the account's training jobs, evaluate models, and monitor endpoints. */
export const simulatedProcessingJobs: Simulated = { label: 'prepare', perHundredJobs: 40, describe };

interface Kind {
  readonly image: string;
  readonly script: string;
  readonly input: string;
  readonly output: string;
  readonly instances: readonly [string, ...string[]];
  readonly minutes: number;
}

const kinds: readonly [Kind, ...Kind[]] = [
  {
    image: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3',
    script: 'preprocess.py',
    input: 'raw',
    output: 'train',
    instances: ['ml.m5.xlarge', 'ml.m5.2xlarge', 'ml.m5.4xlarge'],
    minutes: 12,
  },
  {
    image: '173754725891.dkr.ecr.us-east-1.amazonaws.com/sagemaker-spark-processing:3.5-cpu-py39-v1',
    script: 'features.py',
    input: 'events',
    output: 'features',
    instances: ['ml.r5.2xlarge', 'ml.m5.12xlarge'],
    minutes: 45,
  },
  {
    image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.1-gpu-py310',
    script: 'evaluate.py',
    input: 'model',
    output: 'evaluation',
    instances: ['ml.g5.xlarge', 'ml.g4dn.xlarge'],
    minutes: 18,
  },
  {
    image: '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer',
    script: '',
    input: 'endpoint-capture',
    output: 'monitoring',
    instances: ['ml.m5.large', 'ml.m5.xlarge'],
    minutes: 6,
  },
];

const reasons = [
  'AlgorithmError: See job logs for more information',
  'ClientError: Data download failed: NoSuchKey: the object does not exist',
  'InternalServerError: We encountered an internal error. Please try again.',
  'ClientError: Please use an instance type with more memory, or reduce the size of job data processed on an instance.',
] as const;

function describe(resource: SimulatedResource) {
  const { name, arn, accountId, region, partition, createdAt, now, project, random } = resource;
  const kind = random.pick(kinds);
  const type = random.pick(kind.instances);
  const count = kind.script === 'features.py' ? random.between(2, 8) : 1;
  const bucket = `s3://sagemaker-${region}-${accountId}`;
  const start = createdAt + random.around(3) * 60_000;
  const end = start + random.around(kind.minutes) * 60_000;
  const outcome = outcomeOf(random);
  const hasBegun = now >= start;
  const hasEnded = now >= end;
  return {
    ProcessingJobName: name,
    ProcessingJobArn: arn,
    ProcessingJobStatus: hasEnded ? outcome.status : 'InProgress',
    AppSpecification: {
      ImageUri: kind.image,
      ...(kind.script && {
        ContainerEntrypoint: ['python3', `/opt/ml/processing/input/code/${kind.script}`],
        ContainerArguments: ['--project', project],
      }),
    },
    Environment: { PROJECT: project, ...(random.chance(0.4) && { LOG_LEVEL: 'INFO' }) },
    ProcessingInputs: [
      s3Input(kind.input, `${bucket}/${project}/${kind.input}`),
      ...(kind.script ? [s3Input('code', `${bucket}/${name}/source/sourcedir.tar.gz`)] : []),
    ],
    ProcessingOutputConfig: {
      Outputs: [
        {
          OutputName: kind.output,
          AppManaged: false,
          S3Output: {
            S3Uri: `${bucket}/${project}/${kind.output}`,
            LocalPath: `/opt/ml/processing/${kind.output}`,
            S3UploadMode: 'EndOfJob',
          },
        },
      ],
      ...(random.chance(0.2) && { KmsKeyId: `arn:${partition}:kms:${region}:${accountId}:alias/processing` }),
    },
    ProcessingResources: {
      ClusterConfig: { InstanceCount: count, InstanceType: type, VolumeSizeInGB: random.pick([30, 30, 50, 100, 500]) },
    },
    StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
    NetworkConfig: { EnableInterContainerTrafficEncryption: false, EnableNetworkIsolation: random.chance(0.1) },
    RoleArn: `arn:${partition}:iam::${accountId}:role/service-role/AmazonSageMaker-ExecutionRole-20240311T101112`,
    ...(kind.output === 'monitoring' && {
      MonitoringScheduleArn: `arn:${partition}:sagemaker:${region}:${accountId}:monitoring-schedule/${project.toLowerCase()}-data-quality`,
    }),
    CreationTime: new Date(createdAt),
    LastModifiedTime: new Date(Math.floor(hasEnded ? end : hasBegun ? start : createdAt)),
    ...(hasBegun && { ProcessingStartTime: new Date(Math.floor(start)) }),
    ...(hasEnded && { ProcessingEndTime: new Date(Math.floor(end)) }),
    ...(hasEnded && outcome.reason && { FailureReason: outcome.reason }),
  };
}

const s3Input = (name: string, uri: string) => ({
  InputName: name,
  AppManaged: false,
  S3Input: {
    S3Uri: uri,
    LocalPath: `/opt/ml/processing/input/${name}`,
    S3DataType: 'S3Prefix',
    S3InputMode: 'File',
    S3DataDistributionType: 'FullyReplicated',
    S3CompressionType: 'None',
  },
});

function outcomeOf(random: RandomSource): { readonly status: string; readonly reason?: string } {
  const roll = random.next();
  const reason = random.pick(reasons);
  if (roll < 0.07) return { status: 'Failed', reason };
  return { status: roll < 0.1 ? 'Stopped' : 'Completed' };
}
