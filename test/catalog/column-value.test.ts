import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnValue } from '../../catalog/column-value.ts';
import type { ShownColumn } from '../../catalog/presentation.ts';

const instances: ShownColumn = {
  title: 'instances',
  fields: ['type', 'count'],
  otherwise: ['groups.type', 'groups.count'],
};
const ran: ShownColumn = { title: 'ran', fields: ['start', 'end'], unit: 'seconds' };

const shown = (column: ShownColumn, row: Record<string, unknown>) => columnValue(column, (path) => row[path]);

describe('the value of a column', () => {
  it('is a text with how many there are of it', () => {
    assert.equal(shown(instances, { type: 'ml.m5.large', count: 4 }), '4 × ml.m5.large');
    assert.equal(shown(instances, { type: 'ml.m5.large', count: 1 }), 'ml.m5.large');
    assert.equal(shown(instances, { type: 'ml.m5.large', count: null }), 'ml.m5.large');
  });

  it('is that of other fields where the first is empty, with every member of a list', () => {
    assert.equal(shown(instances, { type: null, 'groups.type': ['a', 'b'], 'groups.count': [1, 2] }), 'a, 2 × b');
    assert.equal(shown(instances, { 'groups.type': [null], 'groups.count': [null] }), null);
    assert.equal(shown(instances, { 'groups.type': [null, 'a'], 'groups.count': [1, 2] }), '2 × a');
    assert.equal(shown(instances, {}), null);
  });

  it('is the time between a beginning and an end, or a number of seconds as it is', () => {
    const start = '2026-01-31T12:00:00.000Z';
    assert.equal(shown(ran, { start, end: '2026-01-31T12:01:30.500Z' }), 90.5);
    assert.equal(shown(ran, { start, end: null }), null);
    assert.equal(shown({ title: 'trained', fields: ['seconds'], unit: 'seconds' }, { seconds: 0 }), 0);
    assert.equal(shown({ title: 'bytes', fields: ['size'] }, { size: 2n ** 60n }), 2n ** 60n);
  });
});
