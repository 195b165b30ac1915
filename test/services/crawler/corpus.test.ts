import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../../../db/database.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { recordings, withoutCorpus } from '../../support/corpus.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertRowMatches } from '../../support/reference-leaves.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('a crawl of recorded responses', { skip: withoutCorpus }, () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  for (const { file, path, response } of recordings) {
    it(`stores every field of ${file}, unchanged, under its catalog name`, async () => {
      // Two of the recordings are of one job: each has the catalog for itself.
      await db.kysely.deleteFrom('aws_sagemaker_trainingjob').execute();
      await using simulator = await startSimulator({ recorded: [path] });
      const summary = await crawlSimulator(simulator, db, { kind: 'full' });
      assertComplete(summary);
      assert.equal(summary.jobs.new, 1);
      const rows = await db.kysely.selectFrom('aws_sagemaker_trainingjob').selectAll().execute();
      assert.equal(rows.length, 1);
      assert.ok(assertRowMatches(rows[0], response) > 30);
    });
  }
});
