import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { locationOf, readResourceEvent } from '../../../catalog/events/resource-event.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { arbitraryResponse, arbitraryTags } from '../../support/arbitrary-response.ts';
import { trainingJobEvent } from '../../support/events.ts';

function read(event: unknown) {
  const reading = readResourceEvent(event);
  if (reading.kind !== 'event') throw new Error(reading.reason);
  return reading;
}

/** A response as an event tells it: instants are milliseconds, in quotes or not. */
function inMilliseconds(value: unknown, quoted: boolean): unknown {
  if (value instanceof Date) return quoted ? String(value.getTime()) : value.getTime();
  if (Array.isArray(value)) return value.map((item) => inMilliseconds(item, quoted));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, inMilliseconds(held, quoted)]));
}

test('an event tells of a job what its describe would', () => {
  fc.assert(
    fc.property(arbitraryResponse(), arbitraryTags, fc.boolean(), ({ sdk, accountId, region }, tags, quoted) => {
      // Text that looks like an instant is one only where an instant belongs; an instant before 1970 has a sign.
      const isEpoch = (value: unknown): boolean =>
        value instanceof Date
          ? value.getTime() >= 0
          : typeof value !== 'object' || value === null || Object.values(value).every(isEpoch);
      fc.pre(isEpoch(sdk));
      const detail = {
        ...(inMilliseconds(sdk, quoted) as object),
        Tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
      };
      const event = { ...trainingJobEvent(), account: accountId, region, detail };
      const flattened = flatten(trainingJob, sdk, { tags: tags.length === 0 ? null : tags });
      assert.ok(flattened.ok);
      assert.deepStrictEqual(read(event).row, flattened.row);
    }),
  );
});

test('instants are milliseconds, tags a map; no tags say nothing of them', () => {
  const { row, region } = read(trainingJobEvent({ TrainingEndTime: 1_760_003_600.25 }, { team: 'nlp' }));
  assert.equal(row.creation_time, '2025-10-09T08:53:20.123Z');
  assert.equal(row.training_end_time, '2025-10-09T09:53:20.250Z');
  assert.deepEqual(row.tags, ['team:nlp']);
  assert.equal(region, 'us-east-1');
  assert.equal(read(trainingJobEvent()).row.tags, null);
  assert.deepEqual(locationOf(trainingJob, row), {
    accountId: '111122223333',
    region: 'us-east-1',
    name: 'Train-One',
    arn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/train-one',
  });
});

test('an SNS notification is opened', () => {
  const notification = { Type: 'Notification', TopicArn: 'arn', Message: JSON.stringify(trainingJobEvent()) };
  assert.equal(read(notification).row.training_job_name, 'Train-One');
});

test('events of other kinds are told apart', () => {
  const event = trainingJobEvent();
  for (const other of [
    { ...event, 'detail-type': 'SageMaker Endpoint State Change' },
    { ...event, source: 'my.app' },
  ]) {
    assert.equal(readResourceEvent(other).kind, 'other');
  }
});

test('what is broken says how', () => {
  const event = trainingJobEvent();
  for (const [broken, reason] of [
    ['x', /no EventBridge event/],
    [null, /no EventBridge event/],
    [{}, /no EventBridge event/],
    [{ Type: 'Notification', Message: 'hello' }, /no EventBridge event/],
    [{ ...event, detail: [] }, /no detail/],
    [{ ...event, account: '999999999999' }, /of the crawled account 999999999999/],
    [{ ...event, detail: { ...Object(event.detail), CreationTime: 'soon' } }, /creation_time\) should be TIMESTAMP/],
    [{ ...event, detail: { TrainingJobName: 'x' } }, /training_job_arn\) should be present/],
  ] as const) {
    const reading = readResourceEvent(broken);
    assert.equal(reading.kind, 'broken');
    assert.match(reading.kind === 'broken' ? reading.reason : '', reason);
  }
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      assert.notEqual(readResourceEvent(anything).kind, 'event');
      assert.notEqual(readResourceEvent({ ...event, detail: anything }).kind, 'event');
    }),
  );
});
