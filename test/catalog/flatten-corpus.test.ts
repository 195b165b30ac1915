import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { recordings, withoutCorpus } from '../support/corpus.ts';
import { assertRowMatches } from '../support/reference-leaves.ts';

for (const { file, response } of recordings) {
  test(`every member of ${file} is in its row, unchanged, under its catalog name`, () => {
    const flattened = flatten(trainingJob, response);
    if (!flattened.ok) throw flattened.error;
    assert.deepEqual(flattened.unknownMembers, []);
    const compared = assertRowMatches(flattened.row, response);
    assert.ok(compared > 30, `${compared} leaves`);
  });
}

test('recorded responses are there to compare', { skip: withoutCorpus }, () => {
  assert.ok(recordings.length > 0);
});
