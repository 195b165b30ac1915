import { snakeCase } from '../snake-case.ts';

/** Returns a format's name for a member. `within` is the struct's path in the definition, e.g. `AlgorithmSpecification`. */
export type Spelling = (member: string, within: string) => string;

/** The words that ACK writes as initialisms, as Go does. */
const initialisms: Readonly<Record<string, string>> = { arn: 'ARN', id: 'ID', ids: 'IDs', kms: 'KMS', uri: 'URI' };

/**
 * Returns ACK's name for a member: its words in lower camel case, some as initialisms unless they come first
 * (`VolumeKmsKeyId` -> `volumeKMSKeyID`, `KmsKeyId` -> `kmsKeyID`, `S3Uri` -> `s3URI`).
 */
export const ackSpelling: Spelling = (member) =>
  words(member)
    .map((word, index) => (index === 0 ? word.toLowerCase() : (initialisms[word.toLowerCase()] ?? word)))
    .join('');

/** Returns the words of a member with their capitals: `VolumeSizeInGB` -> Volume, Size, In, GB. */
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
