import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StoredRow } from '../../../db/store/store-rows.ts';
import { IdSet } from '../../../services/crawler/target/id-set.ts';
import { Tally } from '../../../services/crawler/target/tally.ts';

const stored = (id: number, outcome: StoredRow['outcome'], changed_at: string | null): StoredRow => ({
  id,
  arn: `arn ${id}`,
  created: '2025-01-01T00:00:00.000Z',
  outcome,
  changed_at,
  completeness: 'described',
});
const before = '2025-06-01T00:00:00.000Z';
const within = '2999-01-01T00:00:00.000Z';

test('a job counts once: what a crawl has stored as new or changed is not counted again when it changes meanwhile', () => {
  const tally = new Tally();
  for (const id of [2, 3, 3]) tally.countRow(id);
  tally.stored([stored(1, 'new', null), stored(2, 'changed', before), stored(3, 'unchanged', before)]);
  tally.stored([stored(1, 'changed', within), stored(2, 'changed', within)]);
  const { seen, new: added, changed, unchanged } = tally.counts;
  assert.deepEqual({ seen, added, changed, unchanged }, { seen: 3, added: 1, changed: 1, unchanged: 1 });
});

test('a job that is new in a crawl stays new, even where the clock of the database is behind', () => {
  const tally = new Tally();
  tally.stored([stored(1, 'new', null)]);
  tally.stored([stored(1, 'changed', before)]);
  const { seen, new: added, changed, unchanged } = tally.counts;
  assert.deepEqual({ seen, added, changed, unchanged }, { seen: 1, added: 1, changed: 0, unchanged: 0 });
});

test('whatever a crawl hears, and in whatever order, seen is new, changed, unchanged and failed, and none is negative', () => {
  const id = fc.integer({ min: 1, max: 12 });
  const outcome = fc.constantFrom('new' as const, 'changed' as const, 'unchanged' as const);
  const step = fc.oneof(
    fc.record({ what: fc.constant('countRow' as const), id }),
    fc.record({ what: fc.constant('stored' as const), id, outcome, isDeleted: fc.boolean() }),
    fc.record({ what: fc.constant('failed' as const), id, hasRow: fc.boolean() }),
    fc.record({ what: fc.constant('read' as const), id }),
    fc.record({ what: fc.constant('deleted' as const), id }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const tally = new Tally();
      for (const one of steps) {
        if (one.what === 'countRow') tally.countRow(one.id);
        if (one.what === 'stored') tally.stored([{ ...stored(one.id, one.outcome, before), isDeleted: one.isDeleted }]);
        if (one.what === 'failed') tally.failed(`job ${one.id}`, one.hasRow ? one.id : undefined);
        if (one.what === 'read') tally.read(`job ${one.id}`);
        if (one.what === 'deleted') tally.deleted([one.id]);
      }
      const { seen, new: added, changed, unchanged, failed } = tally.counts;
      assert.equal(seen, added + changed + unchanged + failed);
      for (const count of [seen, added, changed, unchanged, failed]) assert.ok(count >= 0);
    }),
  );
});

test('a set of numbers holds what was added and not deleted', () => {
  const step = fc.record({ id: fc.integer({ min: 0, max: 100_000 }), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const ids = new IdSet();
      const expected = new Set<number>();
      for (const { id, isAdded } of steps) {
        if (isAdded) ids.add(id);
        else ids.delete(id);
        if (isAdded) expected.add(id);
        else expected.delete(id);
        assert.equal(ids.has(id), isAdded);
      }
      assert.equal(ids.size, expected.size);
    }),
  );
});
