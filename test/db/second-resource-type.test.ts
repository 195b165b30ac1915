import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findField } from '../../catalog/field-path.ts';
import { flatten } from '../../catalog/flatten.ts';
import { rowSchema } from '../../catalog/json-schema.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import { missingDdl } from '../../db/ddl/missing-ddl.ts';
import { createResourceType, dropResourceType } from '../../db/ddl/resource-type-ddl.ts';
import { listPage } from '../../db/query/list-page.ts';
import { allRowColumns } from '../../db/query/row-columns.ts';
import { searchFilter } from '../../db/query/search/search.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { exampleResponse, exampleType } from '../support/example-type.ts';
import { schemaSnapshot, withoutComment } from '../support/schema-snapshot.ts';
import { testDatabase } from '../support/test-database.ts';

describe('a second resource type', () => {
  let db: Database;
  let untouched: string[];
  before(async () => {
    db = await testDatabase();
    untouched = await schemaSnapshot(db.pool);
    await db.pool.query(createResourceType(exampleType));
  });
  after(() => db[Symbol.asyncDispose]());

  const store = async (source: 'describe' | 'search', overrides?: Record<string, unknown>) => {
    const flattened = flatten(exampleType, exampleResponse(overrides), { tags: [{ Key: 'team', Value: 'clay' }] });
    if (!flattened.ok) throw flattened.error;
    const [stored] = await storeRows(db.kysely, exampleType, [
      { row: flattened.row, region: flattened.region, source },
    ]);
    return stored;
  };
  const list = async (query: string) => {
    const field = findField(exampleType, 'built_at');
    assert.ok(field);
    const filter = searchFilter(query, { type: exampleType, now: Date.now() });
    const columns = allRowColumns(exampleType);
    const page = await listPage(db.kysely, { type: exampleType, filter }, columns, { field, descending: true }, 10);
    return page.rows.map((row) => JSON.parse(row));
  };

  it('gets a table whose columns have the names, types and descriptions of its definition', async () => {
    const { rows } = await db.pool.query<{ name: string; type: string; comment: string | null }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, col_description(attrelid, attnum) AS comment
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [exampleType.name],
    );
    const columns = new Map(rows.map(({ name, ...column }) => [name, column]));
    assert.deepEqual(columns.get('firings'), { type: 'bigint', comment: 'How often it burned. [INT64]' });
    assert.deepEqual(columns.get('chamber'), { type: 'jsonb', comment: 'The inside. [STRUCT]' });
    assert.deepEqual(columns.get('tags')?.type, 'jsonb');
    assert.ok(exampleType.columns.every(({ name }) => columns.has(name)));
    assert.deepEqual(await missingDdl(db.pool, exampleType), []);
    assert.deepEqual(await withoutComment(db.pool), []);
  });

  it('is flattened, stored, completed, changed and found like the first', async () => {
    assert.equal((await store('search', { Notes: null }))?.outcome, 'new');
    assert.deepEqual((await store('describe'))?.completeness, 'described');
    assert.equal((await store('describe'))?.outcome, 'unchanged');
    assert.equal((await store('describe', { KilnStatus: 'Broken', LastFiredAt: 1_720_000_000 }))?.outcome, 'changed');
    const [row, ...others] = await list('kiln_status:Broken tags:team:clay chamber.volume_in_litres:>100');
    assert.deepEqual(others, []);
    assert.equal(row.account_id, '111122223333');
    assert.equal(row.built_at, '2023-11-14T22:13:20.500Z');
    assert.deepEqual(row.chamber, { volume_in_litres: 120.5, lining_type: null });
    assert.deepEqual(row.notes, { FirstNote: 'mind the door' });
    assert.deepEqual(await list('kiln_status:Hot'), []);
    const { rows } = await db.pool.query(
      `SELECT resource_type, fields, settled, firings::text FROM resource_change JOIN ${exampleType.name} AS kiln ON resource_id = kiln.id`,
    );
    assert.deepEqual(rows, [
      {
        resource_type: exampleType.name,
        fields: ['kiln_status', 'last_fired_at'],
        settled: true,
        firings: '9007199254740993',
      },
    ]);
  });

  it('has its lists as relations, which readers may read', async () => {
    const { rows } = await db.pool.query(
      `SELECT kiln_name, position, glaze_name, has_table_privilege('sagecat_reader', 'aws_pottery_kiln_glazes', 'SELECT') AS readable
       FROM aws_pottery_kiln_glazes`,
    );
    assert.deepEqual(rows, [{ kiln_name: 'Raku-1', position: 1, glaze_name: 'Celadon', readable: true }]);
  });

  it('refuses a resource of another type', () => {
    const flattened = flatten(
      exampleType,
      exampleResponse({ KilnArn: 'arn:aws:sagemaker:eu-west-1:111122223333:kiln/raku-1' }),
    );
    assert.ok(!flattened.ok);
    assert.match(flattened.error.message, /^kiln Raku-1: KilnArn \(kiln_arn\) should be the ARN of/);
  });

  it('has a schema of its own for the API, and costs the first nothing', () => {
    assert.deepEqual(
      Object.keys(rowSchema(exampleType).properties ?? {}).filter((name) => name.startsWith('kiln_')),
      ['kiln_arn', 'kiln_name', 'kiln_status'],
    );
    assert.ok(!trainingJob.columns.some(({ name }) => name.startsWith('kiln_')));
  });

  it('goes without a trace', async () => {
    await db.pool.query(dropResourceType(exampleType));
    assert.deepEqual(await schemaSnapshot(db.pool), untouched);
    assert.deepEqual((await db.pool.query('SELECT FROM resource_change')).rows, []);
  });
});
