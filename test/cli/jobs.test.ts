import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { recordAccountNames } from '../../db/accounts/record-names.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { describeResponse } from '../support/responses.ts';
import { startSagecat } from '../support/sagecat-process.ts';

const research = '111122223333';
const vision = '444455556666';
const hourAgo = Math.floor(Date.now() / 1000) - 3600;

describe('sagecat jobs, job, failures and coverage', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-jobs-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
    await recordAccountNames(database.kysely, [{ id: research, name: 'research' }]);
    await store(research, 'Good', { CreationTime: hourAgo - 7200, TrainingJobStatus: 'InProgress' });
    await store(research, 'Good', {
      CreationTime: hourAgo - 7200,
      TrainingStartTime: hourAgo - 7000,
      TrainingEndTime: hourAgo - 3400,
      LastModifiedTime: hourAgo,
      SecondaryStatusTransitions: [
        { Status: 'Starting', StartTime: hourAgo - 7200, EndTime: hourAgo - 7000, StatusMessage: 'Preparing' },
        { Status: 'Training', StartTime: hourAgo - 7000, EndTime: hourAgo - 3400, StatusMessage: 'Training image' },
      ],
    });
    await store(research, 'Twice', { CreationTime: hourAgo - 600 });
    await store(vision, 'Twice', { CreationTime: hourAgo - 500 });
    for (const [index, FailureReason] of [
      'AlgorithmError: rank 3 of 64 died, exit code: 1',
      'AlgorithmError: rank 17 of 8 died, exit code: 137',
      'ClientError: no such key s3://bucket/a/b.csv',
    ].entries()) {
      await store(index === 0 ? vision : research, `Bad-${index}`, {
        TrainingJobStatus: 'Failed',
        CreationTime: hourAgo - 100 + index,
        TrainingEndTime: hourAgo + index,
        FailureReason,
      });
    }
    await store(vision, 'Long-Ago', {
      TrainingJobStatus: 'Failed',
      CreationTime: hourAgo - 90 * 86_400,
      TrainingEndTime: hourAgo - 89 * 86_400,
      LastModifiedTime: hourAgo - 89 * 86_400,
    });
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const store = async (account: string, name: string, more: Record<string, unknown>) => {
    const TrainingJobArn = `arn:aws:sagemaker:us-east-1:${account}:training-job/${name.toLowerCase()}`;
    const response = describeResponse({
      TrainingJobName: name,
      TrainingJobArn,
      LastModifiedTime: hourAgo - 300,
      ...more,
    });
    const flattened = flatten(trainingJob, response, { tags: [{ Key: 'team', Value: 'nlp' }] });
    assert.ok(flattened.ok);
    const { row, region } = flattened;
    await storeRows(database.kysely, trainingJob, [{ row, region, source: 'describe' }]);
  };
  const run = async (...args: string[]) => {
    const command = startSagecat(args, { cwd });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };

  it('lists jobs, the newest first, with account names', async () => {
    const { code, stdout } = await run('jobs', '--limit', '2');
    assert.equal(code, 0);
    const lines = stdout.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^created +status +job +account +region +instances +trained +billable$/);
    assert.match(lines[1] ?? '', /Z +Failed +Bad-2 +research +us-east-1 +2 × ml\.p4d\.24xlarge +1 h +50 min$/);
    assert.match(lines[2] ?? '', /Failed +Bad-1 /);
    assert.equal(lines.length, 3);
  });

  it('finds, sorts and chooses columns, as a table, JSON and CSV', async () => {
    const { stdout } = await run(
      'jobs',
      'account_name:research tag_map.team:nlp',
      '--sort',
      'training_job_name',
      '--csv',
    );
    const [head, ...records] = stdout.trimEnd().split('\n');
    assert.match(head ?? '', /^creation_time,training_job_status,training_job_name,account_id,account_name,region,/);
    assert.deepEqual(
      records.map((line) => line.split(',')[2]),
      ['Bad-1', 'Bad-2', 'Good', 'Twice'],
    );
    const json = JSON.parse(
      (await run('jobs', 'Good', '--json', '--columns', 'training_job_name,tag_map.team')).stdout,
    );
    assert.deepEqual(json, [{ training_job_name: 'Good', tag_map: { team: 'nlp' } }]);
    assert.equal(JSON.parse((await run('jobs', '--json', '--limit', '1')).stdout)[0].account_name, 'research');
    assert.equal(
      (await run('jobs', '--columns', 'resource_config.instance_count', '--limit', '1')).stdout.split('\n')[1]?.trim(),
      '2',
    );
  });

  it('says what is wrong with a query, a field or a number', async () => {
    const wrong: [string[], RegExp][] = [
      [['jobs', 'training_job_statos:Failed'], /did you mean training_job_status\?\nLINE 1: /],
      [['jobs', '--columns', 'instance_typ'], /--columns: .* did you mean resource_config\.instance_type\?/],
      [['jobs', '--sort', 'tags'], /--sort: tags cannot be sorted by/],
      [['jobs', '--limit', '0'], /whole number/],
      [['jobs', '--json', '--csv'], /choose one/],
      [['job', ''], /give the name or the ARN/],
      [['failures', '--since', 'yesterday'], /--since yesterday is not a time/],
    ];
    for (const [args, message] of wrong) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('tells all about one job', async () => {
    const { code, stdout } = await run('job', 'Good');
    assert.equal(code, 0);
    for (const part of [
      /^Good {2}Completed$/m,
      /^account +111122223333 research$/m,
      /^Starting +\S+ \S+ +3 min 20 s +Preparing$/m,
      /^Training +\S+ \S+ +1 h +Training image$/m,
      /^billable per instance +50 min$/m,
      /^billed +1\.67 instance hours$/m,
      /^cost +not known: there is no price for it/m,
      /^instances +2 × ml\.p4d\.24xlarge$/m,
      /^LearningRate +0\.1$/m,
      /^team +nlp$/m,
      /training_job_status +InProgress +Completed$/m,
    ]) {
      assert.match(stdout, part);
    }
    const json = JSON.parse(
      (await run('job', `arn:aws:sagemaker:us-east-1:${research}:training-job/good`, '--json')).stdout,
    );
    assert.equal(json.job.training_job_name, 'Good');
    assert.deepEqual(
      json.timeline.map(({ status, duration_seconds }: { status: string; duration_seconds: number }) => [
        status,
        duration_seconds,
      ]),
      [
        ['Starting', 200],
        ['Training', 3600],
      ],
    );
    assert.equal(json.billing.instance_seconds, 6000);
    assert.equal(json.changes.length, 1);
  });

  it('lists the places of a name that several accounts have, and names that are like one that none has', async () => {
    const several = await run('job', 'Twice');
    assert.equal(several.code, 1);
    assert.match(several.stderr, /2 accounts and regions have a job Twice/);
    assert.match(several.stderr, /--account 111122223333 --region us-east-1 {3}research created/);
    assert.match((await run('job', 'Twice', '--account', 'research')).stdout, /111122223333 research/);
    const none = await run('job', 'bad');
    assert.deepEqual([none.code, none.stderr], [1, 'sagecat: there is no job bad; there is Bad-0, Bad-1, Bad-2\n']);
  });

  it('groups failures by reason, whatever numbers and places they name', async () => {
    const { code, stdout } = await run('failures', '--since', '24h');
    assert.equal(code, 0);
    assert.match(stdout, /^3 jobs failed since .*, for 2 reasons$/m);
    assert.match(
      stdout,
      /^ +2 {2}AlgorithmError: rank <n> of <n> died, exit code: <n> +(research, 444455556666|444455556666, research) +Bad-1 /m,
    );
    assert.match(stdout, /ClientError: no such key <url>/);
    const json = JSON.parse((await run('failures', 'account_name:research', '--since', '120d', '--json')).stdout);
    assert.deepEqual(
      json.map(({ jobs, newest }: { jobs: number; newest: unknown[] }) => [jobs, newest.length]),
      [
        [1, 1],
        [1, 1],
      ],
    );
    assert.equal(JSON.parse((await run('failures', '--since', '1y', '--json')).stdout).length, 3);
    assert.match((await run('failures', 'Nothing', '--since', '2w')).stdout, /^no job failed since/);
  });

  it('says what is covered, and by its exit code whether that is all', async () => {
    const nothing = await run('coverage');
    assert.deepEqual(
      [nothing.code, nothing.stderr],
      [1, 'sagecat: nothing has been crawled yet: run sagecat crawl or sagecat up\n'],
    );
    await database.pool.query(
      `INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, as_of, attempted_at) VALUES
        ('aws_sagemaker_trainingjob', $1, 'us-east-1', 'complete', NULL, '2026-01-02T00:00:00Z', now()),
        ('aws_sagemaker_trainingjob', $2, 'eu-west-1', 'denied', 'AccessDenied', NULL, now())`,
      [research, vision],
    );
    const partly = await run('coverage');
    assert.equal(partly.code, 3);
    assert.match(partly.stdout, /^2 targets: 1 complete, 1 denied; complete as of 2026-01-02 00:00:00Z, 1 never$/m);
    assert.match(partly.stdout, /^444455556666 +eu-west-1 +denied +- +AccessDenied$/m);
    const own = await run('coverage', '--account', 'research', '--json');
    assert.equal(own.code, 0);
    assert.equal(JSON.parse(own.stdout).items[0].account_name, 'research');
    assert.equal((await run('coverage', '--status', 'broken')).code, 2);
  });
});
