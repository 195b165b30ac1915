import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commands } from '../../cli/commands.ts';
import { cleanEnvironment } from '../support/sagecat-process.ts';

const bin = join(import.meta.dirname, '../../bin/sagecat.js');

describe('the sagecat command', () => {
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-cli-'));
  });
  after(() => rm(cwd, { recursive: true }));

  const sagecat = (args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...cleanEnvironment(cwd), ...env },
    });

  it('lists every sub-command in its help', () => {
    const { stdout, status } = sagecat(['--help']);
    assert.equal(status, 0);
    for (const command of commands()) assert.match(stdout, new RegExp(`^  ${command.name()} `, 'm'));
  });

  for (const command of commands()) {
    it(`has a help for ${command.name()}, and for each option there`, () => {
      assert.notEqual(command.description(), '');
      for (const option of command.options) assert.ok(option.description, `${command.name()} ${option.flags}`);
      const { stdout, status } = sagecat([command.name(), '--help']);
      assert.equal(status, 0);
      assert.ok(stdout.startsWith(`Usage: sagecat ${command.name()}`));
    });
  }

  it('says what is wrong with the command line, and exits with 2', () => {
    for (const [args, complaint] of [
      [['crawll'], /unknown command 'crawll'.*Did you mean one of crawl, crawls/s],
      [['migrate', '--down', 'x'], /--down <steps>.*number of migrations/s],
      [['import'], /missing required argument 'file'/],
      [['serve', '--nope'], /unknown option '--nope'/],
      [['billing', 'rebuild', '--nope'], /sagecat billing rebuild --help/],
      [['migrate', '--status', '--down', '1'], /'--status' cannot be used with option '--down <steps>'/],
      [['demo', '--port', '65536'], /--port <n>.*0 to 65535/s],
      [['import', '-', '-'], /standard input can be read only once/],
    ] as const) {
      const { stderr, stdout, status } = sagecat(args);
      assert.match(stderr, complaint);
      assert.equal(stdout, '');
      assert.equal(status, 2, args.join(' '));
    }
  });

  it('reports every problem of the configuration in one line each, and exits with 2', async () => {
    await writeFile(join(cwd, 'bad.yaml'), 'api: {port: x}\nlog: {level: loud}\n');
    const { stderr, status } = sagecat(['--config', 'bad.yaml', 'serve']);
    assert.equal(status, 2);
    assert.match(stderr, /bad\.yaml:1:13 api\.port must be integer/);
    assert.match(stderr, /bad\.yaml:2:14 log\.level /);
  });

  it('says in one line that a database does not answer, without its password', () => {
    const { stderr, status } = sagecat(['migrate'], { DATABASE_URL: 'postgres://sagecat:hunter2@127.0.0.1:1/x' });
    assert.equal(status, 1);
    assert.match(stderr, /^sagecat: the database does not answer: .*ECONNREFUSED.*\n$/);
    assert.doesNotMatch(stderr, /hunter2/);
  });

  it('prints one JSON object for a crawl that could not run, too', () => {
    const env = { DATABASE_URL: 'postgres://127.0.0.1:1/x', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
    const { stdout, status } = sagecat(['crawl', '--json'], { ...env, AWS_REGION: 'us-east-1' });
    assert.equal(status, 1);
    const { status: outcome, reason, targets, jobs } = JSON.parse(stdout);
    assert.deepEqual({ outcome, targets, seen: jobs.seen }, { outcome: 'failed', targets: [], seen: 0 });
    assert.match(reason, /the database does not answer/);
  });

  it('ends without a word when nobody reads its output any more', () => {
    const { stderr } = spawnSync('sh', ['-c', `"$NODE" "$BIN" simulate --help | true`], {
      cwd,
      encoding: 'utf8',
      env: { ...cleanEnvironment(cwd), NODE: process.execPath, BIN: bin },
    });
    assert.equal(stderr, '');
  });

  it('names the demo where there are no AWS credentials', () => {
    const { stderr, status } = sagecat(['up', '--port', '0'], {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^sagecat: no AWS credentials were found;.*demo.*\n$/);
  });

  it('tells an old Node.js which one it needs, in one line', async () => {
    const folder = join(cwd, 'old');
    await mkdir(join(folder, 'bin'), { recursive: true });
    await cp(bin, join(folder, 'bin/sagecat.js'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const pretend = join(folder, 'old-node.cjs');
    await writeFile(pretend, `Object.defineProperty(process.versions, 'node', { value: '20.11.0' });`);
    const args = ['--require', pretend, join(folder, 'bin/sagecat.js'), '--help'];
    const { stderr, stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(stderr, 'sagecat needs Node.js 22.18 or newer; this is 20.11.0.\n');
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });
});
