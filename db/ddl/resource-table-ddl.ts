import { catalogType } from '../../catalog/fields.ts';
import { metadataColumns } from '../../catalog/metadata-columns.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnType } from './column-type.ts';
import { comment, type DdlObject, grant } from './ddl-object.ts';
import { identifier } from './identifier.ts';
import { ownerInputs } from './owner-inputs.ts';

const described = new Map(metadataColumns.map(({ name, field }) => [name, field.description]));
/** Returns the description of a metadata column, the same as in the API. */
const shared = (name: string): string => described.get(name) ?? '';

/** Columns of every resource table, besides those of its definition. */
const metadata: readonly [name: string, type: string, description: string][] = [
  ['id', 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY', 'Number of the row within sagecat.'],
  ['region', 'text NOT NULL', shared('region')],
  ['account_name', 'text', shared('account_name')],
  ['owner', 'text', shared('owner')],
  ['owner_rule', 'text', shared('owner_rule')],
  ['completeness', 'text NOT NULL', shared('completeness')],
  ['content_hash', 'text NOT NULL', 'Fingerprint of all catalog columns.'],
  ['search_hash', 'text NOT NULL', 'Fingerprint of the catalog columns that Search returns.'],
  ['first_seen_at', 'timestamptz(3) NOT NULL DEFAULT now()', shared('first_seen_at')],
  ['changed_at', 'timestamptz(3) NOT NULL DEFAULT now()', shared('changed_at')],
  ['described_at', 'timestamptz(3)', shared('described_at')],
  ['deleted_at', 'timestamptz(3)', shared('deleted_at')],
  [
    'settled',
    'boolean NOT NULL DEFAULT false',
    'Whether nothing but the tags can still change: such a resource is not described again.',
  ],
  ['masked_fields', 'jsonb', shared('masked_fields')],
  [
    'written_by',
    'xid8 NOT NULL DEFAULT pg_current_xact_id()',
    'The transaction that wrote the row last: tells readers what is new to them.',
  ],
  [
    'inserted_by',
    'xid8 DEFAULT pg_current_xact_id()',
    'The transaction that added the row; null for rows of older versions of sagecat.',
  ],
];

/** Returns each column's name, definition and comment. */
function columnsOf(type: AnyResourceType): readonly [name: string, definition: string, description: string][] {
  const required = new Set(['account_id', type.key.arn, type.key.name, type.key.createdAt]);
  return [
    ...metadata,
    ...type.columns.map(({ name, field }): [string, string, string] => [
      name,
      required.has(name) ? `${columnType(field)} NOT NULL` : columnType(field),
      `${field.description} [${catalogType(field)}]`,
    ]),
  ];
}

/** Returns the table of a resource type, with the comments on its columns and its privileges. */
export function resourceTableDdl(type: AnyResourceType): DdlObject[] {
  const columns = columnsOf(type);
  const lines = [
    ...columns.map(([name, definition]) => `  ${identifier(name)} ${definition}`),
    `  UNIQUE (${identifier(type.key.arn)}, ${identifier(type.key.createdAt)})`,
  ];
  const table = type.name;
  return [
    setOwner(type),
    {
      key: `table ${table}`,
      create: `CREATE TABLE ${table} (\n${lines.join(',\n')}\n);`,
      drop: `DROP TABLE ${table};`,
    },
    // The table creates its columns; these add or drop single ones.
    ...columns.map(([name, definition]) => ({
      key: `column ${table}.${name}`,
      create: `ALTER TABLE ${table} ADD COLUMN ${identifier(name)} ${definition};`,
      drop: `ALTER TABLE ${table} DROP COLUMN ${identifier(name)};`,
    })),
    comment(`TABLE ${table}`, type.description),
    ...columns.map(([name, , description]) => comment(`COLUMN ${table}.${name}`, description)),
    ...readersDdl(table),
    trigger(table, 'stamp_written_by', 'BEFORE UPDATE'),
    trigger(table, 'name_account', 'BEFORE INSERT'),
    {
      key: `trigger ${table}.set_owner`,
      create: `CREATE TRIGGER set_owner BEFORE INSERT OR UPDATE ON ${table}\nFOR EACH ROW EXECUTE FUNCTION ${table}_set_owner();`,
      drop: `DROP TRIGGER set_owner ON ${table};`,
    },
    ...(type.billing ? [forgetUse(table)] : []),
  ];
}

/**
 * Returns the trigger function that sets a row's owner. An update of other columns keeps the owner: `applyOwnership` updates the rows when
 * the rules change.
 */
const setOwner = (type: AnyResourceType): DdlObject => {
  const inputs = ownerInputs(type).filter((input) => input !== undefined);
  const row = (name: string) => inputs.map((input) => `${name}.${identifier(input)}`).join(', ');
  return {
    key: `function ${type.name}_set_owner`,
    create: `CREATE OR REPLACE FUNCTION ${type.name}_set_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (${row('NEW')}) IS NOT DISTINCT FROM (${row('OLD')}) THEN
      RETURN NEW;
    END IF;
  END IF;
  SELECT decided.owner, decided.owner_rule INTO NEW.owner, NEW.owner_rule
  FROM owner_of(${ownerInputs(type)
    .map((input) => (input === undefined ? 'NULL' : `NEW.${identifier(input)}`))
    .join(', ')}) AS decided;
  RETURN NEW;
END $function$;`,
    drop: `DROP FUNCTION ${type.name}_set_owner();`,
  };
};

/** Returns a trigger that runs the function of its name for each row. */
const trigger = (table: string, name: string, event: string): DdlObject => ({
  key: `trigger ${table}.${name}`,
  create: `CREATE TRIGGER ${name} ${event} ON ${table}\nFOR EACH ROW EXECUTE FUNCTION ${name}();`,
  drop: `DROP TRIGGER ${name} ON ${table};`,
});

/** Returns the trigger that deletes the usage of a deleted row. */
const forgetUse = (table: string): DdlObject => ({
  key: `trigger ${table}.billing_forget_jobs`,
  create: `CREATE TRIGGER billing_forget_jobs AFTER DELETE ON ${table} REFERENCING OLD TABLE AS removed\nFOR EACH STATEMENT EXECUTE FUNCTION billing_forget_jobs();`,
  drop: `DROP TRIGGER billing_forget_jobs ON ${table};`,
});

/** Returns the policies: each reader sees the rows of its accounts. The policy for all accounts is free, since the planner drops `true`. */
function readersDdl(table: string): DdlObject[] {
  const policies: readonly [name: string, role: string, condition: string][] = [
    ['all_accounts', 'sagecat_reader', 'true'],
    [
      'own_accounts',
      'sagecat_account_reader',
      'account_id = ANY ((SELECT sagecat_private.visible_accounts())::text[])',
    ],
  ];
  return [
    { key: `security ${table}`, create: `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;` },
    ...policies.map(([name, role, condition]) => ({
      key: `policy ${table}.${name}`,
      create: `CREATE POLICY ${name} ON ${table} FOR SELECT TO ${role} USING (${condition});`,
      drop: `DROP POLICY ${name} ON ${table};`,
    })),
    grant('SELECT', table, ['sagecat_reader', 'sagecat_account_reader']),
  ];
}
