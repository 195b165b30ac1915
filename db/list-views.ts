import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type ListView, type ListViewMember, listViews } from '../catalog/list-views.ts';
import { metadataColumns } from '../catalog/metadata-columns.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { postgresType } from './resource-table.ts';

/**
 * Makes the views of a resource type's lists anew. For migrations: after a definition has gained members, the next one calls this again.
 * What a reader sees through them is up to the table's row-level security.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function alignListViews(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  await dropListViews(db, type);
  for (const view of listViews(type)) {
    await sql`CREATE VIEW ${sql.table(view.name)} WITH (security_invoker = true) AS ${viewQuery(type, view)}`.execute(
      db,
    );
    await sql`COMMENT ON VIEW ${sql.table(view.name)} IS ${sql.lit(`${view.description} One row each, from ${view.path.join('.')}.`)}`.execute(
      db,
    );
    for (const { name, description } of [...ownerComments(type, view), ...view.members]) {
      await sql`COMMENT ON COLUMN ${sql.table(view.name)}.${sql.ref(name)} IS ${sql.lit(description)}`.execute(db);
    }
    await sql`GRANT SELECT ON ${sql.table(view.name)} TO sagecat_reader, sagecat_account_reader`.execute(db);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropListViews(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  for (const { name } of listViews(type)) await sql`DROP VIEW IF EXISTS ${sql.table(name)}`.execute(db);
}

/** The columns that say which resource a row belongs to. */
export const ownerColumns = ({ key }: AnyResourceType): string[] => [
  'account_id',
  'account_name',
  'region',
  key.arn,
  key.name,
  key.createdAt,
  'deleted_at',
];

/** What the columns before a view's members hold. */
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

function viewQuery(type: AnyResourceType, { path, field, members }: ListView): RawBuilder<unknown> {
  const [column = '', ...steps] = path;
  const list = steps.reduce<RawBuilder<unknown>>(
    (value, step) => sql`${value} -> ${sql.lit(step)}`,
    sql.ref(`resource.${column}`),
  );
  // A list inside a struct may be the null of JSON.
  const [kind, entries] =
    field.kind === 'map'
      ? ['object', sql`jsonb_each_text`]
      : ['array', field.kind === 'string-list' ? sql`jsonb_array_elements_text` : sql`jsonb_array_elements`];
  const alias = field.kind === 'map' ? sql`item (key, value)` : sql`item (value, position)`;
  const source = sql`${entries}(CASE WHEN jsonb_typeof(${list}) = ${sql.lit(kind)} THEN ${list} END)`;
  const owner = ownerColumns(type).map((name) => sql.ref(`resource.${name}`));
  const position = field.kind === 'map' ? [] : [sql`item.position`];
  return sql`
    SELECT resource.id AS resource_id, ${sql.join([...owner, ...position, ...members.map((member) => memberSql(member, path.join('.')))])}
    FROM ${sql.table(type.name)} AS resource
    CROSS JOIN LATERAL ${source} ${field.kind === 'map' ? sql`` : sql`WITH ORDINALITY`} AS ${alias}`;
}

/**
 * The key of a tag. A tag is `key:value`, and both may hold colons: where there are several, the map of the tags knows. A tag that
 * another one of the same key pushed out of the map ends its key at the first colon.
 */
const tagKey = sql`CASE WHEN strpos(substr(item.value, strpos(item.value, ':') + 1), ':') = 0 THEN split_part(item.value, ':', 1) ELSE coalesce(
  (SELECT held.key FROM jsonb_each_text(resource.tag_map) AS held WHERE item.value = held.key || ':' || held.value LIMIT 1),
  split_part(item.value, ':', 1)) END`;

const tagParts: Readonly<Record<string, RawBuilder<unknown>>> = {
  tag: sql`item.value`,
  key: tagKey,
  value: sql`substr(item.value, length(${tagKey}) + 2)`,
};

function memberSql({ name, path, field }: ListViewMember, source: string): RawBuilder<unknown> {
  const as = sql.ref(name);
  const last = path.at(-1);
  if (last === undefined) {
    const value = source === 'tags' ? tagParts[name] : undefined;
    return sql`${value ?? sql.ref(`item.${name}`)} AS ${as}`;
  }
  const holder = path
    .slice(0, -1)
    .reduce<RawBuilder<unknown>>((value, step) => sql`${value} -> ${sql.lit(step)}`, sql`item.value`);
  const type = postgresType(field);
  if (type === 'jsonb') return sql`nullif(${holder} -> ${sql.lit(last)}, 'null') AS ${as}`;
  return sql`(${holder} ->> ${sql.lit(last)})::${sql.raw(type)} AS ${as}`;
}
