import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findField } from '../../catalog/field-path.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { listPage } from '../../db/query/list-page.ts';
import { allRowColumns } from '../../db/query/row-columns.ts';
import { searchFilter } from '../../db/query/search/search.ts';
import { withStatementTimeout } from '../../db/with-statement-timeout.ts';
import { onServer, testDatabase } from '../support/test-database.ts';

const columns = allRowColumns(trainingJob);

/** Lists through one connection and answers what it holds prepared. */
async function preparedBy(...pages: { readonly limit: number; readonly q?: string }[]): Promise<string[]> {
  await using database = await testDatabase();
  await using limited = withStatementTimeout(database, { statementTimeoutMs: 30_000, maxConnections: 1 });
  const field = findField(trainingJob, 'creation_time');
  assert.ok(field);
  for (const { limit, q } of pages) {
    const filter = q === undefined ? undefined : searchFilter(q, { type: trainingJob, now: Date.now() });
    const page = await listPage(
      limited.kysely,
      { type: trainingJob, filter },
      columns,
      { field, descending: true },
      limit,
    );
    assert.deepEqual(page.rows, []);
  }
  const { rows } = await limited.pool.query<{ name: string }>(
    'SELECT name FROM pg_prepared_statements ORDER BY prepare_time',
  );
  return rows.map(({ name }) => name);
}

describe('a connection of the API', { skip: !onServer && 'needs DATABASE_URL' }, () => {
  it('has a page without a query parsed once, however often it is asked for', async () => {
    assert.deepEqual(await preparedBy({ limit: 50 }, { limit: 50 }, { limit: 20 }, { limit: 50 }), [
      'sagecat_1',
      'sagecat_2',
    ]);
  });

  it('has a page with a query planned for its values', async () => {
    assert.deepEqual(await preparedBy({ limit: 50, q: 'training_job_status:Failed' }), []);
  });

  it('holds thirty statements at most, and answers the others too', async () => {
    const names = await preparedBy(...Array.from({ length: 40 }, (_, index) => ({ limit: index + 1 })));
    assert.equal(names.length, 30);
  });
});

describe('the connections of the API to the embedded database', {
  skip: onServer && 'the embedded database only',
}, () => {
  it('prepare nothing, since they share one session', async () => {
    assert.deepEqual(await preparedBy({ limit: 50 }, { limit: 50 }), []);
  });
});
