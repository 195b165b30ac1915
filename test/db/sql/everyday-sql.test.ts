import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { sqlSettings } from '../../../config/sql-section.ts';
import type { Database } from '../../../db/database.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const jobs = 'aws_sagemaker_trainingjob';

/** What analysts write, one notation or function family each. All of it gives at least one row. */
const statements: readonly string[] = [
  // Names of columns, qualified in every way, and aliases that are also functions or types
  `SELECT j.training_job_name, public.${jobs}.region FROM ${jobs} AS j JOIN public.${jobs} USING (id)`,
  `SELECT ${jobs}.account_id FROM ${jobs}`,
  `SELECT c.trigger, c.status, c.kind FROM (SELECT 'a' AS trigger, 'b' AS status, 'c' AS kind) AS c`,
  `SELECT s.name, s.count, s.date, s.time, s.value, s.key, s.min, s.max, s.sum, s.rank, s.mode, s.version, s.area, s.path, s.money
   FROM (SELECT 'n' AS name, 1 AS count, current_date AS date, 2 AS time, 3 AS value, 'k' AS key, 1 AS min, 2 AS max, 3 AS sum, 4 AS rank,
     5 AS mode, '1' AS version, 6 AS area, 'p' AS path, 7 AS money) AS s`,
  `WITH w AS (SELECT account_id, count(*) AS jobs FROM ${jobs} GROUP BY 1) SELECT w.jobs, w.* FROM w ORDER BY w.jobs DESC`,
  `SELECT t.tag, t.key, t.value, t.position FROM ${jobs}_tags AS t`,
  `SELECT (pair).key, (pair).value FROM (SELECT jsonb_each_text(hyper_parameters) AS pair FROM ${jobs}) AS p`,
  `SELECT (jsonb_each(resource_config)).* FROM ${jobs}`,
  `SELECT (j).region, j FROM ${jobs} AS j`,
  `SELECT (ROW(1, 'a')).f1`,
  `SELECT (SELECT j FROM ${jobs} AS j LIMIT 1).region`,
  // JSON
  `SELECT resource_config ->> 'instance_type', resource_config -> 'instance_count', resource_config #>> '{instance_type}' FROM ${jobs}`,
  `SELECT 1 FROM ${jobs} WHERE resource_config @> '{}' AND resource_config ? 'instance_type' AND resource_config ?| ARRAY['instance_type']
     AND resource_config ?& ARRAY['instance_type']`,
  `SELECT jsonb_path_query(resource_config, '$.instance_type'), resource_config['instance_type'] FROM ${jobs}`,
  `SELECT resource_config @? '$.instance_type', resource_config @@ '$.instance_count > 0' FROM ${jobs}`,
  `SELECT entry ->> 'x' FROM ${jobs} CROSS JOIN LATERAL jsonb_array_elements('[{"x": 1}]') AS entry`,
  `SELECT e.value, e.ordinality FROM ${jobs}, jsonb_array_elements_text('["a"]') WITH ORDINALITY AS e (value, ordinality)`,
  `SELECT * FROM jsonb_to_recordset('[{"a": 1, "b": "x"}]') AS r (a int, b text)`,
  `SELECT * FROM jsonb_populate_record(NULL::${jobs}, '{"region": "x"}')`,
  `SELECT jsonb_build_object('a', 1) || ('{"b": 2}'::jsonb - 'a'), jsonb_set('{}', '{a}', '1'), to_jsonb(j) FROM ${jobs} AS j`,
  `SELECT jsonb_object_agg(account_id, region), json_agg(DISTINCT region ORDER BY region) FROM ${jobs}`,
  `SELECT row_to_json(r) FROM (SELECT 1 AS a) AS r`,
  // Times
  `SELECT date_trunc('week', creation_time), date_trunc('day', creation_time, 'Europe/Berlin'), date_bin('15 minutes', creation_time, 'epoch') FROM ${jobs}`,
  `SELECT extract(epoch FROM now() - creation_time), date_part('hour', creation_time), creation_time AT TIME ZONE 'UTC' FROM ${jobs}`,
  `SELECT now() - interval '7 days', interval '1' day, '2026-01-01'::date + 1, DATE '2026-01-01', TIMESTAMPTZ '2026-01-01 00:00Z', age(now(), creation_time) FROM ${jobs}`,
  `SELECT day::date, count(j.id) FROM generate_series(now() - interval '3 days', now(), '1 day') AS day LEFT JOIN ${jobs} AS j
   ON date_trunc('day', j.creation_time) = date_trunc('day', day) GROUP BY day ORDER BY day`,
  `SELECT (now(), now()) OVERLAPS (now(), interval '1 day'), make_interval(days => 2), to_timestamp(0), justify_hours(interval '30 hours')`,
  `SELECT to_char(creation_time, 'YYYY-MM-DD'), to_date('2026', 'YYYY'), CURRENT_DATE, CURRENT_TIMESTAMP, LOCALTIME FROM ${jobs}`,
  `SELECT tstzrange(now(), NULL) @> now(), int4range(1, 3) && int4range(2, 5), lower(int4range(1, 3))`,
  // Texts
  `SELECT 'a' || 1 || NULL, concat_ws('-', 'a', 'b'), format('%s of %I', 1, 'x'), left('abc', 2), right('abc', 2), split_part('a/b', '/', 2)`,
  `SELECT substring('abc' FROM 2 FOR 1), substring('a1' FROM '[0-9]'), position('b' IN 'abc'), trim(BOTH 'x' FROM 'xax'), overlay('abc' PLACING 'x' FROM 2)`,
  `SELECT 1 FROM ${jobs} WHERE training_job_name ILIKE '%o%' AND training_job_name NOT LIKE 'z%' ESCAPE '!' AND training_job_name !~* 'zz'
     AND training_job_name SIMILAR TO '%(o|a)%' AND training_job_name COLLATE "C" > 'A' AND starts_with(training_job_name, left(training_job_name, 1))`,
  `SELECT regexp_replace('a1', '\\d', ''), regexp_matches('a1', '(\\d)'), (regexp_match('a1', '(\\d)'))[1], regexp_split_to_array('a,b', ',')`,
  `SELECT to_tsvector('english', 'running jobs') @@ plainto_tsquery('english', 'job'), ts_rank(to_tsvector('a'), to_tsquery('a'))`,
  `SELECT md5('a'), encode(sha256('a'), 'hex'), upper('a'), initcap('a b'), lpad('1', 3, '0'), quote_literal('x'), normalize('a'), U&'\\0061', E'\\n'`,
  // Numbers
  `SELECT round(1.55, 1), ceil(1.2), 7 / 2.0, 7 % 2, 2 ^ 3, |/ 4.0, abs(-1), greatest(1, 2), least(1, 2), width_bucket(5, 0, 10, 2), 1e3::int, '1'::numeric(9, 2)`,
  `SELECT CAST('1' AS bigint), '1'::double precision, 1::real, true::int, NULLIF(1, 2), COALESCE(NULL, 1), 5 BETWEEN SYMMETRIC 9 AND 1, 5 NOT BETWEEN 1 AND 2`,
  // Aggregates and windows
  `SELECT percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY id), mode() WITHIN GROUP (ORDER BY region), percentile_disc(0.5) WITHIN GROUP (ORDER BY id) FROM ${jobs}`,
  `SELECT count(*) FILTER (WHERE training_job_status = 'Failed'), string_agg(DISTINCT region, ', ' ORDER BY region), array_agg(id ORDER BY id DESC), bool_or(true),
     stddev(id), corr(id, id), sum(id), avg(id), min(region), max(region), every(true) FROM ${jobs}`,
  `SELECT row_number() OVER w, rank() OVER w, lag(id, 1) OVER w, first_value(id) OVER w, sum(id) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
     ntile(4) OVER w, count(*) OVER () FROM ${jobs} WINDOW w AS (PARTITION BY region ORDER BY creation_time)`,
  `SELECT account_id, region, count(*), GROUPING(account_id) FROM ${jobs} GROUP BY GROUPING SETS ((account_id), (region), ())`,
  `SELECT account_id, region, count(*) FROM ${jobs} GROUP BY ROLLUP (account_id, region) HAVING count(*) > 0`,
  `SELECT account_id, count(*) FROM ${jobs} GROUP BY CUBE (account_id)`,
  // Shapes of queries
  `SELECT DISTINCT ON (account_id) account_id, training_job_name FROM ${jobs} ORDER BY account_id, creation_time DESC NULLS LAST FETCH FIRST 5 ROWS ONLY`,
  `WITH RECURSIVE days (day) AS (SELECT current_date UNION ALL SELECT day - 1 FROM days WHERE day > current_date - 3) SELECT day FROM days`,
  `WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT * FROM r`,
  `SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v (id, name) WHERE v.id IN (1, 2) AND v.id = ANY ('{1,2}') AND v.id <> ALL (ARRAY[3]) AND (v.id, v.name) = (1, 'a')`,
  `SELECT 1 WHERE EXISTS (SELECT FROM ${jobs}) AND 1 IN (SELECT 1) AND 1 >= ALL (SELECT 1) AND NOT (1, 2) IN (SELECT 3, 4)`,
  `SELECT 1 UNION ALL (SELECT 2 INTERSECT SELECT 2) EXCEPT SELECT 3 ORDER BY 1`,
  `SELECT CASE region WHEN 'us-east-1' THEN 1 ELSE 2 END, CASE WHEN deleted_at IS NULL THEN 'live' END, deleted_at IS DISTINCT FROM now(), true IS NOT FALSE FROM ${jobs}`,
  `SELECT a.id FROM ${jobs} AS a NATURAL JOIN ${jobs} AS b FULL JOIN ${jobs} AS c ON c.id = a.id CROSS JOIN LATERAL (SELECT a.id) AS d`,
  `SELECT ARRAY[1, 2] || 3, ARRAY[1, 2] @> ARRAY[1], (ARRAY[1, 2, 3])[2:3], cardinality(ARRAY[1]), array_to_string(ARRAY[1, 2], ','), unnest(ARRAY[1])`,
  `SELECT * FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) AS u (n, t)`,
  `SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS r (a, b)`,
  `SELECT count(*) FROM ${jobs} TABLESAMPLE bernoulli (100) REPEATABLE (1)`,
  `TABLE ${jobs}`,
  `EXPLAIN (FORMAT json, COSTS off) SELECT * FROM ${jobs}`,
  `SELECT * FROM ${jobs}_as_of(now())`,
  `SELECT $1::text, $2::int, $3::jsonb ->> 'a'`,
  `SELECT '10.0.0.1'::inet << '10.0.0.0/8', host('10.0.0.1'), gen_random_uuid(), random(), B'101'::bit(3), '\\x00'::bytea, current_user, version()`,
  `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'`,
  `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
  `SELECT pg_typeof(1), pg_size_pretty(1024::bigint), pg_column_size('a'), COLLATION FOR ('a'), current_schema`,
];

describe('SQL of everyday', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
    const response = describeResponse({ HyperParameters: { lr: '0.1' } });
    const flattened = flatten(trainingJob, response, { tags: [{ Key: 'team', Value: 'nlp' }] });
    assert.ok(flattened.ok);
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  });
  after(() => db[Symbol.asyncDispose]());

  for (const statement of statements) {
    it(statement.replace(/\s+/g, ' ').slice(0, 90), async () => {
      const parameters = statement.includes('$3') ? ['a', '1', '{"a": 1}'] : [];
      const { rows } = await new SqlReader(db, sqlSettings()).run({
        statement,
        parameters,
        maxRows: 1000,
        timeoutMs: 10_000,
      });
      assert.ok(rows.length > 0, 'no row');
    });
  }
});
