import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Migrator } from 'kysely/migration';
import { catalogType } from '../../catalog/fields.ts';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import { migrateDown, migrateToLatest, migrationStatus } from '../../db/migrate.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { migrations } from '../../migrations/index.ts';
import { describeResponse } from '../support/responses.ts';
import { schemaSnapshot, withoutComment } from '../support/schema-snapshot.ts';
import { testDatabase } from '../support/test-database.ts';

const names = Object.keys(migrations);

describe('migrations', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase({ migrate: false });
  });
  after(() => db[Symbol.asyncDispose]());

  /** A job that has changed once: rows in the table, the history and the billing tables. */
  const fill = async () => {
    for (const TrainingJobStatus of ['InProgress', 'Completed']) {
      const flattened = flatten(trainingJob, describeResponse({ TrainingJobStatus }), { tags: [] });
      assert.ok(flattened.ok);
      const { row, region } = flattened;
      await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }]);
    }
  };
  const count = async (table: string) => Number((await db.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

  it('go up in the order of their numbers, and once', async () => {
    assert.deepEqual(await migrateToLatest(db.kysely), names);
    assert.deepEqual(await migrateToLatest(db.kysely), []);
    assert.deepEqual(names, names.toSorted());
    assert.ok((await migrationStatus(db.kysely)).every(({ executedAt }) => executedAt !== undefined));
  });

  it('go back one by one and up again over rows, to the same tables, comments, privileges and policies', async () => {
    const whole = await schemaSnapshot(db.pool);
    const migrator = new Migrator({ db: db.kysely, provider: { getMigrations: async () => migrations } });
    await fill();
    for (const name of names.toReversed()) {
      const before = await schemaSnapshot(db.pool);
      assert.deepEqual(await migrateDown(db.kysely, 1), [name]);
      const { error, results } = await migrator.migrateUp();
      assert.equal(error, undefined, `${name} goes up again`);
      assert.deepEqual(
        results?.map(({ migrationName }) => migrationName),
        [name],
      );
      assert.deepEqual(await schemaSnapshot(db.pool), before, `after ${name} went back and up again`);
      await migrateDown(db.kysely, 1);
    }
    assert.deepEqual(await migrateToLatest(db.kysely), names);
    assert.deepEqual(await schemaSnapshot(db.pool), whole);
  });

  it('leave nothing behind when all go back, and start anew', async () => {
    const whole = await schemaSnapshot(db.pool);
    await fill();
    assert.deepEqual(await migrateDown(db.kysely, 'all'), names.toReversed());
    assert.deepEqual(await schemaSnapshot(db.pool), []);
    assert.deepEqual(await migrateDown(db.kysely, 'all'), []);
    await migrateToLatest(db.kysely);
    assert.deepEqual(await schemaSnapshot(db.pool), whole);
    assert.equal(await count(trainingJob.name), 0);
    await fill();
    assert.deepEqual([await count(trainingJob.name), await count('resource_change')], [1, 1]);
  });

  it('say of every table and view, and of every column, what it holds', async () => {
    assert.deepEqual(await withoutComment(db.pool), []);
  });

  it('give the columns of a resource type the descriptions and types of its definition', async () => {
    const { rows } = await db.pool.query<{ name: string; comment: string }>(
      `SELECT attname AS name, col_description(attrelid, attnum) AS comment FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [trainingJob.name],
    );
    const comments = new Map(rows.map(({ name, comment }) => [name, comment]));
    for (const { name, field } of trainingJob.columns) {
      assert.equal(comments.get(name), `${field.description} [${catalogType(field)}]`);
    }
  });
});
