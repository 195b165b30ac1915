import type {
  PendingProductionVariantSummary,
  ProductionVariant,
  ProductionVariantSummary,
} from '@aws-sdk/client-sagemaker';
import {
  boolean,
  choice,
  type FieldsFor,
  float,
  int32,
  lowerCase,
  string,
  struct,
  structs,
  timestamp,
} from '../fields.ts';

const serverless = (description: string) =>
  struct(description, {
    MemorySizeInMB: int32('Memory in MB.'),
    MaxConcurrency: int32('Most requests at a time.'),
    ProvisionedConcurrency: int32('Requests at a time for which capacity is kept ready.'),
  });

const managedInstanceScaling = struct('How SageMaker scales the instances by itself.', {
  Status: choice('Whether it does: ENABLED or DISABLED.', ['DISABLED', 'ENABLED']),
  MinInstanceCount: int32('Fewest instances.'),
  MaxInstanceCount: int32('Most instances.'),
  ScaleInPolicy: struct('How instances are removed.', {
    Strategy: choice('Which ones: CONSOLIDATION or IDLE_RELEASE.', ['CONSOLIDATION', 'IDLE_RELEASE']),
    MaximumStepSize: int32('Most instances that are removed at a time.'),
    CooldownInMinutes: int32('Minutes between two removals.'),
  }),
});

const routingConfig = struct('How requests are shared among the instances.', {
  RoutingStrategy: choice('At random, to the least busy, or by the beginning of the prompt.', [
    'LEAST_OUTSTANDING_REQUESTS',
    'PREFIX_AWARE',
    'RANDOM',
  ]),
  PrefixAwareRoutingConfig: struct('Sharing by the beginning of the prompt.', {
    PrefixLength: int32('Length of the beginning that counts.'),
    ConcurrencyThreshold: int32('Requests at a time from which the least busy instance is taken.'),
  }),
});

const deployedImages = structs('The images that run.', {
  SpecifiedImage: string('Registry path as it was asked for.'),
  ResolvedImage: string('Registry path with the digest that it stood for.'),
  ResolutionTime: timestamp('When the digest was found.'),
});

const variantStatus = structs('What is being done with the variant.', {
  Status: choice('The activity.', ['ActivatingTraffic', 'Baking', 'Creating', 'Deleting', 'Updating']),
  StatusMessage: string('Message about it.'),
  StartTime: timestamp('When it began.'),
});

const instancePools = structs('The instances, where they are of several types.', {
  InstanceType: lowerCase('Instance type.'),
  CurrentInstanceCount: int32('Number of instances that run.'),
});

/** Fields of both current variants and variants that are being deployed. */
const running = {
  VariantName: string('Name of the variant.'),
  DeployedImages: deployedImages,
  CurrentWeight: float('Weight by which it gets requests.'),
  DesiredWeight: float('Weight that was asked for.'),
  CurrentInstanceCount: int32('Number of instances that run.'),
  DesiredInstanceCount: int32('Number of instances that was asked for.'),
  InstancePools: instancePools,
  VariantStatus: variantStatus,
  CurrentServerlessConfig: serverless('Serverless capacity at present.'),
  DesiredServerlessConfig: serverless('Serverless capacity that was asked for.'),
  ManagedInstanceScaling: managedInstanceScaling,
  RoutingConfig: routingConfig,
};

export const deployedVariants = (description: string) =>
  structs(description, {
    ...running,
    CapacityReservationConfig: struct('The reserved capacity that the instances use.', {
      MlReservationArn: string('ARN of the reservation.'),
      CapacityReservationPreference: choice('Whether other capacity is used too.', ['capacity-reservations-only']),
      TotalInstanceCount: int32('Instances that are reserved.'),
      AvailableInstanceCount: int32('Instances of the reservation that are free.'),
      UsedByCurrentEndpoint: int32('Instances of the reservation that this endpoint uses.'),
      Ec2CapacityReservations: structs('The EC2 reservations behind it.', {
        Ec2CapacityReservationId: string('Identifier of the EC2 reservation.'),
        TotalInstanceCount: int32('Instances that are reserved.'),
        AvailableInstanceCount: int32('Instances of the reservation that are free.'),
        UsedByCurrentEndpoint: int32('Instances of the reservation that this endpoint uses.'),
      }),
    }),
  } satisfies FieldsFor<Required<ProductionVariantSummary>>);

export const pendingVariants = (description: string) =>
  structs(description, {
    ...running,
    InstanceType: lowerCase('Instance type.'),
    AcceleratorType: lowerCase('Elastic Inference accelerator on each instance.'),
  } satisfies FieldsFor<Required<PendingProductionVariantSummary>>);

export const configVariants = (description: string) =>
  structs(description, {
    VariantName: string('Name of the variant.'),
    ModelName: string('Model that answers.'),
    InitialInstanceCount: int32('Number of instances at the beginning.'),
    InstanceType: lowerCase('Instance type; absent where pools name it, or it is serverless.'),
    InstancePools: structs('Instance types in order of preference.', {
      InstanceType: lowerCase('Instance type.'),
      ModelNameOverride: string('Model that answers on instances of this type.'),
      Priority: int32('Place in the order.'),
    }),
    VariantInstanceProvisionTimeoutInSeconds: int32('Longest wait for instances in seconds.'),
    InitialVariantWeight: float('Weight by which it gets requests at the beginning.'),
    AcceleratorType: lowerCase('Elastic Inference accelerator on each instance.'),
    CoreDumpConfig: struct('Where core dumps go.', {
      DestinationS3Uri: string('S3 location of the core dumps.'),
      KmsKeyId: string('KMS key that encrypts them.'),
    }),
    ServerlessConfig: serverless('Serverless capacity, where there are no instances.'),
    VolumeSizeInGB: int32('Size in GB of the volume on each instance, where it was asked for.'),
    ModelDataDownloadTimeoutInSeconds: int32('Longest download of the model in seconds.'),
    ContainerStartupHealthCheckTimeoutInSeconds: int32('Longest start of the container in seconds.'),
    EnableSSMAccess: boolean('Whether the containers can be entered through Systems Manager.'),
    ManagedInstanceScaling: managedInstanceScaling,
    RoutingConfig: routingConfig,
    InferenceAmiVersion: choice('Version of the machine image of the instances.', [
      'al2-ami-sagemaker-inference-gpu-2',
      'al2-ami-sagemaker-inference-gpu-2-1',
      'al2-ami-sagemaker-inference-gpu-3-1',
      'al2-ami-sagemaker-inference-neuron-2',
      'al2023-ami-sagemaker-inference-gpu-4-1',
    ]),
    CapacityReservationConfig: struct('The reserved capacity that the instances use.', {
      CapacityReservationPreference: choice('Whether other capacity is used too.', ['capacity-reservations-only']),
      MlReservationArn: string('ARN of the reservation.'),
    }),
  } satisfies FieldsFor<Required<ProductionVariant>>);
