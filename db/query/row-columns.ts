import { type RawBuilder, sql } from 'kysely';
import { parseJson, stringifyJson } from '../../catalog/exact-json.ts';
import type { FieldPath } from '../../catalog/field-path.ts';
import type { Field } from '../../catalog/fields.ts';
import { metadataColumns } from '../../catalog/metadata-columns.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnSql } from './field-sql.ts';

/** A column of an answer. */
export interface RowColumn {
  readonly name: string;
  readonly field: Field;
  /** Whether the database holds it as `jsonb`, whose text goes into the answer as it is. */
  readonly isJson: boolean;
  /** The members that were asked for, where not all of the column was. */
  readonly members?: MemberTree;
}

interface MemberTree {
  readonly [name: string]: MemberTree | true;
}

const isJson = ({ kind }: Field): boolean => ['struct', 'map', 'string-list', 'struct-list'].includes(kind);

/** Every column of the catalog and sagecat's metadata. */
export const allRowColumns = (type: AnyResourceType): RowColumn[] =>
  [...type.columns, ...metadataColumns].map(({ name, field }) => ({ name, field, isJson: isJson(field) }));

/** The columns of a choice of fields, in the order of the choice; a struct holds the chosen members only. */
export function chosenRowColumns(type: AnyResourceType, choice: readonly FieldPath[]): RowColumn[] {
  const columns = new Map(allRowColumns(type).map((column) => [column.name, column]));
  const trees = new Map<string, Record<string, MemberTree | true> | true>();
  for (const { column, steps } of choice) {
    const names = steps.flatMap((step) => (step.kind === 'element' ? [] : [step.name]));
    if (names.length === 0) trees.set(column, true);
    else if (trees.get(column) !== true) trees.set(column, plant(trees.get(column), names));
  }
  return [...trees].flatMap(([name, tree]) => {
    const column = columns.get(name);
    if (!column) return [];
    return tree === true ? column : { ...column, members: tree };
  });
}

function plant(tree: MemberTree | true | undefined, [name, ...rest]: string[]): Record<string, MemberTree | true> {
  const grown: Record<string, MemberTree | true> = { ...(typeof tree === 'object' && tree) };
  if (name === undefined || grown[name] === true) return grown;
  grown[name] = rest.length === 0 ? true : plant(grown[name], rest);
  return grown;
}

/** What a query selects for the columns: `jsonb` as its text, so that it need not be parsed to be passed on. */
export const selectColumns = (columns: readonly RowColumn[]): RawBuilder<unknown> =>
  sql.join(
    columns.map(({ name, isJson }) => (isJson ? sql`${columnSql(name)}::text AS ${sql.ref(name)}` : columnSql(name))),
  );

/** A row as `selectColumns` answers it. */
export interface SelectedRow {
  readonly [column: string]: unknown;
}

/** Writes a row as one JSON object, every column present. */
export function rowJson(columns: readonly RowColumn[], row: SelectedRow): string {
  let text = '';
  for (const column of columns)
    text += `${text === '' ? '{' : ','}"${column.name}":${valueJson(column, row[column.name])}`;
  return text === '' ? '{}' : `${text}}`;
}

/** Pages and exports are made of this: the shortest way for each kind of value. */
function valueJson({ field, isJson, members }: RowColumn, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isJson) return members ? stringifyJson(prune(parseJson(String(value)), members)) : String(value);
  switch (field.kind) {
    case 'string':
      return JSON.stringify(value);
    case 'timestamp':
      return `"${value}"`;
    case 'float':
      return stringifyJson(Number.isFinite(value) ? value : String(value));
    default:
      return String(value);
  }
}

/** The chosen members of a value; of every element where it is a list. */
function prune(value: unknown, members: MemberTree): unknown {
  if (Array.isArray(value)) return value.map((element) => prune(element, members));
  if (typeof value !== 'object' || value === null) return value;
  const held = new Map(Object.entries(value));
  return Object.fromEntries(
    Object.entries(members).map(([name, tree]) => {
      const inner = held.get(name) ?? null;
      return [name, tree === true ? inner : prune(inner, tree)];
    }),
  );
}
