import type { Spelling } from '../../manifests/spelling.ts';
import { snakeCase } from '../../snake-case.ts';

/** Where `aws_sagemaker_training_job` does not spell a member as the catalog does. */
export const terraformAwsSpelling: Spelling = (member) =>
  member === 'EnableSageMakerMetricsTimeSeries' ? 'enable_sagemaker_metrics_time_series' : snakeCase(member);

/** Where the draft of that resource of 2018 does not. */
const terraformAws2018Exceptions: Readonly<Record<string, string>> = {
  TrainingJobName: 'name',
  'AlgorithmSpecification.TrainingImage': 'image',
  'AlgorithmSpecification.TrainingInputMode': 'input_mode',
  'InputDataConfig.ChannelName': 'name',
};

export const terraformAws2018Spelling: Spelling = (member, within) =>
  terraformAws2018Exceptions[within === '' ? member : `${within}.${member}`] ?? snakeCase(member);
