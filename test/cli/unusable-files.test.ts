import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../db/database.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { cleanEnvironment, startSagecat } from '../support/sagecat-process.ts';

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
