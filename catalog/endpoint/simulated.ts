import type { RandomSource, Simulated, SimulatedResource } from '../simulated.ts';

/** Endpoints with the account's models. Most of them scale with the time of day, and all are redeployed now and then. */
export const simulatedEndpoints: Simulated = { label: 'serve', perHundredJobs: 2, delete: 'DeleteEndpoint', describe };

const hour = 3_600_000;
const day = 24 * hour;
/** The duration of a deployment. */
const deploying = 8 * 60_000;

interface Kind {
  readonly image: string;
  readonly instances: readonly [string, ...string[]];
  /** The maximum number of instances by day, and the number by night. */
  readonly most: number;
  readonly least: number;
}

const kinds: readonly [Kind, ...Kind[]] = [
  {
    image: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1',
    instances: ['ml.m5.large', 'ml.m5.xlarge', 'ml.c7i.xlarge'],
    most: 4,
    least: 1,
  },
  {
    image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6-gpu-py312',
    instances: ['ml.g4dn.xlarge', 'ml.g5.xlarge', 'ml.g5.2xlarge'],
    most: 6,
    least: 2,
  },
  {
    image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.33-lmi15-cu128',
    instances: ['ml.g5.12xlarge', 'ml.g5.48xlarge', 'ml.p4d.24xlarge'],
    most: 2,
    least: 1,
  },
];

/** Returns what does not depend on the current time. */
function plan(random: RandomSource) {
  const kind = random.pick(kinds);
  const roll = random.next();
  return {
    kind,
    instanceType: random.pick(kind.instances),
    isServerless: roll < 0.1,
    isQueued: roll > 0.92,
    hasFailed: roll > 0.1 && roll < 0.13,
    scales: random.chance(0.7),
    hasShadow: random.chance(0.1),
    captures: random.chance(0.3),
    deploysEvery: random.between(9, 60) * day,
    morning: random.between(6, 9) * hour,
    evening: random.between(17, 21) * hour,
    volumeGb: random.pick([undefined, 30, 60, 120]),
    weightOfModel: random.hex(6),
  };
}

function describe(resource: SimulatedResource) {
  const { name, arn, accountId, region, partition, createdAt, now, random } = resource;
  const planned = plan(random);
  const deployments = Math.floor((now - createdAt) / planned.deploysEvery);
  const deployedAt = createdAt + deployments * planned.deploysEvery;
  const isDeploying = now < deployedAt + deploying;
  const { count, since } = instancesAt(now, planned);
  const changedAt = isDeploying ? deployedAt : Math.max(deployedAt + deploying, planned.isServerless ? 0 : since);
  const config = configOf(resource, planned, `${name}-${deployments + (isDeploying && deployments > 0 ? 0 : 1)}`);
  const isNew = deployments === 0 && isDeploying;
  const common = {
    EndpointName: name,
    EndpointArn: arn,
    EndpointConfigName: config.EndpointConfigName,
    EndpointConfig: config,
    CreationTime: new Date(createdAt),
  };
  if (planned.hasFailed && !isNew) {
    return {
      ...common,
      EndpointStatus: 'Failed',
      FailureReason:
        'The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.',
      LastModifiedTime: new Date(createdAt + deploying),
    };
  }
  const [, ...shadows] = planned.hasShadow ? [0, 1] : [0];
  return {
    ...common,
    EndpointStatus: isNew ? 'Creating' : isDeploying ? 'Updating' : 'InService',
    LastModifiedTime: new Date(changedAt),
    ProductionVariants: [variantOf('AllTraffic', resource, planned, isNew ? 0 : count)],
    ...(shadows.length > 0 && {
      ShadowProductionVariants: [variantOf('Challenger', resource, planned, isNew ? 0 : 1)],
    }),
    ...(planned.captures && {
      DataCaptureConfig: {
        EnableCapture: true,
        CaptureStatus: 'Started',
        CurrentSamplingPercentage: 20,
        DestinationS3Uri: `s3://sagemaker-${region}-${accountId}/capture`,
        KmsKeyId: `arn:${partition}:kms:${region}:${accountId}:alias/capture`,
      },
    }),
    ...(planned.isQueued && { AsyncInferenceConfig: queueOf(resource) }),
  };
}

type Plan = ReturnType<typeof plan>;

/** Returns the number of running instances, and since when. Asynchronous endpoints run nothing by night, since queued requests can wait. */
function instancesAt(
  now: number,
  { kind, scales, isQueued, morning, evening }: Plan,
): { count: number; since: number } {
  if (!scales) return { count: kind.least, since: 0 };
  const midnight = Math.floor(now / day) * day;
  const [opens, closes] = [midnight + morning, midnight + evening];
  const night = isQueued ? 0 : kind.least;
  if (now < opens) return { count: night, since: closes - day };
  return now < closes ? { count: kind.most, since: opens } : { count: night, since: closes };
}

function variantOf(VariantName: string, { createdAt }: SimulatedResource, planned: Plan, count: number) {
  const common = {
    VariantName,
    DeployedImages: [
      { SpecifiedImage: planned.kind.image, ResolvedImage: planned.kind.image, ResolutionTime: new Date(createdAt) },
    ],
    CurrentWeight: 1,
    DesiredWeight: 1,
  };
  if (planned.isServerless) {
    const capacity = { MemorySizeInMB: 4096, MaxConcurrency: 20 };
    return { ...common, CurrentServerlessConfig: capacity, DesiredServerlessConfig: capacity };
  }
  return { ...common, CurrentInstanceCount: count, DesiredInstanceCount: count };
}

function configOf(resource: SimulatedResource, planned: Plan, EndpointConfigName: string) {
  const { accountId, region, partition, createdAt, project } = resource;
  const variant = (VariantName: string, count: number) => ({
    VariantName,
    ModelName: `${project}-${planned.weightOfModel}`,
    InitialVariantWeight: 1,
    ...(planned.isServerless
      ? { ServerlessConfig: { MemorySizeInMB: 4096, MaxConcurrency: 20 } }
      : {
          InitialInstanceCount: count,
          InstanceType: planned.instanceType,
          ...(planned.volumeGb !== undefined && { VolumeSizeInGB: planned.volumeGb }),
        }),
  });
  return {
    EndpointConfigName,
    EndpointConfigArn: `arn:${partition}:sagemaker:${region}:${accountId}:endpoint-config/${EndpointConfigName.toLowerCase()}`,
    ProductionVariants: [variant('AllTraffic', planned.kind.least)],
    ...(planned.hasShadow && { ShadowProductionVariants: [variant('Challenger', 1)] }),
    ...(planned.isQueued && { AsyncInferenceConfig: queueOf(resource) }),
    ExecutionRoleArn: `arn:${partition}:iam::${accountId}:role/service-role/AmazonSageMaker-ExecutionRole-20240311T101112`,
    EnableNetworkIsolation: false,
    CreationTime: new Date(createdAt - 5000),
  };
}

const queueOf = ({ accountId, region, name }: SimulatedResource) => ({
  ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
  OutputConfig: { S3OutputPath: `s3://sagemaker-${region}-${accountId}/answers/${name}` },
});
