import { exactInteger } from '../../wire.ts';
import { arn, awsImage, bucket, type JobContext, type KindBuilder, s3Channel, vpc } from '../context.ts';
import { debuggerRules, profilerRules } from '../rules.ts';
import { scriptParameters } from '../script.ts';

const LOSS = { Name: 'train:loss', Regex: "'loss': ([0-9.]+|nan|inf)" };
const EVAL = { Name: 'eval:accuracy', Regex: "'eval_accuracy': ([0-9.]+)" };

const GPU = [
  'ml.g4dn.xlarge',
  'ml.g5.xlarge',
  'ml.g5.2xlarge',
  'ml.g5.12xlarge',
  'ml.p3.2xlarge',
  'ml.g6.4xlarge',
] as const;
const BIG_GPU = [
  'ml.p4d.24xlarge',
  'ml.p4de.24xlarge',
  'ml.p5.48xlarge',
  'ml.g5.48xlarge',
  'ml.p3dn.24xlarge',
] as const;

export const huggingface: KindBuilder = (job) => {
  const { random } = job;
  const model = random.pick([
    'distilbert-base-cased',
    'roberta-large',
    'xlm-roberta-base',
    'Helsinki-NLP/opus-mt-en-de',
  ] as const);
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(
        job,
        'frameworks',
        'huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04',
      ),
      TrainingInputMode: random.pick(['File', 'FastFile'] as const),
      MetricDefinitions: [LOSS, EVAL],
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'train.py'),
      model_name: JSON.stringify(model),
      epochs: String(random.between(1, 8)),
      learning_rate: random.pick(['2e-05', '3e-05', '5e-05'] as const),
      train_batch_size: random.pick(['8', '16', '32', '64'] as const),
      ...(random.chance(0.15) && { run_note: '"première évaluation, ждём результат 🎯"' }),
      // A misplaced secret; all secrets here are made up.
      ...(random.chance(0.1) && { hub_token: `"hf_${random.hex(34)}"` }),
    },
    Environment: {
      TOKENIZERS_PARALLELISM: 'false',
      ...(random.chance(0.4) && { HF_TOKEN: `hf_${random.hex(34)}` }),
      ...(random.chance(0.2) && { WANDB_API_KEY: random.hex(40) }),
    },
    InputDataConfig: [
      s3Channel('train', `${bucket(job)}/${job.project.name}/datasets/v${random.between(1, 40)}/train`),
      s3Channel('test', `${bucket(job)}/${job.project.name}/datasets/v${random.between(1, 40)}/test`),
    ],
    ResourceConfig: {
      InstanceType: random.pick(GPU),
      InstanceCount: random.pick([1, 1, 1, 2] as const),
      VolumeSizeInGB: 125,
    },
    ...(random.chance(0.5) && profilerRules(job)),
  };
};

export const distributed: KindBuilder = (job) => {
  const { random } = job;
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'frameworks', 'pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04-sagemaker'),
      TrainingInputMode: 'FastFile',
      MetricDefinitions: [LOSS, { Name: 'val:mAP', Regex: 'mAP=([0-9.]+)' }],
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'train_ddp.py'),
      backend: '"nccl"',
      epochs: String(random.between(20, 120)),
      seed: String(random.below(1000)),
    },
    InputDataConfig: [
      {
        ChannelName: 'training',
        DataSource: {
          FileSystemDataSource: {
            FileSystemId: `fs-0${random.hex(16)}`,
            FileSystemAccessMode: 'ro',
            FileSystemType: 'FSxLustre',
            DirectoryPath: `/${random.hex(8)}/${job.project.name.toLowerCase()}`,
          },
        },
        CompressionType: 'None',
        RecordWrapperType: 'None',
      },
    ],
    ResourceConfig: {
      InstanceType: random.pick(BIG_GPU),
      InstanceCount: random.pick([1, 2, 2, 4, 8] as const),
      VolumeSizeInGB: 500,
    },
    VpcConfig: vpc(job),
    EnableInterContainerTrafficEncryption: random.chance(0.3),
  };
};

