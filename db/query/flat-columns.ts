import { type RawBuilder, sql } from 'kysely';
import { type FieldPath, findField, isScalar } from '../../catalog/field-path.ts';
import type { Field } from '../../catalog/fields.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnSql, jsonValue } from './field-sql.ts';
import { allRowColumns } from './row-columns.ts';
import { isSingleValued, manyValues, singleValue } from './value-sql.ts';

/** A column of CSV or Parquet: one field, named by its path. Lists, maps and structs are JSON text. */
export interface FlatColumn {
  readonly name: string;
  readonly kind: Exclude<Field['kind'], 'struct' | 'map' | 'string-list' | 'struct-list'> | 'json';
  readonly value: RawBuilder<unknown>;
}

/** Returns the chosen fields as columns; every column of the resource type if none are chosen. */
export function flatColumns(type: AnyResourceType, choice: readonly FieldPath[] | undefined): FlatColumn[] {
  const paths = choice ?? allRowColumns(type).flatMap(({ name }) => findField(type, name) ?? []);
  return paths.map((path) => ({ name: path.path, kind: kindOf(path), value: fieldValue(path) }));
}

function kindOf({ field, ...path }: FieldPath): FlatColumn['kind'] {
  if (!isSingleValued({ field, ...path })) return 'json';
  return field.kind === 'struct' || field.kind.endsWith('list') || field.kind === 'map'
    ? 'json'
    : (field.kind as FlatColumn['kind']);
}

function fieldValue(path: FieldPath): RawBuilder<unknown> {
  if (isSingleValued(path)) return singleValue(path);
  const hasElements = path.steps.some(({ kind }) => kind === 'element');
  if (!hasElements) return sql`NULLIF((${jsonValue(columnSql(path.column), path.steps)})::text, 'null')`;
  return isScalar(path)
    ? sql`(SELECT jsonb_agg(value)::text FROM ${manyValues(path)} AS held)`
    : sql`(${columnSql(path.column)})::text`;
}

/** Selects the columns under the names `c0`, `c1` and so on. */
export const selectFlat = (columns: readonly FlatColumn[]): RawBuilder<unknown> =>
  sql.join(columns.map(({ value }, index) => sql`${value} AS ${sql.ref(`c${index}`)}`));

/** A row that `selectFlat` returns. */
export interface FlatRow {
  readonly [column: string]: unknown;
}
