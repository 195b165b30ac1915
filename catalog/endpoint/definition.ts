import { resourceType } from '../resource-type.ts';
import { endpointBilling } from './billing.ts';
import { endpointPresentation } from './presentation.ts';
import { endpointSchema } from './schema.ts';
import { simulatedEndpoints } from './simulated.ts';

/**
 * SageMaker endpoints. The instance types of their variants are in their configuration, which is read with them. Search does not return
 * them, and they can change as long as they exist.
 */
export const endpoint = resourceType({
  ...endpointSchema,
  list: { operation: 'ListEndpoints', results: 'Endpoints', changeMembers: ['LastModifiedTime', 'EndpointStatus'] },
  describe: {
    operation: 'DescribeEndpoint',
    by: 'EndpointName',
    completedBy: { operation: 'DescribeEndpointConfig', by: 'EndpointConfigName', member: 'EndpointConfig' },
  },
  facets: [
    'account_id',
    'region',
    'endpoint_status',
    'endpoint_config_name',
    'data_capture_config.enable_capture',
    'data_capture_config.current_sampling_percentage',
    'endpoint_config.enable_network_isolation',
    'endpoint_config.execution_role_arn',
    'endpoint_config.kms_key_id',
    'tags',
    'creation_time',
    'last_modified_time',
    'completeness',
    'first_seen_at',
  ],
  indexes: {
    orders: [
      'creation_time',
      'last_modified_time',
      'changed_at',
      'endpoint_name',
      'endpoint_status',
      'account_id',
      'region',
    ],
    filters: ['endpoint_status', 'account_id'],
    members: ['tags', 'production_variants', 'shadow_production_variants'],
  },
  progress: ['last_modified_time'],
  billing: endpointBilling,
  failure: {
    field: 'endpoint_status',
    value: 'Failed',
    reason: 'failure_reason',
    endedAt: ['last_modified_time', 'creation_time'],
  },
  presentation: endpointPresentation,
  consolePath: (name) => `#/endpoints/${name}`,
  logs: (name) => ({ group: `/aws/sagemaker/Endpoints/${name}` }),
  simulated: simulatedEndpoints,
  isSettled: () => false,
  openUntil: () => undefined,
});
