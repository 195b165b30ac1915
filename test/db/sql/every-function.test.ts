import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../../../db/database.ts';
import { checkStatement } from '../../../db/sql/check-statement.ts';
import { safeFunctions, safeVolatile } from '../../../db/sql/safe-functions.ts';
import { safeInformation, safeOperators, safeTypes } from '../../../db/sql/safe-types.ts';
import { SqlRefusedError } from '../../../db/sql/sql-error.ts';
import { readVocabulary, type Vocabulary } from '../../../db/sql/vocabulary.ts';
import { testDatabase } from '../../support/test-database.ts';

/** Calls of a function, with arguments that the parser does not look at. */
const calls: readonly ((f: string) => string)[] = [
  (f) => `SELECT ${f}()`,
  (f) => `SELECT ${f}(1, 'x')`,
  (f) => `SELECT pg_catalog.${f}(1)`,
  (f) => `SELECT ${f}(a => 1)`,
  (f) => `SELECT ${f}(VARIADIC ARRAY[1])`,
  (f) => `SELECT ${f}(*), ${f}(DISTINCT 1 ORDER BY 1)`,
  (f) => `SELECT ${f}(0.5) WITHIN GROUP (ORDER BY 1)`,
  (f) => `SELECT count(*) FILTER (WHERE ${f}(1) IS NULL) OVER (PARTITION BY 1 ROWS 1 PRECEDING)`,
  (f) => `SELECT ${f}(1) OVER ()`,
  (f) => `SELECT sum(1) OVER w FROM crawl WINDOW w AS (ORDER BY ${f}(1))`,
  (f) => `SELECT * FROM ${f}(1)`,
  (f) => `SELECT * FROM ROWS FROM (now(), ${f}(1) AS (a int)) WITH ORDINALITY AS r`,
  (f) => `SELECT * FROM crawl, LATERAL ${f}(crawl.id) AS r (a int)`,
  (f) => `SELECT 1 FROM crawl TABLESAMPLE bernoulli (${f}(1)) REPEATABLE (1)`,
  (f) => `SELECT 1 UNION SELECT 2 FROM (VALUES (${f}(1))) AS v ORDER BY 1`,
  (f) => `SELECT 1 GROUP BY GROUPING SETS ((${f}(1)), ()) HAVING ${f}(1) > 0 LIMIT ${f}(1) OFFSET ${f}(1)`,
  (f) => `WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT ${f}(n) FROM r) SELECT * FROM r`,
  (f) => `SELECT JSON_OBJECT('a': ${f}(1)), JSON_VALUE('{}', '$.a' DEFAULT ${f}(1) ON EMPTY)`,
  (f) => `SELECT * FROM JSON_TABLE(${f}(1), '$' COLUMNS (a int PATH '$')) AS j`,
  (f) => `EXPLAIN SELECT (SELECT ARRAY[CASE ${f}(1) WHEN 1 THEN 1 END])`,
];

/** What PostgreSQL reads as a call of `f` where nothing has a column of that name. */
const attributes: readonly ((f: string) => string)[] = [
  (f) => `SELECT (1).${f}`,
  (f) => `SELECT ('x'::text).${f}`,
  (f) => `SELECT ($1).${f}, $1.${f}`,
  (f) => `SELECT crawl.${f} FROM crawl`,
  (f) => `SELECT public.crawl.${f} FROM public.crawl`,
  (f) => `SELECT ((c).id).${f} FROM crawl AS c`,
  (f) => `SELECT c.${f} FROM crawl AS c`,
  (f) => `SELECT s.${f} FROM (SELECT 1 AS x) AS s`,
  (f) => `SELECT (s).x.${f} FROM (SELECT 1 AS x) AS s`,
  (f) => `WITH w AS (SELECT 1 AS x) SELECT w.${f} FROM w`,
  (f) => `SELECT g.${f} FROM generate_series(1, 2) AS g`,
  (f) => `SELECT v.${f} FROM (VALUES (1)) AS v (a)`,
  (f) => `SELECT (SELECT c FROM crawl AS c).${f}`,
  (f) => `SELECT (ROW(1, 2)).${f}, (ARRAY[1])[1].${f}, (now()).${f}`,
  (f) => `SELECT (CASE WHEN true THEN 1 END).${f}, (SELECT (SELECT (1).${f}))`,
  (f) => `SELECT j.${f} FROM crawl AS a JOIN crawl AS b USING (id) AS j`,
  (f) => `SELECT 1 FROM crawl AS c WHERE c.${f} IS NULL ORDER BY c.${f}`,
  (f) => `SELECT 1 FROM crawl AS c GROUP BY c.${f} HAVING count(c.${f}) > 0`,
  (f) => `SELECT 1 FROM crawl AS c JOIN crawl AS d ON c.${f} = d.id, LATERAL (SELECT c.${f}) AS l`,
  (f) => `SELECT ROW(c.${f}.*) FROM crawl AS c`,
];

