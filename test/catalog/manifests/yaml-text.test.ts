import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readDocuments } from '../../../catalog/manifests/documents.ts';
import { writeYaml } from '../../../catalog/manifests/yaml-text.ts';
import { arbitraryText } from '../../support/arbitrary-response.ts';

/** Words of the characters that numbers, times and truth values are made of. */
const telling = fc.string({ unit: fc.constantFrom(...'eEfFnNoOxXyY01_+-.:~=<#%'), maxLength: 4 });

test('any text is read back as it was, by the rules of YAML 1.1 and of 1.2', () => {
  const text = fc.oneof(arbitraryText, telling);
  fc.assert(
    fc.property(fc.dictionary(text, text, { noNullPrototype: true }), (held) => {
      const written = writeYaml({ held });
      for (const version of ['1.1', '1.2'] as const) assert.deepEqual(parse(written, { version }), { held });
    }),
    { numRuns: 1000 },
  );
});

test('what another reader could take for no string is quoted', () => {
  const words = [
    'no',
    'Yes',
    'on',
    'null',
    '~',
    '12:30:45',
    '1_000',
    '0x1F',
    '1e3',
    'e5',
    'E-07',
    '.5',
    '2024-01-01',
    '=',
    '<<',
    '',
    ' a',
  ];
  for (const word of words) assert.equal(writeYaml({ a: word }), `a: ${JSON.stringify(word)}\n`);
  for (const word of ['train', 's3://bucket/key', 'arn:aws:iam::1:role/x', 'ml.m5.large', 'S3Prefix']) {
    assert.equal(writeYaml({ a: word }), `a: ${word}\n`);
  }
});

test('line breaks that only YAML 1.1 knows are written by their number', () => {
  assert.equal(writeYaml({ a: 'x\u0085\u2028\u2029\uFEFF' }), 'a: "x\\u0085\\u2028\\u2029\\ufeff"\n');
});

test('64-bit integers are written in full', () => {
  assert.equal(writeYaml({ a: 9_223_372_036_854_775_807n }), 'a: 9223372036854775807\n');
});

test('a text’s documents: many, one, a list, an array, none', () => {
  const values = (text: string) =>
    readDocuments(text).map((document) => ('value' in document ? document.value : 'error'));
  assert.deepEqual(values('a: 1\n---\nb: 2\n---\n'), [{ a: 1 }, { b: 2 }]);
  assert.deepEqual(values('{"a": 9007199254740993}'), [{ a: 9_007_199_254_740_993n }]);
  assert.deepEqual(values('a: 9007199254740993'), [{ a: 9_007_199_254_740_993n }]);
  assert.deepEqual(values('{"kind": "List", "items": [{"a": 1}, {"a": 2}]}'), [{ a: 1 }, { a: 2 }]);
  assert.deepEqual(values('kind: TrainingJobList\nitems:\n- a: 1\n'), [{ a: 1 }]);
  assert.deepEqual(values('[{"a": 1}, 2]'), [{ a: 1 }, 2]);
  assert.deepEqual(values('{a: 1, b: yes}'), [{ a: 1, b: 'yes' }]);
  assert.deepEqual(values(''), []);
  assert.deepEqual(values('# only a comment\n'), []);
});

test('a document that is broken is told by its place, and costs the others nothing', () => {
  const documents = readDocuments('a: 1\n---\nb: [1\n---\nc: 3\n');
  assert.deepEqual(
    documents.map(({ position }) => position),
    ['document 1', 'document 2', 'document 3'],
  );
  assert.deepEqual(
    documents.map((document) => 'error' in document),
    [false, true, false],
  );
});
