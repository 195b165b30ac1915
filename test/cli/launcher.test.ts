import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { StopRequests } from '../../cli/signals.ts';
import { startSimulator } from '../../services/simulator/simulator.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { eventually } from '../support/eventually.ts';
import { cleanEnvironment } from '../support/sagecat-process.ts';

const bin = join(import.meta.dirname, '../../bin/sagecat.js');

describe('the launcher', () => {
  let cwd: string;
  let oldNode: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-launcher-'));
    oldNode = join(cwd, 'old-node.cjs');
    await writeFile(oldNode, `Object.defineProperty(process.versions, 'node', { value: '20.11.0' });`);
  });
  after(() => rm(cwd, { recursive: true }));

  /** Starts sagecat in a process group of its own, as a terminal does; `through` the launcher on a Node.js that calls itself old. */
  function start(args: readonly string[], { env = {}, through }: { env?: NodeJS.ProcessEnv; through: boolean }) {
    const child = spawn(process.execPath, [...(through ? ['--require', oldNode] : []), bin, ...args], {
      cwd,
      env: { ...cleanEnvironment(cwd), ...env },
      detached: true,
    });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text.out += more;
    });
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      text.err += more;
    });
    const { pid } = child;
    if (pid === undefined) throw new Error('sagecat did not start');
    return {
      text,
      pid,
      ended: once(child, 'close').then(([code]) => code as number | null),
      [Symbol.asyncDispose]: async () => {
        // Gone already, as a rule.
        if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
      },
    };
  }

  for (const through of [true, false]) {
    const how = through ? 'through the launcher' : 'without the launcher';
    it(`one Ctrl-C stops a crawl gracefully, ${how}: a message, the JSON object, and what was read is stored`, async () => {
      await using simulator = await startSimulator({
        jobs: 1000,
        accounts: 1,
        regions: 1,
        liveJobs: 0,
        search: { mode: 'denied' },
        latencyMs: 20,
      });
      const [account] = simulator.accounts;
      await writeFile(
        join(cwd, 'sagecat.yaml'),
        stringify({
          regions: simulator.regions,
          accounts: [{ id: account?.id, role_arn: account?.roleArn, external_id: account?.externalId }],
          crawl: { requests_per_second: { describe: 1000, list_tags: 1000 } },
          database: { data_dir: await placeCatalog(cwd, through ? 'through' : 'without') },
        }),
      );
      await using crawl = start(['crawl', '--json'], { env: simulator.env, through });
      const described = () => simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls;
      await eventually(() => assert.ok(described() > 150, `${described()} ${crawl.text.err}`));
      process.kill(-crawl.pid, 'SIGINT');
      assert.equal(await crawl.ended, 130);
      assert.match(crawl.text.err, /sagecat: stopped by SIGINT/);
      const { status, reason } = JSON.parse(crawl.text.out);
      assert.deepEqual([status, reason], ['failed', 'stopped by SIGINT']);
      await using crawls = start(['crawls', '1', '--json'], { through: false });
      await crawls.ended;
      const [target] = JSON.parse(crawls.text.out).targets;
      assert.equal(target.status, 'interrupted');
      await using count = start(['sql', '--json', 'SELECT count(*) AS stored FROM aws_sagemaker_trainingjob'], {
        through: false,
      });
      await count.ended;
      const stored = Number(/"stored":\s*"?(\d+)/.exec(count.text.out)?.[1]);
      // Each describe waits for its tags; only what was on its way may be lost.
      assert.ok(stored >= 150 - 2 * 16, `${stored} of ${described()} are stored: ${count.text.out}${count.text.err}`);
    });
  }

  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGHUP'] as const) {
    it(`ends the command when it is ended by ${signal}`, async () => {
      await using simulate = start(['simulate', '--json', '--jobs', '10'], { through: true });
      await eventually(() => assert.match(simulate.text.out, /\}\s*$/, simulate.text.err));
      const url = String(Object.values(JSON.parse(simulate.text.out)).find((value) => /^http:/.test(String(value))));
      await fetch(url);
      process.kill(simulate.pid, signal);
      // The pipes close when the last process that holds them is gone.
      const code = await simulate.ended;
      assert.equal(code, { SIGKILL: null, SIGTERM: 0, SIGHUP: 0 }[signal]);
      await assert.rejects(fetch(url));
    });
  }
});

describe('requests to stop', () => {
  it('are one where a terminal and the launcher both tell of it, in any order and however late', () => {
    const requests = new StopRequests();
    assert.equal(requests.isNew('signal', 0), true);
    assert.equal(requests.isNew('launcher', 60_000), false);
    assert.equal(requests.isNew('launcher', 70_000), true);
    assert.equal(requests.isNew('signal', 80_000), false);
  });

  it('are one where npm passes on what the terminal has sent already', () => {
    const requests = new StopRequests();
    assert.deepEqual(
      [0, 20, 1000].map((now) => requests.isNew('signal', now)),
      [true, false, true],
    );
  });
});
