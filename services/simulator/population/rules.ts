import type { RuleEvaluationStatus } from '@aws-sdk/client-sagemaker';
import type { WireJobMembers } from '../wire.ts';
import { seconds } from '../wire.ts';
import { arn, awsImage, bucket, type JobContext } from './context.ts';

type RuleMembers = Pick<
  WireJobMembers,
  | 'DebugHookConfig'
  | 'DebugRuleConfigurations'
  | 'DebugRuleEvaluationStatuses'
  | 'ProfilerConfig'
  | 'ProfilerRuleConfigurations'
  | 'ProfilerRuleEvaluationStatuses'
  | 'ProfilingStatus'
>;
type Evaluation = NonNullable<WireJobMembers['DebugRuleEvaluationStatuses']>[number];

/** The debugger hook, its rules and their results. The evaluation continues after the job has ended. */
export function debuggerRules(job: JobContext, framework: 'xgboost' | 'tensorflow'): RuleMembers {
  const { random } = job;
  const rules =
    framework === 'xgboost' ? ['LossNotDecreasing'] : ['LossNotDecreasing', 'VanishingGradient', 'CustomSaturation'];
  const results = rules.map(() => random.next());
  return {
    DebugHookConfig: {
      S3OutputPath: `${bucket(job)}/${job.name}/debug-output`,
      LocalPath: '/opt/ml/output/tensors',
      HookParameters: { save_interval: String(random.between(1, 20) * 10) },
      CollectionConfigurations: [
        { CollectionName: 'losses', CollectionParameters: { 'train.save_interval': '50', 'eval.save_interval': '10' } },
        { CollectionName: 'metrics' },
      ],
    },
    DebugRuleConfigurations: rules.map((rule, i) => ({
      RuleConfigurationName: rule,
      RuleEvaluatorImage: awsImage(job, 'rules', 'sagemaker-debugger-rules:latest'),
      VolumeSizeInGB: i === 2 ? 30 : 0,
      ...(i === 2 && {
        InstanceType: 'ml.m5.xlarge' as const,
        LocalPath: '/opt/ml/processing/output/rule',
        S3OutputPath: `${bucket(job)}/${job.name}/rule-output`,
      }),
      RuleParameters: { rule_to_invoke: rule, threshold: (random.between(1, 50) / 100).toString() },
    })),
    DebugRuleEvaluationStatuses: rules.map((rule, i) => evaluation(job, rule, results[i] ?? 0)),
  };
}

/** The profiler configuration, its rules and their results. */
export function profilerRules(job: JobContext): RuleMembers {
  const { random } = job;
  if (random.chance(0.1)) return { ProfilerConfig: { DisableProfiler: true }, ProfilingStatus: 'Disabled' };
  const report = `ProfilerReport-${Math.floor(job.life.createdAt / 1000)}`;
  const rules = random.chance(0.4) ? [report, 'CPUBottleneck'] : [report];
  const results = rules.map(() => random.next());
  return {
    ProfilerConfig: {
      S3OutputPath: `${bucket(job)}/${job.name}/profiler-output`,
      ProfilingIntervalInMilliseconds: random.pick([100, 500, 1000] as const),
      ProfilingParameters: {
        DataloaderProfilingConfig: '{"StartStep": 5, "NumSteps": 3, "MetricsRegex": ".*"}',
        LocalPath: '/opt/ml/output/profiler',
      },
      DisableProfiler: false,
    },
    ProfilerRuleConfigurations: rules.map((rule, i) => ({
      RuleConfigurationName: rule,
      RuleEvaluatorImage: awsImage(job, 'rules', 'sagemaker-debugger-rules:latest'),
      VolumeSizeInGB: i === 1 ? 20 : 0,
      ...(i === 1 && {
        InstanceType: 'ml.t3.medium' as const,
        LocalPath: '/opt/ml/processing/output/rule',
        S3OutputPath: `${bucket(job)}/${job.name}/profiler-rules`,
      }),
      RuleParameters: { rule_to_invoke: rule.replace(/-\d+$/, '') },
    })),
    ProfilerRuleEvaluationStatuses: rules.map((rule, i) => evaluation(job, rule, results[i] ?? 0)),
    ProfilingStatus: 'Enabled',
  };
}

const STOPPING_MILLISECONDS = 60_000;

function evaluation(job: JobContext, rule: string, result: number): Evaluation {
  const { life, state, now } = job;
  const begun = state.startedAt !== undefined;
  const over = now >= life.rulesEndAt;
  const status = over
    ? resultOf(result)
    : life.rulesEndAt - now < STOPPING_MILLISECONDS && result > 0.97
      ? 'Stopping'
      : 'InProgress';
  return {
    RuleConfigurationName: rule,
    ...(begun && {
      RuleEvaluationJobArn: arn(
        job,
        'sagemaker',
        `processing-job/${job.name.slice(0, 26).toLowerCase()}-${rule.toLowerCase()}-${job.index.toString(16).padStart(8, '0')}`,
      ),
    }),
    RuleEvaluationStatus: status,
    ...(status === 'Error' && { StatusDetails: 'InternalServerError: the rule evaluation could not read the tensors' }),
    ...(status === 'IssuesFound' && {
      StatusDetails: `RuleEvaluationConditionMet: the condition of ${rule} held at step ${Math.floor(result * 9000)}`,
    }),
    LastModifiedTime: seconds(over ? life.rulesEndAt : (state.startedAt ?? life.createdAt)),
  };
}

function resultOf(result: number): RuleEvaluationStatus {
  if (result < 0.7) return 'NoIssuesFound';
  if (result < 0.92) return 'IssuesFound';
  return result < 0.97 ? 'Error' : 'Stopped';
}
