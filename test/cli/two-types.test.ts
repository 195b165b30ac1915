import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringifyJson } from '../../catalog/exact-json.ts';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { commands } from '../../cli/commands.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { createResourceType } from '../../db/ddl/resource-type-ddl.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { exampleResponse, exampleType } from '../support/example-type.ts';
import { describeResponse } from '../support/responses.ts';
import { startSagecat } from '../support/sagecat-process.ts';

const module = join(import.meta.dirname, '../support/two-types-command.ts');

describe('commands where a second resource type is registered', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-types-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    await database.pool.query(createResourceType(exampleType));
    const job = flatten(trainingJob, describeResponse({ TrainingJobName: 'Train-One' }));
    assert.ok(job.ok);
    await storeRows(database.kysely, trainingJob, [{ row: job.row, region: job.region, source: 'describe' }]);
    for (const overrides of [
      { KilnStatus: 'Warm', Firings: 3 },
      { KilnStatus: 'Broken', LastFiredAt: 1_720_000_000 },
    ]) {
      const flattened = flatten(exampleType, exampleResponse(overrides), { tags: [{ Key: 'team', Value: 'clay' }] });
      assert.ok(flattened.ok);
      await storeRows(database.kysely, exampleType, [
        { row: flattened.row, region: flattened.region, source: 'describe' },
      ]);
    }
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });
  const run = async (...args: string[]) => {
    const command = startSagecat(args, { cwd, module });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };
  const ofKilns = ['--type', exampleType.name];

  it('list and show the first type, unless another is named', async () => {
    assert.match((await run('jobs')).stdout, /Train-One/);
    const { code, stdout } = await run('jobs', 'kiln_status:Broken', ...ofKilns);
    assert.equal(code, 0);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'created            kiln    account       region',
      '2023-11-14 22:13Z  Raku-1  111122223333  eu-west-1',
    ]);
    const csv = await run('jobs', ...ofKilns, '--columns', 'kiln_name,firings,chamber', '--csv');
    assert.match(csv.stdout, /^kiln_name,firings,chamber\nRaku-1,9007199254740993,/);
    assert.equal((await run('jobs', 'kiln_status:Hot', ...ofKilns)).stdout, 'no kiln is found by that\n');
  });

  it('tell of one of the second type all that is set of it, and what changed', async () => {
    const { code, stdout } = await run('job', 'Raku-1', ...ofKilns);
    assert.equal(code, 0);
    for (const line of [
      /^Raku-1$/m,
      /^account +111122223333$/m,
      /^kiln_status +Broken$/m,
      /^chamber +\{"volume_in_litres": 120\.5\}$/m,
      /^team +clay$/m,
      /kiln_status +Warm +Broken$/m,
    ]) {
      assert.match(stdout, line);
    }
    assert.doesNotMatch(stdout, /Cost|Timeline/);
    const none = await run('job', 'Train-One', ...ofKilns);
    assert.deepEqual([none.code, none.stderr], [1, 'sagecat: there is no kiln Train-One\n']);
  });

  it('import what describes one of the second type', async () => {
    const document = exampleResponse({
      KilnName: 'Salt-2',
      KilnArn: 'arn:aws:pottery:eu-west-1:111122223333:kiln/salt-2',
    });
    await writeFile(join(cwd, 'kiln.json'), stringifyJson(document));
    const { code, stdout, stderr } = await run('import', 'kiln.json', ...ofKilns);
    assert.deepEqual(
      [code, stdout],
      [0, 'imported 1 of 1 documents: 1 new, 0 changed, 0 unchanged, 0 failed\n'],
      stderr,
    );
    assert.match((await run('jobs', 'Salt-2', ...ofKilns)).stdout, /Salt-2/);
  });

  it('refuse a type that does not exist, and one that a command can do nothing with', async () => {
    const strange = await run('jobs', '--type', 'aws_pottery_oven');
    assert.equal(strange.code, 2);
    assert.match(strange.stderr, /Allowed choices are aws_sagemaker_trainingjob, aws_pottery_kiln\./);
    // Nothing says how it is seen that a kiln has failed.
    assert.equal((await run('failures', ...ofKilns)).code, 2);
    assert.equal((await run('failures')).code, 0);
  });

  it('offer no choice where there is none', () => {
    const options = commands([trainingJob]).flatMap(({ options }) => options.map(({ long }) => long));
    assert.ok(!options.includes('--type'));
  });
});
