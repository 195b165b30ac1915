import { domainOf } from '../../../../catalog/partition.ts';
import { arn, awsImage, bucket, type JobContext, type KindBuilder, s3Channel, vpc } from '../context.ts';
import { scriptParameters } from '../script.ts';

/** Large models on any available instances: an ordered list of preferences, from which SageMaker selected one. */
export const preferences: KindBuilder = (job) => {
  const { random } = job;
  const planned = random.chance(0.4);
  const counts = { 'ml.p5en.48xlarge': 1, 'ml.p5.48xlarge': 2, 'ml.p4de.24xlarge': 4 } as const;
  const types = ['ml.p5en.48xlarge', 'ml.p5.48xlarge', 'ml.p4de.24xlarge'] as const;
  const selected = random.pick(types);
  const plan = arn(job, 'sagemaker', `training-plan/reserved-${random.pick(['q1', 'q2', 'q3'] as const)}`);
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(job, 'frameworks', 'pytorch-training:2.7.1-gpu-py312-cu128-ubuntu22.04-sagemaker'),
      TrainingInputMode: 'FastFile',
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'sft.py'),
      base_model: '"meta-llama/Llama-3.1-8B"',
      lora_r: random.pick(['8', '16', '64'] as const),
    },
    Environment: { NCCL_DEBUG: 'WARN', ...(random.chance(0.3) && { HF_TOKEN: `hf_${random.hex(34)}` }) },
    InputDataConfig: [
      s3Channel('train', `${bucket(job)}/${job.project.name}/conversations/`, { ContentType: 'application/jsonlines' }),
    ],
    ResourceConfig: {
      VolumeSizeInGB: 1000,
      InstancePreferences: types.map((type) => ({
        InstanceType: type,
        InstanceCount: counts[type],
        ...(planned && type === 'ml.p5.48xlarge' && { TrainingPlanArns: [plan] }),
      })),
      // Known once capacity has been found.
      ...(job.state.startedAt !== undefined && {
        SelectedInstanceType: selected,
        SelectedInstanceCount: counts[selected],
      }),
    },
    ...(random.chance(0.6) && {
      MlflowConfig: {
        MlflowResourceArn: arn(job, 'sagemaker', 'mlflow-tracking-server/research'),
        MlflowExperimentName: job.project.name,
        MlflowRunName: job.name,
      },
      MlflowDetails: { MlflowExperimentId: String(random.between(1, 99)), MlflowRunId: random.hex(32) },
    }),
    VpcConfig: vpc(job),
  };
};

/** Pre-training on UltraServers that a training plan paid for. */
export const ultraserver: KindBuilder = (job) => {
  const { random } = job;
  return {
    AlgorithmSpecification: {
      TrainingImage: `${job.accountId}.dkr.ecr.${job.region}.${domainOf(job.region)}/megatron:25.09-gb200`,
      TrainingInputMode: 'FastFile',
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'pretrain.py'),
      tensor_parallel: '4',
      pipeline_parallel: '2',
      tokens: '1500000000000',
    },
    InputDataConfig: [s3Channel('corpus', `${bucket(job)}/${job.project.name}/corpus-v3/`)],
    ResourceConfig: {
      InstanceType: 'ml.p6e-gb200.36xlarge',
      InstanceCount: 18,
      VolumeSizeInGB: 2000,
      TrainingPlanArn: arn(job, 'sagemaker', 'training-plan/gb200-2026'),
      InstancePlacementConfig: {
        EnableMultipleJobs: random.chance(0.2),
        PlacementSpecifications: [{ UltraServerId: `us-${random.hex(17)}`, InstanceCount: 18 }],
      },
    },
    InfraCheckConfig: { EnableInfraCheck: true },
    RetryStrategy: { MaximumRetryAttempts: random.between(1, 30) },
    VpcConfig: vpc(job),
  };
};

