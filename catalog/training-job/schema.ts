import type { DescribeTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import {
  boolean,
  choice,
  extension,
  type FieldsFor,
  float,
  int32,
  int64,
  lowerCase,
  map,
  string,
  strings,
  struct,
  structs,
  timestamp,
} from '../fields.ts';
import { resourceSchema } from '../resource-schema.ts';

const secondaryStatuses = [
  'Starting',
  'Pending',
  'LaunchingMLInstances',
  'PreparingTrainingStack',
  'Downloading',
  'DownloadingTrainingImage',
  'Training',
  'Uploading',
  'Stopping',
  'Stopped',
  'MaxRuntimeExceeded',
  'MaxWaitTimeExceeded',
  'Interrupted',
  'Restarting',
  'Updating',
  'Completed',
  'Failed',
] as const;
const inputModes = ['Pipe', 'File', 'FastFile'] as const;

const ruleConfiguration = {
  RuleConfigurationName: string('Name of the rule, unique within the job.'),
  RuleEvaluatorImage: string('Container image that evaluates the rule.'),
  LocalPath: string('Directory in the rule container that receives its output.'),
  S3OutputPath: string('S3 location that receives the output of the rule.'),
  InstanceType: lowerCase('Instance type on which a custom rule runs.'),
  VolumeSizeInGB: int32('Size in GB of the volume attached to the rule’s instance.'),
  RuleParameters: map('Parameters handed to the rule.'),
};

const ruleEvaluationStatus = {
  RuleConfigurationName: string('Name of the rule that was evaluated.'),
  RuleEvaluationJobArn: string('ARN of the processing job that evaluates the rule.'),
  RuleEvaluationStatus: choice(
    'Where the evaluation stands: InProgress, NoIssuesFound, IssuesFound, Error, Stopping or Stopped.',
    ['InProgress', 'NoIssuesFound', 'IssuesFound', 'Error', 'Stopping', 'Stopped'],
  ),
  StatusDetails: string('Details of the evaluation, such as what was found.'),
  LastModifiedTime: timestamp('When the status of the evaluation last changed.'),
};

/** Every member of the response of DescribeTrainingJob. */
const members = {
  AlgorithmSpecification: struct('The algorithm that ran: its image or name, input mode and metric definitions.', {
    TrainingInputMode: choice('How data reaches the container: Pipe, File or FastFile.', inputModes),
    TrainingImage: string('Registry path of the training image.'),
    AlgorithmName: string('Algorithm resource used in place of an image.'),
    MetricDefinitions: structs('How metrics are read from the job’s log.', {
      Name: string('Name of the metric.'),
      Regex: string('Regular expression whose first group is the metric’s value.'),
    }),
    EnableSageMakerMetricsTimeSeries: boolean('Whether metrics are also kept as a time series.'),
    ContainerEntrypoint: strings('Entrypoint that replaces the image’s own.'),
    ContainerArguments: strings('Arguments for the container’s entrypoint.'),
    TrainingImageConfig: struct('Access to an image in a private registry.', {
      TrainingRepositoryAccessMode: choice('How the registry is reached: Platform or Vpc.', ['Platform', 'Vpc']),
      TrainingRepositoryAuthConfig: struct('How to log in to the registry.', {
        TrainingRepositoryCredentialsProviderArn: string(
          'ARN of the Lambda function that supplies the registry’s credentials.',
        ),
      }),
    }),
  }),
  AutoMLJobArn: string('ARN of the AutoML job that started this job.'),
  BillableTimeInSeconds: int32(
    'Seconds billed per instance; multiply by the instance count. Less than the training time on spot capacity.',
  ),
  BillableTokenCount: extension(int64('Tokens billed for a serverless job.')),
  CheckpointConfig: struct('Where checkpoints are kept.', {
    S3Uri: string('S3 prefix that receives the checkpoints.'),
    LocalPath: string('Directory in the container from which checkpoints are synchronised.'),
  }),
  CreationTime: timestamp(
    'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.',
  ),
  DebugHookConfig: struct('What Debugger’s hook saves during training.', {
    S3OutputPath: string('S3 location of the saved tensors.'),
    LocalPath: string('Directory in the container for tensors and metrics.'),
    HookParameters: map('Parameters of the hook.'),
    CollectionConfigurations: structs('The tensor collections that are saved.', {
      CollectionName: string('Name of the collection.'),
      CollectionParameters: map('Parameters of the collection, such as its save interval.'),
    }),
  }),
  DebugRuleConfigurations: structs('Debugger rules that watch the job’s tensors.', ruleConfiguration),
  DebugRuleEvaluationStatuses: structs(
    'Where the evaluation of each Debugger rule stands; may change after the job has ended.',
    ruleEvaluationStatus,
  ),
  EnableInterContainerTrafficEncryption: boolean(
    'Whether traffic between the containers of a distributed job is encrypted.',
  ),
  EnableManagedSpotTraining: boolean('Whether the job runs on spot capacity.'),
  EnableNetworkIsolation: boolean('Whether the containers are cut off from the network.'),
  Environment: map('Environment variables of the container.'),
  ExperimentConfig: struct('The experiment that the job belongs to.', {
    ExperimentName: string('Name of the experiment.'),
    TrialName: string('Name of the trial within the experiment.'),
    TrialComponentDisplayName: string('Name shown for the job’s trial component.'),
    RunName: string('Name of the experiment’s run.'),
  }),
  FailureReason: string('Why the job failed, where it did.'),
  FinalMetricDataList: structs('The last value of each metric that the job emitted.', {
    MetricName: string('Name of the metric.'),
    Value: float(
      'Value, a single-precision number; not-a-number and infinities are the strings NaN, Infinity and -Infinity.',
    ),
    Timestamp: timestamp('When the value was emitted.'),
  }),
  HyperParameters: map('The algorithm’s hyperparameters.'),
  InfraCheckConfig: struct('Health check of the infrastructure before training.', {
    EnableInfraCheck: boolean('Whether the check runs.'),
  }),
  InputDataConfig: structs('The channels through which data enters the job.', {
    ChannelName: string('Name of the channel, e.g. train.'),
    DataSource: struct('Where the channel’s data is.', {
      S3DataSource: struct('Data in S3.', {
        S3DataType: choice('What the URI names: S3Prefix, ManifestFile, AugmentedManifestFile or Converse.', [
          'S3Prefix',
          'ManifestFile',
          'AugmentedManifestFile',
          'Converse',
        ]),
        S3Uri: string('Prefix or manifest in S3.'),
        S3DataDistributionType: choice(
          'Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.',
          ['FullyReplicated', 'ShardedByS3Key'],
        ),
        AttributeNames: strings('Attributes read from an augmented manifest.'),
        InstanceGroupNames: strings('Instance groups that receive the data.'),
        ModelAccessConfig: struct('Access to a gated model.', {
          AcceptEula: boolean('Whether the model’s licence was accepted.'),
        }),
        HubAccessConfig: struct('Access to a model in a hub.', {
          HubContentArn: string('ARN of the hub content.'),
        }),
      }),
      FileSystemDataSource: struct('Data on a file system.', {
        FileSystemId: string('Identifier of the file system.'),
        FileSystemAccessMode: choice('How it is mounted: ro or rw.', ['ro', 'rw']),
        FileSystemType: choice('EFS or FSxLustre.', ['EFS', 'FSxLustre']),
        DirectoryPath: string('Directory that the channel reads.'),
      }),
      DatasetSource: extension(
        struct('Data in a dataset resource.', {
          DatasetArn: string('ARN of the dataset.'),
        }),
      ),
    }),
    ContentType: string('MIME type of the data.'),
    CompressionType: choice('Compression of the data: None or Gzip.', ['None', 'Gzip']),
    RecordWrapperType: choice('How records are wrapped: None or RecordIO.', ['None', 'RecordIO']),
    InputMode: choice('Input mode of this channel, where it differs from the job’s.', inputModes),
    ShuffleConfig: struct('Shuffling of the channel’s data.', {
      Seed: int64('Seed of the shuffle.'),
    }),
  }),
  LabelingJobArn: string('ARN of the labeling job that started this job.'),
  LastModifiedTime: timestamp('When the job last changed, as SageMaker tells it.'),
  MlflowConfig: extension(
    struct('The MLflow server and run that the job reports to.', {
      MlflowResourceArn: string('ARN of the MLflow server.'),
      MlflowExperimentName: string('Name of the MLflow experiment.'),
      MlflowRunName: string('Name of the MLflow run.'),
    }),
  ),
  MlflowDetails: extension(
    struct('What MLflow made of the job.', {
      MlflowExperimentId: string('Identifier of the MLflow experiment.'),
      MlflowRunId: string('Identifier of the MLflow run.'),
    }),
  ),
  ModelArtifacts: struct('Where the trained model is.', {
    S3ModelArtifacts: string('S3 path of the model archive.'),
  }),
  ModelPackageConfig: extension(
    struct('The model package that the job makes or starts from.', {
      ModelPackageGroupArn: string('ARN of the group that receives the new package.'),
      SourceModelPackageArn: string('ARN of the package that training starts from.'),
    }),
  ),
  OutputDataConfig: struct('Where the job’s output goes.', {
    S3OutputPath: string('S3 location of the output.'),
    KmsKeyId: string('KMS key that encrypts the output.'),
    CompressionType: choice('Compression of the output: GZIP or NONE.', ['GZIP', 'NONE']),
  }),
  OutputModelPackageArn: extension(string('ARN of the model package that the job made.')),
  ProfilerConfig: struct('What the profiler collects.', {
    S3OutputPath: string('S3 location of the profiler’s data.'),
    ProfilingIntervalInMilliseconds: int64('Milliseconds between two samples of system metrics.'),
    ProfilingParameters: map('Parameters of framework profiling.'),
    DisableProfiler: boolean('Whether the profiler is off.'),
  }),
  ProfilerRuleConfigurations: structs('Profiler rules that watch the job.', ruleConfiguration),
  ProfilerRuleEvaluationStatuses: structs(
    'Where the evaluation of each profiler rule stands; may change after the job has ended.',
    ruleEvaluationStatus,
  ),
  ProfilingStatus: choice('Whether profiling is Enabled or Disabled.', ['Enabled', 'Disabled']),
  ProgressInfo: extension(
    struct('How far a running serverless job has come.', {
      TotalStepCountPerEpoch: int64('Steps in one epoch.'),
      CurrentStep: int64('Step under way.'),
      CurrentEpoch: int64('Epoch under way.'),
      MaxEpoch: int64('Epochs in all.'),
    }),
  ),
  RemoteDebugConfig: struct('Remote access to the running container.', {
    EnableRemoteDebug: boolean('Whether remote debugging is on.'),
  }),
  ResourceConfig: struct('The instances and volumes that the job runs on.', {
    InstanceType: lowerCase('Instance type; absent where instance groups or preferences name it.'),
    InstanceCount: int32('Number of instances; absent where instance groups or preferences name it.'),
    VolumeSizeInGB: int32('Size in GB of the volume on each instance.'),
    VolumeKmsKeyId: string('KMS key that encrypts the volumes.'),
    KeepAlivePeriodInSeconds: int32('Seconds for which the instances are kept warm after the job.'),
    InstanceGroups: structs('The groups of a heterogeneous cluster.', {
      InstanceType: lowerCase('Instance type of the group.'),
      InstanceCount: int32('Number of instances in the group.'),
      InstanceGroupName: string('Name of the group.'),
    }),
    TrainingPlanArn: string('ARN of the training plan whose prepaid capacity the job uses.'),
    InstancePlacementConfig: extension(
      struct('Where the instances are placed.', {
        EnableMultipleJobs: boolean('Whether several jobs may share an UltraServer.'),
        PlacementSpecifications: structs('Placement by UltraServer.', {
          InstanceCount: int32('Instances placed there.'),
          UltraServerId: string('Identifier of the UltraServer.'),
        }),
      }),
    ),
    InstancePreferences: extension(
      structs('Instance choices in order of preference.', {
        InstanceType: lowerCase('Instance type of the choice.'),
        InstanceCount: int32('Number of instances of the choice.'),
        TrainingPlanArns: strings('ARNs of the training plans whose capacity the choice may use.'),
      }),
    ),
    SelectedInstanceType: extension(lowerCase('Instance type that was chosen from the preferences.')),
    SelectedInstanceCount: extension(int32('Number of instances that was chosen from the preferences.')),
  }),
  RetryStrategy: struct('What happens after an internal error.', {
    MaximumRetryAttempts: int32('How often the job is tried again.'),
  }),
  RoleArn: string('ARN of the IAM role that the job runs as.'),
  SecondaryStatus: choice(
    'Fine-grained status, e.g. Starting, Downloading, Training, Uploading, MaxRuntimeExceeded.',
    secondaryStatuses,
  ),
  SecondaryStatusTransitions: structs('The history of the secondary status.', {
    Status: choice('Secondary status.', secondaryStatuses),
    StartTime: timestamp('When it began.'),
    EndTime: timestamp('When it ended; absent for the current one.'),
    StatusMessage: string('What SageMaker said about it.'),
  }),
  ServerlessJobConfig: extension(
    struct('How a serverless customisation or evaluation job was asked for.', {
      BaseModelArn: string('ARN of the base model.'),
      JobType: choice('Kind of serverless job, e.g. FineTuning or Evaluation.', ['FineTuning', 'Evaluation']),
      AcceptEula: boolean('Whether the base model’s licence was accepted.'),
      CustomizationTechnique: choice('Customisation technique, e.g. SFT, DPO, RLVR or RLAIF.', [
        'SFT',
        'DPO',
        'RLVR',
        'RLAIF',
      ]),
      Peft: choice('Parameter-efficient method, e.g. LORA.', ['LORA']),
      EvaluationType: choice('Kind of evaluation.', [
        'LLMAJEvaluation',
        'CustomScorerEvaluation',
        'BenchmarkEvaluation',
      ]),
      EvaluatorArn: string('ARN of the evaluator.'),
      SequenceLength: string('Longest sequence that the job trains on.'),
    }),
  ),
  StoppingCondition: struct('Limits after which the job is stopped.', {
    MaxRuntimeInSeconds: int32('Longest training time in seconds.'),
    MaxWaitTimeInSeconds: int32('Longest time in seconds of waiting for spot capacity and training together.'),
    MaxPendingTimeInSeconds: int32('Longest time in seconds of waiting for capacity.'),
  }),
  TensorBoardOutputConfig: struct('Where TensorBoard’s data goes.', {
    S3OutputPath: string('S3 location of TensorBoard’s data.'),
    LocalPath: string('Directory in the container for TensorBoard’s data.'),
  }),
  TrainingEndTime: timestamp('When training ended on the instances.'),
  TrainingJobArn: string('ARN of the job; holds its name in lower case.'),
  TrainingJobName: string('Name of the job, in its own spelling.'),
  TrainingJobStatus: choice('InProgress, Completed, Failed, Stopping, Stopped or Deleting.', [
    'InProgress',
    'Completed',
    'Failed',
    'Stopping',
    'Stopped',
    'Deleting',
  ]),
  TrainingStartTime: timestamp('When training began on the instances.'),
  TrainingTimeInSeconds: int32('Seconds from the start of training to its end.'),
  TuningJobArn: string('ARN of the hyperparameter tuning job that started this job.'),
  VpcConfig: struct('The VPC that the containers are attached to.', {
    SecurityGroupIds: strings('Identifiers of the security groups.'),
    Subnets: strings('Identifiers of the subnets.'),
  }),
  WarmPoolStatus: struct('The instances kept warm after the job; changes after the job has ended.', {
    Status: choice('Available, InUse, Reused or Terminated.', ['Available', 'InUse', 'Reused', 'Terminated']),
    ResourceRetainedBillableTimeInSeconds: int32('Seconds billed per instance for keeping the pool.'),
    ReusedByJob: string('Name of the job that took the pool over.'),
  }),
} satisfies FieldsFor<Required<DescribeTrainingJobResponse>>;

/** The schema of training jobs: the reference catalog's members, and every other member of the SDK. */
export const trainingJobSchema = resourceSchema({
  name: 'aws_sagemaker_trainingjob',
  title: 'SageMaker training job',
  description: 'Training jobs of Amazon SageMaker: what ran, on what, for whom, how it ended and what was billed.',
  service: 'sagemaker',
  identity: {
    arn: 'TrainingJobArn',
    name: 'TrainingJobName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  arnResource: 'training-job/',
  members,
  settings: [
    'AlgorithmSpecification',
    'CheckpointConfig',
    'DebugHookConfig',
    'DebugRuleConfigurations',
    'EnableInterContainerTrafficEncryption',
    'EnableManagedSpotTraining',
    'EnableNetworkIsolation',
    'Environment',
    'ExperimentConfig',
    'HyperParameters',
    'InfraCheckConfig',
    'InputDataConfig',
    'MlflowConfig',
    'ModelPackageConfig',
    'OutputDataConfig',
    'ProfilerConfig',
    'ProfilerRuleConfigurations',
    'RemoteDebugConfig',
    'ResourceConfig',
    'RetryStrategy',
    'RoleArn',
    'ServerlessJobConfig',
    'StoppingCondition',
    'TensorBoardOutputConfig',
    'TrainingJobName',
    'VpcConfig',
  ],
});

export type TrainingJob = typeof trainingJobSchema.row;
