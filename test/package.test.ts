import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startSagecat } from './support/sagecat-process.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

describe('the package', () => {
  let folder: string;
  let app: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-package-'));
    app = join(folder, 'app');
    await run('npm', ['pack', '--pack-destination', folder], { cwd: root });
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    assert.ok(tarball);
    await mkdir(app);
    await writeFile(join(app, 'package.json'), '{"private": true}');
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball)], { cwd: app });
  });
  after(() => rm(folder, { recursive: true }));

  const start = (...args: string[]) =>
    startSagecat(args, {
      cwd: app,
      command: join(app, 'node_modules/.bin/sagecat'),
      // The command's first line asks the PATH for node: give it the one that runs the tests.
      env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    });

  it('installs and answers', async () => {
    await using command = start('--version');
    assert.equal(await command.ended(), 0);
    assert.match(command.stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('runs the demo where it is installed', async () => {
    await using demo = start('demo', '--jobs', '100', '--port', '0');
    const [, url] = await demo.printed(/served at (http:\S+?)\. Open/);
    assert.equal((await fetch(`${url}/ready`)).status, 200);
    demo.child.kill('SIGINT');
    assert.equal(await demo.ended(), 0);
  });
});
