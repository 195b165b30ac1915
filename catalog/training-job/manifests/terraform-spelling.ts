import type { Spelling } from '../../manifests/spelling.ts';
import { snakeCase } from '../../snake-case.ts';

/** The names of `aws_sagemaker_training_job` that differ from the catalog's. */
export const terraformAwsSpelling: Spelling = (member) =>
  member === 'EnableSageMakerMetricsTimeSeries' ? 'enable_sagemaker_metrics_time_series' : snakeCase(member);

/** The names of that resource's draft of 2018 that differ. */
const terraformAws2018Exceptions: Readonly<Record<string, string>> = {
  TrainingJobName: 'name',
  'AlgorithmSpecification.TrainingImage': 'image',
  'AlgorithmSpecification.TrainingInputMode': 'input_mode',
  'InputDataConfig.ChannelName': 'name',
};

export const terraformAws2018Spelling: Spelling = (member, within) =>
  terraformAws2018Exceptions[within === '' ? member : `${within}.${member}`] ?? snakeCase(member);
