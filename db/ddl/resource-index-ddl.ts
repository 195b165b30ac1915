import { findField } from '../../catalog/field-path.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnType } from './column-type.ts';
import type { DdlObject } from './ddl-object.ts';
import { identifier } from './identifier.ts';

/** Returns the indexes of a resource type: those for crawls and readers of changes, and those of its definition. */
export function resourceIndexDdl(type: AnyResourceType): DdlObject[] {
  const table = type.name;
  const index = (name: string, definition: string): DdlObject => ({
    key: `index ${table}_${name}`,
    create: `CREATE INDEX ${table}_${name} ON ${table} ${definition};`,
    drop: `DROP INDEX ${table}_${name};`,
  });
  const { orders = [], filters = [], members = [] } = type.indexes ?? {};
  return [
    index('by_target', `(account_id, region, ${identifier(type.key.createdAt)}, ${identifier(type.key.arn)})`),
    index(
      'unsettled',
      `(account_id, region, completeness, id)\nWHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched')`,
    ),
    index('written_by', '(written_by)'),
    index('inserted_by', '(inserted_by, id)'),
    index('first_seen', '(first_seen_at, id)'),
    index('by_owner', '(owner COLLATE "C", id)'),
    // The order is followed by the filtered columns, so that a page skips other rows in the index alone.
    ...orders.map((path) => {
      const further = filters.filter((filter) => filter !== path).map((filter) => scalarExpression(type, filter));
      const keys = [`${scalarExpression(type, path)} DESC NULLS LAST`, 'id DESC', ...further];
      return index(`sort_${path.split('.').at(-1)}`, `(${keys.join(', ')})`);
    }),
    ...members.map((column) => index(`by_${column}`, `USING gin (${identifier(column)} jsonb_path_ops)`)),
  ];
}

/** Returns a scalar field as queries compare it (db/query/field-sql.ts), since an index only serves exactly the same expression. */
function scalarExpression(type: AnyResourceType, path: string): string {
  const found = findField(type, path);
  if (!found) throw new Error(`${type.name} has no field ${path} that an index could hold`);
  const { steps, field } = found;
  const column = identifier(found.column);
  const text = field.kind === 'string' || (steps.length > 0 && field.kind === 'timestamp');
  const names = steps.map((step) => (step.kind === 'member' ? `'${step.name}'` : ''));
  const value = [column, ...names.slice(0, -1)].join(' -> ') + (names.length > 0 ? ` ->> ${names.at(-1)}` : '');
  if (steps.length === 0) return text ? `${value} COLLATE "C"` : value;
  if (text) return `(${value}) COLLATE "C"`;
  return `((${value})::${field.kind === 'int32' ? 'bigint' : columnType(field)})`;
}
