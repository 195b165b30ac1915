import type { RefusalReason } from '../../../db/sql/sql-error.ts';

/** An attempt to get out of what SQL may do. */
export interface Attempt {
  readonly title: string;
  readonly statement: string;
  /** Why the look at the statement refuses it; a SQLSTATE where only the database can tell. */
  readonly reason: RefusalReason | RegExp;
  /**
   * What the database does with it when nobody looks at it first: refuses it with one of these SQLSTATEs, or runs it without any
   * effect that outlives it.
   */
  readonly alone: RegExp | 'harmless';
}

/** The time limit in milliseconds of an attempt with this outcome: short for what ends only there, and long enough for a busy machine otherwise. */
export const timeLimitOf = (outcome: RegExp | string): number =>
  outcome instanceof RegExp && outcome.test('57014') ? 400 : 20_000;

const attempt = (title: string, statement: string, reason: Attempt['reason'], alone: Attempt['alone']): Attempt => ({
  title,
  statement,
  reason,
  alone,
});

const denied = /^42501$/;
const readOnly = /^(42501|25006)$/;
const jobs = 'aws_sagemaker_trainingjob';

/** Attempts of a reader of all accounts. */
export const attempts: readonly Attempt[] = [
  // Writes
  attempt('inserts', `INSERT INTO ${jobs} (region) VALUES ('x')`, 'not-a-query', readOnly),
  attempt('updates', `UPDATE ${jobs} SET region = 'x'`, 'not-a-query', readOnly),
  attempt('deletes', `DELETE FROM ${jobs}`, 'not-a-query', readOnly),
  attempt(
    'merges',
    `MERGE INTO crawl USING crawl c ON c.id = crawl.id WHEN MATCHED THEN DELETE`,
    'not-a-query',
    readOnly,
  ),
  attempt('truncates', `TRUNCATE ${jobs}`, 'not-a-query', readOnly),
  attempt('deletes in a WITH', `WITH gone AS (DELETE FROM ${jobs} RETURNING *) SELECT * FROM gone`, 'writes', readOnly),
  attempt(
    'updates in a nested WITH',
    `SELECT * FROM (WITH x AS (UPDATE ${jobs} SET region = 'x' RETURNING 1 AS a) SELECT * FROM x) y`,
    'writes',
    /^(42501|25006|0A000|42601)$/,
  ),
  attempt(
    'inserts in a WITH of a WITH',
    `WITH a AS (WITH b AS (INSERT INTO crawl (kind) VALUES ('auto') RETURNING id) SELECT * FROM b) SELECT * FROM a`,
    'writes',
    /^(42501|25006|0A000)$/,
  ),
  attempt('selects into a table', `SELECT * INTO stolen FROM ${jobs}`, 'writes', readOnly),
  attempt('selects into a temporary table', `SELECT * INTO TEMP stolen FROM ${jobs}`, 'writes', readOnly),
  attempt('creates a table', `CREATE TABLE mine AS SELECT * FROM ${jobs}`, 'not-a-query', readOnly),
  attempt('creates a temporary table', 'CREATE TEMP TABLE mine (a int)', 'not-a-query', readOnly),
  attempt('creates a view', 'CREATE VIEW mine AS SELECT 1', 'not-a-query', readOnly),
  attempt(
    'creates a function',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'not-a-query',
    readOnly,
  ),
  attempt('creates a schema', 'CREATE SCHEMA mine', 'not-a-query', readOnly),
  attempt('creates an extension', 'CREATE EXTENSION dblink', 'not-a-query', /^(42501|25006|0A000|58P01)$/),
  attempt('drops a table', `DROP TABLE ${jobs} CASCADE`, 'not-a-query', readOnly),
  attempt('alters a table', `ALTER TABLE ${jobs} DISABLE ROW LEVEL SECURITY`, 'not-a-query', readOnly),
  attempt('drops a policy', `DROP POLICY own_accounts ON ${jobs}`, 'not-a-query', readOnly),
  attempt('grants itself more', `GRANT ALL ON ${jobs} TO sagecat_reader`, 'not-a-query', readOnly),
  attempt('grants itself a role', 'GRANT pg_read_all_data TO sagecat_reader', 'not-a-query', readOnly),
  attempt('makes itself a superuser', 'ALTER ROLE sagecat_reader SUPERUSER', 'not-a-query', readOnly),
  attempt('creates a role', 'CREATE ROLE mine LOGIN', 'not-a-query', readOnly),
  attempt('writes a large object', `SELECT lo_from_bytea(0, 'x')`, 'function', readOnly),
  attempt('takes from a sequence', `SELECT nextval('crawl_id_seq')`, 'function', readOnly),
  attempt('sets a sequence', `SELECT setval('crawl_id_seq', 1)`, 'function', readOnly),
  attempt('writes to the log of transactions', `SELECT pg_logical_emit_message(false, 'x', 'y')`, 'function', denied),
  attempt('burns a transaction number', 'SELECT pg_current_xact_id()', 'function', denied),
  attempt('burns one by an older name', 'SELECT txid_current()', 'function', denied),
  attempt('notifies', `SELECT pg_notify('crawl', 'x')`, 'function', denied),
  attempt('comments', `COMMENT ON TABLE ${jobs} IS 'x'`, 'not-a-query', readOnly),
  attempt('refreshes', 'REFRESH MATERIALIZED VIEW x', 'not-a-query', /^(42501|25006|42P01)$/),
  attempt('vacuums', 'VACUUM', 'not-a-query', /^25001$/),
  attempt('analyzes', `ANALYZE ${jobs}`, 'not-a-query', 'harmless'),
  attempt('checkpoints', 'CHECKPOINT', 'not-a-query', denied),

  // Files, programs, other servers
  attempt('copies to a file', `COPY ${jobs} TO '/tmp/stolen'`, 'not-a-query', denied),
  attempt('copies to a program', `COPY ${jobs} TO PROGRAM 'cat'`, 'not-a-query', denied),
  attempt('copies from a file', `COPY crawl FROM '/etc/passwd'`, 'not-a-query', readOnly),
  attempt('reads a file', `SELECT pg_read_file('/etc/passwd')`, 'function', denied),
  attempt('lists a directory', `SELECT pg_ls_dir('.')`, 'function', denied),
  attempt('imports a file as a large object', `SELECT lo_import('/etc/passwd')`, 'function', readOnly),
  attempt('loads a library', `LOAD 'x'`, 'not-a-query', /^(42501|58P01)$/),

  // Secrets and other schemas
  attempt(
    'tells from where rows lie how many there are',
    `SELECT max(ctid::text) FROM ${jobs}`,
    'relation',
    'harmless',
  ),
  attempt('tells who wrote a row', `SELECT j."xmin" FROM ${jobs} AS j`, 'relation', 'harmless'),
  attempt('reads keys', 'SELECT * FROM sagecat_private.api_key', 'relation', denied),
  attempt('reads the secret', 'SELECT value FROM sagecat_private.secret', 'relation', denied),
  attempt('reads the login', 'TABLE sagecat_private.sql_login', 'relation', denied),
  attempt('reads the secret as a type', `SELECT NULL::sagecat_private.secret`, 'type', denied),
  attempt('reads password hashes', 'SELECT rolname, rolpassword FROM pg_authid', 'relation', denied),
  attempt('reads password hashes by the full name', 'SELECT * FROM "pg_catalog"."pg_shadow"', 'relation', denied),
  attempt('reads what others run', 'SELECT query FROM pg_stat_activity', 'relation', denied),
  attempt('reads what others run by the function', 'SELECT * FROM pg_stat_get_activity(NULL)', 'function', denied),
  attempt('reads statistics of columns', 'SELECT stavalues1 FROM pg_statistic', 'relation', denied),
  attempt('reads a table that is not for readers', 'SELECT * FROM crawl_lease', 'relation', denied),
  attempt('reads migrations', 'SELECT * FROM kysely_migration', 'relation', denied),
  attempt(
    'reads a table as XML',
    `SELECT table_to_xml('sagecat_private.secret', true, true, '')`,
    'function',
    /^(42501|0A000)$/,
  ),
  attempt(
    'runs text as a query',
    `SELECT query_to_xml('SELECT * FROM sagecat_private.secret', true, true, '')`,
    'function',
    /^(42501|0A000)$/,
  ),
  attempt(
    'runs text as a query for statistics',
    `SELECT * FROM ts_stat('SELECT to_tsvector(value::text) FROM sagecat_private.secret')`,
    'function',
    denied,
  ),
  attempt(
    'runs text to rewrite a query',
    `SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, ''b''::tsquery')`,
    'function',
    denied,
  ),
  attempt('names another database', 'SELECT * FROM postgres.sagecat_private.secret', 'relation', /^(42501|0A000)$/),

  // Roles, settings, sessions
  attempt('changes its role by a function', `SELECT set_config('role', 'none', false)`, 'function', denied),
  attempt('changes its role in the FROM', `SELECT * FROM set_config('role', 'none', false)`, 'function', denied),
  attempt(
    'changes its role by UPDATE',
    `UPDATE pg_settings SET setting = 'none' WHERE name = 'role'`,
    'not-a-query',
    denied,
  ),
  attempt('changes its role', 'SET ROLE NONE', 'not-a-query', 'harmless'),
  attempt('resets its role', 'RESET ROLE', 'not-a-query', 'harmless'),
  attempt('changes its session', 'SET SESSION AUTHORIZATION DEFAULT', 'not-a-query', 'harmless'),
  attempt('lifts its time limit', 'SET statement_timeout = 0', 'not-a-query', 'harmless'),
  attempt(
    'lifts its time limit by a function',
    `SELECT set_config('statement_timeout', '0', false)`,
    'function',
    denied,
  ),
  attempt('makes its transaction write', 'SET TRANSACTION READ WRITE', 'not-a-query', 'harmless'),
  attempt('shows a setting', 'SHOW ALL', 'not-a-query', 'harmless'),
  attempt('discards everything', 'DISCARD ALL', 'not-a-query', /^25001$/),
  attempt('begins', 'BEGIN', 'not-a-query', 'harmless'),
  attempt('commits', 'COMMIT', 'not-a-query', 'harmless'),
  attempt(
    'prepares a statement for later',
    `PREPARE later AS DELETE FROM ${jobs}`,
    'not-a-query',
    /^(42501|25006)$|harmless/,
  ),
  attempt('executes a prepared statement', 'EXECUTE later', 'not-a-query', /^(26000|42501|25006)$/),
  attempt('declares a cursor with hold', 'DECLARE c CURSOR WITH HOLD FOR SELECT 1', 'not-a-query', 'harmless'),
  attempt('listens', 'LISTEN crawl', 'not-a-query', 'harmless'),
  attempt('runs a block of code', `DO $$ BEGIN PERFORM 1; END $$`, 'not-a-query', denied),
  attempt('calls a procedure', 'CALL x()', 'not-a-query', /^42883$/),
  attempt(
    'ends other sessions',
    'SELECT pg_terminate_backend(pid) FROM generate_series(1, 9) AS pid',
    'function',
    denied,
  ),
  attempt('cancels other sessions', 'SELECT pg_cancel_backend(1)', 'function', denied),
  attempt('reloads the configuration', 'SELECT pg_reload_conf()', 'function', denied),
  attempt('exports its snapshot', 'SELECT pg_export_snapshot()', 'function', denied),

  // Locks
  attempt('locks rows', `SELECT * FROM ${jobs} FOR UPDATE`, 'locks', readOnly),
  attempt('locks rows for sharing', `SELECT * FROM ${jobs} FOR KEY SHARE SKIP LOCKED`, 'locks', readOnly),
  attempt('locks rows in a subquery', `SELECT (SELECT id FROM ${jobs} FOR UPDATE LIMIT 1)`, 'locks', readOnly),
  attempt('locks a table', `LOCK TABLE ${jobs} IN ACCESS EXCLUSIVE MODE`, 'not-a-query', readOnly),
  attempt('takes an advisory lock', 'SELECT pg_advisory_lock(1)', 'function', denied),
  attempt('takes one for the transaction', 'SELECT pg_try_advisory_xact_lock(1, 2)', 'function', denied),
  attempt('releases all advisory locks', 'SELECT pg_advisory_unlock_all()', 'function', denied),

  // Disguises
  attempt('two statements', 'SELECT 1; SELECT 2', 'several-statements', /^42601$/),
  attempt('a second one behind a comment', 'SELECT 1 /* ; */ ; /* x */ RESET ROLE', 'several-statements', /^42601$/),
  attempt(
    'a second one behind a line comment',
    'SELECT 1 --\n; COMMIT; DELETE FROM crawl',
    'several-statements',
    /^42601$/,
  ),
  attempt('a quoted name', `SELECT "set_config"('role', 'none', false)`, 'function', denied),
  attempt('a qualified name', `SELECT pg_catalog . "set_config" ('role', 'none', false)`, 'function', denied),
  attempt('a name in Unicode escapes', `SELECT U&"s\\0065t_config"('role', 'none', false)`, 'function', denied),
  attempt(
    'named arguments',
    `SELECT set_config(setting_name => 'role', new_value => 'none', is_local => false)`,
    'function',
    /^(42501|42883)$/,
  ),
  attempt('a call in a CASE', `SELECT CASE WHEN true THEN set_config('role', 'none', false) END`, 'function', denied),
  attempt('a call in ORDER BY', `SELECT 1 ORDER BY set_config('role', 'none', false)`, 'function', denied),
  attempt('a call in LIMIT', `SELECT 1 LIMIT length(set_config('role', 'none', false))`, 'function', denied),
  attempt(
    'a call in a window',
    `SELECT count(*) OVER (PARTITION BY set_config('role', 'none', false))`,
    'function',
    denied,
  ),
  attempt(
    'a call in an aggregate’s filter',
    `SELECT count(*) FILTER (WHERE set_config('role', 'none', false) = '') FROM crawl`,
    'function',
    denied,
  ),
  attempt('a call in ROWS FROM', `SELECT * FROM ROWS FROM (set_config('role', 'none', false))`, 'function', denied),
  attempt('a call in VALUES', `VALUES (set_config('role', 'none', false))`, 'function', denied),
  attempt(
    'a call in a lateral join',
    `SELECT * FROM (VALUES (1)) v, LATERAL (SELECT set_config('role', 'none', false)) x`,
    'function',
    denied,
  ),
  attempt('an explained write', `EXPLAIN DELETE FROM ${jobs}`, 'explain', readOnly),
  attempt('an explained run', 'EXPLAIN ANALYZE SELECT 1', 'explain', 'harmless'),
  attempt('an operator of another schema', 'SELECT 1 OPERATOR(sagecat_private.+) 1', 'function', /^(42501|42883)$/),
  attempt('letters that look like SQL', 'ＳＥＬＥＣＴ 1', 'syntax', /^42601$/),
  attempt('a terminating byte', 'SELECT 1\0; DELETE FROM crawl', 'syntax', /.*/),

  // Calls that do not look like calls
  attempt('sleeps by an attribute', 'SELECT (0.1::float8).pg_sleep', 'function', denied),
  attempt(
    'sleeps by an attribute of an alias',
    'SELECT t.pg_sleep FROM generate_series(1, 2) AS t',
    'function',
    /^(42501|42703)$/,
  ),
  attempt(
    'sleeps by a column of a sub-select',
    'SELECT (s.x).pg_sleep FROM (SELECT 0.1::float8 AS x) AS s',
    'function',
    denied,
  ),
  attempt(
    'sleeps by a column of a WITH',
    'WITH w AS (SELECT 0.1::float8 AS x) SELECT (w.x).pg_sleep FROM w',
    'function',
    denied,
  ),
  attempt('sleeps by an attribute of a sub-select', 'SELECT (SELECT 0.1::float8).pg_sleep', 'function', denied),
  attempt('sleeps by an attribute of a subscript', 'SELECT (ARRAY[0.1::float8])[1].pg_sleep', 'function', denied),
  attempt('sleeps in a condition', 'SELECT 1 WHERE (0.1::float8).pg_sleep IS NOT NULL', 'function', denied),
  attempt('sleeps in an order', 'SELECT 1 ORDER BY (0.1::float8).pg_sleep', 'function', /^(42501|42883)$/),
  attempt('sleeps by a quoted attribute', 'SELECT (0.1::float8)."pg_sleep"', 'function', denied),
  attempt(
    'sleeps by an attribute in Unicode escapes',
    String.raw`SELECT (0.1::float8).U&"pg\005fsleep"`,
    'function',
    denied,
  ),
  attempt('sleeps by an attribute in capitals', 'SELECT (0.1::float8).PG_SLEEP', 'function', denied),
  attempt('takes a lock by an attribute', 'SELECT (1::bigint).pg_advisory_lock', 'function', denied),
  attempt('ends a session by an attribute', 'SELECT (1).pg_cancel_backend', 'function', denied),
  attempt('ends a session by an attribute with a default', 'SELECT (1).pg_terminate_backend', 'function', denied),
  attempt('reads a file by an attribute', `SELECT ('/etc/passwd'::text).pg_read_file`, 'function', denied),
  attempt('reads sessions by an attribute', 'SELECT ((NULL::int).pg_stat_get_activity).query', 'function', denied),
  attempt('runs text by an attribute', `SELECT ('SELECT to_tsvector(1::text)'::text).ts_stat`, 'function', denied),
  attempt(
    'burns a transaction number by an attribute',
    'SELECT (t).txid_current FROM generate_series(1, 2) AS t',
    'function',
    /^(42501|42703|42883|42809)$/,
  ),

  // Types that look things up, and other ways to a function
  attempt('lists roles by a type', 'SELECT i::oid::regrole FROM generate_series(1, 20) AS i', 'type', 'harmless'),
  attempt('lists roles by a type’s name as a function', `SELECT pg_catalog.regrole('10')`, 'function', 'harmless'),
  attempt('lists roles by a type’s name as an attribute', `SELECT ('10'::text).regrole`, 'function', 'harmless'),
  attempt('lists roles by an array of them', `SELECT '{10}'::regrole[]`, 'type', 'harmless'),
  attempt(
    'lists roles by a column definition',
    `SELECT * FROM json_to_record('{"a": "10"}') AS r (a regrole)`,
    'type',
    'harmless',
  ),
  attempt('lists roles by a function', 'SELECT pg_get_userbyid(10)', 'function', 'harmless'),
  attempt('lists roles by privileges', `SELECT 'sagecat_reader=r/sagecat_reader'::aclitem`, 'type', 'harmless'),
  attempt('lists roles', 'SELECT rolname FROM pg_roles', 'relation', denied),
  attempt('lists users', 'SELECT usename FROM pg_user', 'relation', denied),
  attempt('lists members', 'SELECT * FROM pg_auth_members', 'relation', denied),
  attempt('lists settings of roles', 'SELECT * FROM pg_db_role_setting', 'relation', denied),
  attempt('lists roles by their privileges', 'SELECT * FROM information_schema.enabled_roles', 'relation', 'harmless'),
  attempt('estimates rows', `SELECT reltuples FROM pg_class`, 'relation', denied),
  attempt('estimates rows by their pages', `SELECT relpages FROM pg_class`, 'relation', denied),
  attempt('estimates rows by the size of a table', `SELECT pg_relation_size('${jobs}')`, 'function', denied),
  attempt('estimates rows by what was counted', `SELECT n_live_tup FROM pg_stat_all_tables`, 'relation', denied),
  attempt('reads locks', 'SELECT * FROM pg_locks', 'relation', denied),
  attempt('reads prepared transactions', 'SELECT * FROM pg_prepared_xacts', 'relation', denied),
  attempt('reads files of settings', 'SELECT * FROM pg_file_settings', 'relation', denied),
  attempt('reads a setting', `SELECT current_setting('data_directory')`, 'function', denied),
  attempt('reads an element through an input function', `SELECT array_in('{10}', 4096, -1)`, 'function', 'harmless'),
  attempt('parses a name that is given as text', `SELECT to_regrole('postgres')`, 'function', 'harmless'),
  attempt(
    'parses a type that is given as text',
    `SELECT pg_input_is_valid('x', 'regrole')`,
    'function',
    /^42883$|harmless/,
  ),
  attempt('runs XML', `SELECT xmlparse(document '<a/>')`, 'not-a-query', /^0A000$|harmless/),
  attempt(
    'reads a table of XML',
    `SELECT * FROM xmltable('/a' PASSING '<a/>' COLUMNS b text)`,
    'not-a-query',
    /^0A000$|harmless/,
  ),
  attempt('opens a cursor as XML', `SELECT cursor_to_xml('c', 1, true, true, '')`, 'function', /^(42501|0A000|34000)$/),
  attempt('samples by a method of its own', `SELECT * FROM ${jobs} TABLESAMPLE pg_sleep (1)`, 'function', /^42704$/),
  attempt(
    'sorts by an operator that is none',
    `SELECT 1 ORDER BY 1 USING OPERATOR(sagecat_private.<)`,
    'function',
    /^(42501|42883)$/,
  ),
  attempt(
    'compares by an operator of another schema',
    'SELECT 1 OPERATOR(sagecat_private.=) ANY (SELECT 1)',
    'function',
    /^(42501|42883)$/,
  ),
  attempt('moves a sequence', `SELECT nextval('crawl_id_seq')`, 'function', readOnly),
  attempt('reads a sequence', 'SELECT last_value FROM crawl_id_seq', 'relation', denied),
  attempt('writes a large object', `SELECT lo_from_bytea(0, 'x')`, 'function', readOnly),
  attempt('opens another connection', `SELECT * FROM dblink('', 'SELECT 1') AS t (a int)`, 'function', /^42883$/),
  attempt('shows a setting by its name', 'SHOW data_directory', 'not-a-query', denied),

  // Time and memory
  attempt('sleeps', 'SELECT pg_sleep(3600)', 'function', denied),
  attempt('counts forever', 'SELECT count(*) FROM generate_series(1, 100000000000)', /^57014$/, /^57014$/),
  attempt(
    'recurses forever',
    'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r',
    /^(57014|53100|53400)$/,
    /^(57014|53100|53400)$/,
  ),
  attempt(
    'joins everything with everything',
    'SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b',
    /^57014$/,
    /^57014$/,
  ),
  attempt(
    'answers more than can be held',
    `SELECT repeat('x', 200000000)`,
    /^(54000|57014|53200|58000)$/,
    /^(54000|57014|53200|58000)$/,
  ),
  attempt(
    'collects until memory is full',
    `SELECT length(string_agg(repeat('x', 100000000), '')) FROM generate_series(1, 100)`,
    /^(54000|57014|53200|58000)$/,
    /^(54000|57014|53200|58000)$/,
  ),
  attempt(
    'nests too deep for a parser',
    `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
    'too-deep',
    /^(54001|57014|58000|42601)$/,
  ),
  attempt(
    'chains too long for a parser',
    `SELECT 1${' + 1'.repeat(24_000)}`,
    /^(too-deep|54001|57014|58000)$/,
    /^(54001|57014|58000|26000)$|harmless/,
  ),
  attempt('is too long', `SELECT '${'x'.repeat(200_000)}'`, 'too-long', 'harmless'),
];
