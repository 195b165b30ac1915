import { seconds, type WireJob, type WireJobMembers } from '../wire.ts';
import { arn, bucket, type JobContext, type KindBuilder } from './context.ts';
import { dataset, distributed, heterogeneous, huggingface, notebook, tensorflow } from './kinds/deep-learning.ts';
import { hub, preferences, serverless, trainium, ultraserver } from './kinds/foundation-models.ts';
import { labeling, privateImage } from './kinds/special.ts';
import { algorithm, automl, tuning, xgboost } from './kinds/tabular.ts';
import { finalMetrics } from './metrics.ts';
import type { Kind } from './projects.ts';
import { transitionsAt, warmPoolAt } from './state.ts';

const KINDS: Readonly<Record<Kind, KindBuilder>> = {
  xgboost,
  huggingface,
  distributed,
  tensorflow,
  heterogeneous,
  tuning,
  automl,
  labeling,
  'private-image': privateImage,
  algorithm,
  preferences,
  ultraserver,
  serverless,
  hub,
  dataset,
  notebook,
  trainium,
};

/** Returns DescribeTrainingJob's response at the current time. `nextJob` names the job that would reuse its warm pool. */
export function describeJob(job: JobContext, nextJob: () => string | undefined): WireJob {
  const { life, state, now, project, random, name } = job;
  const kind = KINDS[project.kind](job);
  const warmPool = warmPoolAt(life, now, nextJob);
  const trained = state.endedAt !== undefined && state.startedAt !== undefined && life.outcome !== 'Failed';
  const waits = project.kind === 'preferences' || project.kind === 'ultraserver';
  const maxRuntime = maxRuntimeOf(job);
  const role = random.pick(['AmazonSageMaker-ExecutionRole-20240311T101112', 'TrainingRole'] as const);
  const metrics = trained ? finalMetrics(job, kind.AlgorithmSpecification) : undefined;
  return {
    TrainingJobName: name,
    TrainingJobArn: arn(job, 'sagemaker', `training-job/${name.toLowerCase()}`),
    ...(trained && { ModelArtifacts: { S3ModelArtifacts: `${bucket(job)}/${name}/output/model.tar.gz` } }),
    TrainingJobStatus: state.status,
    SecondaryStatus: state.secondary,
    ...(state.endedAt !== undefined && life.failure !== undefined && { FailureReason: life.failure.reason }),
    RoleArn: `arn:${job.partition}:iam::${job.accountId}:role/service-role/${role}`,
    OutputDataConfig: {
      S3OutputPath: `${bucket(job)}/${project.name}/output`,
      KmsKeyId: random.chance(0.2) ? arn(job, 'kms', 'alias/training') : '',
      CompressionType: random.chance(0.2) ? 'NONE' : 'GZIP',
    },
    StoppingCondition: {
      MaxRuntimeInSeconds: maxRuntime,
      ...(life.spot && { MaxWaitTimeInSeconds: maxRuntime * 2 }),
      ...(waits && { MaxPendingTimeInSeconds: 86_400 }),
    },
    CreationTime: seconds(life.createdAt),
    ...(state.startedAt !== undefined && { TrainingStartTime: seconds(state.startedAt) }),
    ...(state.endedAt !== undefined && { TrainingEndTime: seconds(state.endedAt) }),
    LastModifiedTime: seconds(state.modifiedAt),
    SecondaryStatusTransitions: transitionsAt(life, state, now),
    ...(metrics !== undefined && metrics.length > 0 && { FinalMetricDataList: metrics }),
    EnableNetworkIsolation: false,
    EnableInterContainerTrafficEncryption: false,
    EnableManagedSpotTraining: life.spot,
    ...(life.spot && {
      CheckpointConfig: { S3Uri: `${bucket(job)}/${name}/checkpoints`, LocalPath: '/opt/ml/checkpoints' },
    }),
    ...(state.trainingSeconds !== undefined && { TrainingTimeInSeconds: state.trainingSeconds }),
    ...(state.billableSeconds !== undefined &&
      project.kind !== 'serverless' && { BillableTimeInSeconds: state.billableSeconds }),
    ...experiment(job),
    ...kind,
    ResourceConfig: { ...kind.ResourceConfig, ...(life.keepAlive > 0 && { KeepAlivePeriodInSeconds: life.keepAlive }) },
    ...(warmPool !== undefined && { WarmPoolStatus: warmPool }),
  };
}

/** Returns a limit that matches the run: only the jobs that ended because of it have reached it. */
function maxRuntimeOf({ random, life }: JobContext): number {
  const generous = random.pick([3600, 7200, 36_000, 86_400, 172_800, 432_000] as const);
  const run = Math.floor((life.endedAt - (life.startedAt ?? life.endedAt)) / 1000);
  if (life.outcome === 'MaxRuntimeExceeded') return Math.max(1, run);
  return run < generous ? generous : Math.ceil((run + 1) / 86_400) * 86_400;
}

function experiment({ random, project, name }: JobContext): Pick<WireJobMembers, 'ExperimentConfig'> {
  if (!random.chance(0.2)) return {};
  return {
    ExperimentConfig: {
      ExperimentName: `${project.name}-experiment`,
      TrialName: `${project.name}-trial-${random.between(1, 30)}`,
      TrialComponentDisplayName: `Training ${name}`.slice(0, 120),
      ...(random.chance(0.5) && { RunName: `run-${random.hex(6)}` }),
    },
  };
}
