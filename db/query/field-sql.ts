import { type RawBuilder, sql } from 'kysely';
import type { FieldPath, Step } from '../../catalog/field-path.ts';
import type { Field, ScalarKind } from '../../catalog/fields.ts';

/** Name of the relation that holds the rows in every query of this folder. */
export const rowAlias = 'r';

export const columnSql = (column: string): RawBuilder<unknown> => sql.ref(`${rowAlias}.${column}`);

/**
 * The value of a scalar field that no list repeats, in a type that compares as the field does: text in the order of its code
 * points (so the answer is the same on every server), whole numbers as bigint, timestamps inside structs as ISO 8601 text,
 * whose order is that of time. The same expression stands in the indexes.
 */
export function scalarSql({ column, steps, field }: FieldPath): RawBuilder<unknown> {
  if (steps.length === 0) return field.kind === 'string' ? sql`${columnSql(column)} COLLATE "C"` : columnSql(column);
  return castJson(jsonText(columnSql(column), steps), field);
}

/** The text at the end of steps into a `jsonb` value. */
export function jsonText(base: RawBuilder<unknown>, steps: readonly Step[]): RawBuilder<unknown> {
  const last = steps.at(-1);
  if (!last) return sql`(${base} #>> '{}')`;
  return sql`(${jsonValue(base, steps.slice(0, -1))} ->> ${stepName(last)})`;
}

/** The `jsonb` at the end of steps; none of them may be an element step. */
export const jsonValue = (base: RawBuilder<unknown>, steps: readonly Step[]): RawBuilder<unknown> =>
  steps.reduce((value, step) => sql`${value} -> ${stepName(step)}`, base);

/** Names of members come from the catalog and stand in the text, as indexes need it; keys of maps are the caller's and are parameters. */
function stepName(step: Step): RawBuilder<unknown> {
  if (step.kind === 'member') return sql.lit(step.name);
  return step.kind === 'key' ? sql`${step.name}::text` : sql.lit('');
}

const casts: Record<ScalarKind, RawBuilder<unknown> | undefined> = {
  string: undefined,
  timestamp: undefined,
  boolean: sql`boolean`,
  int32: sql`bigint`,
  int64: sql`bigint`,
  float: sql`float8`,
};

/** Text from `jsonb` in the type that compares as the field does. */
export function castJson(text: RawBuilder<unknown>, field: Field): RawBuilder<unknown> {
  const cast = casts[field.kind as ScalarKind];
  return cast ? sql`${text}::${cast}` : sql`${text} COLLATE "C"`;
}

/** A value of a scalar field as a parameter of the type that `scalarSql` has. */
export function parameterSql({ steps, field }: FieldPath, value: unknown): RawBuilder<unknown> {
  switch (field.kind) {
    case 'boolean':
      return sql`${value}::boolean`;
    case 'int32':
    case 'int64':
      return sql`${String(value)}::bigint`;
    case 'float':
      return sql`${String(value)}::float8`;
    case 'timestamp':
      return steps.length === 0 ? sql`${value}::timestamptz` : sql`${value}::text`;
    default:
      return sql`${value}::text`;
  }
}
