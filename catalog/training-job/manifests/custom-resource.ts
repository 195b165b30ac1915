import type { CustomResource } from '../../manifests/custom-resource.ts';
import type { ShapeOf } from '../../manifests/shape.ts';
import type { trainingJobSchema } from '../schema.ts';

type Members = typeof trainingJobSchema.members;

const ruleConfiguration = {
  InstanceType: true,
  LocalPath: true,
  RuleConfigurationName: true,
  RuleEvaluatorImage: true,
  RuleParameters: true,
  S3OutputPath: true,
  VolumeSizeInGB: true,
} as const;

const ruleEvaluationStatus = {
  LastModifiedTime: true,
  RuleConfigurationName: true,
  RuleEvaluationJobArn: true,
  RuleEvaluationStatus: true,
  StatusDetails: true,
} as const;

const spec = {
  AlgorithmSpecification: {
    AlgorithmName: true,
    EnableSageMakerMetricsTimeSeries: true,
    MetricDefinitions: { Name: true, Regex: true },
    TrainingImage: true,
    TrainingInputMode: true,
  },
  CheckpointConfig: { LocalPath: true, S3Uri: true },
  DebugHookConfig: {
    CollectionConfigurations: { CollectionName: true, CollectionParameters: true },
    HookParameters: true,
    LocalPath: true,
    S3OutputPath: true,
  },
  DebugRuleConfigurations: ruleConfiguration,
  EnableInterContainerTrafficEncryption: true,
  EnableManagedSpotTraining: true,
  EnableNetworkIsolation: true,
  Environment: true,
  ExperimentConfig: { ExperimentName: true, TrialComponentDisplayName: true, TrialName: true },
  HyperParameters: true,
  InfraCheckConfig: { EnableInfraCheck: true },
  InputDataConfig: {
    ChannelName: true,
    CompressionType: true,
    ContentType: true,
    DataSource: {
      FileSystemDataSource: {
        DirectoryPath: true,
        FileSystemAccessMode: true,
        FileSystemId: true,
        FileSystemType: true,
      },
      S3DataSource: {
        AttributeNames: true,
        HubAccessConfig: { HubContentArn: true },
        InstanceGroupNames: true,
        ModelAccessConfig: { AcceptEula: true },
        S3DataDistributionType: true,
        S3DataType: true,
        S3Uri: true,
      },
    },
    InputMode: true,
    RecordWrapperType: true,
    ShuffleConfig: { Seed: true },
  },
  OutputDataConfig: { CompressionType: true, KmsKeyId: true, S3OutputPath: true },
  ProfilerConfig: { ProfilingIntervalInMilliseconds: true, ProfilingParameters: true, S3OutputPath: true },
  ProfilerRuleConfigurations: ruleConfiguration,
  RemoteDebugConfig: { EnableRemoteDebug: true },
  ResourceConfig: {
    InstanceCount: true,
    InstanceGroups: { InstanceCount: true, InstanceGroupName: true, InstanceType: true },
    InstancePlacementConfig: {
      EnableMultipleJobs: true,
      PlacementSpecifications: { InstanceCount: true, UltraServerId: true },
    },
    InstanceType: true,
    KeepAlivePeriodInSeconds: true,
    VolumeKmsKeyId: true,
    VolumeSizeInGB: true,
  },
  RetryStrategy: { MaximumRetryAttempts: true },
  RoleArn: true,
  StoppingCondition: { MaxPendingTimeInSeconds: true, MaxRuntimeInSeconds: true, MaxWaitTimeInSeconds: true },
  TensorBoardOutputConfig: { LocalPath: true, S3OutputPath: true },
  TrainingJobName: true,
  VpcConfig: { SecurityGroupIds: true, Subnets: true },
} as const satisfies ShapeOf<Members>;

const status = {
  CreationTime: true,
  DebugRuleEvaluationStatuses: ruleEvaluationStatus,
  FailureReason: true,
  LastModifiedTime: true,
  ModelArtifacts: { S3ModelArtifacts: true },
  ProfilerRuleEvaluationStatuses: ruleEvaluationStatus,
  ProfilingStatus: true,
  SecondaryStatus: true,
  TrainingJobStatus: true,
  WarmPoolStatus: { ResourceRetainedBillableTimeInSeconds: true, ReusedByJob: true, Status: true },
} as const satisfies ShapeOf<Members>;

const required = [
  'AlgorithmSpecification',
  'OutputDataConfig',
  'ResourceConfig',
  'RoleArn',
  'StoppingCondition',
  'TrainingJobName',
] as const satisfies readonly (keyof typeof spec)[];

/** ACK's TrainingJob. A member of the catalog that it lacks is listed as left out when a job is written as a manifest. */
export const trainingJobCustomResource = {
  apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
  kind: 'TrainingJob',
  plural: 'trainingjobs',
  spec,
  status,
  required,
} as const satisfies CustomResource;