/** Uses of a type, each of which runs its input function or a cast. */
const casts: readonly ((t: string) => string)[] = [
  (t) => `SELECT 1::${t}`,
  (t) => `SELECT CAST('1' AS ${t})`,
  (t) => `SELECT '{1}'::${t}[]`,
  (t) => `SELECT '1'::pg_catalog.${t}`,
  (t) => `SELECT ${t}('1')`,
  (t) => `SELECT ('1'::text).${t}`,
  (t) => `SELECT s.${t} FROM (SELECT '1'::text) AS s`,
  (t) => `SELECT * FROM json_to_record('{}') AS r (a ${t})`,
  (t) => `SELECT * FROM ROWS FROM (json_to_record('{}') AS (a ${t}))`,
  (t) => `SELECT JSON_VALUE('{}', '$' RETURNING ${t})`,
  (t) => `SELECT * FROM JSON_TABLE('{}', '$' COLUMNS (NESTED PATH '$' COLUMNS (a ${t} PATH '$'))) AS j`,
  (t) => `SELECT JSON_OBJECT('a': 1 RETURNING ${t})`,
];

const operations: readonly ((operator: string) => string)[] = [
  (o) => `SELECT 1 ${o} 2`,
  (o) => `SELECT ${o} 1`,
  (o) => `SELECT 1 OPERATOR(pg_catalog.${o}) 2`,
  (o) => `SELECT 1 ${o} ANY (ARRAY[1]), 1 ${o} ALL (SELECT 1)`,
  (o) => `SELECT (1, 2) ${o} (3, 4)`,
  (o) => `SELECT 1 FROM crawl ORDER BY id USING ${o}`,
  (o) => `SELECT array_agg(id ORDER BY id USING OPERATOR(pg_catalog.${o})) FROM crawl`,
];

interface Proc {
  readonly name: string;
  readonly signature: string;
  readonly volatility: string;
  readonly definer: boolean;
  readonly language: string;
  readonly arguments: string[];
  readonly defaults: string | null;
}

