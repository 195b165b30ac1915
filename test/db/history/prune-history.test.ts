import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { pruneHistory } from '../../../db/history/prune-history.ts';
import { readHorizon } from '../../../db/history/read-horizon.ts';
import { recordChanges } from '../../../db/store/record-changes.ts';
import { testApi } from '../../support/test-api.ts';

const signal = new AbortController().signal;
const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

/** A job that was first seen 100 days ago, and whose status was `was-N` until N days ago. */
async function jobWithHistory(api: Awaited<ReturnType<typeof testApi>>, changes: readonly number[]) {
  const { kysely: db } = api.database;
  await api.store({ TrainingJobStatus: 'Completed' });
  await db
    .updateTable('aws_sagemaker_trainingjob')
    .set({ first_seen_at: daysAgo(100) })
    .execute();
  const row = await db
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['id', 'account_id', 'region', 'training_job_arn'])
    .executeTakeFirstOrThrow();
  await recordChanges(
    db,
    changes.map((days, index) => ({
      resource_type: trainingJob.name,
      resource_id: row.id,
      account_id: row.account_id ?? '',
      region: row.region,
      seen_at: daysAgo(days),
      kind: 'changed' as const,
      fields: ['training_job_status'],
      before: { training_job_status: `was-${days}` },
      after: { training_job_status: index + 1 < changes.length ? `was-${changes[index + 1]}` : 'Completed' },
    })),
  );
  return `/v1/resources/${trainingJob.name}/${encodeURIComponent(row.training_job_arn ?? '')}`;
}

test('changes before the retention go, in batches; what is newer reads as before, and what is older is an error', async () => {
  await using api = await testApi();
  const { kysely: db } = api.database;
  const job = await jobWithHistory(api, [90, 60, 40, 20, 10]);
  const asOf = async (days: number) => {
    const { status, body } = await api.get(`${job}?as_of=${daysAgo(days).toISOString()}`);
    return status === 200 ? body.training_job_status : status;
  };
  const moments = [95, 70, 50, 35, 25, 15, 5];
  const before = await Promise.all(moments.map(asOf));
  assert.deepEqual(before, ['was-90', 'was-60', 'was-40', 'was-20', 'was-20', 'was-10', 'Completed']);
  assert.equal((await api.get(`${job}/versions`)).body.history_since, null);

  const pruned = await pruneHistory(db, { keepDays: 30, signal, batchSize: 2 });
  assert.equal(pruned.changes, 3);
  assert.equal(await readHorizon(db), pruned.before);
  assert.deepEqual(await Promise.all(moments.map(asOf)), [422, 422, 422, 422, 'was-20', 'was-10', 'Completed']);
  const inSql = (days: number) =>
    sql<{ training_job_status: string }>`
      SELECT training_job_status FROM aws_sagemaker_trainingjob_as_of(${daysAgo(days)})`.execute(db);
  assert.deepEqual((await inSql(15)).rows, [{ training_job_status: 'was-10' }]);
  await assert.rejects(inSql(35), /the history before .* is no longer kept/);
  const versions = await api.get(`${job}/versions`);
  assert.equal(versions.body.history_since, pruned.before);
  assert.equal(versions.body.items.length, 3);
  const list = await api.get(`/v1/resources/${trainingJob.name}?as_of=now-60d`);
  assert.equal(list.status, 422);
  assert.match(list.body.detail, /no longer kept \(history\.retention_days\)/);
  assert.equal(list.body.history_since, pruned.before);

  assert.deepEqual((await pruneHistory(db, { keepDays: 30, signal })).changes, 0);
  await pruneHistory(db, { keepDays: 60, signal });
  assert.ok(((await readHorizon(db)) ?? '') >= pruned.before, 'what is gone does not come back');
});

test('the rows themselves stay, and an aborted pruning says how far the history may be relied on', async () => {
  await using api = await testApi();
  const { kysely: db } = api.database;
  await jobWithHistory(api, [90, 60]);
  const rows = await sql`SELECT * FROM aws_sagemaker_trainingjob`.execute(db);
  const stopped = AbortSignal.abort(new Error('stopped'));
  await assert.rejects(pruneHistory(db, { keepDays: 1, signal: stopped }), /stopped/);
  assert.ok(await readHorizon(db));
  assert.equal((await pruneHistory(db, { keepDays: 1, signal })).changes, 2);
  assert.deepEqual((await sql`SELECT * FROM aws_sagemaker_trainingjob`.execute(db)).rows, rows.rows);
});
