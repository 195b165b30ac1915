import { type ListView, type ListViewMember, listViews } from '../../catalog/list-views.ts';
import { metadataColumns } from '../../catalog/metadata-columns.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnType } from './column-type.ts';
import { comment, type DdlObject, grant } from './ddl-object.ts';

/** Returns a view for each list and map of a resource type, with one row for each member. The table's row-level security applies. */
export const listViewDdl = (type: AnyResourceType): DdlObject[] =>
  listViews(type).flatMap((view) => [
    {
      key: `view ${view.name}`,
      create: `CREATE VIEW ${view.name} WITH (security_invoker = true) AS\n${viewQuery(type, view)};`,
      drop: `DROP VIEW ${view.name};`,
    },
    comment(`VIEW ${view.name}`, `${view.description} One row each, from ${view.path.join('.')}.`),
    ...[...ownerComments(type, view), ...view.members].map(({ name, description }) =>
      comment(`COLUMN ${view.name}.${name}`, description),
    ),
    grant('SELECT', view.name, ['sagecat_reader', 'sagecat_account_reader']),
  ]);

/** The columns that identify the resource of a row. */
const ownerColumns = ({ key }: AnyResourceType): string[] => [
  'account_id',
  'account_name',
  'region',
  key.arn,
  key.name,
  key.createdAt,
  'deleted_at',
];

/** The comments on the columns before a view's members. */
function ownerComments(type: AnyResourceType, { field }: ListView): { name: string; description: string }[] {
  const columns = [...type.columns, ...metadataColumns];
  return [
    { name: 'resource_id', description: `Number of the row in ${type.name}.` },
    ...ownerColumns(type).map((owner) => ({
      name: owner,
      description: columns.find(({ name }) => name === owner)?.field.description ?? '',
    })),
    ...(field.kind === 'map' ? [] : [{ name: 'position', description: 'Place in the list, from 1.' }]),
  ];
}

function viewQuery(type: AnyResourceType, { path, field, members }: ListView): string {
  const [column = '', ...steps] = path;
  const list = [`resource.${column}`, ...steps.map((step) => `'${step}'`)].join(' -> ');
  // A list in a struct may be JSON null.
  const [kind, entries] =
    field.kind === 'map'
      ? ['object', 'jsonb_each_text']
      : ['array', field.kind === 'string-list' ? 'jsonb_array_elements_text' : 'jsonb_array_elements'];
  const source = `${entries}(CASE WHEN jsonb_typeof(${list}) = '${kind}' THEN ${list} END)`;
  const alias = field.kind === 'map' ? 'AS item (key, value)' : 'WITH ORDINALITY AS item (value, position)';
  const columns = [
    'resource.id AS resource_id',
    ...ownerColumns(type).map((name) => `resource.${name}`),
    ...(field.kind === 'map' ? [] : ['item.position']),
    ...members.map((member) => memberExpression(member, path.join('.'))),
  ];
  return `SELECT ${columns.join(', ')}\nFROM ${type.name} AS resource\nCROSS JOIN LATERAL ${source} ${alias}`;
}

/**
 * The key of a `key:value` tag. If it has several colons, the map of tags decides; if the map lacks it because of another tag with the same
 * key, the key ends at the first colon.
 */
const tagKey = `CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END`;

const tagParts: Readonly<Record<string, string>> = {
  tag: 'item.value',
  key: tagKey,
  value: `substr(item.value, length(${tagKey}) + 2)`,
};

function memberExpression({ name, path, field }: ListViewMember, source: string): string {
  const last = path.at(-1);
  if (last === undefined) {
    const part = source === 'tags' ? tagParts[name] : undefined;
    return part === undefined ? `item.${name}` : `${part} AS ${name}`;
  }
  const holder = ['item.value', ...path.slice(0, -1).map((step) => `'${step}'`)].join(' -> ');
  const type = columnType(field);
  if (type === 'jsonb') return `nullif(${holder} -> '${last}', 'null') AS ${name}`;
  return `(${holder} ->> '${last}')::${type} AS ${name}`;
}
