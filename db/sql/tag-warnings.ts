import { child, nodesOf, type TreeNode, texts } from './statement-tree.ts';

/**
 * Returns warnings for statements that ask the list of tags for a key, as other catalogs store tags: `tags ->> 'team'` is null in every row
 * without any error. Returns none if the statement names something else `tags`.
 */
export async function tagWarnings(statement: string): Promise<string[]> {
  if (!/\btags\b/i.test(statement)) return [];
  const nodes = await nodesOf(statement);
  const isOwnName = nodes.some(
    ({ type, fields }) =>
      (type === 'ResTarget' && fields.name === 'tags') ||
      (type === 'RangeVar' && fields.relname === 'billing_job') ||
      texts((fields.alias as { colnames?: unknown } | undefined)?.colnames ?? fields.aliascolnames).includes('tags'),
  );
  if (isOwnName) return [];
  return [...new Set(nodes.flatMap((node) => warningOf(node) ?? []))];
}

function warningOf({ type, fields }: TreeNode): string | undefined {
  if (type === 'A_Indirection' && isTags(fields.arg) && Array.isArray(fields.indirection)) {
    const key = textOf(child(fields.indirection[0], 'A_Indices')?.uidx);
    return key === undefined ? undefined : isNull(`tags[${quoted(key)}]`, `tag_map ->> ${quoted(key)}`);
  }
  if (type === 'ColumnRef') {
    const [last] = (fields.fields as unknown[] | undefined)?.slice(-1) ?? [];
    const key = textOf(child(last, 'A_Indices')?.uidx);
    return key !== undefined && texts(fields.fields).at(-1) === 'tags'
      ? isNull(`tags[${quoted(key)}]`, `tag_map ->> ${quoted(key)}`)
      : undefined;
  }
  if (type !== 'A_Expr' || !isTags(fields.lexpr)) return undefined;
  const [operator = ''] = texts(fields.name);
  const key = textOf(fields.rexpr);
  const isParameter = isTextParameter(fields.rexpr);
  if (key === undefined && !isParameter) return undefined;
  const shown = key === undefined ? '$…' : quoted(key);
  switch (operator) {
    case '->>':
    case '->':
      return isNull(`tags ${operator} ${shown}`, `tag_map ${operator} ${shown}`);
    case '#>>':
    case '#>':
      return key !== undefined && /^\{[^0-9-]/.test(key)
        ? isNull(`tags ${operator} ${shown}`, `tag_map ${operator} ${shown}`)
        : undefined;
    case '?':
      return key !== undefined && !key.includes(':')
        ? isFalse(
            `tags ? ${shown}`,
            `tag_map ? ${shown} asks for a key, tags ? ${quoted(`${key}:value`)} for a whole tag`,
          )
        : undefined;
    case '@>':
      return key?.trimStart().startsWith('{')
        ? isFalse(`tags @> ${shown}`, `tag_map @> ${shown} is what was meant`)
        : undefined;
    default:
      return undefined;
  }
}

const isNull = (written: string, meant: string): string =>
  `tags is a list of key:value texts, so that ${written} is null in every row; write ${meant}`;
const isFalse = (written: string, meant: string): string =>
  `tags is a list of key:value texts, so that ${written} is true of no row; ${meant}`;

const isTags = (value: unknown): boolean => texts(child(value, 'ColumnRef')?.fields).at(-1) === 'tags';

/** Returns whether a parameter is text: PostgreSQL infers text next to `->>` unless a cast makes it a number. */
function isTextParameter(value: unknown): boolean {
  const cast = child(value, 'TypeCast');
  if (!cast) return child(value, 'ParamRef') !== undefined;
  const type = texts((cast.typeName as { names?: unknown } | undefined)?.names).at(-1) ?? '';
  return child(cast.arg, 'ParamRef') !== undefined && ['text', 'varchar', 'bpchar'].includes(type);
}

/** Returns a constant text, with or without a cast. */
function textOf(value: unknown): string | undefined {
  const constant = child(value, 'A_Const') ?? child(child(value, 'TypeCast')?.arg, 'A_Const');
  return (constant?.sval as { sval?: string } | undefined)?.sval;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
