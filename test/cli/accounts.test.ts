import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../db/database.ts';
import { startSimulator } from '../../services/simulator/simulator.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';

test('sagecat accounts shows what would be crawled, and history prune needs a retention', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'sagecat-accounts-'));
  const ids = ['111111111111', '222222222222', '333333333333'];
  await using simulator = await startSimulator({ jobs: 0, regions: 2, accounts: ids.map((id) => ({ id })) });
  const run = async (env: NodeJS.ProcessEnv, ...args: string[]) => {
    const command = startSagecat(args, { cwd, env });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };
  try {
    await writeFile(join(cwd, 'sagecat.yaml'), 'organization: {exclude: ["333333333333"]}');
    const asked = await run(simulator.env, 'accounts');
    assert.match(asked.stdout, /2 accounts, 4 targets/);
    assert.ok(!existsSync(join(cwd, '.sagecat')), 'asking makes no database');
    // Held open, so that no command has to start it.
    await using _database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    const first = await run(simulator.env, 'accounts', '--json');
    assert.equal(first.code, 0, first.stderr);
    const role = (id: string) => `arn:aws:iam::${id}:role/SagecatReadOnly`;
    assert.deepEqual(JSON.parse(first.stdout), {
      accounts: ids.slice(0, 2).map((id) => ({
        id,
        name: `account-${id}`,
        role_arn: role(id),
        regions: ['eu-west-1', 'us-east-1'],
      })),
      retired: [],
      unsupported: [],
      problems: [],
    });
    const { accessKeyId, secretAccessKey } = simulator.credentialsOf('222222222222');
    const member = { ...simulator.env, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const refused = await run(member, 'accounts', '--refresh');
    assert.equal(refused.code, 3);
    assert.match(refused.stdout, /2 accounts, 4 targets/);
    assert.match(refused.stderr, /could not be listed \(AccessDeniedException/);

    const unset = await run(simulator.env, 'history', 'prune');
    assert.equal(unset.code, 2);
    assert.match(unset.stderr, /set history\.retention_days/);
    const pruned = await run(simulator.env, 'history', 'prune', '--days', '30', '--json');
    assert.equal(pruned.code, 0, pruned.stderr);
    assert.equal(JSON.parse(pruned.stdout).changes, 0);
  } finally {
    await rm(cwd, { recursive: true });
  }
});
