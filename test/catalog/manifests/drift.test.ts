import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FlatRow, flatten, flattenMembers } from '../../../catalog/flatten.ts';
import { compareToManifest } from '../../../catalog/manifests/drift.ts';
import { readCustomResource } from '../../../catalog/manifests/read-custom-resource.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { toAck } from '../../../catalog/training-job/manifests/ack-manifest.ts';
import { arbitraryResponse, arbitraryTags } from '../../support/arbitrary-response.ts';
import { managedTrainingJob } from '../../support/managed-training-job.ts';

const response = {
  TrainingJobName: 'churn',
  TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/churn',
  CreationTime: new Date('2024-05-01T10:00:00.123Z'),
  RoleArn: 'role',
  EnableNetworkIsolation: false,
  HyperParameters: { depth: '5' },
  ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 2, VolumeSizeInGB: 30 },
  VpcConfig: { SecurityGroupIds: ['sg-1', 'sg-2'], Subnets: ['s-1'] },
  InputDataConfig: [
    { ChannelName: 'train', ContentType: 'text/csv' },
    { ChannelName: 'test', ContentType: 'text/csv' },
  ],
  TrainingJobStatus: 'Completed',
};

function rowOf(members: object, tags: { Key: string; Value: string }[] | null = []): FlatRow {
  const flattened = flatten(trainingJob, { ...response, ...members }, { tags });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

function drift(spec: object, status: object = {}, tags: { Key: string; Value: string }[] | null = []) {
  const reading = readCustomResource(managedTrainingJob, {
    apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
    kind: 'TrainingJob',
    metadata: { name: 'churn' },
    spec,
    status,
  });
  const manifest = flattenMembers(trainingJob, reading.response, reading.tags).row;
  return compareToManifest(managedTrainingJob, rowOf({}, tags), manifest).map(
    ({ field, part, aws, manifest: said }) => [part, field, aws, said],
  );
}

test('a job does not drift from its own manifest', () => {
  fc.assert(
    fc.property(arbitraryResponse(), fc.option(arbitraryTags), ({ sdk }, tags) => {
      const flattened = flatten(trainingJob, sdk, { tags });
      assert.ok(flattened.ok);
      const reading = readCustomResource(managedTrainingJob, toAck(flattened.row).manifest);
      const { row, fieldErrors } = flattenMembers(trainingJob, reading.response, reading.tags);
      assert.deepEqual(fieldErrors, []);
      assert.deepEqual(compareToManifest(managedTrainingJob, flattened.row, row), []);
    }),
  );
});

test('what differs is named, at its depth', () => {
  assert.deepEqual(
    drift(
      { roleARN: 'other', resourceConfig: { instanceCount: 3 }, hyperParameters: { depth: '6' } },
      { trainingJobStatus: 'InProgress' },
    ),
    [
      ['spec', 'hyper_parameters', { depth: '5' }, { depth: '6' }],
      ['spec', 'resource_config.instance_count', 2, 3],
      ['spec', 'role_arn', 'role', 'other'],
      ['status', 'training_job_status', 'Completed', 'InProgress'],
    ],
  );
});

test('of what a manifest does not speak nothing is compared', () => {
  assert.deepEqual(drift({ trainingJobName: 'churn', resourceConfig: { instanceType: 'ml.m5.large' } }), []);
});

test('nothing, zero, false and empty are one', () => {
  assert.deepEqual(
    drift({ enableManagedSpotTraining: false, outputDataConfig: { kmsKeyID: '' }, environment: {} }),
    [],
  );
  assert.deepEqual(drift({ retryStrategy: { maximumRetryAttempts: 0 }, debugRuleConfigurations: [] }), []);
  assert.deepEqual(drift({ retryStrategy: { maximumRetryAttempts: 1 } }), [
    ['spec', 'retry_strategy.maximum_retry_attempts', null, 1],
  ]);
});

test('lists have no order; items are known by their names', () => {
  assert.deepEqual(drift({ vpcConfig: { securityGroupIDs: ['sg-2', 'sg-1'] } }), []);
  assert.deepEqual(
    drift({
      inputDataConfig: [
        { channelName: 'test', contentType: 'text/csv' },
        { channelName: 'train', contentType: 'text/plain' },
      ],
    }),
    [['spec', 'input_data_config[train].content_type', 'text/csv', 'text/plain']],
  );
  const [missing, surplus] = drift({ inputDataConfig: [{ channelName: 'train' }, { channelName: 'extra' }] });
  assert.equal(missing?.[1], 'input_data_config[extra]');
  assert.equal(surplus?.[1], 'input_data_config[test]');
});

test('an instant that Kubernetes cut to the second is the same instant', () => {
  assert.deepEqual(drift({}, { creationTime: '2024-05-01T10:00:00Z' }), []);
  assert.deepEqual(drift({}, { creationTime: '2024-05-01T10:00:01Z' }), [
    ['status', 'creation_time', '2024-05-01T10:00:00.123Z', '2024-05-01T10:00:01.000Z'],
  ]);
});

test('tags drift but for those that AWS and ACK give', () => {
  const tags = [{ key: 'team', value: 'search' }];
  const given = [
    { Key: 'aws:x', Value: 'y' },
    { Key: 'services.k8s.aws/namespace', Value: 'training' },
  ];
  assert.deepEqual(drift({ tags }, {}, [{ Key: 'team', Value: 'search' }, ...given]), []);
  assert.deepEqual(drift({ tags }, {}, [{ Key: 'team', Value: 'ads' }]), [
    ['spec', 'tags', ['team:ads'], ['team:search']],
  ]);
  assert.deepEqual(drift({ tags }, {}, null), []);
});