describe('every function of the database', () => {
  let db: Database;
  let vocabulary: Vocabulary;
  let procs: readonly Proc[];
  before(async () => {
    db = await testDatabase();
    vocabulary = await readVocabulary(db.pool);
    ({ rows: procs } = await db.pool.query<Proc>(`
      SELECT proname::text AS name, pg_proc.oid::regprocedure::text AS signature, provolatile AS volatility, prosecdef AS definer,
        lanname::text AS language, ARRAY(SELECT format_type(type, NULL) FROM unnest(proargtypes::oid[]) AS type) AS arguments,
        pg_get_expr(proargdefaults, 0) AS defaults
      FROM pg_proc JOIN pg_language ON pg_language.oid = prolang ORDER BY 1, 2`));
  });
  after(() => db[Symbol.asyncDispose]());

  const names = (query: string) =>
    db.pool.query<{ name: string }>(query).then(({ rows }) => rows.map(({ name }) => name));

  /** The check's verdict, as a word. */
  async function verdict(statement: string): Promise<string> {
    try {
      await checkStatement(statement, { vocabulary, explain: true });
      return 'passes';
    } catch (error) {
      assert.ok(error instanceof SqlRefusedError, `${statement}: ${error}`);
      return error.reason;
    }
  }

  /** Tries every name in every notation. What passes is in the list of safe names, and what is refused is not. */
  async function hold(
    tried: readonly string[],
    notations: readonly ((name: string) => string)[],
    isSafe: (name: string) => boolean,
    refusals: readonly string[],
  ): Promise<void> {
    const accidents: string[] = [];
    for (const name of tried) {
      const expected = isSafe(name) ? ['passes'] : refusals;
      for (const notation of notations) {
        const statement = notation(name);
        const came = await verdict(statement);
        if (!expected.includes(came)) accidents.push(`${came}: ${statement}`);
      }
    }
    assert.deepEqual(accidents.slice(0, 20), [], `${accidents.length} accidents`);
  }

  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const unquoted = (name: string) => name.slice(1, -1);

  it('is refused in every notation of a call, or is in the list of safe ones', async () => {
    const tried = [...new Set(procs.map(({ name }) => name))].filter((name) => !vocabulary.catalogFunctions.has(name));
    assert.ok(tried.length > 2500, `${tried.length} names`);
    const isSafe = (name: string) => safeFunctions.has(unquoted(name)) || safeTypes.has(unquoted(name));
    await hold(tried.map(quoted), calls, isSafe, ['function']);
  });

  it('is refused in every notation of an attribute, or is in the list of safe ones', async () => {
    const inSearchPath = await names(
      `SELECT DISTINCT proname AS name FROM pg_proc WHERE pronamespace IN ('pg_catalog'::regnamespace, 'public'::regnamespace)`,
    );
    const isSafe = (name: string) => safeFunctions.has(unquoted(name)) || safeTypes.has(unquoted(name));
    await hold(inSearchPath.map(quoted), attributes, isSafe, ['function']);
  });

  it('is refused as the input or the cast of a type, or that type is in the list of safe ones', async () => {
    const types = await names(
      `SELECT typname AS name FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typname !~ '^_'`,
    );
    assert.ok(types.length > 150);
    await hold(types.map(quoted), casts, (name) => safeTypes.has(unquoted(name)), ['type', 'function']);
  });

  it('is refused as what stands behind an operator, or that operator is in the list of safe ones', async () => {
    const operators = await names('SELECT DISTINCT oprname AS name FROM pg_operator');
    assert.ok(operators.length > 70);
    const accidents: string[] = [];
    for (const name of operators) {
      const verdicts = await Promise.all(operations.map((notation) => verdict(notation(name))));
      // Not every operator can be written before its operand.
      const expected = safeOperators.has(name) ? ['passes', 'syntax'] : ['function'];
      if (!verdicts.every((came) => expected.includes(came))) accidents.push(`${name}: ${verdicts}`);
    }
    assert.deepEqual(accidents, []);
    for (const unknown of ['@#@', '<%', '=~=', '%>>']) {
      for (const notation of operations) assert.equal(await verdict(notation(unknown)), 'function', notation(unknown));
    }
    for (const schema of ['public', 'sagecat_private', 'nowhere', 'pg_catalog.pg_catalog']) {
      assert.equal(await verdict(`SELECT 1 OPERATOR(${schema}.+) 1`), 'function');
    }
  });

  it('is not reached through a relation of PostgreSQL’s own', async () => {
    const relations = await names(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'v')
       AND relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'sagecat_private'::regnamespace)`,
    );
    assert.ok(relations.length > 150);
    const isSafe = (name: string) => safeInformation.has(name.replace('information_schema.', ''));
    await hold(
      relations,
      [(r) => `SELECT * FROM ${r}`, (r) => `TABLE ${r}`, (r) => `SELECT (SELECT count(*) FROM ${r} AS x) FROM crawl`],
      isSafe,
      ['relation'],
    );
  });

  it('that is safe has no effects, no rights of its own, no text to run, and nothing of the server to show', () => {
    const accidents: string[] = [];
    for (const { name, signature, volatility, definer, language, arguments: types, defaults } of procs) {
      if (!safeFunctions.has(name) || signature.includes('.')) continue;
      if (volatility === 'v' && !(name in safeVolatile)) accidents.push(`${signature} is volatile`);
      if (definer) accidents.push(`${signature} runs with rights of its own`);
      // Functions of these languages are PostgreSQL's own; those in SQL are single expressions over other functions of this list.
      if (!['internal', 'sql'].includes(language)) accidents.push(`${signature} is written in ${language}`);
      if (types.some((type) => /^(internal|cstring|reg(?!config)|aclitem|refcursor)/.test(type))) {
        accidents.push(`${signature} looks up what it is given`);
      }
      if (defaults !== null && /[a-z_]+\(/.test(defaults))
        accidents.push(`${signature} has a default that calls: ${defaults}`);
      if (
        /(^|_)(xml|xmlschema|file|ls|dir|activity|lock|advisory|backend|config$|stat|rewrite|privilege|role|import|sleep)(_|$)/.test(
          name,
        )
      ) {
        if (name !== 'get_current_ts_config') accidents.push(`${signature} sounds of more than computing`);
      }
    }
    assert.deepEqual(accidents, []);
  });

  it('of the catalog itself that may be called runs with the rights of its caller, and has no effects', () => {
    const own = procs.filter(({ name }) => vocabulary.catalogFunctions.has(name));
    assert.equal(own.length, vocabulary.catalogFunctions.size);
    for (const { definer, volatility } of own) assert.deepEqual([definer, volatility], [false, 's']);
  });

  it('in SQL that is safe calls safe functions only', async () => {
    const { rows } = await db.pool.query<{ signature: string; body: string }>(
      `SELECT oid::regprocedure::text AS signature, coalesce(pg_get_function_sqlbody(oid), prosrc) AS body FROM pg_proc
       WHERE prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql') AND pronamespace = 'pg_catalog'::regnamespace
         AND proname = ANY ($1)`,
      [[...safeFunctions]],
    );
    for (const { signature, body } of rows) {
      const expression = body.replace(/^\s*(RETURN|BEGIN ATOMIC)\s+/i, '').replace(/;?\s*END$/i, '');
      const statement = /^select/i.test(expression) ? expression : `SELECT ${expression}`;
      assert.equal(await verdict(statement), 'passes', `${signature}: ${statement}`);
    }
  });

  it('behind a safe operator has no effects', async () => {
    const { rows } = await db.pool.query(
      `SELECT oprname, oprcode::text FROM pg_operator JOIN pg_proc ON pg_proc.oid = oprcode
       WHERE oprnamespace = 'pg_catalog'::regnamespace AND provolatile = 'v' AND oprname = ANY ($1)`,
      [[...safeOperators]],
    );
    assert.deepEqual(rows, []);
  });

  it('that reads a safe type looks nothing up, but for the configurations of text search', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `SELECT typname AS name FROM pg_type JOIN pg_proc ON pg_proc.oid = typinput
       WHERE typnamespace = 'pg_catalog'::regnamespace AND typname = ANY ($1)
         AND (provolatile = 'v' OR prosecdef OR typname ~ '^reg' OR typtype NOT IN ('b', 'r', 'm', 'p'))`,
      [[...safeTypes]],
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['regconfig'],
    );
  });

  it('of the list exists in some version of PostgreSQL that is tested, so that none is a slip of the pen', async () => {
    const { rows } = await db.pool
      .query<{ version: string }>('SHOW server_version_num AS version')
      .catch(() => db.pool.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`));
    const isNewest = Number(rows[0]?.version) >= 180_000;
    const known = new Set(procs.map(({ name }) => name));
    const keywords = ['current_catalog'];
    const missing = [...safeFunctions].filter((name) => !known.has(name) && !keywords.includes(name));
    if (isNewest) assert.deepEqual(missing, []);
    else assert.ok(missing.length < 50, missing.join(' '));
  });
});
