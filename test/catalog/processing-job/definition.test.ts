import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CreateProcessingJobRequest$, DescribeProcessingJobResponse$ } from '@aws-sdk/client-sagemaker';
import { logsLink } from '../../../catalog/console-link.ts';
import { allFields, findField } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { processingJob } from '../../../catalog/processing-job/definition.ts';
import type { ProcessingJob } from '../../../catalog/processing-job/schema.ts';
import { differencesFromSdk } from '../../support/sdk-schema.ts';

test('the definition has exactly the members of the SDK’s schema, with their types', () => {
  assert.deepEqual(differencesFromSdk(processingJob.members, DescribeProcessingJobResponse$), []);
});

test('settings are what CreateProcessingJob takes', () => {
  const taken = new Set<string>(CreateProcessingJobRequest$[4]);
  const own = Object.keys(processingJob.members).filter((member) => taken.has(member));
  assert.deepEqual([...processingJob.settings].sort(), own.sort());
});

test('every field is described, shortly, in a sentence', () => {
  for (const { path, field } of allFields(processingJob).filter(({ path }) => path !== 'completeness')) {
    assert.match(field.description, /^[A-Z].*\.$/s, path);
    assert.ok(field.description.length <= 140, path);
  }
});

const job = (members: Record<string, unknown>): ProcessingJob => {
  const flattened = flatten(processingJob, {
    ProcessingJobName: 'Clean-1',
    ProcessingJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:processing-job/clean-1',
    CreationTime: '2026-01-10T00:00:00Z',
    ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 3, VolumeSizeInGB: 30 } },
    ...members,
  });
  if (!flattened.ok) throw flattened.error;
  // The row of this type: flatten knows no more than that it is a row.
  return flattened.row as unknown as ProcessingJob;
};

test('its spend leads to fields that exist', () => {
  assert.ok(processingJob.billing?.search);
  const { dimensions, startedAt = '', endedAt = '', maxSeconds = '' } = processingJob.billing.search;
  for (const path of [...Object.values(dimensions).flat(), startedAt, endedAt, maxSeconds])
    assert.ok(findField(processingJob, path), path);
});

test('its logs are the streams of a group that begin with its name', () => {
  assert.equal(
    logsLink(processingJob, 'eu-west-1', 'Clean-1'),
    'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Fsagemaker$252FProcessingJobs$3FlogStreamNameFilter$3DClean-1',
  );
});

test('a job is settled once it has ended, and is overdue a day after it had to', () => {
  const start = '2026-01-10T01:00:00Z';
  const running = { ProcessingJobStatus: 'InProgress', ProcessingStartTime: start };
  assert.equal(processingJob.isSettled(job(running)), false);
  assert.equal(processingJob.isSettled(job({ ...running, ProcessingJobStatus: 'Stopped' })), true);
  const limited = job({ ...running, StoppingCondition: { MaxRuntimeInSeconds: 3600 } });
  assert.equal(processingJob.openUntil(limited), Date.parse('2026-01-11T02:00:00Z'));
  assert.equal(processingJob.openUntil(job(running)), Date.parse('2026-01-20T01:00:00Z'));
  assert.equal(processingJob.openUntil(job({ ProcessingJobStatus: 'InProgress' })), undefined);
});

test('a job is billed for its instances and volumes from the start of processing to its end', () => {
  const usage = (members: Record<string, unknown>) => processingJob.billing?.usageOf(job(members), 'eu-west-1')[0];
  const times = { ProcessingStartTime: '2026-01-10T01:00:00Z', ProcessingEndTime: '2026-01-10T01:10:00.5Z' };
  const done = usage({ ProcessingJobStatus: 'Completed', ...times });
  assert.deepEqual(
    [done?.billing, done?.billable_seconds, done?.instance_seconds, done?.storage_gb_seconds, done?.waste],
    ['final', 601, 1803, 54_090, null],
  );
  const limit = { StoppingCondition: { MaxRuntimeInSeconds: 600 } };
  assert.equal(usage({ ProcessingJobStatus: 'Stopped', ...times, ...limit })?.waste, 'timed_out');
  assert.equal(usage({ ProcessingJobStatus: 'Stopped', ...times })?.waste, 'stopped');
  const never = usage({ ProcessingJobStatus: 'Failed', ProcessingEndTime: '2026-01-10T01:00:00Z' });
  assert.deepEqual([never?.billing, never?.instance_seconds, never?.waste], ['unbilled', 0, 'failed']);
  assert.equal(usage({ ProcessingJobStatus: 'InProgress' })?.billing, 'running');
});
