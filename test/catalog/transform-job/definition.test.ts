import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CreateTransformJobRequest$, DescribeTransformJobResponse$, ResourceType } from '@aws-sdk/client-sagemaker';
import { findUsageType } from '../../../catalog/billing/usage-types.ts';
import { logsLink } from '../../../catalog/console-link.ts';
import { allFields, findField } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { transformJob } from '../../../catalog/transform-job/definition.ts';
import type { TransformJob } from '../../../catalog/transform-job/schema.ts';
import { differencesFromSdk } from '../../support/sdk-schema.ts';

test('the definition has exactly the members of the SDK’s schema, with their types', () => {
  assert.deepEqual(differencesFromSdk(transformJob.members, DescribeTransformJobResponse$), []);
});

test('settings are what CreateTransformJob takes', () => {
  const taken = new Set<string>(CreateTransformJobRequest$[4]);
  const own = Object.keys(transformJob.members).filter((member) => taken.has(member));
  assert.deepEqual([...transformJob.settings].sort(), own.sort());
});

test('Search does not know them', () => {
  assert.ok(!Object.values<string>(ResourceType).includes('TransformJob'));
  assert.equal(transformJob.search, undefined);
});

test('every field is described, shortly, in a sentence', () => {
  for (const { path, field } of allFields(transformJob).filter(({ path }) => path !== 'completeness')) {
    assert.match(field.description, /^[A-Z].*\.$/s, path);
    assert.ok(field.description.length <= 140, path);
  }
});

const job = (members: Record<string, unknown>): TransformJob => {
  const flattened = flatten(transformJob, {
    TransformJobName: 'Score-1',
    TransformJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:transform-job/score-1',
    CreationTime: '2026-01-10T00:00:00Z',
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 3 },
    ...members,
  });
  if (!flattened.ok) throw flattened.error;
  // The row of this type: flatten knows no more than that it is a row.
  return flattened.row as unknown as TransformJob;
};

test('a job is settled once it has ended', () => {
  assert.equal(transformJob.isSettled(job({ TransformJobStatus: 'InProgress' })), false);
  assert.equal(transformJob.isSettled(job({ TransformJobStatus: 'Stopping' })), false);
  for (const TransformJobStatus of ['Completed', 'Failed', 'Stopped'])
    assert.equal(transformJob.isSettled(job({ TransformJobStatus })), true);
});

test('a job is billed for its instances from its start to its end', () => {
  const usage = (members: Record<string, unknown>) => transformJob.billing?.usageOf(job(members), 'eu-west-1')[0];
  const times = { TransformStartTime: '2026-01-10T01:00:00Z', TransformEndTime: '2026-01-10T01:10:00.5Z' };
  const done = usage({ TransformJobStatus: 'Completed', ...times });
  assert.deepEqual(
    [done?.billing, done?.billable_seconds, done?.instance_seconds, done?.storage_gb_seconds, done?.waste],
    ['final', 601, 1803, 0, null],
  );
  assert.equal(usage({ TransformJobStatus: 'Stopped', ...times })?.waste, 'stopped');
  const never = usage({ TransformJobStatus: 'Failed' });
  assert.deepEqual([never?.billing, never?.instance_seconds, never?.waste], ['unbilled', 0, 'failed']);
  assert.equal(usage({ TransformJobStatus: 'InProgress' })?.billing, 'running');
});

test('it is billed under the usage type of the price list, and its spend leads to fields that exist', () => {
  const { usageTypes = [], search } = transformJob.billing ?? {};
  assert.equal(findUsageType(usageTypes, 'USE1-Tsform:ml.m5.xlarge')?.use, 'compute');
  assert.equal(findUsageType(usageTypes, 'USE1-Train:ml.m5.xlarge'), undefined);
  const { dimensions = {}, startedAt = '', endedAt = '' } = search ?? {};
  for (const path of [...Object.values(dimensions).flat(), startedAt, endedAt])
    assert.ok(findField(transformJob, path), path);
});

test('its logs are the streams of a group that begin with its name', () => {
  assert.match(
    logsLink(transformJob, 'eu-west-1', 'Score-1') ?? '',
    /\$252Faws\$252Fsagemaker\$252FTransformJobs\$3FlogStreamNameFilter\$3DScore-1$/,
  );
});
