import type { DescribeProcessingJobResponse } from '@aws-sdk/client-sagemaker';
import {
  boolean,
  choice,
  type FieldsFor,
  int32,
  lowerCase,
  map,
  string,
  strings,
  struct,
  structs,
  timestamp,
} from '../fields.ts';
import { resourceSchema } from '../resource-schema.ts';

const distributions = ['FullyReplicated', 'ShardedByS3Key'] as const;
const inputModes = ['File', 'Pipe'] as const;

/** Every member of the response of DescribeProcessingJob. */
const members = {
  AppSpecification: struct('The container that processes the data.', {
    ImageUri: string('Registry path of the image.'),
    ContainerEntrypoint: strings('Entrypoint that replaces the image’s own.'),
    ContainerArguments: strings('Arguments for the container’s entrypoint.'),
  }),
  AutoMLJobArn: string('ARN of the AutoML job that started this job.'),
  CreationTime: timestamp(
    'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.',
  ),
  Environment: map('Environment variables of the container.'),
  ExitMessage: string('What the container wrote when it ended, where it wrote anything.'),
  ExperimentConfig: struct('The experiment that the job belongs to.', {
    ExperimentName: string('Name of the experiment.'),
    TrialName: string('Name of the trial within the experiment.'),
    TrialComponentDisplayName: string('Name shown for the job’s trial component.'),
    RunName: string('Name of the experiment’s run.'),
  }),
  FailureReason: string('Why the job failed, where it did.'),
  LastModifiedTime: timestamp('When the job last changed, as SageMaker tells it.'),
  MonitoringScheduleArn: string('ARN of the monitoring schedule that started this job.'),
  NetworkConfig: struct('How the containers reach the network and one another.', {
    EnableInterContainerTrafficEncryption: boolean('Whether traffic between the containers is encrypted.'),
    EnableNetworkIsolation: boolean('Whether the containers are cut off from the network.'),
    VpcConfig: struct('The VPC that the containers are attached to.', {
      SecurityGroupIds: strings('Identifiers of the security groups.'),
      Subnets: strings('Identifiers of the subnets.'),
    }),
  }),
  ProcessingEndTime: timestamp('When processing ended on the instances.'),
  ProcessingInputs: structs('What enters the container.', {
    InputName: string('Name of the input.'),
    AppManaged: boolean('Whether the container fetches the input itself.'),
    S3Input: struct('Data in S3.', {
      S3Uri: string('Prefix or manifest in S3.'),
      LocalPath: string('Directory in the container that receives the data.'),
      S3DataType: choice('What the URI names: ManifestFile or S3Prefix.', ['ManifestFile', 'S3Prefix']),
      S3InputMode: choice('How data reaches the container: File or Pipe.', inputModes),
      S3DataDistributionType: choice(
        'Whether every instance gets all data or a share: FullyReplicated or ShardedByS3Key.',
        distributions,
      ),
      S3CompressionType: choice('Whether the data is unpacked on its way: None or Gzip.', ['None', 'Gzip']),
    }),
    DatasetDefinition: struct('The result of a query.', {
      AthenaDatasetDefinition: struct('A query of Athena.', {
        Catalog: string('Data catalog that is queried.'),
        Database: string('Database that is queried.'),
        QueryString: string('The query.'),
        WorkGroup: string('Workgroup that it runs in.'),
        OutputS3Uri: string('S3 location of the result.'),
        KmsKeyId: string('KMS key that encrypts the result.'),
        OutputFormat: choice('Format of the result.', ['AVRO', 'JSON', 'ORC', 'PARQUET', 'TEXTFILE']),
        OutputCompression: choice('Compression of the result.', ['GZIP', 'SNAPPY', 'ZLIB']),
      }),
      RedshiftDatasetDefinition: struct('A query of Redshift.', {
        ClusterId: string('Identifier of the cluster.'),
        Database: string('Database that is queried.'),
        DbUser: string('User of the database.'),
        QueryString: string('The query.'),
        ClusterRoleArn: string('ARN of the role by which the cluster writes the result.'),
        OutputS3Uri: string('S3 location of the result.'),
        KmsKeyId: string('KMS key that encrypts the result.'),
        OutputFormat: choice('Format of the result.', ['CSV', 'PARQUET']),
        OutputCompression: choice('Compression of the result.', ['BZIP2', 'GZIP', 'None', 'SNAPPY', 'ZSTD']),
      }),
      LocalPath: string('Directory in the container that receives the result.'),
      DataDistributionType: choice(
        'Whether every instance gets all of the result or a share: FullyReplicated or ShardedByS3Key.',
        distributions,
      ),
      InputMode: choice('How the result reaches the container: File or Pipe.', inputModes),
    }),
  }),
  ProcessingJobArn: string('ARN of the job; holds its name in lower case.'),
  ProcessingJobName: string('Name of the job, in its own spelling.'),
  ProcessingJobStatus: choice('InProgress, Completed, Failed, Stopping or Stopped.', [
    'InProgress',
    'Completed',
    'Failed',
    'Stopping',
    'Stopped',
  ]),
  ProcessingOutputConfig: struct('What leaves the container.', {
    Outputs: structs('The outputs.', {
      OutputName: string('Name of the output.'),
      S3Output: struct('Data that goes to S3.', {
        S3Uri: string('Prefix in S3 that receives the data.'),
        LocalPath: string('Directory in the container that the data is taken from.'),
        S3UploadMode: choice('When it is uploaded: Continuous or EndOfJob.', ['Continuous', 'EndOfJob']),
      }),
      FeatureStoreOutput: struct('Records that go to a feature store.', {
        FeatureGroupName: string('Feature group that receives the records.'),
      }),
      AppManaged: boolean('Whether the container uploads the output itself.'),
    }),
    KmsKeyId: string('KMS key that encrypts the outputs.'),
  }),
  ProcessingResources: struct('What the job runs on.', {
    ClusterConfig: struct('The instances and volumes that the job runs on.', {
      InstanceCount: int32('Number of instances; absent where preferences name it.'),
      InstanceType: lowerCase('Instance type; absent where preferences name it.'),
      VolumeSizeInGB: int32('Size in GB of the volume on each instance.'),
      VolumeKmsKeyId: string('KMS key that encrypts the volumes.'),
      InstancePreferences: structs('Instance choices in order of preference.', {
        InstanceType: lowerCase('Instance type of the choice.'),
        InstanceCount: int32('Number of instances of the choice.'),
      }),
      SelectedInstanceType: lowerCase('Instance type that was chosen from the preferences.'),
      SelectedInstanceCount: int32('Number of instances that was chosen from the preferences.'),
    }),
  }),
  ProcessingStartTime: timestamp('When processing began on the instances.'),
  RoleArn: string('ARN of the IAM role that the job runs as.'),
  StoppingCondition: struct('Limits after which the job is stopped.', {
    MaxRuntimeInSeconds: int32('Longest processing time in seconds.'),
  }),
  TrainingJobArn: string('ARN of the training job that this job belongs to, as the evaluation of a rule does.'),
} satisfies FieldsFor<Required<DescribeProcessingJobResponse>>;

/** The schema of processing jobs, with every member of the SDK. */
export const processingJobSchema = resourceSchema({
  name: 'aws_sagemaker_processingjob',
  title: 'SageMaker processing job',
  description:
    'Processing jobs of Amazon SageMaker: what prepared, evaluated or monitored data, on what, and how it ended.',
  service: 'sagemaker',
  identity: {
    arn: 'ProcessingJobArn',
    name: 'ProcessingJobName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  arnResource: 'processing-job/',
  members,
  settings: [
    'AppSpecification',
    'Environment',
    'ExperimentConfig',
    'NetworkConfig',
    'ProcessingInputs',
    'ProcessingJobName',
    'ProcessingOutputConfig',
    'ProcessingResources',
    'RoleArn',
    'StoppingCondition',
  ],
});

export type ProcessingJob = typeof processingJobSchema.row;
