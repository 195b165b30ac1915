import type { Billing } from '../billing/billing.ts';
import { type Labels, tagValues } from '../billing/labels.ts';
import { hasLocalDisks } from '../billing/local-disks.ts';
import { noPhases } from '../billing/phases.ts';
import { maxInstances, maxVolumeGb, plausibleNumber } from '../billing/plausible-number.ts';
import type { Usage } from '../billing/usage.ts';
import { transferUsageTypes, usageTypeSources } from '../billing/usage-types.ts';
import { type RunningInstances, runningInstances } from './running-instances.ts';
import type { Endpoint } from './schema.ts';

/**
 * Hosting is billed per second of running instances and their volumes, until the endpoint is deleted. Requests are billed by processed data
 * or serverless time, which SageMaker does not report, so they are not counted.
 */
export const endpointBilling: Billing<Endpoint> = {
  usageOf,
  isOngoing: true,
  labelsOf,
  describeOnlyColumns: [],
  prices: { instance: 'hosting', storage: 'hosting_storage' },
  search: {
    dimensions: {
      instance_type: [
        'endpoint_config.production_variants.instance_type',
        'endpoint_config.shadow_production_variants.instance_type',
        'production_variants.instance_pools.instance_type',
        'shadow_production_variants.instance_pools.instance_type',
        'pending_deployment_summary.production_variants.instance_type',
        'pending_deployment_summary.shadow_production_variants.instance_type',
      ],
      status: ['endpoint_status'],
      role_arn: ['endpoint_config.execution_role_arn'],
      algorithm: ['production_variants.deployed_images.specified_image'],
    },
    // An endpoint is billed for as long as it exists, and nothing of it counts as waste.
    startedAt: 'creation_time',
    waste: {},
  },
  usageTypes: [
    { group: 'Host', item: 'ml.', use: 'compute', source: usageTypeSources.priceList },
    { group: 'AsyncInf', item: 'ml.', use: 'compute', source: usageTypeSources.priceList },
    { group: 'Host', item: 'VolumeUsage.gp2', use: 'storage', source: usageTypeSources.priceList },
    { group: 'Host', item: 'VolumeUsage', use: 'apart', source: usageTypeSources.priceList },
    { group: 'Hst', item: 'Data-Bytes-', use: 'apart', source: usageTypeSources.priceList },
    { group: 'ServerlessInf', item: '', use: 'apart', source: usageTypeSources.guide },
    ...transferUsageTypes,
  ],
};

function usageOf(endpoint: Endpoint, region: string): Usage[] {
  // A flattened row always has its creation time.
  const since = endpoint.last_modified_time ?? endpoint.creation_time ?? '';
  return runningInstances(endpoint).map((running, index) => ({
    group_index: index,
    group_name: running.variant,
    account_id: endpoint.account_id,
    region,
    day: since.slice(0, 10),
    started_at: since,
    ended_at: null,
    status: endpoint.endpoint_status,
    capacity: running.isServerless ? 'serverless' : running.reservationArn === null ? 'on_demand' : 'training_plan',
    billing: 'ongoing',
    waste: null,
    instance_type: running.instanceType,
    instance_count: plausibleNumber(running.count, maxInstances),
    billable_seconds: null,
    instance_seconds: null,
    training_seconds: null,
    spot_saved_seconds: 0,
    warm_pool_seconds: 0,
    warm_pool_instance_seconds: 0,
    training_plan_arn: running.reservationArn,
    token_count: null,
    volume_gb: volumeOf(running),
    storage_gb_seconds: null,
    ...noPhases,
  }));
}

/** Returns the volume's size; null if none was requested, since SageMaker does not report its own default. */
const volumeOf = ({ instanceType, volumeGb }: RunningInstances): number | null =>
  instanceType !== null && hasLocalDisks(instanceType) ? 0 : plausibleNumber(volumeGb, maxVolumeGb);

function labelsOf(endpoint: Endpoint): Labels {
  const [variant] = endpoint.production_variants ?? [];
  return {
    account_id: endpoint.account_id,
    role_arn: endpoint.endpoint_config?.execution_role_arn ?? null,
    algorithm: variant?.deployed_images?.[0]?.specified_image ?? null,
    experiment: null,
    tuning_job_arn: null,
    tags: tagValues(endpoint.tags ?? []),
  };
}
