import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { parse } from 'yaml';

const SAGECAT = fileURLToPath(new URL('../../bin/sagecat.js', import.meta.url));

function simulate(...args: string[]) {
  return spawn(process.execPath, [SAGECAT, 'simulate', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the command to its end: for calls that are wrong. */
async function failure(...args: string[]): Promise<{ code: number; stderr: string }> {
  const child = simulate(...args);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

test('it prints how to reach it, serves until it is told to stop, and then exits cleanly', async () => {
  const child = simulate('--port', '0', '--jobs', '300', '--accounts', '1', '--regions', 'eu-west-1');
  const env: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) env[name] = value;
    if ('AWS_EC2_METADATA_DISABLED' in env) break;
  }
  // An SDK that knows nothing but these variables.
  const script = `
    import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
    const page = await new SageMakerClient().send(new ListTrainingJobsCommand({ MaxResults: 100 }));
    console.log(JSON.stringify(page.TrainingJobSummaries.map((job) => job.TrainingJobArn)));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
  const arns: string[] = JSON.parse(stdout);
  assert.equal(arns.length, 100);
  for (const arn of arns) assert.ok(arn.startsWith('arn:aws:sagemaker:eu-west-1:'));
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('two processes with one seed and anchor serve the same jobs', async () => {
  const listing = async () => {
    const child = simulate(
      '--port',
      '0',
      '--jobs',
      '120',
      '--accounts',
      '1',
      '--regions',
      '1',
      '--json',
      '--anchor',
      '2026-03-01T12:00:00Z',
      '--seed',
      '9',
    );
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { env } = JSON.parse(line);
    const client = new SageMakerClient({
      endpoint: env.AWS_ENDPOINT_URL,
      region: env.AWS_REGION,
      credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY },
    });
    const { TrainingJobSummaries } = await client.send(
      new ListTrainingJobsCommand({ MaxResults: 100, SortOrder: 'Ascending' }),
    );
    child.kill('SIGTERM');
    await once(child, 'exit');
    return TrainingJobSummaries;
  };
  assert.deepEqual(await listing(), await listing());
});

test('it writes a configuration that discovers the accounts, and names those that ask for an external ID', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sagecat-simulate-'));
  try {
    const file = join(folder, 'sagecat.yaml');
    const child = simulate('--port', '0', '--json', '--accounts', '4', '--organization', '--write-config', file);
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGINT');
    await once(child, 'close');
    const { accounts } = JSON.parse(line);
    const guarded = accounts.filter(({ externalId }: { externalId?: string }) => externalId !== undefined);
    assert.equal(guarded.length, 2);
    assert.deepEqual(parse(await readFile(file, 'utf8')), {
      regions: 'all',
      organization: { role_name: 'SagecatReadOnly' },
      accounts: guarded.map(({ id, name, roleArn, externalId }: Record<string, string>) => ({
        id,
        name,
        role_arn: roleArn,
        external_id: externalId,
      })),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('it writes a configuration that names the accounts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sagecat-simulate-'));
  try {
    const file = join(folder, 'sagecat.yaml');
    const child = simulate(
      '--port',
      '0',
      '--json',
      '--accounts',
      '3',
      '--regions',
      'us-east-1,eu-west-1',
      '--write-config',
      file,
    );
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    const { accounts } = JSON.parse(line);
    const written = parse(await readFile(file, 'utf8'));
    assert.deepEqual(written.regions, ['us-east-1', 'eu-west-1']);
    assert.deepEqual(
      written.accounts.map((account: Record<string, string>) => [account.id, account.role_arn, account.external_id]),
      accounts.map((account: Record<string, string>) => [account.id, account.roleArn, account.externalId]),
    );
    assert.equal(accounts.filter((account: { denied: boolean }) => account.denied).length, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a wrong option ends with exit code 2 and is named', async () => {
  const wrong: [string[], RegExp][] = [
    [['--jobs', 'many'], /--jobs <n>/],
    [['--jobs', '-1'], /--jobs'/],
    [['--regions', 'us-east-1,mars'], /--regions': .*mars is not an AWS region/],
    [['--accounts', '123'.repeat(5)], /--accounts': /],
    [['--host', '0.0.0.0'], /--host': .*loopback/],
    [['--search', 'sometimes'], /--search <mode>/],
    [['--search-missing', '2'], /--search-missing': /],
    [['--latency', '-5'], /--latency': /],
    [['--quota', 'Everything=1'], /--quota': .*Everything/],
    [['--faults', 'throttle=7'], /--faults': .*throttle/],
    [['--faults', 'gremlins=1'], /--faults': .*gremlins/],
    [['--anchor', 'yesterday'], /--anchor <time>/],
    [['--recorded', '/no/such/folder'], /--recorded': .*\/no\/such\/folder/],
    [['--no-such-option'], /--no-such-option/],
  ];
  const results = await Promise.all(wrong.map(([args]) => failure('--port', '0', ...args)));
  for (const [i, { code, stderr }] of results.entries()) {
    assert.equal(code, 2, `${wrong[i]?.[0].join(' ')}: ${stderr}`);
    assert.match(stderr, wrong[i]?.[1] ?? /$^/);
  }
});
