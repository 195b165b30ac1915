import { builtInPolicy as policy, type TypePolicy } from '../policies/built-in-policy.ts';

const dg = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const securityHub = 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html';

/** The built-in policies for processing jobs. */
export const processingJobPolicies: readonly TypePolicy[] = [
  policy('processing-encrypted', 'medium', {
    title: 'Processing jobs encrypt their volumes and outputs with a customer managed key',
    require: 'processing_resources.cluster_config.volume_kms_key_id:* processing_output_config.kms_key_id:*',
    remedy: 'Set volume_kms_key_id and the output’s kms_key_id.',
    reason: 'The key policy then decides who may read the data.',
    source: `${dg}/encryption-at-rest.html`,
  }),
  policy('processing-isolated', 'high', {
    title: 'Processing jobs run with network isolation',
    require: 'network_config.enable_network_isolation:true',
    remedy: 'Set enable_network_isolation.',
    reason: 'A compromised dependency then cannot send data out.',
    source: securityHub,
  }),
  policy('processing-traffic-encrypted', 'medium', {
    title: 'Processing jobs encrypt the traffic between their instances',
    about: 'processing_resources.cluster_config.instance_count:>1',
    require: 'network_config.enable_inter_container_traffic_encryption:true',
    remedy: 'Set enable_inter_container_traffic_encryption.',
    reason: 'Without it, the traffic between the instances crosses the network in plain text.',
    source: securityHub,
  }),
];
