import type { Shape, ShapeOf } from '../../manifests/shape.ts';
import type { trainingJobSchema } from '../schema.ts';

// What `aws_sagemaker_training_job` of the Terraform provider hashicorp/aws holds, by the provider members of the API. A structure is
// a block that may occur once, a list of structures a block for each; maps and lists of strings are arguments.
// Sources: internal/service/sagemaker/training_job.go of hashicorp/terraform-provider-aws, and its documentation page.

const rule = {
  InstanceType: true,
  LocalPath: true,
  RuleConfigurationName: true,
  RuleEvaluatorImage: true,
  RuleParameters: true,
  S3OutputPath: true,
  VolumeSizeInGB: true,
} as const;

export const shape: Shape = {
  AlgorithmSpecification: {
    AlgorithmName: true,
    ContainerArguments: true,
    ContainerEntrypoint: true,
    EnableSageMakerMetricsTimeSeries: true,
    MetricDefinitions: { Name: true, Regex: true },
    TrainingImage: true,
    TrainingImageConfig: {
      TrainingRepositoryAccessMode: true,
      TrainingRepositoryAuthConfig: { TrainingRepositoryCredentialsProviderArn: true },
    },
    TrainingInputMode: true,
  },
  CheckpointConfig: { LocalPath: true, S3Uri: true },
  DebugHookConfig: {
    CollectionConfigurations: { CollectionName: true, CollectionParameters: true },
    HookParameters: true,
    LocalPath: true,
    S3OutputPath: true,
  },
  DebugRuleConfigurations: rule,
  EnableInterContainerTrafficEncryption: true,
  EnableManagedSpotTraining: true,
  EnableNetworkIsolation: true,
  Environment: true,
  ExperimentConfig: { ExperimentName: true, RunName: true, TrialComponentDisplayName: true, TrialName: true },
  HyperParameters: true,
  InfraCheckConfig: { EnableInfraCheck: true },
  // The API's DatasetSource is not supported.
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
  MlflowConfig: { MlflowExperimentName: true, MlflowResourceArn: true, MlflowRunName: true },
  ModelPackageConfig: { ModelPackageGroupArn: true, SourceModelPackageArn: true },
  OutputDataConfig: { CompressionType: true, KmsKeyId: true, S3OutputPath: true },
  ProfilerConfig: {
    DisableProfiler: true,
    ProfilingIntervalInMilliseconds: true,
    ProfilingParameters: true,
    S3OutputPath: true,
  },
  ProfilerRuleConfigurations: rule,
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
    TrainingPlanArn: true,
    VolumeKmsKeyId: true,
    VolumeSizeInGB: true,
  },
  RetryStrategy: { MaximumRetryAttempts: true },
  RoleArn: true,
  ServerlessJobConfig: {
    AcceptEula: true,
    BaseModelArn: true,
    CustomizationTechnique: true,
    EvaluationType: true,
    EvaluatorArn: true,
    JobType: true,
    Peft: true,
  },
  StoppingCondition: { MaxPendingTimeInSeconds: true, MaxRuntimeInSeconds: true, MaxWaitTimeInSeconds: true },
  TensorBoardOutputConfig: { LocalPath: true, S3OutputPath: true },
  TrainingJobName: true,
  VpcConfig: { SecurityGroupIds: true, Subnets: true },
} satisfies ShapeOf<typeof trainingJobSchema.members>;

/** Required arguments of blocks, by the block's path; those of the resource itself under ''. */
export const required: Readonly<Record<string, readonly string[]>> = {
  '': ['RoleArn', 'TrainingJobName'],
  'AlgorithmSpecification.MetricDefinitions': ['Name', 'Regex'],
  CheckpointConfig: ['S3Uri'],
  DebugHookConfig: ['S3OutputPath'],
  DebugRuleConfigurations: ['RuleConfigurationName', 'RuleEvaluatorImage'],
  InputDataConfig: ['ChannelName'],
  'InputDataConfig.DataSource.FileSystemDataSource': [
    'DirectoryPath',
    'FileSystemAccessMode',
    'FileSystemId',
    'FileSystemType',
  ],
  'InputDataConfig.DataSource.S3DataSource': ['S3DataType', 'S3Uri'],
  'InputDataConfig.DataSource.S3DataSource.HubAccessConfig': ['HubContentArn'],
  'InputDataConfig.DataSource.S3DataSource.ModelAccessConfig': ['AcceptEula'],
  MlflowConfig: ['MlflowResourceArn'],
  ModelPackageConfig: ['ModelPackageGroupArn'],
  OutputDataConfig: ['S3OutputPath'],
  ProfilerRuleConfigurations: ['RuleConfigurationName', 'RuleEvaluatorImage'],
  RetryStrategy: ['MaximumRetryAttempts'],
  ServerlessJobConfig: ['BaseModelArn', 'JobType'],
  TensorBoardOutputConfig: ['S3OutputPath'],
  VpcConfig: ['SecurityGroupIds', 'Subnets'],
};

/** Members that the resource rejects together with another, more specific one. */
export const conflicts: readonly { readonly with: string; readonly members: readonly string[] }[] = [
  {
    with: 'ServerlessJobConfig',
    members: [
      'AlgorithmSpecification',
      'EnableManagedSpotTraining',
      'Environment',
      'RetryStrategy',
      'CheckpointConfig',
      'DebugHookConfig',
      'ExperimentConfig',
      'ProfilerConfig',
      'ProfilerRuleConfigurations',
      'TensorBoardOutputConfig',
    ],
  },
  // An algorithm has its image: exactly one of the two is allowed.
  { with: 'AlgorithmSpecification.AlgorithmName', members: ['AlgorithmSpecification.TrainingImage'] },
  {
    with: 'ResourceConfig.InstanceGroups',
    members: ['ResourceConfig.InstanceCount', 'ResourceConfig.InstanceType', 'ResourceConfig.KeepAlivePeriodInSeconds'],
  },
];

/** Members that the resource accepts only together with another one. */
export const dependencies: readonly { readonly member: string; readonly needs: string }[] = [
  { member: 'ModelPackageConfig', needs: 'ServerlessJobConfig' },
];

/** Maximum values that are lower than the API's. */
export const maximums: Readonly<Record<string, number>> = { 'ResourceConfig.KeepAlivePeriodInSeconds': 3600 };
