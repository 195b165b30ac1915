import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredRow } from '../../../db/store/store-rows.ts';
import { Tally } from '../../../services/crawler/target/tally.ts';

const stored = (outcome: StoredRow['outcome'], changed_at: string | null): StoredRow => ({
  id: 1,
  arn: 'arn',
  created: '2025-01-01T00:00:00.000Z',
  outcome,
  changed_at,
  completeness: 'described',
});
const before = '2025-06-01T00:00:00.000Z';
const within = '2999-01-01T00:00:00.000Z';

test('a job counts once: what a crawl has stored as new or changed is not counted again when it changes meanwhile', () => {
  const tally = new Tally();
  tally.seen = 3;
  tally.stored([stored('new', null), stored('changed', before), stored('unchanged', before)]);
  tally.stored([stored('changed', within), stored('changed', within)]);
  const { seen, new: added, changed, unchanged } = tally.counts;
  assert.deepEqual({ seen, added, changed, unchanged }, { seen: 3, added: 1, changed: 1, unchanged: 1 });
});
