import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { importDocuments } from '../../../services/importer/import-documents.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('what is put around jobs', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const load = async (text: string) => {
    const problems: string[] = [];
    const notes: string[] = [];
    const { files: _, ...summary } = await importDocuments({
      database: db,
      type: trainingJob,
      files: ['-'],
      stdin: Readable.from([Buffer.from(text)]),
      signal: new AbortController().signal,
      onProblem: ({ error }) => problems.push(error),
      onNote: ({ note }) => notes.push(note),
    });
    return { summary, problems, notes };
  };
  const job = (TrainingJobName: string) => describeResponse({ TrainingJobName });
  const result = (name: string) => ({ TrainingJob: { ...job(name), Tags: [{ Key: 'team', Value: 'a' }] } });
  const added = (count: number) => ({ seen: count, new: count, changed: 0, unchanged: 0, failed: 0 });

  it('is opened: Search, lists of jobs, recordings, arrays of arrays, one behind the other', async () => {
    for (const [text, count] of [
      [JSON.stringify({ Results: [result('s1'), result('s2')] }), 2],
      [JSON.stringify({ Results: [result('s3')] }, null, 4), 1],
      [stringify({ Results: [result('s4')] }), 1],
      [JSON.stringify({ operation: 'Search', response: { Results: [result('s5')] } }), 1],
      [JSON.stringify({ TrainingJobs: [job('b1'), job('b2')] }), 2],
      [JSON.stringify({ responses: [{ response: job('b3') }], count: 1 }), 1],
      [JSON.stringify([[job('a1')], [job('a2')]]), 2],
      [`${JSON.stringify(job('c1'), null, 2)}${JSON.stringify(job('c2'), null, 2)}`, 2],
    ] as const) {
      assert.deepEqual(await load(text), { summary: added(count), problems: [], notes: [] }, text.slice(0, 60));
    }
    const tags = await db.pool.query(`SELECT tags FROM aws_sagemaker_trainingjob WHERE training_job_name = 's1'`);
    assert.deepEqual(tags.rows, [{ tags: ['team:a'] }]);
  });

  it('may be one page of several, which is told', async () => {
    const { summary, notes } = await load(JSON.stringify({ Results: [result('p1')], NextToken: 'more' }));
    assert.deepEqual(summary, added(1));
    assert.match(notes.join(), /has a NextToken: this is one page, and there are more/);
  });

  it('may hold summaries, which are no jobs, or other kinds: told, with what to run', async () => {
    const summaryOf = (TrainingJobName: string) => ({
      ...{ TrainingJobName, TrainingJobArn: job(TrainingJobName).TrainingJobArn, CreationTime: 1760000000 },
      ...{ TrainingJobStatus: 'Completed', LastModifiedTime: 1760000000 },
    });
    for (const [value, complaint] of [
      [{ TrainingJobSummaries: [summaryOf('l1')] }, /holds one summary of list-training-jobs.*search/],
      [{ TrainingJobSummaries: [summaryOf('l1'), summaryOf('l2')] }, /holds 2 summaries of list-training-jobs.*search/],
      [[summaryOf('l1')], /is a summary of list-training-jobs.*describe-training-job --training-job-name NAME/],
      [{ Results: [{ TrialComponent: {} }] }, /a result of Search of another kind \(TrialComponent\)/],
    ] as const) {
      const { summary, problems } = await load(JSON.stringify(value));
      assert.deepEqual([summary.new, summary.failed], [0, 1]);
      assert.match(problems.join(), complaint);
    }
  });

  it('may be an event of EventBridge, which shows a part', async () => {
    const { TrainingJobName, TrainingJobArn } = job('e1');
    const detail = { TrainingJobName, TrainingJobArn, TrainingJobStatus: 'InProgress', CreationTime: 1760000000123 };
    const event = { 'detail-type': 'SageMaker Training Job State Change', source: 'aws.sagemaker', detail };
    assert.deepEqual((await load(JSON.stringify(event))).summary, added(1));
    const { problems } = await load(JSON.stringify({ ...event, source: 'aws.ec2' }));
    assert.match(problems.join(), /is no event of a training job/);
  });

  it('loses nothing of a described job to the answer of Search', async () => {
    await load(JSON.stringify(job('both')));
    const read = () => db.pool.query(`SELECT * FROM aws_sagemaker_trainingjob WHERE training_job_name = 'both'`);
    const [before] = (await read()).rows;
    await load(JSON.stringify({ Results: [{ TrainingJob: job('both') }] }));
    const [after] = (await read()).rows;
    assert.deepEqual({ ...after, last_seen_at: null }, { ...before, last_seen_at: null });
  });
});
