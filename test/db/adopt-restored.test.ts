import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { adoptRestored } from '../../db/adopt-restored.ts';
import type { Database } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { applyPolicies } from '../../db/policies/apply-policies.ts';
import { evaluatePolicies } from '../../db/policies/evaluate-policies.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { describeResponse } from '../support/responses.ts';
import { testDatabase } from '../support/test-database.ts';

describe('a database that was restored from a dump', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
    await applyPolicies(db.kysely, [
      { name: 'tagged', title: 'tagged', type: trainingJob.name, severity: 'low', require: 'tags.team:*' },
    ]);
    await store('before');
    await evaluatePolicies(db.kysely);
    await db.pool.query(
      `INSERT INTO sagecat_private.watch (name, position, definition, snapshot) VALUES ('w', 1, '{}', pg_current_snapshot())`,
    );
    await restore();
  });
  after(() => db[Symbol.asyncDispose]());

  const store = async (name: string) => {
    const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name, TrainingJobArn: arnOf(name) }), {
      tags: [],
    });
    assert.ok(flattened.ok);
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };
  const arnOf = (name: string) => `arn:aws:sagemaker:us-east-1:123456789012:training-job/${name}`;
  const count = async (query: string) => Number((await db.pool.query(`SELECT count(*) FROM ${query}`)).rows[0].count);

  /** What a dump and a restore do to transaction numbers: rows keep those of the other server, which had come further. */
  async function restore(): Promise<void> {
    const client = await db.pool.connect();
    try {
      await client.query(`
        BEGIN;
        SET LOCAL session_replication_role = replica;
        UPDATE aws_sagemaker_trainingjob SET written_by = '900000000000';
        UPDATE policy_verdict SET written_by = '900000000000';
        UPDATE resource_change SET written_by = '900000000000';
        UPDATE sagecat_private.policy_evaluation SET snapshot = '900000000001:900000000001:';
        UPDATE sagecat_private.watch SET snapshot = '900000000001:900000000001:';
        UPDATE sagecat_private.database_origin SET written_by = '900000000000';
        COMMIT`);
    } finally {
      client.release();
    }
  }

  it('evaluates what is written since, which a snapshot of the other server hides', async () => {
    await store('after');
    await evaluatePolicies(db.kysely);
    assert.equal(await count('policy_verdict'), 1, 'the snapshot hides the second job');
    await migrateToLatest(db.kysely);
    await evaluatePolicies(db.kysely);
    assert.equal(await count('policy_verdict'), 2);
  });

  it('shows no row as new for ever', async () => {
    const toCome = 'WHERE written_by >= pg_snapshot_xmax(pg_current_snapshot())';
    for (const table of [trainingJob.name, 'policy_verdict', 'resource_change']) {
      assert.equal(await count(`${table} ${toCome}`), 0, table);
    }
    assert.equal(await count('sagecat_private.watch WHERE snapshot IS NOT NULL'), 0);
  });

  it('is adopted once', async () => {
    assert.equal(await adoptRestored(db.kysely), false);
    await restore();
    const adopted = await Promise.all([adoptRestored(db.kysely), adoptRestored(db.kysely)]);
    assert.deepEqual(adopted.toSorted(), [false, true]);
  });
});
