import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { testDatabase } from '../support/test-database.ts';

describe('commands that read', () => {
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-reads-'));
  });
  after(() => rm(cwd, { recursive: true }));

  const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    await using command = startSagecat(args, { cwd, env });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };

  const reading = [
    ['sql', 'SELECT 1'],
    ['crawls'],
    ['report', 'billable'],
    ['export', 'x', '--format', 'ack-adopt'],
    ['keys', 'list'],
    ['migrate', '--status'],
  ];

  for (const args of reading) {
    it(`make no database by asking: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, /^sagecat: there is no catalog in \/.*\.sagecat yet: fill one with sagecat crawl.*\n$/);
      assert.ok(!existsSync(join(cwd, '.sagecat')));
    });
  }

  it('do not migrate a database of a server that holds no catalog', async () => {
    await using database = await testDatabase({ migrate: false });
    const { code, stderr } = await run(['crawls'], { DATABASE_URL: database.connectionString });
    assert.equal(code, 1);
    assert.match(stderr, /^sagecat: there is no catalog in the database of DATABASE_URL yet/);
  });

  it('open the catalog of the demo where there is no other, and say so', async () => {
    await placeCatalog(cwd, '.sagecat/demo');
    const { code, stdout, stderr } = await run(['sql', 'SELECT 41 + 1 AS answer']);
    assert.equal(stderr.split('\n')[0], 'sagecat: using the catalog of the demo, .sagecat/demo');
    assert.match(stdout, /answer\n +42\n/);
    assert.equal(code, 0);
    assert.ok(!existsSync(join(cwd, '.sagecat/pgdata')));
  });
});

describe('a port or address that cannot be listened on', () => {
  it('is told at once, before there is a database or a crawl', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'sagecat-port-'));
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    try {
      const env = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'us-east-1' };
      for (const [args, code, complaint] of [
        [['demo', '--port', port], 1, `127.0.0.1:${port} is in use by another process; choose a free port with --port`],
        [['serve', '--port', port], 1, `127.0.0.1:${port} is in use by another process`],
        [['up', '--port', port], 1, `127.0.0.1:${port} is in use by another process`],
        [['simulate', '--port', port], 1, `127.0.0.1:${port} is in use by another process`],
        [['serve', '--host', '203.0.113.9'], 2, '203.0.113.9 is not an address of this machine'],
        [['serve', '--host', 'no such host', '--port', '0'], 2, 'no such host is not an address or name'],
      ] as const) {
        await using command = startSagecat(args, { cwd, env });
        assert.equal(await command.ended(), code, command.stderr);
        assert.ok(command.stderr.startsWith(`sagecat: ${complaint}`), command.stderr);
        assert.equal(command.stdout, '');
      }
      assert.ok(!existsSync(join(cwd, '.sagecat')));
    } finally {
      other.close();
      await rm(cwd, { recursive: true });
    }
  });
});
