import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { placeCatalog } from '../support/embedded-template.ts';
import { eventually } from '../support/eventually.ts';
import { startSagecat } from '../support/sagecat-process.ts';

describe('sagecat keys', () => {
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-keys-'));
    await placeCatalog(cwd);
  });
  after(() => rm(cwd, { recursive: true }));

  const run = async (...args: string[]) => {
    await using command = startSagecat(args, { cwd, env: { SAGECAT_LOG_LEVEL: 'error' } });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  };

  it('closes a running API with the first key, keeps it closed when the last one is revoked, and opens it when told so', async () => {
    await using serve = startSagecat(['serve'], { cwd, env: { SAGECAT_PORT: '0', SAGECAT_LOG_LEVEL: 'error' } });
    const [, url = ''] = await serve.printed(/serves (http:\S+)/);
    const status = async (key?: string) =>
      (await fetch(`${url}/v1/resource-types`, { headers: key === undefined ? {} : { 'x-api-key': key } })).status;
    assert.equal(await status(), 200);

    const made = await run('keys', 'create', 'dashboards');
    assert.equal(made.code, 0, made.stderr);
    const key = made.stdout.trim();
    assert.deepEqual([await status(), await status(key)], [401, 200]);

    const revoked = await run('keys', 'revoke', 'dashboards');
    assert.match(revoked.stderr, /no valid key is left.*sagecat keys create NAME.*sagecat keys open/);
    await eventually(async () => assert.equal(await status(key), 401));
    assert.equal(await status(), 401);

    assert.match((await run('keys', 'open')).stdout, /^open: /);
    await eventually(async () => assert.equal(await status(), 200));
    assert.match((await run('keys', 'list')).stderr, /on a loopback address no key is needed/);

    assert.match((await run('keys', 'close')).stdout, /^closed: .*no valid key exists; create one/);
    assert.equal(await status(), 401);
    assert.match((await run('keys', 'list')).stderr, /every request needs a key/);
  });
});