/** Fine-tuning and evaluation without instances: billed by the token. */
export const serverless: KindBuilder = (job) => {
  const { random, state } = job;
  const evaluation = random.chance(0.3);
  const technique = random.pick(['SFT', 'DPO', 'RLVR', 'RLAIF'] as const);
  const epochs = random.between(1, 5);
  const steps = random.between(200, 4000);
  const done = Math.floor(epochs * steps * Math.min(1, state.progress));
  const epoch = Math.min(epochs, Math.floor(done / steps) + 1);
  // The tokens that a small model with adapters processes per second; an evaluation reads and writes less.
  const tokens =
    (state.trainingSeconds ?? 0) * (evaluation ? random.between(300, 1_500) : random.between(2_000, 12_000));
  const group = arn(job, 'sagemaker', `model-package-group/${job.project.name}`);
  return {
    AlgorithmSpecification: { TrainingInputMode: 'File', EnableSageMakerMetricsTimeSeries: false },
    HyperParameters: { learning_rate: '0.0001', max_epochs: String(epochs), global_batch_size: '64' },
    InputDataConfig: [s3Channel('train', `${bucket(job)}/${job.project.name}/preferences/`, {}, 'Converse')],
    ResourceConfig: { VolumeSizeInGB: 0 },
    ServerlessJobConfig: {
      BaseModelArn: `arn:${job.partition}:sagemaker:${job.region}:aws:hub-content/SageMakerPublicHub/Model/meta-textgeneration-llama-3-2-1b-instruct/1.4.0`,
      AcceptEula: true,
      JobType: evaluation ? 'Evaluation' : 'FineTuning',
      ...(evaluation
        ? { EvaluationType: random.pick(['LLMAJEvaluation', 'CustomScorerEvaluation', 'BenchmarkEvaluation'] as const) }
        : {
            CustomizationTechnique: technique,
            Peft: 'LORA' as const,
            SequenceLength: random.pick(['4K', '8K', '16K'] as const),
          }),
      ...((evaluation || technique.startsWith('RL')) && {
        EvaluatorArn: arn(
          job,
          'sagemaker',
          `hub-content/private-hub/JsonDoc/helpfulness-reward/0.${random.between(1, 9)}.0`,
        ),
      }),
    },
    MlflowConfig: {
      MlflowResourceArn: arn(job, 'sagemaker', `mlflow-app/app-${job.project.costCenter}`),
      MlflowExperimentName: job.project.name,
    },
    MlflowDetails: { MlflowExperimentId: String(random.between(1, 9)), MlflowRunId: random.hex(32) },
    ModelPackageConfig: {
      ModelPackageGroupArn: group,
      ...(random.chance(0.5) && {
        SourceModelPackageArn: arn(job, 'sagemaker', `model-package/${job.project.name}/${random.between(1, 40)}`),
      }),
    },
    ...(state.status === 'Completed' && {
      OutputModelPackageArn: arn(job, 'sagemaker', `model-package/${job.project.name}/${41 + job.index}`),
      BillableTokenCount: tokens,
    }),
    ...(state.startedAt !== undefined && {
      ProgressInfo: {
        TotalStepCountPerEpoch: steps,
        CurrentStep: done - (epoch - 1) * steps,
        CurrentEpoch: epoch,
        MaxEpoch: epochs,
      },
    }),
  };
};

/** A model from a hub, whose weights are a channel. */
export const hub: KindBuilder = (job) => {
  const { random } = job;
  const content = random.chance(0.5);
  return {
    AlgorithmSpecification: {
      TrainingImage: awsImage(
        job,
        'frameworks',
        'huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04',
      ),
      TrainingInputMode: 'File',
      EnableSageMakerMetricsTimeSeries: true,
    },
    HyperParameters: {
      ...scriptParameters(job, 'transfer_learning.py'),
      epoch: String(random.between(1, 5)),
      chat_template: '"<s>[INST] … [/INST]"',
    },
    InputDataConfig: [
      s3Channel('training', `${bucket(job)}/${job.project.name}/instructions/`),
      modelChannel(job, content),
    ],
    ResourceConfig: {
      InstanceType: random.pick(['ml.g5.12xlarge', 'ml.g6e.12xlarge', 'ml.p4d.24xlarge'] as const),
      InstanceCount: 1,
      VolumeSizeInGB: 225,
    },
    EnableNetworkIsolation: true,
  };
};

function modelChannel(job: JobContext, content: boolean) {
  return {
    ChannelName: 'model',
    DataSource: {
      S3DataSource: {
        S3DataType: 'S3Prefix' as const,
        S3Uri: `s3://jumpstart-private-cache-prod-${job.region}/mistral-7b/artifacts/v1.0.0/`,
        S3DataDistributionType: 'FullyReplicated' as const,
        ModelAccessConfig: { AcceptEula: true },
        ...(content && {
          HubAccessConfig: {
            HubContentArn: arn(job, 'sagemaker', 'hub-content/private-hub/ModelReference/mistral-7b/1.2.0'),
          },
        }),
      },
    },
    CompressionType: 'None' as const,
    RecordWrapperType: 'None' as const,
  };
}

export const trainium: KindBuilder = (job) => ({
  AlgorithmSpecification: {
    TrainingImage: awsImage(job, 'frameworks', 'pytorch-training-neuronx:2.7.0-neuronx-py310-sdk2.24.1-ubuntu22.04'),
    TrainingInputMode: 'FastFile',
    EnableSageMakerMetricsTimeSeries: true,
  },
  HyperParameters: { ...scriptParameters(job, 'pretrain_bert.py'), zero_stage: '1' },
  InputDataConfig: [s3Channel('train', `${bucket(job)}/${job.project.name}/wiki/`)],
  ResourceConfig: {
    InstanceType: job.random.pick(['ml.trn1.32xlarge', 'ml.trn1n.32xlarge', 'ml.trn1.2xlarge'] as const),
    InstanceCount: job.random.pick([1, 2, 4] as const),
    VolumeSizeInGB: 512,
  },
  InfraCheckConfig: { EnableInfraCheck: job.random.chance(0.5) },
});
