import type pg from 'pg';
import { findField } from '../../catalog/field-path.ts';
import { nearestField } from '../../catalog/nearest-field.ts';
import { nearestName } from '../../catalog/nearest-name.ts';
import { resourceTypes } from '../../catalog/resource-types.ts';
import { SqlFailedError } from './sql-error.ts';
import { nodesOf, type TreeNode } from './statement-tree.ts';

const unknownTable = '42P01';
const unknownColumn = '42703';

/**
 * Adds a suggestion to a database error about an unknown table or column: `didYouMean`, and a hint with it. Returns any other error
 * unchanged.
 */
export async function withNearestName(pool: pg.Pool, statement: string, error: unknown): Promise<unknown> {
  if (!(error instanceof SqlFailedError) || error.position === undefined) return error;
  if (error.code !== unknownTable && error.code !== unknownColumn) return error;
  const parts = nameAt(statement, error.position);
  const name = parts.at(-1);
  if (name === undefined) return error;
  const relations = await readRelations(pool);
  const nearest =
    error.code === unknownTable
      ? nearestTable(parts, relations, await nodesOf(statement))
      : nearestColumn(parts, relations, await nodesOf(statement));
  if (nearest === undefined) return error;
  const { code, message, position } = error;
  return new SqlFailedError(code, message, { hint: `Did you mean ${nearest}?`, position, didYouMean: nearest });
}

const identifier = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const qualifiedName = new RegExp(String.raw`^${identifier}(?:\s*\.\s*${identifier})*`, 'u');

/** Returns the parts of the name at a position of a statement: `t."a b"` has two. */
function nameAt(statement: string, position: number): string[] {
  const [name = ''] = qualifiedName.exec(statement.slice(position)) ?? [];
  return [...name.matchAll(/"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '').toLowerCase() : quoted.replaceAll('""', '"'),
  );
}

/** Returns the columns of every table and view that SQL may read, by relation. */
async function readRelations(pool: pg.Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ relation: string; columns: string[] }>(`
    SELECT c.relname AS relation, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v', 'm')
      AND has_column_privilege('sagecat_reader', c.oid, a.attnum, 'SELECT')
    GROUP BY c.relname ORDER BY c.relname`);
  return new Map(rows.map(({ relation, columns }) => [relation, columns]));
}

/** Suggests a name for a table that does not exist or is missing from FROM. */
function nearestTable(
  parts: string[],
  relations: Map<string, string[]>,
  nodes: readonly TreeNode[],
): string | undefined {
  const inFrom = namesInFrom(nodes);
  const [qualifier = ''] = parts;
  if (parts.length > 1 && !inFrom.has(qualifier)) {
    const named = nearestName(qualifier, inFrom.keys());
    if (named !== undefined) return [named, ...parts.slice(1)].join('.');
  }
  const table = parts.at(-1) ?? '';
  // Reference catalogs and their users write the words of a type apart.
  const squeezed = [...relations.keys()].find((name) => squeeze(name) === squeeze(table));
  return squeezed ?? nearestName(table, relations.keys());
}

const squeeze = (name: string): string => name.replaceAll('_', '');

function nearestColumn(
  parts: string[],
  relations: Map<string, string[]>,
  nodes: readonly TreeNode[],
): string | undefined {
  const column = parts.at(-1) ?? '';
  const qualifier = parts.at(-2);
  const inFrom = namesInFrom(nodes);
  const tables = [...new Set(qualifier === undefined ? inFrom.values() : [inFrom.get(qualifier) ?? qualifier])];
  const prefix = qualifier === undefined ? '' : `${qualifier}.`;
  const columns = tables.flatMap((table) => relations.get(table) ?? []);
  const nearest = columns.find((name) => squeeze(name) === squeeze(column)) ?? nearestName(column, columns);
  if (nearest !== undefined) return `${prefix}${nearest}`;
  for (const type of resourceTypes.filter(({ name }) => tables.includes(name))) {
    const path = nearestField(type, column);
    const field = path === undefined ? undefined : findField(type, path);
    if (field?.steps.every(({ kind }) => kind === 'member')) return `${prefix}${jsonPath(field.column, field.steps)}`;
  }
  return undefined;
}

/** `resource_config ->> 'instance_type'`. */
function jsonPath(column: string, steps: readonly { readonly kind: string; readonly name?: string }[]): string {
  return steps.reduce(
    (path, { name }, index) => `${path} ${index === steps.length - 1 ? '->>' : '->'} '${name}'`,
    column,
  );
}

/** Returns the tables and table functions in FROM clauses, by alias. An `_as_of` function has its table's columns. */
function namesInFrom(nodes: readonly TreeNode[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { type, fields } of nodes) {
    if (type === 'RangeVar') {
      const table = String(fields.relname);
      names.set(aliasOf(fields) ?? table, table);
    } else if (type === 'RangeFunction') {
      const called = JSON.stringify(fields.functions).match(/"sval":"(\w+)_as_of"/)?.[1];
      if (called !== undefined) names.set(aliasOf(fields) ?? `${called}_as_of`, called);
    }
  }
  return names;
}

const aliasOf = (fields: TreeNode['fields']): string | undefined =>
  (fields.alias as { aliasname?: string } | undefined)?.aliasname;
