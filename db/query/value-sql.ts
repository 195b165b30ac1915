import { type RawBuilder, sql } from 'kysely';
import { type FieldPath, isRepeated, isScalar, type Step } from '../../catalog/field-path.ts';
import type { Field } from '../../catalog/fields.ts';
import { castJson, columnSql, jsonText, jsonValue, scalarSql } from './field-sql.ts';

type Sql = RawBuilder<unknown>;

/** Returns whether a row has at most one value of the field. */
export const isSingleValued = (path: FieldPath): boolean => isScalar(path) && !isRepeated(path);

/** Returns a field's single value, with timestamps as ISO 8601 text. */
export const singleValue = (path: FieldPath): Sql =>
  path.field.kind === 'timestamp' && path.steps.length === 0 ? isoText(columnSql(path.column)) : scalarSql(path);

/** The `to_char` format of the catalog's UTC timestamps. */
export const isoFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** Formats a `timestamptz` as the catalog does. */
export const isoText = (value: Sql): Sql => sql`to_char(${value} AT TIME ZONE 'UTC', ${sql.lit(isoFormat)})`;

/**
 * Returns a row's values of a field inside lists, of a list of strings, or the keys of a map, as a relation with the column `value`,
 * without nulls.
 */
export function manyValues({ column, steps, field }: FieldPath): Sql {
  const relations: Sql[] = [];
  let base: Sql = columnSql(column);
  let rest: readonly Step[] = steps;
  const enter = (unnest: Sql, shape: string) => {
    const alias = sql.ref(`v${relations.length}`);
    relations.push(
      sql`${unnest}(CASE jsonb_typeof(${base}) WHEN ${sql.lit(shape)} THEN ${base} END) AS ${alias}(value)`,
    );
    base = sql.ref(`v${relations.length - 1}.value`);
  };
  for (let at = rest.findIndex(isElement); at >= 0; at = rest.findIndex(isElement)) {
    base = jsonValue(base, rest.slice(0, at));
    enter(sql`jsonb_array_elements`, 'array');
    rest = rest.slice(at + 1);
  }
  const value = lastValue(field, base, rest, (container, unnest, shape) => {
    base = container;
    enter(unnest, shape);
    return base;
  });
  return sql`(SELECT ${value} AS value FROM ${sql.join(relations, sql` CROSS JOIN LATERAL `)} WHERE ${value} IS NOT NULL)`;
}

const isElement = ({ kind }: Step): boolean => kind === 'element';

function lastValue(
  field: Field,
  base: Sql,
  steps: readonly Step[],
  enter: (container: Sql, unnest: Sql, shape: string) => Sql,
): Sql {
  const container = jsonValue(base, steps);
  if (field.kind === 'string-list') {
    return sql`${enter(container, sql`jsonb_array_elements_text`, 'array')} COLLATE "C"`;
  }
  if (field.kind === 'map') return sql`${enter(container, sql`jsonb_object_keys`, 'object')} COLLATE "C"`;
  return castJson(jsonText(base, steps), field);
}

/** Converts text from the database to the type that the API returns. */
export function typedValue({ kind }: Field, text: string | null): string | number | bigint | boolean | null {
  if (text === null) return null;
  if (kind === 'boolean') return text === 'true' || text === 't';
  if (kind === 'int32' || kind === 'int64') return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  if (kind === 'float') return Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}
