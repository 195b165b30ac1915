import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findField } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { readVersions } from '../../../db/query/read-versions.ts';
import { fromRows } from '../../../db/query/row-source.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const began = Date.UTC(2026, 0, 15, 12);
const at = (minutes: number) => new Date(began + minutes * 60_000);

test('a job that runs for half an hour and is read every 25 seconds has a version for what happened, none for its counters', async () => {
  await using db = await testDatabase();
  const store = async (minutes: number, members: Record<string, unknown>) => {
    const response = describeResponse({
      TrainingJobName: 'Counting',
      CreationTime: began / 1000,
      LastModifiedTime: began / 1000 + minutes * 60,
      TrainingJobStatus: 'InProgress',
      SecondaryStatus: 'Training',
      ...members,
    });
    const flat = flatten(trainingJob, response, { tags: [] });
    assert.ok(flat.ok);
    const observation = { row: flat.row, region: flat.region, source: 'describe' as const, askedAt: at(minutes) };
    const [row] = await storeRows(db.kysely, trainingJob, [observation], { seenAt: at(minutes) });
    assert.ok(row);
    return row;
  };
  const counters = (minutes: number) => ({
    TrainingTimeInSeconds: Math.round(minutes * 60),
    BillableTimeInSeconds: Math.round(minutes * 60),
    FinalMetricDataList: [{ MetricName: 'loss', Value: 1 / (minutes + 1) }],
    ProgressInfo: { MaxEpoch: 10, CurrentEpoch: Math.floor(minutes / 6) },
  });
  const { id } = await store(0, counters(0));
  for (let reads = 1; reads <= 72; reads++) {
    const minutes = (reads * 25) / 60;
    const stored = await store(minutes, counters(minutes));
    assert.equal(stored.outcome, 'unchanged');
    const row = await db.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .select(['training_time_in_seconds', 'billable_time_in_seconds', 'changed_at', 'described_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.training_time_in_seconds, row.billable_time_in_seconds, row.changed_at, row.described_at],
      [reads * 25, reads * 25, at(0).toISOString(), at(minutes).toISOString()],
    );
  }
  const versions = (fields?: string[]) => readVersions(db.kysely, trainingJob.name, id, { limit: 100, fields });
  assert.deepEqual(await versions(), []);
  const { rows: records } = await sql`SELECT FROM resource_change WHERE resource_id = ${id}`.execute(db.kysely);
  assert.equal(records.length, 1);

  const stopping = { ...counters(31), TrainingJobStatus: 'Stopping', SecondaryStatus: 'Stopping' };
  assert.equal((await store(31, stopping)).outcome, 'changed');
  await store(32, { ...stopping, ...counters(32) });
  const final = {
    ...counters(33),
    BillableTimeInSeconds: 1950,
    TrainingJobStatus: 'Stopped',
    SecondaryStatus: 'Stopped',
  };
  assert.equal((await store(34, final)).outcome, 'changed');
  // What is corrected once nothing runs any more is a version.
  assert.equal((await store(40, { ...final, BillableTimeInSeconds: 1940 })).outcome, 'changed');

  const kinds = (await versions()).map(({ seen_at, differences }) => [
    seen_at,
    differences.find(({ field }) => field === 'billable_time_in_seconds'),
  ]);
  const billable = (before: number, after: number) => ({ field: 'billable_time_in_seconds', before, after });
  assert.deepEqual(kinds, [
    [at(40).toISOString(), billable(1950, 1940)],
    [at(34).toISOString(), billable(1920, 1950)],
    [at(31).toISOString(), billable(1800, 1860)],
  ]);
  assert.deepEqual(
    (await versions(['training_job_status'])).map(({ differences }) => differences),
    [
      [{ field: 'training_job_status', before: 'Stopping', after: 'Stopped' }],
      [{ field: 'training_job_status', before: 'InProgress', after: 'Stopping' }],
    ],
  );
  assert.equal((await versions(['final_metric_data_list.value'])).length, 2);
  assert.equal((await versions(['final_metric_data_list', 'role_arn'])).length, 2);
  assert.deepEqual(await versions(['role_arn']), []);

  // As of a moment, counters say what they were when the version began, until they were last read within it: never more than was so.
  for (const [minutes, status, seconds, changedAt] of [
    [0, 'InProgress', 0, 0],
    [10, 'InProgress', 0, 0],
    [30.5, 'InProgress', 1800, 0],
    [31, 'Stopping', 1860, 31],
    [31.5, 'Stopping', 1860, 31],
    [33, 'Stopping', 1920, 31],
    [34, 'Stopped', 1950, 34],
    [39, 'Stopped', 1950, 34],
    [41, 'Stopped', 1940, 40],
  ] as const) {
    const moment = at(minutes).toISOString();
    const select = sql`SELECT training_job_status AS status, billable_time_in_seconds AS seconds`;
    const { rows } = await sql`${select} FROM aws_sagemaker_trainingjob_as_of(${moment}::timestamptz)`.execute(
      db.kysely,
    );
    assert.deepEqual(rows, [{ status, seconds }], `after ${minutes} minutes`);
    const { rows: shown } = await sql`
      ${select}, changed_at FROM ${fromRows({ type: trainingJob, asOf: moment })}`.execute(db.kysely);
    assert.deepEqual(shown, [{ status, seconds, changed_at: at(changedAt).toISOString() }], `after ${minutes} minutes`);
  }
});

test('the fields that only move on are fields of their resource types', () => {
  for (const type of resourceTypes) for (const path of type.progress) assert.ok(findField(type, path), path);
});
