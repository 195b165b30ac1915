import assert from 'node:assert/strict';
import reference from '../fixtures/aws_sagemaker_trainingjob.schema.json' with { type: 'json' };

// An independent reader: it knows the reference's names instead of the definition, and walks the response instead of the row.

interface ReferenceField {
  name: string;
  type: string;
  provider_name: string | null;
  fields?: ReferenceField[];
}

/** Yields every leaf of a response with its expected path in the catalog. */
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

/** Compares a row with the response that it was made from, member by member; returns how many were compared. */
export function assertRowMatches(row: unknown, response: unknown): number {
  let compared = 0;
  for (const [path, expected] of leaves(response, reference.columns, [])) {
    const found = lookUp(row, path);
    const isInstant = typeof expected === 'number' && typeof found === 'string';
    assert.deepEqual(isInstant ? Date.parse(found) : found, expected, path.join('.'));
    compared += 1;
  }
  return compared;
}
