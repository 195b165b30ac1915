import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { applyEvent } from '../../../db/events/apply-event.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { trainingJobEvent } from '../../support/events.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('applying events', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const read = async (name: string) =>
    db.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .selectAll()
      .where('training_job_name', '=', name)
      .executeTakeFirst();
  const describeJob = async (overrides: Record<string, unknown>) => {
    const flattened = flatten(trainingJob, describeResponse(overrides), { tags: [{ Key: 'team', Value: 'nlp' }] });
    assert.ok(flattened.ok);
    const [stored] = await storeRows(db.kysely, trainingJob, [
      { row: flattened.row, region: flattened.region, source: 'describe' },
    ]);
    return stored;
  };

  it('changes a known job at once, and leaves to a describe what the event lacks', async () => {
    await describeJob({ TrainingJobName: 'Known', TrainingJobStatus: 'InProgress', BillableTimeInSeconds: null });
    const ended = { TrainingJobName: 'Known', TrainingJobStatus: 'Completed', LastModifiedTime: 1_760_007_200 };
    const applied = await applyEvent(db.kysely, trainingJobEvent(ended));
    assert.ok('job' in applied);
    assert.deepEqual([applied.outcome, applied.isIncomplete, applied.job.name], ['changed', true, 'Known']);
    const row = await read('Known');
    assert.equal(row?.training_job_status, 'Completed');
    assert.deepEqual(row?.tags, ['team:nlp']);
    assert.equal(row?.completeness, 'searched');
    await describeJob({ ...ended, BillableTimeInSeconds: 1800 });
    const again = await applyEvent(db.kysely, trainingJobEvent(ended));
    assert.deepEqual([again.outcome, 'isIncomplete' in again && again.isIncomplete], ['unchanged', false]);
    assert.equal((await read('Known'))?.billable_time_in_seconds, 1800);
  });

  it('catalogues a job that was not known', async () => {
    const applied = await applyEvent(db.kysely, trainingJobEvent({ TrainingJobName: 'Fresh' }, { team: 'cv' }));
    assert.deepEqual([applied.outcome, 'isIncomplete' in applied && applied.isIncomplete], ['new', true]);
    const row = await read('Fresh');
    assert.deepEqual([row?.tags, row?.resource_config?.instance_count], [['team:cv'], 2]);
  });

  it('ignores what is about something else and refuses what is broken', async () => {
    const other = await applyEvent(db.kysely, { ...trainingJobEvent(), 'detail-type': 'SageMaker Model State Change' });
    assert.equal(other.outcome, 'ignored');
    assert.equal((await applyEvent(db.kysely, 'x')).outcome, 'refused');
  });

  it('ends with the newest state, in whatever order and however often events arrive', async () => {
    const states = ['Starting', 'Downloading', 'Training', 'Uploading', 'Completed'];
    const events = (name: string) =>
      states.map((SecondaryStatus, index) =>
        trainingJobEvent({
          TrainingJobName: name,
          SecondaryStatus,
          TrainingJobStatus: SecondaryStatus === 'Completed' ? 'Completed' : 'InProgress',
          LastModifiedTime: 1_760_000_000 + index * 60,
          SecondaryStatusTransitions: states.slice(0, index + 1).map((Status) => ({ Status })),
        }),
      );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(states.length - 1), { maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        async (extra, order) => {
          const name = `Shuffled-${count++}`;
          const all = events(name);
          for (const index of [...extra, ...order, ...extra]) await applyEvent(db.kysely, all[index]);
          const row = await read(name);
          assert.equal(row?.training_job_status, 'Completed');
          assert.equal(row?.secondary_status, 'Completed');
          assert.equal(row?.secondary_status_transitions?.length, 5);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('changes nothing when an event comes again', async () => {
    const event = trainingJobEvent({ TrainingJobName: 'Twice' });
    await applyEvent(db.kysely, event);
    const before = await read('Twice');
    assert.equal((await applyEvent(db.kysely, event)).outcome, 'unchanged');
    assert.deepEqual(await read('Twice'), before);
    const changes = await db.kysely
      .selectFrom('resource_change')
      .selectAll()
      .where('resource_id', '=', before?.id ?? 0)
      .execute();
    assert.deepEqual(changes, []);
  });
});
