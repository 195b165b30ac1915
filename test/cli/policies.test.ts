import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { describeResponse } from '../support/responses.ts';
import { startSagecat } from '../support/sagecat-process.ts';

const account = '111122223333';

describe('sagecat policies and ownership', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-policies-'));
    // Held open, so that no command has to start it.
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    for (const [name, tags] of [
      ['tagged', [{ Key: 'team', Value: 'nlp' }]],
      ['un-tagged', []],
    ] as const) {
      const flattened = flatten(
        trainingJob,
        describeResponse({
          TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`,
          TrainingJobName: name,
        }),
        { tags },
      );
      assert.ok(flattened.ok);
      await storeRows(database.kysely, trainingJob, [
        { row: flattened.row, region: flattened.region, source: 'describe' },
      ]);
    }
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const run = async (...args: string[]) => {
    await using command = startSagecat(args, { cwd });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  };
  const apply = async (yaml: string) => {
    await writeFile(join(cwd, 'ours.yaml'), yaml);
    return run('policies', 'apply', 'ours.yaml');
  };

  it('applies a file, checks it with exit code 4, and says what violates', async () => {
    const own = '{ name: all, title: Anything goes, require: "" }';
    assert.deepEqual(await apply(`policies: [{ builtin: team-tag, remedy: "Tag <it> & go" }, ${own}]`), {
      code: 0,
      stdout: 'added: team-tag, all\n',
      stderr: '',
    });
    const text = await run('policies', 'check');
    assert.equal(text.code, 4, text.stderr);
    assert.match(text.stdout, /^team-tag +medium +50% +1 +1 +0 /m);
    assert.match(
      text.stdout,
      /^team-tag: 1 violation\. Tag <it> & go\n\nname +account +region +owner\nun-tagged +111122223333 +us-east-1/m,
    );
    assert.match(text.stderr, /1 of 2 policies are violated: team-tag/);
    assert.equal((await run('policies', 'check', '--policy', 'all')).code, 0);

    const sarif = JSON.parse((await run('policies', 'check', '--sarif')).stdout);
    const [{ tool, results }] = sarif.runs;
    assert.deepEqual([sarif.version, tool.driver.rules.length, results.length], ['2.1.0', 2, 1]);
    assert.deepEqual([results[0].ruleId, results[0].level], ['team-tag', 'warning']);
    const junit = await run('policies', 'check', '--junit');
    assert.equal(junit.code, 4);
    assert.match(
      junit.stdout,
      /<testsuite name="team-tag" tests="1" failures="1">\n.*<failure type="medium" .*\nTag &lt;it&gt; &amp; go</,
    );
    assert.match(junit.stdout, /<testcase classname="all" name="Anything goes"\/>/);

    const jobs = await run('jobs', 'violates:team-tag', '--json', '--columns', 'training_job_name');
    assert.deepEqual(JSON.parse(jobs.stdout), [{ training_job_name: 'un-tagged' }]);
    assert.equal((await apply(`policies: [${own}]`)).stdout, 'removed: team-tag\n');
    const { policies } = JSON.parse((await run('policies', 'list', '--json')).stdout);
    assert.deepEqual(
      policies.map(({ name, compliant, violated }: Record<string, unknown>) => [name, compliant, violated]),
      [['all', 2, 0]],
    );
  });

  it('refuses what cannot hold, with its place and exit code 2', async () => {
    const query = await apply('policies: [{ name: a, title: A, require: "tags.team:* AND x:1" }]');
    assert.deepEqual([query.code, query.stdout], [2, '']);
    assert.match(query.stderr, /policy a: require, at character 16: there is no field x/);
    const entry = await apply('policies:\n  - name: a\n    require: "x"\n  - builtin: team-tags\n');
    assert.equal(entry.code, 2);
    assert.match(entry.stderr, /^.*ours\.yaml:4:14 policies\[1\]\.builtin /m);
    const missing = await apply('policies:\n  - name: a\n    require: "x"\n');
    assert.match(missing.stderr, /policies\[0\]\.title is missing/);
    const unknown = await run('policies', 'check', '--policy', 'al');
    assert.deepEqual([unknown.code, /did you mean all\?/.test(unknown.stderr)], [2, true]);
  });

  it('gives resources their owners by the rules of the configuration', async () => {
    await writeFile(join(cwd, 'owners.csv'), 'name,owner\nun-tagged,platform\n');
    await writeFile(
      join(cwd, 'sagecat.yaml'),
      'ownership:\n  rules:\n    - { name: team tag, tags: [team] }\n    - { name: listed, file: owners.csv }\n',
    );
    assert.equal((await run('ownership', 'apply')).stdout, 'applied the rules; 2 resources changed owner\n');
    assert.equal((await run('ownership', 'apply')).stdout, 'these rules were already applied\n');
    assert.deepEqual(JSON.parse((await run('ownership', 'show', '--json')).stdout), [
      { rule: 'team tag', owners: 1, resources: 1 },
      { rule: 'listed', owners: 1, resources: 1 },
    ]);
    await writeFile(join(cwd, 'owners.csv'), 'job,owner\n');
    const wrong = await run('ownership', 'apply');
    assert.deepEqual([wrong.code, /owners\.csv:1: the first line must name two columns/.test(wrong.stderr)], [2, true]);
  });
});
