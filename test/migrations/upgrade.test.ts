import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Migrator } from 'kysely/migration';
import type pg from 'pg';
import { migrateToLatest } from '../../db/migrate.ts';
import { migrations } from '../../migrations/index.ts';
import { schemaSnapshot } from '../support/schema-snapshot.ts';
import { testDatabase } from '../support/test-database.ts';

/** The last migration of the first release. The file beside this one holds what a small catalog had then, table by table. */
const baseline = '0007-manifests';
const dump = join(import.meta.dirname, 'baseline-data.sql');

/** What each view of billable time adds up to. */
async function billedSums(pool: pg.Pool): Promise<unknown[]> {
  const sums: unknown[] = [];
  for (const [view, ...columns] of [
    ['billing_usage', 'resource_id', 'instance_seconds', 'storage_gb_seconds', 'training_ms'],
    ['billing_usage_priced', 'instance_seconds', 'compute_cost', 'cost'],
    ['billable_by_job', 'instance_seconds', 'cost'],
    ['billable_by_day', 'jobs', 'instance_seconds', 'storage_gb_seconds', 'cost'],
    ['spot_savings', 'jobs', 'saved_instance_seconds'],
    ['warm_pool_cost', 'instance_seconds', 'cost'],
    ['waste', 'jobs', 'instance_seconds', 'cost'],
    ['time_per_phase', 'jobs', 'training_seconds'],
    ['cost_by_tag', 'jobs', 'instance_seconds', 'compute_cost'],
  ]) {
    const { rows } = await pool.query(
      `SELECT count(*), ${columns.map((column) => `sum(${column})::text AS ${column}`).join(', ')} FROM ${view}`,
    );
    sums.push([view, rows]);
  }
  return sums;
}

describe('a database of the first release', () => {
  it('comes to the newest version with all its rows', async () => {
    await using db = await testDatabase({ migrate: false });
    const migrator = new Migrator({ db: db.kysely, provider: { getMigrations: async () => migrations } });
    assert.equal((await migrator.migrateTo(baseline)).error, undefined);
    const inserts = await readFile(dump, 'utf8');
    const tables = [...new Set([...inserts.matchAll(/^INSERT INTO (\S+) /gm)].map(([, table = '']) => table))];
    assert.ok(tables.length >= 15);
    const triggers = (state: string) => tables.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER;`).join('\n');
    // As pg_restore does: what triggers would do has been done.
    await db.pool.query(`${triggers('DISABLE')}\n${inserts}\n${triggers('ENABLE')}`);
    const used = await billedSums(db.pool);

    assert.deepEqual(
      await migrateToLatest(db.kysely),
      Object.keys(migrations).filter((name) => name > baseline),
    );

    // The planner has seen every row: billing_usage was filled again by a migration.
    const { rows: estimates } = await db.pool.query<{ table: string; estimate: number; count: number }>(
      `SELECT relname AS table, reltuples::int AS estimate, count::int FROM pg_class
       JOIN (SELECT 'billing_usage'::regclass AS oid, count(*) FROM billing_usage
             UNION ALL SELECT 'aws_sagemaker_trainingjob'::regclass, count(*) FROM aws_sagemaker_trainingjob) AS held USING (oid)`,
    );
    for (const { table, estimate, count } of estimates) assert.equal(estimate, count, `rows of ${table}`);

    await using fresh = await testDatabase();
    assert.deepEqual(await schemaSnapshot(db.pool), await schemaSnapshot(fresh.pool));
    for (const table of tables) {
      const held = inserts.match(new RegExp(`^INSERT INTO ${table.replace('.', '\\.')} `, 'gm'))?.length ?? 0;
      const { rows } = await db.pool.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      assert.ok(Number(rows[0]?.count) >= held, `${table} held ${held} rows and has ${rows[0]?.count}`);
    }
    assert.deepEqual(await billedSums(db.pool), used);
    const types = await db.pool.query('SELECT DISTINCT resource_type FROM billing_usage');
    assert.deepEqual(types.rows, [{ resource_type: 'aws_sagemaker_trainingjob' }]);
    const { rows } = await db.pool.query(
      `SELECT training_job_name, cost::float8 FROM billable_by_job ORDER BY cost DESC NULLS LAST LIMIT 1`,
    );
    assert.equal(rows.length, 1);
  });

  it('of a development version from before is told to start anew', async () => {
    await using db = await testDatabase({ migrate: false });
    await db.pool.query(
      `CREATE TABLE kysely_migration (name varchar(255) PRIMARY KEY, timestamp varchar(255) NOT NULL);
       INSERT INTO kysely_migration VALUES ('0001-catalog', '2026-11-01T00:00:00Z'), ('0002-crawl', '2026-11-01T00:00:01Z')`,
    );
    await assert.rejects(migrateToLatest(db.kysely), {
      name: 'MigrationError',
      message: /development version .* new database, or another data_dir, and crawl again/,
    });
  });

  it('of a later version is told which version to run', async () => {
    await using db = await testDatabase();
    await db.pool.query(`INSERT INTO kysely_migration VALUES ('9999-future', '2036-11-01T00:00:00Z')`);
    await assert.rejects(migrateToLatest(db.kysely), {
      name: 'MigrationError',
      message: /newer version of sagecat \(its migration 9999-future is not known here\)/,
    });
  });
});
