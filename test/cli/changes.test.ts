import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
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

describe('sagecat changes', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-changes-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    for (const TrainingJobStatus of ['InProgress', 'Failed']) await store('First', { TrainingJobStatus });
    await store('Second');
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const store = async (name: string, more: Record<string, unknown> = {}) => {
    const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name, ...more }));
    assert.ok(flattened.ok);
    const { row, region } = flattened;
    await storeRows(database.kysely, trainingJob, [{ row, region, source: 'describe', askedAt: new Date() }]);
  };
  const run = async (...args: string[]) => {
    const command = startSagecat(['changes', ...args], { cwd });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };

  it('lists them, the newest first', async () => {
    const { code, stdout } = await run();
    assert.equal(code, 0);
    const [, ...lines] = stdout.trim().split('\n');
    assert.deepEqual(
      lines.map((line) => /(new|changed) +(First|Second)/.exec(line)?.[0].replace(/ +/, ' ')),
      ['new Second', 'changed First', 'new First'],
    );
    assert.match(stdout, /training_job_status: InProgress -> Failed/);
  });

  it('narrows them, and prints JSON', async () => {
    const { stdout } = await run('training_job_status:Failed', '--fields', 'training_job_status', '--json');
    const [change, ...rest] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(rest, []);
    assert.deepEqual(change.differences, [{ field: 'training_job_status', before: 'InProgress', after: 'Failed' }]);
    assert.equal((await run('--kinds', 'deleted')).stdout, 'nothing changed\n');
  });

  it('says what is wrong with what was asked', async () => {
    for (const [args, message] of [
      [['--kinds', 'gone'], /there is no kind gone/],
      [['--since', 'yesterday'], /--since yesterday is not a time/],
      [['training_job_statsu:x'], /training_job_status/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
    }
  });

  it('goes on with what is stored meanwhile, each once, until it is told to stop', async () => {
    await using command = startSagecat(['changes', '--follow', '--json', '--limit', '1'], { cwd });
    await command.printed(/"name":"Second"/);
    await store('Third');
    await command.printed(/"name":"Third"/);
    command.child.kill('SIGINT');
    await command.ended();
    const names = command.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name);
    assert.deepEqual(names, ['Second', 'Third']);
  });
});
