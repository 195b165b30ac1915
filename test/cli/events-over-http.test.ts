import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { trainingJobEvent } from '../support/events.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { testDatabase } from '../support/test-database.ts';

describe('events over HTTP', () => {
  it('are taken by sagecat serve, which asks the workers for what they lack', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'sagecat-serve-'));
    await using database = await testDatabase();
    const secret = 'a secret of some length';
    await using command = startSagecat(['serve'], {
      cwd,
      env: { DATABASE_URL: database.connectionString, SAGECAT_PORT: '0', SAGECAT_EVENTS_SECRET: secret },
    });
    const [, url] = await command.printed(/serves (http:\S+)/);
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/v1/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(trainingJobEvent()),
      });
    assert.equal((await post({})).status, 401);
    for (let time = 0; time < 2; time++) assert.equal((await post({ 'x-sagecat-event-secret': secret })).status, 200);
    command.child.kill('SIGTERM');
    assert.equal(await command.ended(), 0);
    const asked = await database.kysely.selectFrom('crawl').select(['scope', 'trigger', 'status']).execute();
    const job = 'arn:aws:sagemaker:us-east-1:111122223333:training-job/train-one';
    assert.deepEqual(asked, [{ scope: { job }, trigger: 'request', status: 'queued' }]);
    await rm(cwd, { recursive: true });
  });
});
