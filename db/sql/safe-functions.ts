/**
 * Which functions of `pg_catalog` a reader may call. By PostgreSQL's own declaration, those that are not volatile have no side effects
 * and do not run SQL that is handed to them as text; of these, what looks at the server instead of the catalog is left out, and of
 * the volatile ones those are let in that only give a time or a random value. A name stands for all functions of that name.
 */

const harmlessVolatile = [
  'clock_timestamp',
  'gen_random_uuid',
  'random',
  'random_normal',
  'timeofday',
  'uuidv4',
  'uuidv7',
  'bernoulli',
  'system',
];

/** Administration is what starts with `pg_`; these do no more than look at a value or a name. */
const harmlessAdministration = [
  'pg_collation_for',
  'pg_column_size',
  'pg_input_error_info',
  'pg_input_is_valid',
  'pg_size_bytes',
  'pg_size_pretty',
  'pg_typeof',
];

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** SQL that is true for a row of `pg_proc` that could do harm: it has effects, runs text as SQL, or shows what other sessions do. */
const isHarmful = `(
    (provolatile = 'v' AND proname NOT IN (${list(harmlessVolatile)}))
    OR proname IN ('pg_current_xact_id', 'pg_stat_get_activity', 'pg_prepared_statement', 'pg_cursor')
    OR proname LIKE 'txid\\_%'
    OR proname LIKE '%\\_to\\_xml%')`;

/** The names that may be called: those of which no function is harmful, and that are not administration. */
export const safeFunctionNames = `
  SELECT proname AS name FROM pg_catalog.pg_proc
  WHERE pronamespace = 'pg_catalog'::regnamespace
    AND (proname NOT LIKE 'pg\\_%' OR proname IN (${list(harmlessAdministration)}))
    AND proname !~ '^(inet_(client|server)_|has_.*_privilege$|row_security_active$)'
  GROUP BY proname
  HAVING NOT bool_or(${isHarmful})`;

/** Functions of the catalog itself that readers may call: its owner's, with no more rights than whoever calls them. */
export const catalogFunctionNames = `
  SELECT proname AS name FROM pg_catalog.pg_proc
  WHERE pronamespace = current_schema()::regnamespace AND proowner = current_user::regrole
    AND provolatile <> 'v' AND NOT prosecdef AND has_function_privilege('sagecat_reader', oid, 'EXECUTE')`;

/**
 * The harmful functions that `sagecat_reader` may still call. What types, operators and indexes are made of is left alone: PostgreSQL
 * calls it itself, and it only computes.
 */
export const callableHarmfulFunctions = `
  SELECT proc.oid::regprocedure::text AS signature FROM pg_catalog.pg_proc AS proc
  WHERE pronamespace = 'pg_catalog'::regnamespace
    AND ${isHarmful}
    AND has_function_privilege('sagecat_reader', proc.oid, 'EXECUTE')
    AND prorettype NOT IN ('index_am_handler'::regtype, 'table_am_handler'::regtype, 'trigger'::regtype,
      'language_handler'::regtype, 'event_trigger'::regtype, 'tsm_handler'::regtype)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_operator WHERE oprcode = proc.oid)
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_type WHERE proc.oid IN (typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze))`;
