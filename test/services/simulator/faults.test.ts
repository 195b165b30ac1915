import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DescribeTrainingJobCommand, ListTrainingJobsCommand } from '@aws-sdk/client-sagemaker';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type FaultOptions, type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assume, listAll, sagemaker, sts } from './clients.ts';

const ONE = { jobs: 950, accounts: 1, regions: 1 } as const;

/** What becomes of so many single requests: the errors' names and how often. */
async function outcomes(simulator: Simulator, requests: number): Promise<Record<string, number>> {
  const client = sagemaker(simulator);
  const seen: Record<string, number> = {};
  for (let i = 0; i < requests; i++) {
    const outcome = await client.send(new ListTrainingJobsCommand({})).then(
      () => 'ok',
      (error: Error & { code?: string; $metadata?: { httpStatusCode?: number } }) =>
        `${error.code ?? error.name} ${error.$metadata?.httpStatusCode ?? '-'}`,
    );
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  }
  return seen;
}

test('throttles come as HTTP 400 with the probability asked for, alike for equal seeds', async () => {
  const faults: FaultOptions = { throttle: 0.3, seed: 7 };
  await using simulator = await startSimulator({ ...ONE, faults });
  const seen = await outcomes(simulator, 200);
  const throttled = seen['ThrottlingException 400'] ?? 0;
  assert.deepEqual(Object.keys(seen).sort(), ['ThrottlingException 400', 'ok']);
  assert.ok(throttled > 35 && throttled < 90, `${throttled} of 200`);
  assert.equal(simulator.stats.calls({ operation: 'ListTrainingJobs' }).throttled, throttled);
  assert.equal(simulator.faultCounts.throttle, throttled);
  await using again = await startSimulator({ ...ONE, faults });
  assert.deepEqual(await outcomes(again, 200), seen);
});

test('server errors, resets and truncated bodies are what the SDK calls so', async () => {
  await using simulator = await startSimulator(ONE);
  simulator.setFaults({ serverError: 1 });
  assert.deepEqual(await outcomes(simulator, 2), { 'InternalFailure 500': 2 });
  simulator.setFaults({ reset: 1 });
  assert.deepEqual(await outcomes(simulator, 2), { 'ECONNRESET -': 2 });
  simulator.setFaults({ truncate: 1 });
  const truncated = await outcomes(simulator, 2);
  assert.equal(truncated.ok, undefined);
  assert.equal(simulator.stats.calls().broken, 4);
  simulator.setFaults({ serverError: 1, operations: ['Search'] });
  assert.deepEqual(await outcomes(simulator, 2), { ok: 2 });
  simulator.setFaults({ throttle: 1 });
  await assert.rejects(sts(simulator).send(new GetCallerIdentityCommand({})), { name: 'Throttling' });
});

test('a stalled answer comes after its time', async () => {
  await using simulator = await startSimulator({ ...ONE, faults: { stall: 1, stallSeconds: 0.05 } });
  const before = performance.now();
  assert.deepEqual(await outcomes(simulator, 1), { ok: 1 });
  assert.ok(performance.now() - before >= 45);
});

test('pages may be empty and still lead on', async () => {
  await using simulator = await startSimulator({ ...ONE, faults: { emptyPage: 0.4 } });
  const { jobs, pages } = await listAll(sagemaker(simulator));
  assert.equal(new Set(jobs.map((job) => job.TrainingJobName)).size, 950);
  assert.ok(pages.includes(0));
  assert.equal(pages.filter((size) => size > 0).length, 10);
});

test('by script, a page repeats its token, a listing ends early, and a region becomes unreachable', async () => {
  await using simulator = await startSimulator(ONE);
  const client = sagemaker(simulator);
  const second = (NextToken: string | undefined) =>
    new ListTrainingJobsCommand({ MaxResults: 100, ...(NextToken !== undefined && { NextToken }) });

  simulator.setFaults({ script: [{ fault: 'repeat', page: 2 }] });
  const one = await client.send(second(undefined));
  const two = await client.send(second(one.NextToken));
  assert.equal(two.NextToken, one.NextToken);
  const again = await client.send(second(two.NextToken));
  assert.deepEqual(again.TrainingJobSummaries, two.TrainingJobSummaries);
  assert.notEqual(again.NextToken, two.NextToken);

  simulator.setFaults({ script: [{ fault: 'end', page: 3 }] });
  assert.equal((await listAll(client)).jobs.length, 300);
  assert.equal((await listAll(client)).jobs.length, 950);

  simulator.setFaults({ script: [{ fault: 'unreachable', page: 4 }] });
  await assert.rejects(listAll(client), { code: 'ECONNRESET' });
  const [first] = one.TrainingJobSummaries ?? [];
  await assert.rejects(client.send(new DescribeTrainingJobCommand({ TrainingJobName: first?.TrainingJobName })), {
    code: 'ECONNRESET',
  });
  simulator.setFaults({});
  assert.equal((await listAll(client)).jobs.length, 950);
});

test('a region that hangs answers nothing until the client gives up', async () => {
  await using simulator = await startSimulator({ ...ONE, faults: { script: [{ fault: 'hang', page: 1 }] } });
  const giveUp = AbortSignal.timeout(80);
  await assert.rejects(sagemaker(simulator).send(new ListTrainingJobsCommand({}), { abortSignal: giveUp }), {
    name: 'AbortError',
  });
});

test('sessions expire when their time is over, before what they were told', async () => {
  let now = Date.now();
  await using simulator = await startSimulator({ ...ONE, now: () => now, faults: { expireSessionsAfterSeconds: 60 } });
  const [account] = simulator.accounts;
  assert.ok(account);
  const client = sagemaker(simulator, 'us-east-1', await assume(simulator, account));
  now += 59_000;
  await client.send(new ListTrainingJobsCommand({}));
  now += 2000;
  await assert.rejects(client.send(new ListTrainingJobsCommand({})), { name: 'ExpiredTokenException' });
});

test('faults that make no sense are refused by name', async () => {
  await assert.rejects(startSimulator({ faults: { reset: 2 } }), {
    name: 'SimulatorOptionError',
    option: 'faults.reset',
  });
  await assert.rejects(startSimulator({ faults: { stallSeconds: -1 } }), {
    name: 'SimulatorOptionError',
    option: 'faults.stallSeconds',
  });
});
