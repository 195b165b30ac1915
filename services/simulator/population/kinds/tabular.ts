import { arn, awsImage, bucket, type JobContext, type KindBuilder, s3Channel } from '../context.ts';
import { debuggerRules } from '../rules.ts';

const AUC = { Name: 'validation:auc', Regex: '.*\\[[0-9]+\\].*validation-auc:([-+]?[0-9]*\\.?[0-9]+).*' };
const LOGLOSS = { Name: 'validation:logloss', Regex: '.*\\[[0-9]+\\].*validation-logloss:([-+]?[0-9]*\\.?[0-9]+).*' };

const CPU = [
  'ml.m5.xlarge',
  'ml.m5.2xlarge',
  'ml.m5.4xlarge',
  'ml.c5.4xlarge',
  'ml.m6i.2xlarge',
  'ml.r5.2xlarge',
] as const;

function boosterParameters({ random }: JobContext): Record<string, string> {
  return {
    objective: random.pick(['binary:logistic', 'reg:squarederror', 'multi:softmax'] as const),
    num_round: String(random.between(5, 60) * 10),
    max_depth: String(random.between(3, 10)),
    eta: (random.between(1, 40) / 100).toString(),
    subsample: (random.between(50, 100) / 100).toString(),
    min_child_weight: String(random.between(1, 9)),
    eval_metric: 'auc',
  };
}

export const xgboost: KindBuilder = (job) => {
  const { random } = job;
  const day = new Date(job.life.createdAt).toISOString().slice(0, 10);
  const data = `${bucket(job)}/${job.project.name}/features/dt=${day}`;
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'algorithms', 'sagemaker-xgboost:1.7-1'),
      TrainingInputMode: random.pick(['File', 'File', 'FastFile', 'Pipe'] as const),
      MetricDefinitions: [AUC, LOGLOSS],
      EnableSageMakerMetricsTimeSeries: random.chance(0.5),
    },
    HyperParameters: boosterParameters(job),
    InputDataConfig: [
      s3Channel('train', `${data}/train/`, {
        ContentType: 'text/csv',
        CompressionType: random.pick(['None', 'Gzip'] as const),
      }),
      s3Channel('validation', `${data}/validation/`, { ContentType: 'text/csv' }),
    ],
    ResourceConfig: {
      InstanceType: random.pick(CPU),
      InstanceCount: random.pick([1, 1, 1, 2, 4] as const),
      VolumeSizeInGB: random.pick([10, 30, 50] as const),
    },
    ...(random.chance(0.25) && debuggerRules(job, 'xgboost')),
    ...(random.chance(0.3) && { RetryStrategy: { MaximumRetryAttempts: random.between(1, 10) } }),
  };
};

export const tuning: KindBuilder = (job) => {
  // The children of one tuning job are close together in time: on the same day of a project.
  const day = Math.floor(job.life.createdAt / 86_400_000).toString(36);
  return {
    ...xgboost(job),
    TuningJobArn: arn(job, 'sagemaker', `hyper-parameter-tuning-job/${job.project.name}-${day}`),
    HyperParameters: {
      ...boosterParameters(job),
      _tuning_objective_metric: 'validation:auc',
      alpha: job.random.next().toPrecision(15),
    },
    Environment: { TUNING_TRIAL: String(job.random.between(1, 250)) },
  };
};

export const automl: KindBuilder = (job) => {
  const { random } = job;
  return {
    AutoMLJobArn: arn(
      job,
      'sagemaker',
      `automl-job/${job.project.name}-${Math.floor(job.life.createdAt / 604_800_000)}`,
    ),
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'algorithms', 'sagemaker-sklearn-automl:2.5-1-cpu-py3'),
      TrainingInputMode: 'Pipe',
      EnableSageMakerMetricsTimeSeries: false,
    },
    HyperParameters: { target_attribute_name: 'default_within_90d', mode: random.pick(['ensembling', 'hpo'] as const) },
    InputDataConfig: [
      s3Channel('train', `${bucket(job)}/${job.project.name}/automl/chunks/`, {
        ContentType: 'x-application/vnd.amazon+parquet',
        InputMode: 'Pipe',
      }),
    ],
    ResourceConfig: { InstanceType: 'ml.m5.12xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    EnableInterContainerTrafficEncryption: true,
  };
};

export const algorithm: KindBuilder = (job) => ({
  AlgorithmSpecification: {
    AlgorithmName: arn(job, 'sagemaker', 'algorithm/seller-deepar-marketplace-v4'),
    TrainingInputMode: 'File',
    MetricDefinitions: [{ Name: 'train:loss', Regex: 'loss=([0-9.]+|nan|inf)' }],
    EnableSageMakerMetricsTimeSeries: true,
  },
  HyperParameters: {
    time_freq: 'D',
    context_length: '60',
    prediction_length: '14',
    epochs: String(job.random.between(20, 400)),
  },
  InputDataConfig: [s3Channel('train', `${bucket(job)}/${job.project.name}/series/`, { ContentType: 'json' })],
  ResourceConfig: {
    InstanceType: job.random.pick(['ml.c5.9xlarge', 'ml.p3.2xlarge'] as const),
    InstanceCount: 1,
    VolumeSizeInGB: 100,
  },
  EnableNetworkIsolation: true,
});
