import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { type Simulator, startSimulator } from '../../services/simulator/simulator.ts';
import { crawlSimulator } from '../support/crawl-simulator.ts';
import { trainingJobEvent } from '../support/events.ts';
import { eventually } from '../support/eventually.ts';
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

  it('says that it needs a queue', async () => {
    await using command = startSagecat(['events'], { cwd, env: simulator.env });
    assert.equal(await command.ended(), 2);
    assert.match(command.stderr, /name a queue with --queue-url/);
  });
});
