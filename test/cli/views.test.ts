import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '../../db/access/api-keys.ts';
import { saveView } from '../../db/access/saved-views.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';

describe('sagecat views', () => {
  let cwd: string;
  let database: Database;
  const shared = randomUUID();
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-views-'));
    // Held open, so that no command has to start it.
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    const { key } = await createApiKey(database.pool, { name: 'ann', scopes: ['read'] });
    const ann = { keyId: key.id, accounts: null, isAdmin: false };
    const state = { q: 'region:eu-west-1' };
    await saveView(database.pool, ann, { id: shared, name: 'failed', page: 'catalog', state, shared: true });
    await saveView(database.pool, ann, { id: randomUUID(), name: 'own', page: 'catalog', state, shared: false });
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const run = async (...args: string[]) => {
    await using command = startSagecat(['views', ...args], { cwd, env: { SAGECAT_LOG_LEVEL: 'error' } });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  };

  it('saves what a link shows, changes it, shows it and deletes it', async () => {
    const link = 'http://127.0.0.1:8080/?q=training_job_status:Failed&sort=-creation_time';
    const saved = await run('save', 'failed', link, '--json');
    assert.equal(saved.code, 0, saved.stderr);
    const { id, ...view } = JSON.parse(saved.stdout);
    assert.deepEqual(
      { ...view, updated_at: '' },
      {
        name: 'failed',
        page: 'catalog',
        state: { q: 'training_job_status:Failed', sort: '-creation_time' },
        shared: true,
        owner: null,
        updated_at: '',
        link: '?q=training_job_status%3AFailed&sort=-creation_time',
      },
    );
    const changed = await run('save', 'failed', '/?q=region:us-east-1');
    assert.equal(changed.stdout, 'changed failed of catalog: /?q=region%3Aus-east-1\n');
    assert.match(
      (await run('show', id)).stdout,
      /^failed {2}\(catalog, saved by no key\)\n\/\?q=.*\n {2}q: region:us-east-1\n$/,
    );

    const ambiguous = await run('delete', 'failed');
    assert.equal(ambiguous.code, 1);
    assert.match(ambiguous.stderr, new RegExp(`give the ID of one:\n  ${shared}   catalog, saved by ann`));
    assert.deepEqual(await run('delete', id), { code: 0, stdout: 'deleted failed of catalog\n', stderr: '' });
  });

  it('lists what is shared, and nothing that a key keeps for itself', async () => {
    const { stdout } = await run('list');
    assert.match(stdout, /catalog +failed +ann .* \/\?q=region%3Aeu-west-1/);
    assert.doesNotMatch(stdout, /own/);
    assert.deepEqual(JSON.parse((await run('list', '--page', 'sql', '--json')).stdout), []);
  });

  it('says what is wrong, with the exit code that fits', async () => {
    const missing = await run('show', 'faild');
    assert.deepEqual(
      [missing.code, missing.stderr],
      [1, 'sagecat: no shared view has the name or ID faild; did you mean failed?\n'],
    );
    const link = await run('save', 'x', '/job');
    assert.deepEqual([link.code, /no view that can be saved/.test(link.stderr)], [2, true]);
    assert.equal((await run('save', ' ', '/')).code, 2);
    assert.equal((await run('list', '--page', 'catalogue')).code, 2);
  });
});
