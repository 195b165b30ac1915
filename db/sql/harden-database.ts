import type pg from 'pg';
import { ifAllowed } from './if-allowed.ts';
import { safeVolatile } from './safe-functions.ts';

const harmless = Object.keys(safeVolatile)
  .map((name) => `'${name}'`)
  .join(', ');

/**
 * The functions that a reader may call and that could do harm: they have effects, run text as SQL, or show what other sessions do
 * and how much others have. What types, operators and indexes are made of is left alone: PostgreSQL calls it itself, and it only computes.
 */
const harmfulFunctions = `
  SELECT proc.oid::regprocedure::text AS name FROM pg_catalog.pg_proc AS proc
  WHERE pronamespace = 'pg_catalog'::regnamespace
    AND (provolatile = 'v' AND proname NOT IN (${harmless})
      OR proname IN ('pg_current_xact_id', 'pg_prepared_statement', 'pg_cursor')
      OR proname LIKE 'pg\\_stat\\_get\\_%' OR proname LIKE 'txid\\_%' OR proname LIKE '%\\_to\\_xml%')
    AND has_function_privilege('sagecat_reader', proc.oid, 'EXECUTE')
    AND prorettype NOT IN ('index_am_handler'::regtype, 'table_am_handler'::regtype, 'trigger'::regtype,
      'language_handler'::regtype, 'event_trigger'::regtype, 'tsm_handler'::regtype)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_operator WHERE oprcode = proc.oid)
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_type WHERE proc.oid IN (typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze))
  ORDER BY 1`;

/** What else a reader may do or see: roles, estimates of others' rows, settings by UPDATE, blocks of code, objects of its own. */
const otherRights = `
  SELECT format('SELECT ON pg_catalog.%I', name) AS right, format('SELECT ON pg_catalog.%I', name) AS kept
  FROM unnest(ARRAY['pg_roles', 'pg_user', 'pg_group', 'pg_auth_members', 'pg_db_role_setting']) AS name
  WHERE has_table_privilege('sagecat_reader', 'pg_catalog.' || name, 'SELECT')
  UNION ALL SELECT 'UPDATE ON pg_catalog.pg_settings', 'UPDATE ON pg_catalog.pg_settings'
  WHERE has_table_privilege('sagecat_reader', 'pg_catalog.pg_settings', 'UPDATE')
  UNION ALL SELECT format('USAGE ON LANGUAGE %I', name), format('USAGE ON LANGUAGE %I', name)
  FROM unnest(ARRAY['plpgsql', 'sql']) AS name WHERE has_language_privilege('sagecat_reader', name, 'USAGE')
  UNION ALL SELECT format('TEMPORARY ON DATABASE %I', current_database()), NULL
  WHERE has_database_privilege('sagecat_reader', current_database(), 'TEMPORARY')
  UNION ALL SELECT format('CREATE ON SCHEMA %I', current_schema()), format('CREATE ON SCHEMA %I', current_schema())
  WHERE has_schema_privilege('sagecat_reader', current_schema(), 'CREATE')`;

/** Columns that tell how many rows a table has: everybody may read the others of `pg_class`. */
const estimates = ['reltuples', 'relpages', 'relallvisible', 'relallfrozen'];

/**
 * The statements that take from everybody what PostgreSQL lets everybody do and a reader has no use for, as far as that is not done. The
 * database's user, who works with some of it, keeps it. A superuser can run them; another user may run them without any effect.
 */
export async function missingHardening(pool: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const statements: string[] = [];
  const { rows: users } = await pool.query<{ user: string; isSuperuser: boolean }>(
    `SELECT quote_ident(current_user) AS user, current_setting('is_superuser') = 'on' AS "isSuperuser"`,
  );
  const [owner] = users;
  const take = (right: string, kept: string | null = right) => {
    statements.push(`REVOKE ${right} FROM PUBLIC`);
    if (kept !== null && !owner?.isSuperuser) statements.push(`GRANT ${kept} TO ${owner?.user}`);
  };
  const { rows: functions } = await pool.query<{ name: string }>(harmfulFunctions);
  if (functions.length > 0) take(`EXECUTE ON FUNCTION ${functions.map(({ name }) => name).join(', ')}`);
  const { rows: rights } = await pool.query<{ right: string; kept: string | null }>(otherRights);
  for (const { right, kept } of rights) take(right, kept);
  const { rows: columns } = await pool.query<{ name: string; isReadable: boolean }>(
    `SELECT quote_ident(attname) AS name, has_column_privilege('sagecat_reader', attrelid, attnum, 'SELECT') AS "isReadable"
     FROM pg_attribute WHERE attrelid = 'pg_catalog.pg_class'::regclass AND attnum > 0`,
  );
  if (columns.some(({ name, isReadable }) => isReadable && estimates.includes(name))) {
    const others = columns.map(({ name }) => name).filter((name) => !estimates.includes(name));
    take('SELECT ON pg_catalog.pg_class');
    statements.push(`GRANT SELECT (${others.join(', ')}) ON pg_catalog.pg_class TO PUBLIC`);
  }
  return statements;
}

/** Runs what is missing, and returns what is missing still: all of it where the database's user may not. */
export async function hardenDatabase(pool: pg.Pool): Promise<string[]> {
  if ((await missingHardening(pool)).length === 0) return [];
  const client = await pool.connect();
  try {
    // Two processes that start at once would meet in the same rows of the database's own tables.
    await client.query('BEGIN; LOCK TABLE sagecat_private.sql_login IN EXCLUSIVE MODE');
    for (const statement of await missingHardening(client)) await ifAllowed(client, statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return missingHardening(pool);
}

/**
 * A script for a superuser: what is missing, and the right to limit the temporary files of the logins that statements run under, where
 * the database's user lacks it. Empty where nothing is missing.
 */
export async function hardeningScript(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ grant: string }>(
    `SELECT format('GRANT SET ON PARAMETER temp_file_limit TO %I', current_user) AS grant
     WHERE NOT has_parameter_privilege('temp_file_limit', 'SET')`,
  );
  return [...rows.map(({ grant }) => grant), ...(await missingHardening(pool))];
}
