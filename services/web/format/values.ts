import { stringifyJson } from '../../../catalog/exact-json.ts';

/** Reads a dotted path within a row; keys of maps may hold dots. */
export function valueAt(row: unknown, path: string): unknown {
  if (path === '') return row;
  if (typeof row !== 'object' || row === null) return undefined;
  if (Array.isArray(row)) return row.map((member) => valueAt(member, path)).filter((value) => value !== undefined);
  const members = row as Record<string, unknown>;
  if (path in members) return members[path];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const name = path.slice(0, dot);
    if (name in members) return valueAt(members[name], path.slice(dot + 1));
  }
  return undefined;
}

/** Any value as one line of text; null and undefined are empty. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? stringifyJson(value) : String(value);
}
