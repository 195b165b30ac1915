import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { type Simulator, startSimulator } from '../../services/simulator/simulator.ts';
import { crawlSimulator } from '../support/crawl-simulator.ts';
import { trainingJobEvent } from '../support/events.ts';
import { eventually } from '../support/eventually.ts';
import { KubernetesServer } from '../support/kubernetes-server.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { SqsServer } from '../support/sqs-server.ts';
import { testDatabase } from '../support/test-database.ts';

describe('sagecat events', () => {
  let cwd: string;
  let simulator: Simulator;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-events-'));
    simulator = await startSimulator({ jobs: 20, accounts: 1, regions: ['us-east-1'], liveJobs: 0 });
    const accounts = simulator.accounts.map(({ id, roleArn, externalId }) => ({
      id,
      role_arn: roleArn,
      external_id: externalId,
    }));
    await writeFile(join(cwd, 'sagecat.yaml'), stringify({ regions: simulator.regions, accounts }));
  });
  after(async () => {
    await simulator.close();
    await rm(cwd, { recursive: true });
  });

  it('turns an event of a queue into a whole row within seconds', async () => {
    await using database = await testDatabase();
    await using reference = await testDatabase();
    await crawlSimulator(simulator, reference);
    const job = await reference.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .selectAll()
      .limit(1)
      .executeTakeFirstOrThrow();
    await using queue = await new SqsServer().listen();
    await using command = startSagecat(['events', '--queue-url', queue.queueUrl], {
      cwd,
      env: { ...simulator.env, DATABASE_URL: database.connectionString },
    });
    await command.printed(/takes events from http/);
    queue.send({
      ...trainingJobEvent(),
      account: job.account_id,
      region: job.region,
      detail: {
        TrainingJobName: job.training_job_name,
        TrainingJobArn: job.training_job_arn,
        TrainingJobStatus: job.training_job_status,
        CreationTime: String(Date.parse(String(job.creation_time))),
        LastModifiedTime: String(Date.parse(String(job.last_modified_time))),
      },
    });
    await eventually(async () => {
      const [row] = await database.kysely.selectFrom('aws_sagemaker_trainingjob').selectAll().execute();
      assert.equal(row?.completeness, 'described');
      assert.equal(row?.content_hash, job.content_hash);
    });
    assert.equal(queue.length, 0);
    command.child.kill('SIGTERM');
    assert.equal(await command.ended(), 0);
  });

  for (const name of ['up', 'worker']) {
    it(`is done by sagecat ${name} too, beside its crawls, as is following a cluster`, async () => {
      await using database = await testDatabase();
      await using queue = await new SqsServer().listen();
      await using cluster = await new KubernetesServer().listen();
      cluster.apply({ metadata: { name: 'one', namespace: 'training' }, spec: { trainingJobName: 'One' } });
      const kubeconfig = {
        'current-context': 'c',
        contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
        clusters: [{ name: 'c', cluster: { server: cluster.url } }],
        users: [{ name: 'u', user: { token: 'let-me-in' } }],
      };
      await writeFile(join(cwd, 'kubeconfig'), stringify(kubeconfig));
      const config = {
        ...parse(await readFile(join(cwd, 'sagecat.yaml'), 'utf8')),
        kubernetes: [{ name: 'prod', kubeconfig: join(cwd, 'kubeconfig') }],
        events: { queue_urls: [queue.queueUrl] },
        api: { port: 0 },
      };
      await writeFile(join(cwd, 'all.yaml'), stringify(config));
      await using command = startSagecat(['--config', 'all.yaml', name], {
        cwd,
        env: { ...simulator.env, DATABASE_URL: database.connectionString },
      });
      queue.send(trainingJobEvent({ TrainingJobName: 'Evented' }));
      await eventually(async () => {
        const jobs = await database.kysely
          .selectFrom('aws_sagemaker_trainingjob')
          .select('training_job_name')
          .execute();
        assert.ok(jobs.some((job) => job.training_job_name === 'Evented'));
        const manifests = await database.kysely.selectFrom('ack_manifest').select(['source', 'name']).execute();
        assert.deepEqual(manifests, [{ source: 'prod', name: 'one' }]);
        // It crawls at its start; a worker waits for its schedule.
        if (name === 'up') assert.equal(jobs.length, 21);
      });
      command.child.kill('SIGTERM');
      assert.equal(await command.ended(), 0, command.stderr);
    });
  }

  it('says that it needs a queue', async () => {
    await using command = startSagecat(['events'], { cwd, env: simulator.env });
    assert.equal(await command.ended(), 2);
    assert.match(command.stderr, /name a queue with --queue-url/);
  });
});
