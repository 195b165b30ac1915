import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../db/database.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { type Receiver, webhookReceiver } from '../support/webhook-receiver.ts';

describe('sagecat watches', () => {
  let cwd: string;
  let database: Database;
  let receiver: Receiver;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-watches-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    receiver = await webhookReceiver();
    await writeFile(
      join(cwd, 'sagecat.yaml'),
      `channels: [{ name: ops, kind: webhook, url: "${receiver.url}", secret_env: OPS_SECRET, allow_private: true }]\n`,
    );
  });
  after(async () => {
    await receiver?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const run = async (args: string[], env: NodeJS.ProcessEnv = {}) => {
    await using command = startSagecat(['watches', ...args], { cwd, env });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  };
  const apply = async (yaml: string) => {
    await writeFile(join(cwd, 'ours.yaml'), yaml);
    return run(['apply', 'ours.yaml']);
  };

  it('applies a file, tries a watch, and shows what was told', async () => {
    const failed = '{ name: failed, when: enters, about: "training_job_status:Failed", channels: [ops] }';
    assert.deepEqual(await apply(`watches: [${failed}]`), { code: 0, stdout: 'added: failed\n', stderr: '' });
    const wrong = await apply('watches: [{ name: failed, when: changes, channels: [opps] }]');
    assert.equal(wrong.code, 2);
    assert.match(
      wrong.stderr,
      /watch failed: fields is missing.*\n.*channels: there is no channel opps; did you mean ops\?/,
    );
    assert.match((await run(['list'])).stdout, /failed +enters +training_job_status:Failed +ops/);
    const unset = await run(['test', 'failed']);
    assert.deepEqual(
      [unset.code, unset.stderr.includes('channel ops: the environment variable OPS_SECRET is not set')],
      [2, true],
    );
    const short = await run(['test', 'failed'], { OPS_SECRET: 'hunter2' });
    assert.equal(short.code, 2);
    assert.match(short.stderr, /OPS_SECRET must be whsec_ and at least 24 random bytes in base64/);
    assert.ok(!short.stderr.includes('hunter2'));
    const env = { OPS_SECRET: `whsec_${Buffer.alloc(24, 'secret').toString('base64')}` };
    assert.deepEqual(await run(['test', 'failed'], env), { code: 0, stdout: 'ops: 200 ok\n', stderr: '' });
    receiver.answer = (response) => void response.writeHead(500).end('broken');
    const failing = await run(['test', 'failed'], env);
    assert.deepEqual([failing.code, failing.stdout], [1, 'ops: 500 broken\n']);
    assert.equal((await run(['test', 'faild'], env)).code, 2);
    const { deliveries } = JSON.parse((await run(['deliveries', '--json'])).stdout);
    assert.deepEqual(
      deliveries.map(({ status, answer }: { status: string; answer: string }) => [status, answer]),
      [
        ['dead', 'broken'],
        ['delivered', 'ok'],
      ],
    );
    assert.match((await run(['deliveries', '--status', 'dead'])).stdout, /500 broken/);
  });
});
