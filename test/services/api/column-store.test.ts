import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import pino from 'pino';
import { allFields, findField } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import type { Database } from '../../../db/database.ts';
import { type Aggregation, bucketUnits, type Metric } from '../../../db/query/aggregation.ts';
import { readAggregate } from '../../../db/query/read-aggregate.ts';
import { readFacets } from '../../../db/query/read-facets.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { storedAggregate } from '../../../services/api/column-store/aggregate.ts';
import { BucketStarts } from '../../../services/api/column-store/bucket-starts.ts';
import { newColumn } from '../../../services/api/column-store/column.ts';
import { ColumnStore } from '../../../services/api/column-store/column-store.ts';
import { storedFacets } from '../../../services/api/column-store/facets.ts';
import { selectedRows } from '../../../services/api/column-store/selected-rows.ts';
import { readSelection } from '../../../services/api/selection.ts';
import { arbitraryQuery } from '../../support/arbitrary-query.ts';
import { arbitraryResponse } from '../../support/arbitrary-response.ts';
import { writeQuery } from '../../support/search-evaluator.ts';
import { testDatabase } from '../../support/test-database.ts';

const numRuns = Number(process.env.COLUMN_STORE_RUNS ?? 80);

describe('the column store', () => {
  let db: Database;
  let store: ColumnStore;
  const starts = new BucketStarts();
  const rows: Parameters<typeof arbitraryQuery>[0][number][] = [];
  const names = ['ml.p4d', 'ml.p5', 'ml.g5'];
  const newStore = () =>
    new ColumnStore({
      db: db.kysely,
      type: trainingJob,
      logger: pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line).msg) }),
      signal: new AbortController().signal,
    });
  const warnings: string[] = [];

  async function addRows(count: number, seed: number): Promise<void> {
    const samples = fc.sample(arbitraryResponse({ regions: ['us-east-1', 'eu-west-1'] }), { numRuns: count, seed });
    for (const [index, { sdk }] of samples.entries()) {
      const config = { InstanceType: names[index % names.length], InstanceCount: (index % 4) + 1 };
      const modern = { ...sdk, CreationTime: new Date(Date.UTC(2025, index % 12, 1 + (index % 28), index % 24, 31)) };
      const response = index % 5 === 0 ? sdk : { ...modern, ResourceConfig: config, BillableTimeInSeconds: index * 7 };
      const tags = [
        { Key: 'team', Value: `t${index % 3}` },
        { Key: 'run', Value: String(index % 11) },
      ].slice(0, index % 4);
      const flattened = flatten(trainingJob, response, { tags });
      assert.ok(flattened.ok);
      const { row, region } = flattened;
      await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }]);
      rows.push({ ...row, region, completeness: 'described' });
    }
  }

  before(async () => {
    db = await testDatabase();
    await addRows(60, 1);
    store = newStore();
    await store.load();
    store.want(fields);
    await store.settled();
    assert.deepEqual(
      fields.filter(({ path }) => store.column(path) === undefined),
      [],
    );
  });
  after(() => db[Symbol.asyncDispose]());

  const select = (q: string, accounts: Caller['accounts'] = 'all') =>
    readSelection(trainingJob, { q }, { caller: { ...localCaller, accounts } }, Date.UTC(2026, 0));
  const keys = ['hyper_parameters.lr', 'environment.PATH', 'tag_map.team', 'tag_map.run', 'tag_map.absent'].flatMap(
    (path) => findField(trainingJob, path) ?? [],
  );
  const fields = [...allFields(trainingJob), ...keys].filter((field) => newColumn(field) !== undefined);
  const queries = fc.oneof(
    fc.constantFrom('', 'tag_map.team:t1', '-tag_map.run:(1 OR 2)', 'tag_map.team:*', '-tag_map.absent:*'),
    arbitraryLater(() => arbitraryQuery(rows).map(writeQuery)),
  );

  it('counts as the database does, under any query that it can answer', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(queries, fc.shuffledSubarray(fields, { minLength: 1, maxLength: 5 }), async (q, chosen) => {
        const selection = select(q);
        const mask = selectedRows(store, selection);
        if (!mask) return;
        answered += 1;
        const stored = storedFacets(store, mask, chosen, 4);
        assert.deepEqual(stored, await readFacets(db.kysely, selection, chosen, 4), q);
      }),
      { numRuns },
    );
    assert.ok(answered > numRuns / 5, `only ${answered} of ${numRuns} were answered`);
  });

  it('counts for callers of some accounts what row-level security shows them', async () => {
    const known = [...new Set(rows.map(({ account_id }) => String(account_id)))];
    let [answered, partial] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.shuffledSubarray(fields, { minLength: 1, maxLength: 3 }),
        fc.subarray([...known, '999999999999'], { minLength: 1 }),
        async (q, chosen, accounts) => {
          const selection = select(q, accounts);
          const mask = selectedRows(store, selection);
          if (!mask) return;
          answered += 1;
          const stored = storedFacets(store, mask, chosen, 4);
          const shown = await readAsAccounts(db, accounts, (trx) => readFacets(trx, select(q), chosen, 4));
          assert.deepEqual(stored, shown, `${q} for ${accounts}`);
          if (shown.total > 0 && shown.total < rows.length) partial += 1;
        },
      ),
      { numRuns },
    );
    assert.ok(
      answered > numRuns / 5 && partial > 0,
      `only ${answered} of ${numRuns} were answered, ${partial} in part`,
    );
  });

  const numbers = ['billable_time_in_seconds', 'resource_config.instance_count'].flatMap(
    (path) => findField(trainingJob, path) ?? [],
  );
  const metrics: Metric[] = [
    { name: 'count', operation: 'count' },
    ...numbers.flatMap((field): Metric[] => [
      { name: `sum ${field.path}`, operation: 'sum', field },
      { name: `min ${field.path}`, operation: 'min', field },
      { name: `max ${field.path}`, operation: 'max', field },
      { name: `count ${field.path}`, operation: 'count', field },
      { name: `p75 ${field.path}`, operation: 'percentile', field, fraction: 0.75 },
    ]),
    ...(findField(trainingJob, 'training_end_time')
      ? [{ name: 'last', operation: 'max' as const, field: findField(trainingJob, 'training_end_time') }]
      : []),
  ];
  const creation = findField(trainingJob, 'creation_time');
  const buckets = fc.record({
    field: fc.constantFrom(...(creation ? [creation] : [])),
    unit: fc.constantFrom(...bucketUnits),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'America/Sao_Paulo'),
  });

  it('adds up as the database does', async () => {
    const runs = Math.ceil(numRuns / 3);
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.shuffledSubarray(fields, { maxLength: 3 }),
        fc.shuffledSubarray(metrics, { minLength: 1, maxLength: 4 }),
        fc.option(buckets, { nil: undefined }),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        async (q, groupBy, chosen, bucket, limit, isOrdered) => {
          const selection = select(q);
          const order = isOrdered && chosen[0] ? { metric: chosen[0].name, descending: true } : undefined;
          const aggregation: Aggregation = { groupBy, metrics: chosen, bucket, order, limit };
          const mask = selectedRows(store, selection);
          const stored = mask && (await storedAggregate(store, mask, aggregation, starts, db.kysely));
          if (!stored) return;
          answered += 1;
          assert.deepEqual(stored, await readAggregate(db.kysely, selection, aggregation), q);
        },
      ),
      { numRuns: runs },
    );
    assert.ok(answered > runs / 5, `only ${answered} of ${runs} were answered`);
  });

  it('takes in what is written, changed and deleted since', async () => {
    await addRows(10, 2);
    await db.pool.query(`UPDATE aws_sagemaker_trainingjob SET training_job_status = 'Touched' WHERE id % 3 = 0`);
    await db.pool.query('UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE id % 7 = 0');
    await store.refresh();
    const selection = select('');
    const mask = selectedRows(store, selection);
    assert.ok(mask);
    const chosen = fields.slice(0, 6);
    assert.deepEqual(storedFacets(store, mask, chosen, 100), await readFacets(db.kysely, selection, chosen, 100));
  });

  describe('of a process that starts', () => {
    const chosen = () =>
      fc.sample(fc.shuffledSubarray(fields, { minLength: 20, maxLength: 20 }), { numRuns: 3, seed: 4 });
    /** Asserts that a store has every column, and counts as the database does. */
    async function assertExact(started: ColumnStore): Promise<void> {
      await started.refresh();
      for (const some of chosen()) {
        const mask = selectedRows(started, select(''));
        assert.ok(mask);
        assert.deepEqual(storedFacets(started, mask, some, 100), await readFacets(db.kysely, select(''), some, 100));
      }
    }
    /** Starts a store, has it read all columns, and returns what it warned of. */
    async function started(): Promise<[ColumnStore, string[]]> {
      const before = warnings.length;
      const fresh = newStore();
      await fresh.load();
      await fresh.settled();
      fresh.want(fields);
      await fresh.settled();
      return [fresh, warnings.slice(before)];
    }
    /** One for each field, but for the keys of tags, which come from one column, and one for the ids of the rows. */
    const columns = fields.filter(({ path }) => !path.startsWith('tag_map.')).length + 1;
    const saved = () =>
      db.pool.query('SELECT field, snapshot::text, written_by::text FROM sagecat_private.saved_column ORDER BY field');

    it('has what another has left, and what has been written since', async () => {
      const { rows: before } = await saved();
      assert.equal(before.length, columns);
      await addRows(7, 5);
      await db.pool.query(`UPDATE aws_sagemaker_trainingjob SET tags = '["team:moved"]' WHERE id % 5 = 0`);
      const [fresh, told] = await started();
      assert.deepEqual(told, []);
      assert.deepEqual((await saved()).rows, before, 'nothing had to be read or saved');
      await assertExact(fresh);
    });

    it('reads what a definition has not had before', async () => {
      await db.pool.query(`DELETE FROM sagecat_private.saved_column WHERE field IN ('region', 'tags', 'deleted_at')`);
      const [fresh, told] = await started();
      assert.deepEqual(told, []);
      await assertExact(fresh);
      assert.equal((await saved()).rows.length, columns);
    });

    const spoiled = {
      'a byte has changed': `SET data = set_byte(data, length(data) - 3, 255 - get_byte(data, length(data) - 3))`,
      'the end is missing': 'SET data = substr(data, 1, length(data) / 2)',
      'they are empty': `SET data = ''`,
    };
    for (const [name, how] of Object.entries(spoiled)) {
      it(`reads every row again where ${name}`, async () => {
        await db.pool.query(
          `UPDATE sagecat_private.saved_column ${how}, written_by = pg_current_xact_id() WHERE field = 'tags'`,
        );
        const [fresh, told] = await started();
        assert.deepEqual(told, ['the saved columns cannot be read: every row is read again']);
        await assertExact(fresh);
        assert.deepEqual((await started())[1], []);
      });
    }

    const foreign = {
      'of another version': `SET version = version + 1, written_by = pg_current_xact_id()`,
      'of the database of a dump': `SET written_by = '7'`,
    };
    for (const [name, how] of Object.entries(foreign)) {
      it(`takes no columns ${name}`, async () => {
        await db.pool.query(`UPDATE sagecat_private.saved_column ${how}, snapshot = '900000000:900000000:', data = ''`);
        const [fresh, told] = await started();
        assert.deepEqual(told, []);
        await assertExact(fresh);
      });
    }

    it('reads every row again where rows have been deleted from the table', async () => {
      await db.pool.query('DELETE FROM aws_sagemaker_trainingjob WHERE id IN (3, 4)');
      const [fresh, told] = await started();
      assert.deepEqual(told, ['rows have been deleted from the table: every row is read again']);
      await assertExact(fresh);
      [store] = await started();
    });
  });

  it('answers again after the database did not answer once', async () => {
    const table = 'ALTER TABLE aws_sagemaker_trainingjob';
    await db.pool.query(`${table} RENAME COLUMN region TO region_away`);
    await assert.rejects(store.refresh());
    await db.pool.query(`${table} RENAME COLUMN region_away TO region`);
    await store.refresh();
  });

  it('sees what a transaction wrote that was open while others were taken in', async () => {
    const client = await db.pool.connect();
    const changed = () => {
      const mask = selectedRows(store, select('training_job_status:Lat?'));
      return mask?.reduce((sum, passes) => sum + passes, 0);
    };
    try {
      await client.query('BEGIN');
      await client.query(`UPDATE aws_sagemaker_trainingjob SET training_job_status = 'Late' WHERE id = 1`);
      if (db.embedded === undefined) {
        await addRows(1, 3);
        await store.refresh();
        assert.equal(changed(), 0);
      }
      await client.query('COMMIT');
      await store.refresh();
      assert.equal(changed(), 1);
    } finally {
      client.release();
    }
  });
});

/** An arbitrary that is made when it is first used. */
function arbitraryLater<T>(make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
  let made: fc.Arbitrary<T> | undefined;
  return fc.constant(undefined).chain(() => {
    made ??= make();
    return made;
  });
}
