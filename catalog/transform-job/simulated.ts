import type { Simulated, SimulatedResource } from '../simulated.ts';

/** Jobs that score the account's data with its models, mostly by night. */
export const simulatedTransformJobs: Simulated = { label: 'score', perHundredJobs: 8, describe };

const minute = 60_000;
const reasons = [
  'AlgorithmError: See job logs for more information',
  'ClientError: Too many errors made by client: 400 of 400 records could not be transformed',
  'InternalServerError: We encountered an internal error. Please try again.',
] as const;

function describe(resource: SimulatedResource) {
  const { name, arn, accountId, region, partition, createdAt, now, project, random } = resource;
  const bucket = `s3://sagemaker-${region}-${accountId}`;
  const instanceType = random.pick([
    'ml.m5.xlarge',
    'ml.m5.4xlarge',
    'ml.c5.9xlarge',
    'ml.g4dn.xlarge',
    'ml.g5.2xlarge',
  ]);
  const instanceCount = random.pick([1, 1, 1, 2, 4]);
  const start = Math.floor(createdAt + random.around(4) * minute);
  const end = Math.floor(start + random.around(25) * minute);
  const roll = random.next();
  const reason = random.pick(reasons);
  const outcome = roll < 0.06 ? 'Failed' : roll < 0.09 ? 'Stopped' : 'Completed';
  const hasEnded = now >= end;
  const isEncrypted = random.chance(0.3);
  const key = `arn:${partition}:kms:${region}:${accountId}:alias/transform`;
  return {
    TransformJobName: name,
    TransformJobArn: arn,
    TransformJobStatus: hasEnded ? outcome : 'InProgress',
    ModelName: `${project}-${random.hex(6)}`,
    BatchStrategy: random.pick(['MultiRecord', 'MultiRecord', 'SingleRecord']),
    MaxConcurrentTransforms: random.pick([1, 4, 8]),
    MaxPayloadInMB: 6,
    Environment: { PROJECT: project },
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: `${bucket}/${project}/unscored` } },
      ContentType: random.pick(['text/csv', 'application/jsonlines']),
      CompressionType: 'None',
      SplitType: 'Line',
    },
    TransformOutput: {
      S3OutputPath: `${bucket}/${project}/scored/${name}`,
      AssembleWith: 'Line',
      ...(isEncrypted && { KmsKeyId: key }),
    },
    TransformResources: {
      InstanceType: instanceType,
      InstanceCount: instanceCount,
      ...(isEncrypted && { VolumeKmsKeyId: key }),
    },
    CreationTime: new Date(createdAt),
    ...(now >= start && { TransformStartTime: new Date(start) }),
    ...(hasEnded && { TransformEndTime: new Date(end) }),
    ...(hasEnded && outcome === 'Failed' && { FailureReason: reason }),
  };
}
