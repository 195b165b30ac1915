import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DescribeTrainingJobCommand } from '@aws-sdk/client-sagemaker';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { recordings, withoutCorpus } from '../../support/corpus.ts';
import { listAll, sagemaker } from './clients.ts';

async function folder(files: Record<string, string>): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'sagecat-recorded-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

const ARN = 'arn:aws:sagemaker:eu-west-1:123456789012:training-job';

test('bare and wrapped responses are served, nulls left out and 64-bit integers kept', async () => {
  await using files = await folder({
    'a.json': `{"TrainingJobName": "Bare", "TrainingJobArn": "${ARN}/bare", "CreationTime": 1700000000.25, "TrainingJobStatus": "Completed",
      "VpcConfig": null, "InputDataConfig": [{"ChannelName": "train", "ShuffleConfig": {"Seed": 9007199254740993}}],
      "HyperParameters": {"CreationTime": "2021-01-01", "gone": null}}`,
    'b.json': JSON.stringify({
      operation: 'DescribeTrainingJob',
      response: {
        TrainingJobName: 'Wrapped',
        TrainingJobArn: `${ARN}/wrapped`,
        CreationTime: '2024-01-01T00:00:00.125Z',
        SecondaryStatusTransitions: [{ Status: 'Starting', StartTime: '2024-01-01T00:00:01Z', EndTime: null }],
      },
    }),
    'c.json': JSON.stringify({ operation: 'ListTags', response: { Tags: [] } }),
    'notes.txt': 'not a recording',
  });
  await using simulator = await startSimulator({ recorded: files.path });
  assert.deepEqual(
    simulator.accounts.map((account) => account.id),
    ['123456789012'],
  );
  assert.deepEqual(simulator.regions, ['eu-west-1']);
  const client = sagemaker(simulator, 'eu-west-1');
  assert.deepEqual(
    (await listAll(client)).jobs.map((job) => job.TrainingJobName),
    ['Wrapped', 'Bare'],
  );
  const bare = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: 'Bare' }));
  assert.equal(bare.CreationTime?.getTime(), 1_700_000_000_250);
  assert.equal(bare.VpcConfig, undefined);
  assert.deepEqual(bare.HyperParameters, { CreationTime: '2021-01-01' });
  const wrapped = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: 'Wrapped' }));
  assert.deepEqual(wrapped.SecondaryStatusTransitions, [
    { Status: 'Starting', StartTime: new Date('2024-01-01T00:00:01Z') },
  ]);

  // The SDK rounds it; what travels does not.
  const raw = await fetch(simulator.url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIA123456789012BASE/20260617/eu-west-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0',
      'x-amz-target': 'SageMaker.DescribeTrainingJob',
    },
    body: '{"TrainingJobName": "Bare"}',
  });
  assert.match(await raw.text(), /"Seed":9007199254740993}/);
});

test('of two recordings of one name the newer is served, and the other one is told of', async () => {
  const of = (CreationTime: string) =>
    JSON.stringify({ TrainingJobName: 'same', TrainingJobArn: `${ARN}/same`, CreationTime });
  await using files = await folder({ '1.json': of('2024-02-02T00:00:00Z'), '2.json': of('2023-02-02T00:00:00Z') });
  await using simulator = await startSimulator({ recorded: [files.path] });
  assert.equal(simulator.job('123456789012', 'eu-west-1', 'same')?.CreationTime, Date.UTC(2024, 1, 2) / 1000);
  assert.deepEqual(
    simulator.recordings.shadowed.map(({ file }) => file),
    [join(files.path, '2.json')],
  );
});

test('a file that is no response is refused by name', async () => {
  for (const text of [
    '{',
    '[]',
    '{"TrainingJobName": "x"}',
    `{"TrainingJobName": "x", "TrainingJobArn": "${ARN}/x", "CreationTime": "soon"}`,
  ]) {
    await using files = await folder({ 'bad.json': text });
    await assert.rejects(startSimulator({ recorded: files.path }), {
      name: 'SimulatorOptionError',
      option: 'recorded',
      message: /bad\.json/,
    });
  }
});

test('the recordings beside the checkout come back as they are', { skip: withoutCorpus }, async () => {
  const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
  for (const { file, response } of recordings) {
    await using simulator = await startSimulator({ recorded: join(corpus, file) });
    const [region] = simulator.regions;
    const { $metadata: _, ...served } = await sagemaker(simulator, region).send(
      new DescribeTrainingJobCommand({ TrainingJobName: response.TrainingJobName }),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(served)), withoutNulls(response), file);
  }
});

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
}
