import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { flatten, type Origin } from '../../catalog/flatten.ts';
import { createMasker } from '../../catalog/secrets/mask.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import { readVersions } from '../../db/query/read-versions.ts';
import { allRowColumns, type JsonRow, selectJson } from '../../db/query/row-columns.ts';
import { fromRows } from '../../db/query/row-source.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { describeResponse } from '../support/responses.ts';
import { testDatabase } from '../support/test-database.ts';

type Tags = NonNullable<Origin['tags']>;
const tag = (Key: string, Value: string) => ({ Key, Value });

describe('tags as an object', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const store = async (name: string, tags: Tags | null, seenAt = new Date(), more: Record<string, unknown> = {}) => {
    const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name, ...more }), { tags });
    assert.ok(flattened.ok);
    const { row, region } = flattened;
    const [stored] = await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }], { seenAt });
    return stored;
  };
  const read = async (name: string) => {
    const { rows } = await sql<{
      id: number;
      tags: unknown;
      tag_map: unknown;
      written_by: string;
      team: string | null;
    }>`
      SELECT id, tags, tag_map, written_by::text, tag_map ->> 'team' AS team
      FROM aws_sagemaker_trainingjob WHERE training_job_name = ${name}`.execute(db.kysely);
    const [row] = rows;
    assert.ok(row);
    return row;
  };

  it('is read by key, while the list stays as it was', async () => {
    await store('Plain', [tag('team', 'nlp'), tag('stage', 'prod')]);
    const { tags, tag_map, team } = await read('Plain');
    assert.deepEqual(tags, ['stage:prod', 'team:nlp']);
    assert.deepEqual(tag_map, { stage: 'prod', team: 'nlp' });
    assert.equal(team, 'nlp');
  });

  it('keeps colons where they belong, empty values, odd keys, and the last of several tags of one key', async () => {
    await store('Odd', [
      tag('git:commit', '1f3a'),
      tag('url', 'https://example.org:8080/x'),
      tag('aws:cloudformation:stack-name', 'a:b'),
      tag('empty', ''),
      tag('__proto__', 'own'),
      tag('two', 'b'),
      tag('two', 'a'),
    ]);
    const { tag_map } = await read('Odd');
    assert.deepEqual(Object.entries(tag_map as object).sort(), [
      ['__proto__', 'own'],
      ['aws:cloudformation:stack-name', 'a:b'],
      ['empty', ''],
      ['git:commit', '1f3a'],
      ['two', 'b'],
      ['url', 'https://example.org:8080/x'],
    ]);
    const { rows } = await sql<{ tag: string; key: string; value: string }>`
      SELECT tag, key, value FROM aws_sagemaker_trainingjob_tags WHERE training_job_name = 'Odd' ORDER BY position`.execute(
      db.kysely,
    );
    assert.deepEqual(
      rows.map(({ key, value }) => [key, value]),
      [
        ['__proto__', 'own'],
        ['aws:cloudformation:stack-name', 'a:b'],
        ['empty', ''],
        ['git:commit', '1f3a'],
        ['two', 'a'],
        ['two', 'b'],
        ['url', 'https://example.org:8080/x'],
      ],
    );
    assert.ok(rows.every(({ tag, key, value }) => tag === `${key}:${value}`));
  });

  it('tells no tags from tags that were not read', async () => {
    await store('None', []);
    await store('Unread', null);
    assert.deepEqual((await read('None')).tag_map, {});
    assert.equal((await read('Unread')).tag_map, null);
    await store('None', null);
    assert.deepEqual((await read('None')).tag_map, {}, 'a describe without tags leaves them');
  });

  it('follows a retagging with one version, which speaks of the list, and is as it was in the past', async () => {
    const [before, between, after] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => new Date(day));
    await store('Moved', [tag('team', 'nlp'), tag('a:b', 'c')], before);
    await store('Moved', [tag('team', 'nlp'), tag('a:b', 'c')], between);
    await store('Moved', [tag('team', 'vision')], after);
    const { id, tag_map } = await read('Moved');
    assert.deepEqual(tag_map, { team: 'vision' });
    const versions = await readVersions(db.kysely, trainingJob.name, id, { limit: 10 });
    assert.deepEqual(
      versions.map(({ differences }) => differences.map(({ field }) => field)),
      [['tags[0]', 'tags[1]']],
    );
    const change = await db.kysely.selectFrom('resource_change').selectAll().where('resource_id', '=', id).execute();
    assert.deepEqual(
      change.map(({ fields }) => fields),
      [['tags[0]', 'tags[1]']],
    );
    const past = { type: trainingJob, asOf: '2026-01-02T12:00:00.000Z' };
    const { rows } = await sql<JsonRow>`
      SELECT ${selectJson(allRowColumns(trainingJob))} FROM ${fromRows(past)} WHERE training_job_name = 'Moved'`.execute(
      db.kysely,
    );
    assert.deepEqual(JSON.parse(rows[0]?.json ?? '').tag_map, { team: 'nlp', 'a:b': 'c' });
    const asOf = await sql<{ tag_map: unknown }>`
      SELECT tag_map FROM aws_sagemaker_trainingjob_as_of('2026-01-02T12:00:00Z') WHERE training_job_name = 'Moved'`.execute(
      db.kysely,
    );
    assert.deepEqual(asOf.rows[0]?.tag_map, { team: 'nlp', 'a:b': 'c' });
  });

  it('takes over where a key ends that was split elsewhere, without a version', async () => {
    await store('Split', [tag('a', 'b:c')]);
    const former = await read('Split');
    await store('Split', [tag('a:b', 'c')]);
    const { id, tags, tag_map } = await read('Split');
    assert.deepEqual([tags, tag_map], [['a:b:c'], { 'a:b': 'c' }]);
    assert.deepEqual(await readVersions(db.kysely, trainingJob.name, id, { limit: 10 }), []);
    await store('Split', [tag('a:b', 'c')]);
    const { written_by } = await read('Split');
    await store('Split', [tag('a:b', 'c')]);
    assert.equal((await read('Split')).written_by, written_by, 'what is equal is not written again');
    assert.notEqual(written_by, former.written_by);
  });

  it('is masked where the list is, by its true keys', async () => {
    const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: 'Secret' }), {
      tags: [tag('db:password', 'hunter2-correct-horse'), tag('team', 'nlp')],
    });
    assert.ok(flattened.ok);
    const { row, region } = flattened;
    await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }], { masker: createMasker() });
    const { tags, tag_map } = await read('Secret');
    const masked = '***masked:secret-name***';
    assert.deepEqual(tags, [`db:password:${masked}`, 'team:nlp']);
    assert.deepEqual(tag_map, { 'db:password': masked, team: 'nlp' });
  });

  it('is in the view of billable time by job', async () => {
    const { rows } = await sql<{ team: string }>`
      SELECT tag_map ->> 'team' AS team FROM billable_by_job WHERE training_job_name = 'Plain'`.execute(db.kysely);
    assert.deepEqual(rows, [{ team: 'nlp' }]);
  });
});
