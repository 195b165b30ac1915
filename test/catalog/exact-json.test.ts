import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson, stringifyJson } from '../../catalog/exact-json.ts';

test('integers beyond 2^53 come through, as members, items and on their own', () => {
  for (const text of [
    '{"seed":9007199254740993}',
    '[-9223372036854775808,9223372036854775807]',
    '9007199254740993',
    '{"a":[{"b":12345678901234567890}]}',
  ]) {
    assert.equal(stringifyJson(parseJson(text)), text);
  }
  assert.deepEqual(parseJson('{"seed":9007199254740993}'), { seed: 9_007_199_254_740_993n });
});

test('what a number holds stays a number', () => {
  assert.deepEqual(
    parseJson('[9007199254740991, 1.5, 1e300, 0.12345678901234567890, 1]'),
    [9_007_199_254_740_991, 1.5, 1e300, 0.12345678901234568, 1],
  );
});

test('digits within a string are text', () => {
  assert.deepEqual(parseJson('{"a":"x: 9007199254740993","b":[" 9007199254740993 "]}'), {
    a: 'x: 9007199254740993',
    b: [' 9007199254740993 '],
  });
});

test('any value with 64-bit integers survives, as dense and as indented JSON', () => {
  const long = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }).chain((n) => fc.constantFrom(n, -n));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      long,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (held, space) => {
      assert.deepStrictEqual(parseJson(stringifyJson(held, space)), held);
    }),
  );
});

test('what is no JSON is a SyntaxError, what is no value is refused', () => {
  assert.throws(() => parseJson('{"a":'), SyntaxError);
  assert.throws(() => parseJson('[9007199254740993,]'), SyntaxError);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  assert.throws(() => stringifyJson(circular), TypeError);
});
