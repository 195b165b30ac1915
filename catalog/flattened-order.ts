import type { Field, Fields } from './fields.ts';
import { columnName, type FlatValue, sortedEntries } from './flatten.ts';
import { isObject } from './is-object.ts';
import type { ResourceSchema } from './resource-schema.ts';

/** Returns a row with its members in the order of `flatten`, since `jsonb` does not keep their order. */
export function inFlattenedOrder<Row extends { readonly [column: string]: FlatValue }>(
  type: ResourceSchema,
  row: Row,
): Row {
  const ordered: { [column: string]: FlatValue } = { ...row };
  for (const { name, field } of type.columns) {
    const value = row[name];
    if (typeof value === 'object' && value !== null) ordered[name] = inOrder(field, value);
  }
  // The same columns with equal values.
  return ordered as Row;
}

function inOrder(field: Field, value: FlatValue): FlatValue {
  if (typeof value !== 'object' || value === null) return value;
  if (field.kind === 'map' && !Array.isArray(value)) return Object.fromEntries(sortedEntries(value));
  if (field.kind === 'struct' && !Array.isArray(value)) return structInOrder(field.members, value);
  if (field.kind === 'struct-list' && Array.isArray(value)) {
    return value.map((item) => (isObject(item) ? structInOrder(field.members, item) : item));
  }
  return value;
}

function structInOrder(members: Fields, value: { [name: string]: FlatValue }): FlatValue {
  const ordered: { [name: string]: FlatValue } = {};
  for (const [member, field] of Object.entries(members)) {
    const name = columnName(member);
    ordered[name] = inOrder(field, value[name] ?? null);
  }
  return ordered;
}
