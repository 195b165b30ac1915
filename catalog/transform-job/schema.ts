import type { DescribeTransformJobResponse } from '@aws-sdk/client-sagemaker';
import { boolean, choice, type FieldsFor, int32, lowerCase, map, string, struct, timestamp } from '../fields.ts';
import { resourceSchema } from '../resource-schema.ts';

/** All that DescribeTransformJob answers, member by member. */
const members = {
  AutoMLJobArn: string('ARN of the AutoML job that started this job.'),
  BatchStrategy: choice('Whether a request has one record or several: SingleRecord or MultiRecord.', [
    'MultiRecord',
    'SingleRecord',
  ]),
  CreationTime: timestamp(
    'When the job was created. With the ARN it identifies the job, since a deleted job’s name can be used again.',
  ),
  DataCaptureConfig: struct('What of requests and responses is captured.', {
    DestinationS3Uri: string('S3 location of what is captured.'),
    KmsKeyId: string('KMS key that encrypts what is captured.'),
    GenerateInferenceId: boolean('Whether each record gets an identifier.'),
  }),
  DataProcessing: struct('How input and output are filtered and joined.', {
    InputFilter: string('JSONPath of the part of the input that the model gets.'),
    OutputFilter: string('JSONPath of the part of the result that is written.'),
    JoinSource: choice('What the result is joined with: Input or None.', ['Input', 'None']),
  }),
  Environment: map('Environment variables of the container.'),
  ExperimentConfig: struct('The experiment that the job belongs to.', {
    ExperimentName: string('Name of the experiment.'),
    TrialName: string('Name of the trial within the experiment.'),
    TrialComponentDisplayName: string('Name shown for the job’s trial component.'),
    RunName: string('Name of the experiment’s run.'),
  }),
  FailureReason: string('Why the job failed, where it did.'),
  LabelingJobArn: string('ARN of the labeling job that started this job.'),
  MaxConcurrentTransforms: int32('Most requests at a time to each instance.'),
  MaxPayloadInMB: int32('Largest request in MB.'),
  ModelClientConfig: struct('How long and how often the model is asked.', {
    InvocationsTimeoutInSeconds: int32('Longest wait for a response in seconds.'),
    InvocationsMaxRetries: int32('Most retries of a request.'),
  }),
  ModelName: string('Model that transforms the data.'),
  TransformEndTime: timestamp('When the job ended on the instances, or failed.'),
  TransformInput: struct('The data that is transformed.', {
    DataSource: struct('Where the data is.', {
      S3DataSource: struct('Data in S3.', {
        S3DataType: choice('What the URI names.', ['AugmentedManifestFile', 'Converse', 'ManifestFile', 'S3Prefix']),
        S3Uri: string('Prefix or manifest in S3.'),
      }),
    }),
    ContentType: string('MIME type of the data.'),
    CompressionType: choice('Compression of the data: Gzip or None.', ['Gzip', 'None']),
    SplitType: choice('How files are split into records.', ['Line', 'None', 'RecordIO', 'TFRecord']),
  }),
  TransformJobArn: string('ARN of the job; holds its name in lower case.'),
  TransformJobName: string('Name of the job, in its own spelling.'),
  TransformJobStatus: choice('InProgress, Completed, Failed, Stopping or Stopped.', [
    'InProgress',
    'Completed',
    'Failed',
    'Stopping',
    'Stopped',
  ]),
  TransformOutput: struct('Where the result goes.', {
    S3OutputPath: string('Prefix in S3 that receives the result.'),
    Accept: string('MIME type of the result.'),
    AssembleWith: choice('How records are joined into a file: Line or None.', ['Line', 'None']),
    KmsKeyId: string('KMS key that encrypts the result.'),
  }),
  TransformResources: struct('What the job runs on.', {
    InstanceType: lowerCase('Instance type.'),
    InstanceCount: int32('Number of instances.'),
    VolumeKmsKeyId: string('KMS key that encrypts the volumes.'),
    TransformAmiVersion: string('Version of the machine image of the instances.'),
  }),
  TransformStartTime: timestamp('When the job began on the instances.'),
} satisfies FieldsFor<Required<DescribeTransformJobResponse>>;

/** What a transform job is: all that the SDK knows of it. A describe does not tell when it last changed. */
export const transformJobSchema = resourceSchema({
  name: 'aws_sagemaker_transformjob',
  title: 'SageMaker transform job',
  description:
    'Batch transform jobs of Amazon SageMaker: which model transformed what data, on what, and how it ended.',
  service: 'sagemaker',
  identity: { arn: 'TransformJobArn', name: 'TransformJobName', createdAt: 'CreationTime' },
  arnResource: 'transform-job/',
  members,
  settings: [
    'BatchStrategy',
    'DataCaptureConfig',
    'DataProcessing',
    'Environment',
    'ExperimentConfig',
    'MaxConcurrentTransforms',
    'MaxPayloadInMB',
    'ModelClientConfig',
    'ModelName',
    'TransformInput',
    'TransformJobName',
    'TransformOutput',
    'TransformResources',
  ],
});

export type TransformJob = typeof transformJobSchema.row;
