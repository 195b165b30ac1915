import { builtInPolicy as policy, type TypePolicy } from '../policies/built-in-policy.ts';

/** The built-in policies about transform jobs. */
export const transformJobPolicies: readonly TypePolicy[] = [
  policy('transform-encrypted', 'medium', {
    title: 'Transform jobs encrypt their volumes and results with a key of one’s own',
    require: 'transform_resources.volume_kms_key_id:* transform_output.kms_key_id:*',
    remedy: 'Set volume_kms_key_id and the output’s kms_key_id.',
    reason: 'Who may read the data is then decided by the policy of that key.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
  }),
];