export const tensorflow: KindBuilder = (job) => {
  const { random } = job;
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'frameworks', 'tensorflow-training:2.18.0-gpu-py310-cu125-ubuntu22.04-sagemaker'),
      TrainingInputMode: random.pick(['File', 'Pipe'] as const),
      MetricDefinitions: [LOSS, { Name: 'val:ndcg', Regex: 'ndcg@10=([0-9.]+)' }],
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'rank.py'),
      layers: '[512, 256, 64]',
      dropout: '0.1',
      epochs: String(random.between(2, 20)),
    },
    InputDataConfig: [
      s3Channel('train', `${bucket(job)}/${job.project.name}/tfrecords/`, {
        ContentType: 'application/x-tfrecord',
        ShuffleConfig: {
          Seed: exactInteger((BigInt(random.between(1, 2 ** 31)) << 31n) + BigInt(random.below(2 ** 31))),
        },
      }),
    ],
    ResourceConfig: {
      InstanceType: random.pick(GPU),
      InstanceCount: random.pick([1, 2, 4] as const),
      VolumeSizeInGB: 200,
    },
    TensorBoardOutputConfig: {
      S3OutputPath: `${bucket(job)}/${job.project.name}/tensorboard`,
      LocalPath: '/opt/ml/output/tensorboard',
    },
    ...debuggerRules(job, 'tensorflow'),
    ...(random.chance(0.4) && profilerRules(job)),
  };
};

export const heterogeneous: KindBuilder = (job) => {
  const { random } = job;
  return {
    ...tensorflowWithoutRules(job),
    InputDataConfig: [
      {
        ChannelName: 'train',
        DataSource: {
          S3DataSource: {
            S3DataType: 'ManifestFile',
            S3Uri: `${bucket(job)}/${job.project.name}/manifests/${random.hex(8)}.manifest`,
            S3DataDistributionType: 'ShardedByS3Key',
            InstanceGroupNames: ['feeders'],
          },
        },
        CompressionType: 'None',
        RecordWrapperType: 'RecordIO',
        InputMode: 'FastFile',
      },
    ],
    ResourceConfig: {
      InstanceGroups: [
        {
          InstanceGroupName: 'feeders',
          InstanceType: random.pick(['ml.c5.9xlarge', 'ml.c6i.8xlarge'] as const),
          InstanceCount: random.between(1, 6),
        },
        { InstanceGroupName: 'trainers', InstanceType: random.pick(BIG_GPU), InstanceCount: random.between(1, 2) },
      ],
      VolumeSizeInGB: 300,
    },
  };
};

function tensorflowWithoutRules(job: JobContext) {
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'frameworks', 'tensorflow-training:2.18.0-gpu-py310-cu125-ubuntu22.04-sagemaker'),
      TrainingInputMode: 'FastFile' as const,
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: { ...scriptParameters(job, 'two_tower.py'), embedding_dim: '128' },
  };
}

export const dataset: KindBuilder = (job) => ({
  ...huggingface(job),
  InputDataConfig: [
    {
      ChannelName: 'speech',
      DataSource: {
        DatasetSource: {
          DatasetArn: arn(
            job,
            'sagemaker',
            `hub-content/private-hub/DataSet/utterances/1.${job.random.between(0, 30)}.0`,
          ),
        },
      },
    },
  ],
});

export const notebook: KindBuilder = (job) => {
  const { random } = job;
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'frameworks', 'pytorch-training:2.6.0-cpu-py312-ubuntu22.04-sagemaker'),
      TrainingInputMode: 'File',
      EnableSageMakerMetricsTimeSeries: false,
    },
    HyperParameters: { ...scriptParameters(job, 'scratch.py'), attempt: String(random.between(1, 90)) },
    Environment: {
      LOG_LEVEL: 'DEBUG',
      GREETING: 'γειά σου κόσμε',
      // People paste access keys into scripts; these are made up.
      ...(random.chance(0.15) && {
        AWS_ACCESS_KEY_ID: `AKIA${random.hex(16).toUpperCase()}`,
        AWS_SECRET_ACCESS_KEY: random.hex(40),
      }),
      ...(random.chance(0.1) && { DATABASE_PASSWORD: `pw-${random.hex(12)}` }),
    },
    InputDataConfig: [
      {
        ChannelName: 'home',
        DataSource: {
          FileSystemDataSource: {
            FileSystemId: `fs-${random.hex(8)}`,
            FileSystemAccessMode: 'rw',
            FileSystemType: 'EFS',
            DirectoryPath: `/home/${job.project.owner.replace(/[^a-z]/g, '')}`,
          },
        },
        CompressionType: 'None',
        RecordWrapperType: 'None',
      },
    ],
    ResourceConfig: {
      InstanceType: random.pick(['ml.m5.large', 'ml.g4dn.xlarge', 'ml.t3.large', 'ml.c7i.xlarge'] as const),
      InstanceCount: 1,
      VolumeSizeInGB: 30,
    },
    VpcConfig: vpc(job),
    RemoteDebugConfig: { EnableRemoteDebug: random.chance(0.7) },
  };
};
