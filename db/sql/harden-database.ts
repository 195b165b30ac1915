import type pg from 'pg';
import { ifAllowed } from './if-allowed.ts';
import { safeVolatile } from './safe-functions.ts';

const harmless = Object.keys(safeVolatile)
  .map((name) => `'${name}'`)
  .join(', ');

/**
 * Functions that a reader may call and that could do harm: they have side effects, run text as SQL, or reveal other sessions and the amount
 * of others' data. The functions behind types, operators and indexes are left alone: PostgreSQL calls them itself, and they only compute.
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

/** Other privileges of a reader: to see roles and estimates of others' rows, change settings by UPDATE, run code blocks, create objects. */
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

/** Columns that reveal how many rows a table has; everyone may read the other columns of `pg_class`. */
const estimates = ['reltuples', 'relpages', 'relallvisible', 'relallfrozen'];

/**
 * Returns the statements that still have to run to revoke from PUBLIC what a reader never needs. The database's user keeps these
 * privileges, since it uses some of them. They take effect only if a superuser runs them.
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

/** Runs the missing statements and returns those that are still missing: all of them if the database's user lacks the privilege. */
export async function hardenDatabase(pool: pg.Pool): Promise<string[]> {
  if ((await missingHardening(pool)).length === 0) return [];
  const client = await pool.connect();
  try {
    // Two processes that start together would otherwise update the same rows of the system catalogs.
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
 * Returns a script for a superuser: the missing statements, and the privilege to limit the temporary files of sagecat's logins if the
 * database's user lacks it. Empty if nothing is missing.
 */
export async function hardeningScript(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ grant: string }>(
    `SELECT format('GRANT SET ON PARAMETER temp_file_limit TO %I', current_user) AS grant
     WHERE NOT has_parameter_privilege('temp_file_limit', 'SET')`,
  );
  return [...rows.map(({ grant }) => grant), ...(await missingHardening(pool))];
}
