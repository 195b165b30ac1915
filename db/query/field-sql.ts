import { type RawBuilder, sql } from 'kysely';
import type { FieldPath, Step } from '../../catalog/field-path.ts';
import type { Field, ScalarKind } from '../../catalog/fields.ts';

/** The alias of the selected rows in every query of this folder. */
export const rowAlias = 'r';

export const columnSql = (column: string): RawBuilder<unknown> => sql.ref(`${rowAlias}.${column}`);

/**
 * Returns the value of a scalar field outside lists, in a type that compares as the field does: text by code point (so that results are the
 * same on every server), whole numbers as bigint, timestamps inside structs as ISO 8601 text, which sorts by time. Indexes use the same
 * expression.
 */
export function scalarSql({ column, steps, field }: FieldPath): RawBuilder<unknown> {
  if (steps.length === 0) return field.kind === 'string' ? sql`${columnSql(column)} COLLATE "C"` : columnSql(column);
  return castJson(jsonText(columnSql(column), steps), field);
}

/** Returns the text at a path within a `jsonb` value. */
export function jsonText(base: RawBuilder<unknown>, steps: readonly Step[]): RawBuilder<unknown> {
  const last = steps.at(-1);
  if (!last) return sql`(${base} #>> '{}')`;
  return sql`(${jsonValue(base, steps.slice(0, -1))} ->> ${stepName(last)})`;
}

/** Returns the `jsonb` at a path without element steps. */
export const jsonValue = (base: RawBuilder<unknown>, steps: readonly Step[]): RawBuilder<unknown> =>
  steps.reduce((value, step) => sql`${value} -> ${stepName(step)}`, base);

/** Member names come from the catalog and are literals, as indexes need; map keys come from the caller and are parameters. */
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

/** Casts text from `jsonb` to the type that compares as the field does. */
export function castJson(text: RawBuilder<unknown>, field: Field): RawBuilder<unknown> {
  const cast = casts[field.kind as ScalarKind];
  return cast ? sql`${text}::${cast}` : sql`${text} COLLATE "C"`;
}

/** Returns a scalar value as a parameter of the type that `scalarSql` has. */
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
