import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { type Database, openDatabase } from '../../db/database.ts';
import { type Simulator, startSimulator } from '../../services/simulator/simulator.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';

describe('sagecat crawl', () => {
  let cwd: string;
  let simulator: Simulator;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-crawl-'));
    // Held open, so that no command has to start it.
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    simulator = await startSimulator({ jobs: 120, accounts: 3, regions: 2, deniedAccounts: 1, liveJobs: 0 });
    await configure('all.yaml', simulator.accounts);
    await configure(
      'allowed.yaml',
      simulator.accounts.filter(({ denied }) => !denied),
    );
    await configure(
      'denied.yaml',
      simulator.accounts.filter(({ denied }) => denied),
    );
  });
  after(async () => {
    await simulator.close();
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const configure = (file: string, accounts: Simulator['accounts']) =>
    writeFile(
      join(cwd, file),
      stringify({
        regions: simulator.regions,
        accounts: accounts.map(({ id, roleArn, externalId }) => ({ id, role_arn: roleArn, external_id: externalId })),
      }),
    );
  const crawl = async (config: string, ...options: string[]) => {
    const command = startSagecat(['--config', config, 'crawl', ...options], { cwd, env: simulator.env });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  };

  it('exits with 0 when every target is complete, and prints one JSON object', async () => {
    const { code, stdout } = await crawl('allowed.yaml', '--json');
    assert.equal(code, 0);
    const summary = JSON.parse(stdout);
    assert.equal(summary.status, 'complete');
    assert.deepEqual(
      summary.targets.map(({ account_id, region, status, reason }: Record<string, unknown>) => ({
        account_id,
        region,
        status,
        reason,
      })),
      simulator.accounts
        .filter(({ denied }) => !denied)
        .flatMap(({ id }) =>
          simulator.regions.map((region) => ({ account_id: id, region, status: 'complete', reason: null })),
        ),
    );
    assert.equal(summary.jobs.seen, 120);
    assert.equal(summary.jobs.new, 120);
    assert.equal(summary.jobs.failed, 0);
    assert.ok(summary.api_calls.ListTrainingJobs > 0);
    assert.equal(summary.throttles, 0);
    assert.ok(summary.duration_seconds > 0);
  });

  it('exits with 3 when some targets are not, and names their reason', async () => {
    const { code, stdout, stderr } = await crawl('all.yaml', '--json');
    assert.equal(code, 3);
    const summary = JSON.parse(stdout);
    assert.equal(summary.status, 'partial');
    const denied = summary.targets.filter(({ status }: { status: string }) => status === 'denied');
    assert.equal(denied.length, 2);
    assert.match(denied[0].reason, /SagecatReadOnly/);
    assert.match(stderr, /sagecat: 2 of 6 targets are not complete/);
    assert.equal(summary.jobs.new, 0, 'the first crawl has stored all of them');
  });

  it('exits with 1 when none is', async () => {
    const { code, stdout } = await crawl('denied.yaml');
    assert.equal(code, 1);
    assert.match(stdout, /^denied: \d{12}\b.* in us-east-1, \S+: .*SagecatReadOnly/m);
  });

  it('logs JSON lines to standard error where that is no terminal', async () => {
    const { stderr } = await crawl('allowed.yaml', '--json');
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.ok(lines.some(({ msg, account_id, region }) => msg === 'target ended' && account_id && region));
  });
});
