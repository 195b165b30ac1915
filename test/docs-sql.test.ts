import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../catalog/flatten.ts';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { sqlSettings } from '../config/sql-section.ts';
import type { Database } from '../db/database.ts';
import { SqlReader } from '../db/sql/sql-reader.ts';
import { storeRows } from '../db/store/store-rows.ts';
import { describeResponse } from './support/responses.ts';
import { testDatabase } from './support/test-database.ts';

const page = readFileSync(new URL('../docs/sql.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^(\d+)\. ([^\n]*\n)+?\n```sql\n([\s\S]*?)```/gm)].map(
  ([, number, title, statement]) => ({
    title: `${number}. ${title?.trim()}`,
    statement: statement ?? '',
    parameters: [...(statement ?? '').matchAll(/^-- \$\d+ = (.*)$/gm)].map(([, value]) => value),
  }),
);

describe('docs/sql.md', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
    const store = async (overrides: Record<string, unknown>) => {
      const flattened = flatten(trainingJob, describeResponse(overrides), { tags: [{ Key: 'owner', Value: 'nlp' }] });
      assert.ok(flattened.ok);
      await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
    };
    const created = Math.floor(Date.now() / 1000) - 86_400;
    const job = {
      TrainingJobName: 'Whole',
      CreationTime: created,
      Environment: { HF_TOKEN: 'hunter2hunter2' },
      FailureReason: 'AlgorithmError: it broke',
      InputDataConfig: [
        { ChannelName: 'train', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://bucket/train' } } },
      ],
      FinalMetricDataList: [{ MetricName: 'loss', Value: 0.5, Timestamp: created }],
      SecondaryStatusTransitions: [{ Status: 'Training', StartTime: created + 60 }],
    };
    await store({ ...job, TrainingJobStatus: 'InProgress' });
    await store({ ...job, TrainingJobStatus: 'Failed' });
  });
  after(() => db[Symbol.asyncDispose]());

  it('has ten worked examples', () => assert.equal(examples.length, 10));

  for (const { title, statement, parameters } of examples) {
    it(title, async () => {
      const { columns, rows } = await new SqlReader(db, sqlSettings()).run({
        statement,
        parameters,
        maxRows: 100,
        timeoutMs: 10_000,
      });
      assert.ok(columns.length > 0);
      // Nothing was known before today.
      assert.ok(title.startsWith('9.') ? rows.length === 0 : rows.length > 0, `${rows.length} rows`);
    });
  }

  it('names only relations that a reader can read', async () => {
    const table = page.slice(page.indexOf('## What can be read'), page.indexOf('Structs are'));
    const names = [...table.matchAll(/`([a-z_]+)`/g)]
      .map(([, name]) => name)
      .filter((name) => !['region', 'deleted_at', 'information_schema'].includes(name ?? ''));
    for (const name of names) {
      await new SqlReader(db, sqlSettings()).run({
        statement: `SELECT * FROM ${name} LIMIT 1`,
        maxRows: 1,
        timeoutMs: 10_000,
      });
    }
    assert.ok(names.length > 8);
  });
});
