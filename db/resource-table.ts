import { type Kysely, sql } from 'kysely';
import { catalogType, type Field, type ScalarKind } from '../catalog/fields.ts';
import type { Column } from '../catalog/resource-type.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';

const scalarTypes: Record<ScalarKind, string> = {
  string: 'text',
  boolean: 'boolean',
  int32: 'integer',
  int64: 'bigint',
  float: 'double precision',
  timestamp: 'timestamptz(3)',
};

/** The PostgreSQL type of a column: scalars have their own, structs, lists and maps are `jsonb`. */
export const postgresType = (field: Field): string =>
  field.kind in scalarTypes ? scalarTypes[field.kind as ScalarKind] : 'jsonb';

/** Metadata columns of every resource table, with their descriptions. */
const metadata: readonly [name: string, type: string, description: string][] = [
  ['id', 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY', 'Number of the row within sagecat.'],
  ['region', 'text NOT NULL', 'AWS region, from the ARN.'],
  ['account_name', 'text', 'Name of the AWS account; null where it is not known.'],
  [
    'completeness',
    'text NOT NULL',
    'described: every column is read; searched: the columns that Search lacks are not read yet.',
  ],
  ['content_hash', 'text NOT NULL', 'Fingerprint of all catalog columns.'],
  ['search_hash', 'text NOT NULL', 'Fingerprint of the catalog columns that Search returns.'],
  ['first_seen_at', 'timestamptz(3) NOT NULL DEFAULT now()', 'When sagecat first saw the resource.'],
  ['changed_at', 'timestamptz(3) NOT NULL DEFAULT now()', 'When sagecat first saw the present content.'],
  ['described_at', 'timestamptz(3)', 'When a describe last gave the row new content.'],
  ['deleted_at', 'timestamptz(3)', 'When sagecat found that the resource is gone; null while it exists.'],
  [
    'settled',
    'boolean NOT NULL DEFAULT false',
    'Whether nothing but the tags can still change: such a resource is not described again.',
  ],
  ['masked_fields', 'jsonb', 'Paths of the fields in which secrets were masked.'],
];

/**
 * Creates the table of a resource type, or adds the columns that its definition has gained since; renews all comments. For
 * migrations: the definition may grow later, so each migration that follows a new member calls this again.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function alignResourceTable(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  const table = sql.table(type.name);
  const required = new Set(['account_id', type.key.arn, type.key.name, type.key.createdAt]);
  const columns = metadata.map(([name, pgType]) => sql`${sql.ref(name)} ${sql.raw(pgType)}`);
  await sql`
    CREATE TABLE IF NOT EXISTS ${table} (
      ${sql.join(columns)},
      ${sql.join(type.columns.filter(({ name }) => required.has(name)).map((column) => sql`${columnSql(column)} NOT NULL`))},
      UNIQUE (${sql.ref(type.key.arn)}, ${sql.ref(type.key.createdAt)})
    )`.execute(db);
  // All but the required ones: those a table has from its first day, since nothing could fill them later.
  const optional = [
    ...columns.slice(1),
    ...type.columns.filter(({ name }) => !required.has(name)).map((column) => columnSql(column)),
  ];
  await sql`ALTER TABLE ${table} ${sql.join(optional.map((column) => sql`ADD COLUMN IF NOT EXISTS ${column}`))}`.execute(
    db,
  );
  await alignCrawlIndexes(db, type);
  await comment(db, sql`TABLE ${table}`, type.description);
  for (const [name, , description] of metadata) {
    await comment(db, sql`COLUMN ${table}.${sql.ref(name)}`, description);
  }
  for (const { name, field } of type.columns) {
    await comment(db, sql`COLUMN ${table}.${sql.ref(name)}`, `${field.description} [${catalogType(field)}]`);
  }
}

/** The indexes by which a crawl finds its way: a target's rows in order of creation, and those that must be described. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function alignCrawlIndexes(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  const table = sql.table(type.name);
  await sql`
    CREATE INDEX IF NOT EXISTS ${sql.ref(`${type.name}_by_target`)}
    ON ${table} (account_id, region, ${sql.ref(type.key.createdAt)}, ${sql.ref(type.key.arn)})`.execute(db);
  await sql`
    CREATE INDEX IF NOT EXISTS ${sql.ref(`${type.name}_unsettled`)}
    ON ${table} (account_id, region, completeness, id)
    WHERE deleted_at IS NULL AND (NOT settled OR completeness = 'searched')`.execute(db);
}

const columnSql = ({ name, field }: Column) => sql`${sql.ref(name)} ${sql.raw(postgresType(field))}`;

// biome-ignore lint/suspicious/noExplicitAny: as above
const comment = (db: Kysely<any>, on: ReturnType<typeof sql>, text: string) =>
  sql`COMMENT ON ${on} IS ${sql.lit(text)}`.execute(db);
