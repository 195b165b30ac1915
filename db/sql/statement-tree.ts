import { parse } from 'libpg-query';
import { isObject } from '../../catalog/is-object.ts';

/** A node of PostgreSQL's parse tree: its type, and its fields. */
export interface TreeNode {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Returns every node of a statement, outermost first; none if it is not SQL. */
export async function nodesOf(statement: string): Promise<TreeNode[]> {
  const nodes: TreeNode[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isObject(value)) {
      for (const [type, fields] of Object.entries(value)) {
        // Node types are capitalized, field names are not.
        if (/^[A-Z]/.test(type) && isObject(fields)) nodes.push({ type, fields });
        walk(fields);
      }
    }
  };
  try {
    walk((await parse(statement)).stmts);
  } catch {
    return [];
  }
  return nodes;
}

/** Returns the node of one type in a field. */
export function child(value: unknown, type: string): TreeNode['fields'] | undefined {
  const inner = isObject(value) ? value[type] : undefined;
  return isObject(inner) ? inner : undefined;
}

/** Returns the texts of a list of String nodes, such as the parts of a column's name. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item) => (child(item, 'String')?.sval as string | undefined) ?? []) : [];
