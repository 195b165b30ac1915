import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkStatement } from '../../../db/sql/check-statement.ts';
import { safeFunctions } from '../../../db/sql/safe-functions.ts';
import { safeOperators, safeTypes } from '../../../db/sql/safe-types.ts';
import { SqlRefusedError } from '../../../db/sql/sql-error.ts';
import { attempts } from './attempts.ts';

const relations = ['crawl', 't'];
const rules = {
  vocabulary: {
    schema: 'public',
    functions: safeFunctions,
    catalogFunctions: new Set<string>(),
    types: safeTypes,
    operators: safeOperators,
    relations: new Set(relations),
    callable: new Set([...safeFunctions, ...safeTypes, 'set_config', 'pg_sleep']),
    relationNames: new Set([...relations, 'pg_class']),
  },
  explain: true,
};
const check = (statement: string) => checkStatement(statement, rules);

describe('checkStatement', () => {
  const allowed = [
    'SELECT 1',
    'select * from crawl;',
    'TABLE crawl',
    'VALUES (1, $1), (2, $2)',
    'WITH a AS MATERIALIZED (SELECT 1 AS x) SELECT x FROM a UNION ALL SELECT 2 ORDER BY 1 LIMIT 5',
    'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT count(*) FROM r',
    `SELECT j -> 'a' ->> 'b', (j).c, (ARRAY[1, 2])[1], CASE WHEN x THEN 1 END, x::int, CAST(x AS numeric(9, 2)) FROM public.t AS j`,
    'SELECT count(*) FILTER (WHERE x > 1) OVER (PARTITION BY a ORDER BY b ROWS 3 PRECEDING) FROM t GROUP BY GROUPING SETS ((a), ()) HAVING count(*) > 1',
    `SELECT extract(epoch FROM now()), CURRENT_DATE, x AT TIME ZONE 'UTC' FROM t TABLESAMPLE system (1)`,
    `SELECT * FROM t, LATERAL (SELECT 1) l, generate_series(1, 2) WITH ORDINALITY AS g (v, n) WHERE EXISTS (SELECT) AND a = ANY (ARRAY[1])`,
    'EXPLAIN (FORMAT json, COSTS off) SELECT 1',
    `SELECT JSON_OBJECT('a': 1), x IS JSON, JSON_VALUE(x, '$.a') FROM t`,
    'SELECT * FROM information_schema.columns',
    '-- a comment\nSELECT /* another */ 1',
  ];
  for (const statement of allowed) it(`lets through ${statement.slice(0, 60)}`, () => check(statement));

  it('points at the place in characters, past letters that take several bytes', async () => {
    await assert.rejects(check(`SELECT 'é€😀', set_config('a', 'b', true)`), { reason: 'function', position: 15 });
  });

  it('answers anything with a verdict, and goes on working', async () => {
    const words = attempts
      .filter(({ statement }) => statement.length < 500)
      .flatMap(({ statement }) => statement.split(' '));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.oneof(
            fc.constantFrom(...words, ...allowed, '(', ')', ';', "'", '"', '$$', '--', '/*', '*/', '\0', '\\'),
            fc.string(),
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join(' ')),
      fc.nat(60_000).map((depth) => `SELECT ${'-'.repeat(depth % 2)}${'NOT '.repeat(depth)}true`.slice(0, 120_000)),
      fc.nat(30_000).map((depth) => `SELECT ${'CASE WHEN 1 THEN '.repeat(depth % 4000)}1`),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (statement) => {
        try {
          await check(statement);
        } catch (error) {
          assert.ok(error instanceof SqlRefusedError, String(error));
        }
        await check('SELECT 1');
      }),
      { numRuns: 2000 },
    );
  });
});
