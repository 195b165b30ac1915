import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job.ts';
import reference from '../fixtures/aws_sagemaker_trainingjob.schema.json' with { type: 'json' };
import { recordings, withoutCorpus } from '../support/corpus.ts';

// A reader of its own: it knows the reference's names, not the definition, and walks the response, not the row.

interface ReferenceField {
  name: string;
  type: string;
  provider_name: string | null;
  fields?: ReferenceField[];
}

/** Every leaf of a response with the path at which the catalog should hold it. */
function* leaves(
  value: unknown,
  fields: readonly ReferenceField[],
  path: (string | number)[],
): Generator<[typeof path, unknown]> {
  for (const [member, held] of Object.entries(value ?? {})) {
    const field = fields.find(({ provider_name }) => provider_name === member);
    assert.ok(field, `the reference has no ${member}`);
    const at = [...path, field.name];
    if (held === null || held === undefined) yield [at, null];
    else if (field.type === 'STRUCT') yield* leaves(held, field.fields ?? [], at);
    else if (field.type === 'UNORDERED_LIST_STRUCT') {
      assert.ok(Array.isArray(held));
      yield [[...at, 'length'], held.length];
      for (const [index, item] of held.entries()) yield* leaves(item, field.fields ?? [], [...at, index]);
    } else yield [at, field.type === 'TIMESTAMP' ? Date.parse(String(held)) : held];
  }
}

function lookUp(row: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((held, step) => (held as Record<string | number, unknown> | undefined)?.[step], row);
}

for (const { file, response } of recordings) {
  test(`every member of ${file} is in its row, unchanged, under its catalog name`, () => {
    const flattened = flatten(trainingJob, response);
    if (!flattened.ok) throw flattened.error;
    assert.deepEqual(flattened.unknownMembers, []);
    let compared = 0;
    for (const [path, expected] of leaves(response, reference.columns, [])) {
      const found = lookUp(flattened.row, path);
      const isInstant = typeof expected === 'number' && typeof found === 'string';
      assert.deepEqual(isInstant ? Date.parse(found) : found, expected, path.join('.'));
      compared += 1;
    }
    assert.ok(compared > 30, `${compared} leaves`);
  });
}

test('recorded responses are there to compare', { skip: withoutCorpus }, () => {
  assert.ok(recordings.length > 0);
});
