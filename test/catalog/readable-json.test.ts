import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readableJson } from '../../catalog/readable-json.ts';

it('JSON for people leaves out what is not there, and has spaces at which it wraps', () => {
  assert.equal(
    readableJson({
      instance_type: 'ml.m5.large',
      instance_count: 2n,
      volume: null,
      groups: [{ a: null, b: [1, null] }],
    }),
    '{"instance_type": "ml.m5.large", "instance_count": 2, "groups": [{"b": [1, null]}]}',
  );
  assert.deepEqual([{}, [], null, 'a"b'].map(readableJson), ['{}', '[]', 'null', '"a\\"b"']);
});
