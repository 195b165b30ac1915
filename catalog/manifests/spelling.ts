import { snakeCase } from '../snake-case.ts';

/** A format's name for a member, given the struct's path in the definition, e.g. `AlgorithmSpecification`. */
export type Spelling = (member: string, within: string) => string;

/** The words that ACK writes as Go does. */
const initialisms: Readonly<Record<string, string>> = { arn: 'ARN', id: 'ID', ids: 'IDs', kms: 'KMS', uri: 'URI' };

/**
 * ACK's name for a member: its words in lower camel case, some as initialisms unless they come first
 * (`VolumeKmsKeyId` -> `volumeKMSKeyID`, `KmsKeyId` -> `kmsKeyID`, `S3Uri` -> `s3URI`).
 */
export const ackSpelling: Spelling = (member) =>
  words(member)
    .map((word, index) => (index === 0 ? word.toLowerCase() : (initialisms[word.toLowerCase()] ?? word)))
    .join('');

/** The words of a member in its own capitals: `VolumeSizeInGB` -> Volume, Size, In, GB. */
function words(member: string): string[] {
  let start = 0;
  return snakeCase(member)
    .split('_')
    .map((word) => {
      const original = member.slice(start, start + word.length);
      start += word.length;
      return original;
    });
}

/** The Terraform provider for manifests snake-cases ACK's names letter by letter, so that `securityGroupIDs` is `security_group_i_ds`. */
export const terraformK8sSpelling: Spelling = (member, within) => snakeCase(ackSpelling(member, within));

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
