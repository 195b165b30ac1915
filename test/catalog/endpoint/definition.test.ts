import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CreateEndpointInput$,
  DescribeEndpointConfigOutput$,
  DescribeEndpointOutput$,
} from '@aws-sdk/client-sagemaker';
import { findUsageType } from '../../../catalog/billing/usage-types.ts';
import { logsLink } from '../../../catalog/console-link.ts';
import { endpoint } from '../../../catalog/endpoint/definition.ts';
import type { Endpoint } from '../../../catalog/endpoint/schema.ts';
import { allFields, findField } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { differencesFromSdk } from '../../support/sdk-schema.ts';

const { EndpointConfig, ...described } = endpoint.members;

test('the definition has exactly the members of the SDK’s schemas, with their types', () => {
  assert.deepEqual(differencesFromSdk(described, DescribeEndpointOutput$), []);
  assert.deepEqual(differencesFromSdk(EndpointConfig.members, DescribeEndpointConfigOutput$), []);
});

test('settings are what CreateEndpoint takes', () => {
  const taken = new Set<string>(CreateEndpointInput$[4]);
  const own = Object.keys(endpoint.members).filter((member) => taken.has(member));
  assert.deepEqual([...endpoint.settings].sort(), own.sort());
});

test('every field is described, shortly, in a sentence', () => {
  for (const { path, field } of allFields(endpoint).filter(({ path }) => path !== 'completeness')) {
    assert.match(field.description, /^[A-Z].*\.$/s, path);
    assert.ok(field.description.length <= 140, path);
  }
});

const row = (members: Record<string, unknown>): Endpoint => {
  const flattened = flatten(endpoint, {
    EndpointName: 'Ranker',
    EndpointArn: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/ranker',
    EndpointStatus: 'InService',
    CreationTime: '2026-01-10T00:00:00Z',
    LastModifiedTime: '2026-01-12T08:00:00Z',
    EndpointConfig: {
      ProductionVariants: [
        { VariantName: 'main', InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
        { VariantName: 'fast', InstanceType: 'ml.g5.xlarge', VolumeSizeInGB: 30 },
      ],
      ShadowProductionVariants: [{ VariantName: 'next', InstanceType: 'ml.c5.xlarge' }],
    },
    ...members,
  });
  if (!flattened.ok) throw flattened.error;
  // The row of this type: flatten knows no more than that it is a row.
  return flattened.row as unknown as Endpoint;
};

const usage = (members: Record<string, unknown>) =>
  (endpoint.billing?.usageOf(row(members), 'eu-west-1') ?? []).map(
    ({ group_name, capacity, instance_type, instance_count, volume_gb }) => [
      group_name,
      capacity,
      instance_type,
      instance_count,
      volume_gb,
    ],
  );

test('an endpoint is never settled, and never overdue', () => {
  assert.equal(endpoint.isSettled(row({})), false);
  assert.equal(endpoint.openUntil(row({})), undefined);
});

test('what runs are the instances of its variants, on the types of its configuration, since it last changed', () => {
  const [first] = endpoint.billing?.usageOf(row({ ProductionVariants: [{ VariantName: 'main' }] }), 'eu-west-1') ?? [];
  assert.deepEqual(
    [first?.started_at, first?.ended_at, first?.billing, first?.day],
    ['2026-01-12T08:00:00.000Z', null, 'ongoing', '2026-01-12'],
  );
  assert.deepEqual(
    usage({
      ProductionVariants: [
        { VariantName: 'main', CurrentInstanceCount: 2 },
        { VariantName: 'fast', CurrentInstanceCount: 1 },
      ],
      ShadowProductionVariants: [{ VariantName: 'next', CurrentInstanceCount: 1 }],
    }),
    [
      ['main', 'on_demand', 'ml.m5.xlarge', 2, 30],
      // It has disks of its own.
      ['fast', 'on_demand', 'ml.g5.xlarge', 1, 0],
      ['next', 'on_demand', 'ml.c5.xlarge', 1, null],
    ],
  );
});

test('a deployment runs beside what it replaces; pools name their types; reserved and serverless capacity is told apart', () => {
  assert.deepEqual(
    usage({
      ProductionVariants: [{ VariantName: 'main', CurrentInstanceCount: 2 }],
      PendingDeploymentSummary: {
        EndpointConfigName: 'c-2',
        ProductionVariants: [{ VariantName: 'main', CurrentInstanceCount: 1, InstanceType: 'ml.m6i.xlarge' }],
      },
    }),
    [
      ['main', 'on_demand', 'ml.m5.xlarge', 2, 30],
      ['main (new fleet)', 'on_demand', 'ml.m6i.xlarge', 1, null],
    ],
  );
  const pools = [
    { InstanceType: 'ml.p5.48xlarge', CurrentInstanceCount: 1 },
    { InstanceType: 'ml.g5.48xlarge', CurrentInstanceCount: 0 },
  ];
  assert.deepEqual(usage({ ProductionVariants: [{ VariantName: 'main', InstancePools: pools }] }), [
    ['main', 'on_demand', 'ml.p5.48xlarge', 1, 0],
    ['main', 'on_demand', 'ml.g5.48xlarge', 0, 0],
  ]);
  const MlReservationArn = 'arn:aws:sagemaker:eu-west-1:111122223333:training-plan/p';
  assert.deepEqual(
    usage({
      ProductionVariants: [
        { VariantName: 'main', CurrentInstanceCount: 1, CapacityReservationConfig: { MlReservationArn } },
        { VariantName: 'small', CurrentServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } },
      ],
    }),
    [
      ['main', 'training_plan', 'ml.m5.xlarge', 1, 30],
      ['small', 'serverless', null, null, null],
    ],
  );
  assert.deepEqual(usage({ EndpointStatus: 'Failed' }), [[null, 'on_demand', null, 0, null]]);
});

test('its spend leads to fields that exist, by every dimension that its labels have', () => {
  assert.ok(endpoint.billing?.search);
  const { dimensions, startedAt = '' } = endpoint.billing.search;
  for (const path of [...Object.values(dimensions).flat(), startedAt]) assert.ok(findField(endpoint, path), path);
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/own:1';
  const labels = endpoint.billing.labelsOf(
    row({
      ProductionVariants: [{ VariantName: 'main', DeployedImages: [{ SpecifiedImage: image }] }],
      EndpointConfig: { ExecutionRoleArn: 'arn:aws:iam::111122223333:role/serve' },
    }),
  );
  assert.deepEqual(
    Object.entries(labels).flatMap(([name, value]) => (typeof value === 'string' ? [name] : [])),
    ['account_id', 'role_arn', 'algorithm'],
  );
  assert.deepEqual(Object.keys(dimensions), ['instance_type', 'status', 'role_arn', 'algorithm']);
});

test('its logs are a group of their own', () => {
  assert.equal(
    logsLink(endpoint, 'eu-west-1', 'Ranker'),
    'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Fsagemaker$252FEndpoints$252FRanker',
  );
});

test('hosting is billed under the usage types of the price list', () => {
  const use = (name: string) => findUsageType(endpoint.billing?.usageTypes ?? [], name)?.use;
  assert.deepEqual(
    [
      'USE1-Host:ml.g5.xlarge',
      'AsyncInf:ml.g5.xlarge',
      'EU-Host:VolumeUsage.gp2',
      'USE2-Hst:Data-Bytes-Out',
      'USE1-Train:ml.m5.xlarge',
    ].map(use),
    ['compute', 'compute', 'storage', 'apart', undefined],
  );
});
