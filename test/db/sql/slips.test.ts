import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sqlSettings } from '../../../config/sql-section.ts';
import type { Database } from '../../../db/database.ts';
import { SqlFailedError } from '../../../db/sql/sql-error.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('SQL with a slip in it', () => {
  let db: Database;
  let reader: SqlReader;
  before(async () => {
    db = await testDatabase();
    reader = new SqlReader(db, sqlSettings());
  });
  after(() => db[Symbol.asyncDispose]());

  const run = (statement: string, parameters: unknown[] = []) =>
    reader.run({ statement, parameters, maxRows: 10, timeoutMs: 10_000 });
  const meant = async (statement: string) => {
    const error = await run(statement).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    assert.ok(error instanceof SqlFailedError, `${statement}: ${error}`);
    return error;
  };

  it('is answered with the name of the table, the view or the column that was probably meant, and where', async () => {
    const job = 'aws_sagemaker_trainingjob';
    for (const [statement, name] of [
      ['SELECT count(*) FROM aws_sagemaker_training_job', job],
      ['SELECT count(*) FROM aws_sagemaker_trainingjobs', job],
      ['SELECT * FROM billable_by_jobs', 'billable_by_job'],
      [`SELECT * FROM ${job}_tag`, `${job}_tags`],
      [`SELECT training_job_statos FROM ${job}`, 'training_job_status'],
      [`SELECT job.training_job_nam FROM ${job} AS job`, 'job.training_job_name'],
      [`SELECT j.acount_id FROM ${job} AS j JOIN ${job}_tags AS t ON t.resource_id = j.id`, 'j.account_id'],
      [`SELECT t.kee FROM ${job} AS j JOIN ${job}_tags AS t ON t.resource_id = j.id`, 't.key'],
      ['SELECT instance_second FROM billable_by_day', 'instance_seconds'],
      [`SELECT trainingjobname FROM ${job}`, 'training_job_name'],
      [`SELECT "creation_tme" FROM ${job}_as_of(now())`, 'creation_time'],
      [`SELECT instance_type FROM ${job}`, `resource_config ->> 'instance_type'`],
      [`SELECT jab.region FROM ${job} AS job`, 'job.region'],
      [`WITH x AS (SELECT regoin FROM ${job}) SELECT * FROM x`, 'region'],
    ] as const) {
      const error = await meant(statement);
      assert.equal(error.didYouMean, name, statement);
      assert.equal(error.hint, `Did you mean ${name}?`);
      assert.ok((error.position ?? -1) >= 7, statement);
    }
  });

  it('names nothing where nothing is near, and nothing that cannot be read', async () => {
    assert.equal((await meant('SELECT * FROM pineapples')).didYouMean, undefined);
    assert.equal((await meant('SELECT pineapples FROM crawl')).didYouMean, undefined);
    assert.equal((await meant('SELECT * FROM crawl_missin')).didYouMean, undefined);
  });

  it('is warned of where it asks the list of tags for a key', async () => {
    const from = 'FROM aws_sagemaker_trainingjob AS job';
    for (const [expression, part] of [
      [`tags ->> 'team'`, /tags ->> 'team' is null in every row; write tag_map ->> 'team'/],
      [`job.tags -> 'team'`, /tag_map -> 'team'/],
      [`tags ->> 'it''s'::text`, /tag_map ->> 'it''s'/],
      [`tags #>> '{team}'`, /tag_map #>> '\{team\}'/],
      [`tags['team']`, /tag_map ->> 'team'/],
      [`job.tags['team']`, /tag_map ->> 'team'/],
      [`tags ? 'team'`, /true of no row; tag_map \? 'team'/],
      [`tags @> '{"team":"nlp"}'`, /tag_map @>/],
    ] as const) {
      const { warnings } = await run(`SELECT ${expression} ${from}`);
      assert.equal(warnings.length, 1, expression);
      assert.match(warnings[0] ?? '', part);
      assert.equal(
        (await run(`SELECT count(*) ${from} WHERE (${expression}) IS NOT NULL`)).warnings.length,
        1,
        expression,
      );
    }
    assert.equal((await run(`SELECT tags ->> $1::text ${from}`, ['team'])).warnings.length, 1);
    assert.equal((await run(`SELECT tags ->> $1 ${from}`, ['team'])).warnings.length, 1);
  });

  it('is not warned of what is right', async () => {
    const from = 'FROM aws_sagemaker_trainingjob AS job';
    for (const statement of [
      `SELECT tag_map ->> 'team', tags ->> 0, tags -> 1 ${from}`,
      `SELECT tags ${from} WHERE tags ? 'team:nlp' OR tags @> '["team:nlp"]'`,
      `SELECT x.tags ->> 'team' FROM (SELECT tag_map AS tags ${from}) AS x`,
      `SELECT x.tags ->> 'team' FROM (SELECT tag_map ${from}) AS x (tags)`,
      `WITH x (tags) AS (SELECT tag_map ${from}) SELECT tags ->> 'team' FROM x`,
      `SELECT hyper_parameters ->> 'tags' ${from}`,
      `SELECT 'tags' ->> 'team' FROM (VALUES ('{}'::jsonb)) AS v (x) WHERE false`,
    ]) {
      const answer = await run(statement).catch(() => ({ warnings: [] }));
      assert.deepEqual(answer.warnings, [], statement);
    }
  });
});
