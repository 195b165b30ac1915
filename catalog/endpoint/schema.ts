import type { DescribeEndpointConfigOutput, DescribeEndpointOutput } from '@aws-sdk/client-sagemaker';
import { boolean, choice, type FieldsFor, int32, string, strings, struct, structs, timestamp } from '../fields.ts';
import { resourceSchema } from '../resource-schema.ts';
import { asyncInferenceConfig, dataCaptureConfig, explainerConfig, metricsConfig } from './config-fields.ts';
import { configVariants, deployedVariants, pendingVariants } from './variant-fields.ts';

const capacity = {
  Type: choice('Whether the value counts instances or is in percent.', ['CAPACITY_PERCENT', 'INSTANCE_COUNT']),
  Value: int32('Number of instances, or percentage of the fleet.'),
};

/** Every member of the responses of DescribeEndpoint and, for its configuration, DescribeEndpointConfig. */
const members = {
  AsyncInferenceConfig: asyncInferenceConfig,
  CreationTime: timestamp(
    'When the endpoint was created. With the ARN it identifies the endpoint, since a deleted endpoint’s name can be used again.',
  ),
  DataCaptureConfig: struct('What of requests and responses is captured at present.', {
    EnableCapture: boolean('Whether data is captured.'),
    CaptureStatus: choice('Whether capture runs: Started or Stopped.', ['Started', 'Stopped']),
    CurrentSamplingPercentage: int32('Percentage of requests that is captured.'),
    DestinationS3Uri: string('S3 location of what is captured.'),
    KmsKeyId: string('KMS key that encrypts what is captured.'),
  }),
  EndpointArn: string('ARN of the endpoint; holds its name in lower case.'),
  EndpointConfig: struct('The endpoint configuration that is deployed, as DescribeEndpointConfig answers it.', {
    EndpointConfigName: string('Name of the configuration.'),
    EndpointConfigArn: string('ARN of the configuration.'),
    ProductionVariants: configVariants('The variants as they were asked for.'),
    DataCaptureConfig: dataCaptureConfig,
    KmsKeyId: string('KMS key that encrypts the volumes of the instances.'),
    CreationTime: timestamp('When the configuration was created.'),
    AsyncInferenceConfig: asyncInferenceConfig,
    ExplainerConfig: explainerConfig,
    ShadowProductionVariants: configVariants('The shadow variants as they were asked for.'),
    ExecutionRoleArn: string('ARN of the IAM role that the endpoint runs as, where it has one of its own.'),
    VpcConfig: struct('The VPC that the instances are attached to.', {
      SecurityGroupIds: strings('Identifiers of the security groups.'),
      Subnets: strings('Identifiers of the subnets.'),
    }),
    EnableNetworkIsolation: boolean('Whether the containers are cut off from the network.'),
    MetricsConfig: metricsConfig,
  }),
  EndpointConfigName: string('Name of the endpoint configuration that is deployed.'),
  EndpointName: string('Name of the endpoint, in its own spelling.'),
  EndpointStatus: choice('What the endpoint does: InService, or how it comes to be or ceases to be so.', [
    'Creating',
    'Deleting',
    'Failed',
    'InService',
    'OutOfService',
    'RollingBack',
    'SystemUpdating',
    'UpdateRollbackFailed',
    'Updating',
  ]),
  ExplainerConfig: explainerConfig,
  FailureReason: string('Why the endpoint failed, where it did.'),
  LastDeploymentConfig: struct('How the last update was deployed.', {
    BlueGreenUpdatePolicy: struct('How traffic was shifted to a new fleet.', {
      TrafficRoutingConfiguration: struct('In which steps.', {
        Type: choice('All at once, after a canary, or in equal steps.', ['ALL_AT_ONCE', 'CANARY', 'LINEAR']),
        WaitIntervalInSeconds: int32('Seconds to wait after each step.'),
        CanarySize: struct('Size of the first step.', capacity),
        LinearStepSize: struct('Size of each step.', capacity),
      }),
      TerminationWaitInSeconds: int32('Seconds to wait before the old fleet is terminated.'),
      MaximumExecutionTimeoutInSeconds: int32('Longest time of the deployment in seconds.'),
    }),
    RollingUpdatePolicy: struct('How instances were replaced batch by batch.', {
      MaximumBatchSize: struct('Size of each batch.', capacity),
      WaitIntervalInSeconds: int32('Seconds to wait after each batch.'),
      MaximumExecutionTimeoutInSeconds: int32('Longest time of the deployment in seconds.'),
      RollbackMaximumBatchSize: struct('Size of each batch of a rollback.', capacity),
    }),
    AutoRollbackConfiguration: struct('What rolls the deployment back.', {
      Alarms: structs('The alarms that do.', { AlarmName: string('Name of the CloudWatch alarm.') }),
    }),
  }),
  LastModifiedTime: timestamp('When the endpoint last changed, be it by an update or by scaling.'),
  MetricsConfig: metricsConfig,
  PendingDeploymentSummary: struct('The deployment that is under way.', {
    EndpointConfigName: string('Name of the configuration that is being deployed.'),
    ProductionVariants: pendingVariants('The variants that are being deployed.'),
    StartTime: timestamp('When the deployment began.'),
    ShadowProductionVariants: pendingVariants('The shadow variants that are being deployed.'),
  }),
  ProductionVariants: deployedVariants('The variants that answer requests.'),
  ShadowProductionVariants: deployedVariants(
    'The variants that get a copy of requests and whose answers are discarded.',
  ),
} satisfies FieldsFor<Required<DescribeEndpointOutput> & { EndpointConfig: DescribeEndpointConfigOutput }>;

/** The schema of endpoints, with every member of the SDK. */
export const endpointSchema = resourceSchema({
  name: 'aws_sagemaker_endpoint',
  title: 'SageMaker endpoint',
  description: 'Endpoints of Amazon SageMaker: which models answer requests, on what, and how that scales.',
  service: 'sagemaker',
  identity: {
    arn: 'EndpointArn',
    name: 'EndpointName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  arnResource: 'endpoint/',
  members,
  settings: ['EndpointConfigName', 'EndpointName'],
});

export type Endpoint = typeof endpointSchema.row;
