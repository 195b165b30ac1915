import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../db/database.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { cleanEnvironment, startSagecat } from '../support/sagecat-process.ts';
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

describe('files that cannot be used', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-files-'));
    await mkdir(join(cwd, 'folder'));
    await symlink('loop', join(cwd, 'loop'));
    await writeFile(join(cwd, 'file'), '');
    // Held open, so that no command has to start it.
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
  });
  after(async () => {
    await database?.[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  for (const [args, code, complaint] of [
    [['--config', 'folder', 'crawls'], 2, 'folder: is a folder; name a file'],
    [['--config', 'file/x.yaml', 'crawls'], 2, 'file/x.yaml: a part of the path is a file, not a folder'],
    [['--config', 'loop', 'crawls'], 2, 'loop: its symbolic links lead in a circle'],
    [['import', 'folder'], 1, 'folder: is a folder; name a file'],
    [['import', 'none.json'], 1, 'none.json: there is no such file or folder'],
    [['import', 'loop'], 1, 'loop: its symbolic links lead in a circle'],
    [['prices', 'import', 'folder'], 1, 'folder: is a folder; name a file'],
    [['prices', 'import', 'none.csv'], 1, 'none.csv: there is no such file or folder'],
    [['report', 'billable', '--html', 'folder'], 1, 'folder: is a folder; name a file'],
    [['report', 'billable', '--html', 'file/x.html'], 1, 'file/x.html: a part of the path is a file, not a folder'],
    [['report', 'billable', '--html', '/dev/full'], 1, '/dev/full: the disk is full; make room'],
    [['kubernetes', '--once', '--kubeconfig', 'folder'], 2, 'folder: is a folder; name a file'],
    [['simulate', '--port', '0', '--jobs', '1', '--write-config', 'none/x'], 1, 'none/x: there is no such file'],
    [
      ['simulate', '--port', '0', '--recorded', 'none'],
      2,
      "option '--recorded': recorded cannot be read: none: there is no such file",
    ],
  ] as const) {
    it(`are told by path, with what to do: ${args.join(' ')}`, async () => {
      await using command = startSagecat(args, { cwd, env: { SAGECAT_LOG_LEVEL: 'warn' } });
      assert.equal(await command.ended(), code, command.stderr);
      const [first = '', ...more] = command.stderr.split('\n');
      assert.ok(first.startsWith(`sagecat: ${complaint}`), command.stderr);
      assert.doesNotMatch(more.join('\n'), /^\s+at |connection/m);
    });
  }

  it('are told for a folder of the database, too', async () => {
    const places: [directory: string, complaint: RegExp][] = [
      ['file', /^sagecat: \/.*\/file: exists already and is not what is needed there[^\n]*\n$/],
    ];
    if (process.platform === 'linux')
      places.push(['/proc/x/data', /^sagecat: \/proc\/x: no folder can be created there[^\n]*\n$/]);
    for (const [directory, complaint] of places) {
      await using command = startSagecat(['serve', '--port', '0'], { cwd, env: { SAGECAT_DATA_DIR: directory } });
      assert.equal(await command.ended(), 1);
      assert.match(command.stderr, complaint);
    }
  });

  it('may be standard output', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"$NODE" "$BIN" sql "SELECT 1" > /dev/full`], {
      cwd,
      encoding: 'utf8',
      env: {
        ...cleanEnvironment(cwd),
        NODE: process.execPath,
        BIN: join(import.meta.dirname, '../../bin/sagecat.js'),
      },
    });
    assert.match(stderr, /^sagecat: standard output: the disk is full; [^\n]*\n$/);
    assert.equal(status, 1);
  });
});
