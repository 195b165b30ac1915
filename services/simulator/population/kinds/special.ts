import { exactInteger } from '../../wire.ts';
import { arn, awsImage, bucket, type KindBuilder, s3Channel, vpc } from '../context.ts';

/** Training inside a labelling job: active learning on an augmented manifest. */
export const labeling: KindBuilder = (job) => {
  const { random } = job;
  return {
    LabelingJobArn: arn(job, 'sagemaker', `labeling-job/${job.project.name}-round-${Math.floor(job.index / 20)}`),
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'algorithms', 'image-classification:1'),
      TrainingInputMode: 'Pipe',
      MetricDefinitions: [{ Name: 'validation:accuracy', Regex: 'Validation-accuracy=([0-9.]+)' }],
      EnableSageMakerMetricsTimeSeries: false,
    },
    HyperParameters: { num_classes: '42', num_training_samples: String(random.between(500, 90_000)), epochs: '30' },
    InputDataConfig: [
      {
        ChannelName: 'train',
        DataSource: {
          S3DataSource: {
            S3DataType: 'AugmentedManifestFile',
            S3Uri: `${bucket(job)}/${job.project.name}/round.manifest`,
            S3DataDistributionType: 'FullyReplicated',
            AttributeNames: ['source-ref', 'class'],
          },
        },
        ContentType: 'application/x-recordio',
        CompressionType: 'None',
        RecordWrapperType: 'RecordIO',
        InputMode: 'Pipe',
        ShuffleConfig: { Seed: exactInteger(BigInt(random.between(1, 2 ** 31)) * 4_294_967_291n) },
      },
    ],
    ResourceConfig: { InstanceType: 'ml.p3.2xlarge', InstanceCount: 1, VolumeSizeInGB: 60 },
  };
};

/** A private image from a registry outside AWS, with network isolation. */
export const privateImage: KindBuilder = (job) => {
  const { random } = job;
  return {
    AlgorithmSpecification: {
      TrainingImage: `registry.internal.example.com:5000/${job.project.name}/trainer:${random.between(1, 9)}.${random.between(0, 30)}`,
      TrainingInputMode: 'File',
      ContainerEntrypoint: ['/usr/bin/env', 'python3', '-m', job.project.name.replaceAll('-', '_')],
      ContainerArguments: ['--workers', String(random.between(2, 64)), '--label', 'Größe=«mittel»'],
      TrainingImageConfig: {
        TrainingRepositoryAccessMode: 'Vpc',
        TrainingRepositoryAuthConfig: {
          TrainingRepositoryCredentialsProviderArn: arn(job, 'lambda', 'function:registry-credentials'),
        },
      },
      EnableSageMakerMetricsTimeSeries: false,
    },
    InputDataConfig: [s3Channel('samples', `${bucket(job)}/${job.project.name}/samples/${random.hex(6)}/`)],
    ResourceConfig: {
      InstanceType: random.pick(['ml.r5.12xlarge', 'ml.c5.18xlarge', 'ml.m5.24xlarge'] as const),
      InstanceCount: random.pick([1, 1, 3] as const),
      VolumeSizeInGB: random.pick([250, 1000, 4000] as const),
      VolumeKmsKeyId: arn(
        job,
        'kms',
        `key/${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
      ),
    },
    VpcConfig: vpc(job),
    EnableNetworkIsolation: true,
  };
};
