import type pg from 'pg';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DdlObject } from './ddl-object.ts';
import { identifier } from './identifier.ts';
import { resourceTypeDdl } from './resource-type-ddl.ts';

const scratch = 'sagecat_ddl';

/**
 * Returns the statements that bring a database in line with the definition of a resource type: all of them for a new type, none if they
 * agree. The definition is created in a schema of its own, in a transaction that is rolled back.
 */
export async function missingDdl(pool: pg.Pool, type: AnyResourceType): Promise<DdlObject[]> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; CREATE SCHEMA ${scratch}; SET LOCAL search_path = ${scratch}, public`);
    const wanted = resourceTypeDdl(type);
    await client.query(
      wanted
        .filter(({ key }) => !key.startsWith('column '))
        .map(({ create }) => create)
        .join('\n'),
    );
    const target = await stateOf(client, scratch, type);
    const present = await stateOf(client, 'public', type);
    return differences(type, wanted, target, present);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Returns the state of each object by its key. */
type State = ReadonlyMap<string, string>;

function differences(
  { name: table }: AnyResourceType,
  wanted: readonly DdlObject[],
  target: State,
  present: State,
): DdlObject[] {
  if (!present.has(`table ${table}`)) return wanted.filter(({ key }) => !key.startsWith('column '));
  const steps: DdlObject[] = [];
  const drop = (key: string, statement: string) => steps.push({ key: `drop ${key}`, create: statement });
  // Views are dropped before the columns that they read.
  const gone = [...present.keys()]
    .filter((key) => !target.has(key) && !/^(?:comment|grant|security) /.test(key))
    .sort((a, b) => (a < b ? 1 : -1));
  for (const key of gone) drop(key, dropOf(table, key));
  const remade = new Set<string>();
  for (const object of wanted) {
    const { key, create, drop: undo } = object;
    const [before, after] = [present.get(key), target.get(key)];
    // Privileges and comments of a view are dropped with it when it is recreated.
    const owner = key.replace(/^(?:comment (?:VIEW|COLUMN)|grant) ([^.\s]+).*$/, 'view $1');
    if (before === after && !remade.has(owner)) continue;
    if (before !== undefined && key.startsWith('column ')) {
      steps.push({ key, create: alterColumn(table, key, after ?? '') });
      continue;
    }
    if (before !== undefined && undo !== undefined && !create.startsWith('CREATE OR REPLACE')) drop(key, undo);
    if (key.startsWith('view ')) remade.add(key);
    steps.push(object);
  }
  return steps;
}

/** A column of another type or constraint; `definition` is its state, as `stateOf` writes it. */
function alterColumn(table: string, key: string, definition: string): string {
  const [type, notNull, , , preset] = definition.split('|');
  const column = `ALTER COLUMN ${identifier(key.slice(key.indexOf('.') + 1))}`;
  return `ALTER TABLE ${table} ${column} TYPE ${type}, ${column} ${notNull ? 'SET' : 'DROP'} NOT NULL, ${column} ${preset ? `SET DEFAULT ${preset}` : 'DROP DEFAULT'};`;
}

function dropOf(table: string, key: string): string {
  const [kind = '', name = ''] = key.split(' ');
  if (kind === 'column') return `ALTER TABLE ${table} DROP COLUMN ${identifier(name.split('.')[1] ?? '')};`;
  if (kind === 'policy') return `DROP POLICY ${name.split('.')[1]} ON ${table};`;
  if (kind === 'trigger') return `DROP TRIGGER ${name.split('.')[1]} ON ${table};`;
  return `DROP ${kind.toUpperCase()} ${name};`;
}

/** Returns every object of a resource type in a schema, without the schema's name. */
async function stateOf(client: pg.PoolClient, schema: string, { name }: AnyResourceType): Promise<State> {
  const { rows } = await client.query<{ key: string; state: string | null }>(
    `WITH ours AS (
       SELECT * FROM pg_class WHERE relnamespace = $1::text::regnamespace AND relkind IN ('r', 'v')
         AND (relname = $2::text OR relkind = 'v' AND EXISTS (
           SELECT FROM pg_rewrite JOIN pg_depend ON pg_depend.objid = pg_rewrite.oid
           WHERE ev_class = pg_class.oid AND refobjid = to_regclass($1::text || '.' || $2) AND starts_with(relname, $2::text || '_'))))
     SELECT 'table ' || relname AS key, '' AS state FROM ours WHERE relkind = 'r'
     UNION ALL SELECT 'view ' || relname, pg_get_viewdef(oid) || array_to_string(reloptions, ' ') FROM ours WHERE relkind = 'v'
     UNION ALL
     SELECT 'column ' || relname || '.' || attname, concat(format_type(atttypid, atttypmod), '|',
       CASE WHEN attnotnull THEN 'not null' END, '|', attidentity, '|', attgenerated, '|', pg_get_expr(adbin, adrelid))
     FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
     LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE relkind = 'r'
     UNION ALL
     SELECT 'comment ' || CASE relkind WHEN 'r' THEN 'TABLE ' ELSE 'VIEW ' END || relname, obj_description(oid, 'pg_class') FROM ours
     UNION ALL
     SELECT 'comment COLUMN ' || relname || '.' || attname, col_description(ours.oid, attnum)
     FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped WHERE col_description(ours.oid, attnum) IS NOT NULL
     UNION ALL
     SELECT 'grant ' || relname, string_agg(grantee::regrole || ' ' || privilege_type, ', ' ORDER BY grantee::regrole::text)
     FROM ours, aclexplode(relacl) WHERE grantee::regrole::text LIKE 'sagecat%reader' GROUP BY relname
     UNION ALL SELECT 'security ' || relname, relrowsecurity::text FROM ours WHERE relkind = 'r'
     UNION ALL
     SELECT 'index ' || indexname, regexp_replace(indexdef, '.* USING', '') FROM pg_indexes
     WHERE schemaname = $1::text AND tablename = $2::text AND indexname NOT LIKE '%\\_key' AND indexname NOT LIKE '%\\_pkey'
     UNION ALL
     SELECT 'policy ' || $2::text || '.' || policyname, concat_ws(' ', roles::text, cmd, qual) FROM pg_policies WHERE schemaname = $1::text AND tablename = $2::text
     UNION ALL
     SELECT 'trigger ' || $2::text || '.' || tgname, regexp_replace(pg_get_triggerdef(pg_trigger.oid), ' ON \\S+', '')
     FROM pg_trigger JOIN ours ON tgrelid = ours.oid WHERE tgname IN ('stamp_written_by', 'name_account', 'set_owner', 'billing_forget_jobs')
     UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc
     WHERE pronamespace = $1::text::regnamespace AND proname IN ($2::text || '_as_of', $2::text || '_set_owner')
     UNION ALL
     SELECT 'comment FUNCTION ' || proname || '(timestamptz)', obj_description(oid, 'pg_proc') FROM pg_proc
     WHERE pronamespace = $1::text::regnamespace AND proname = $2::text || '_as_of'
     UNION ALL
     SELECT 'grant FUNCTION ' || proname || '(timestamptz)', has_function_privilege('sagecat_reader', oid, 'EXECUTE')::text FROM pg_proc
     WHERE pronamespace = $1::text::regnamespace AND proname = $2::text || '_as_of'`,
    [schema, name],
  );
  const unqualified = new RegExp(`\\b(?:${schema}|public)\\.`, 'g');
  return new Map(rows.map(({ key, state }) => [key, (state ?? '').replaceAll(unqualified, '')]));
}
