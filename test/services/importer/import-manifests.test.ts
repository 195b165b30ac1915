import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import { writeYaml } from '../../../catalog/manifests/yaml-text.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { toAck, toAckAdoption } from '../../../catalog/training-job/manifests/ack-manifest.ts';
import type { Database } from '../../../db/database.ts';
import { type ImportProblem, importDocuments } from '../../../services/importer/import-documents.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

function rowOf(name: string) {
  const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name }), { tags: [] });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}
const manifestOf = (name: string) => toAck(rowOf(name), { namespace: 'training' }).manifest;

describe('importing manifests', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());
  beforeEach(() => sql`TRUNCATE ack_manifest, aws_sagemaker_trainingjob CASCADE`.execute(database.kysely));

  async function load(text: string) {
    const problems: ImportProblem[] = [];
    const summary = await importDocuments({
      database,
      type: trainingJob,
      files: ['-'],
      stdin: Readable.from([Buffer.from(text)]),
      signal: new AbortController().signal,
      onProblem: (problem) => problems.push(problem),
    });
    const manifests = await database.kysely.selectFrom('ack_manifest').selectAll().orderBy('name').execute();
    const jobs = await database.kysely.selectFrom('aws_sagemaker_trainingjob').selectAll().execute();
    return { summary, problems, names: manifests.map(({ name }) => name), jobs };
  }

  it('takes YAML of several documents, with comments and markers', async () => {
    const text = `# jobs\n---\n${writeYaml(manifestOf('One'), ['a note'])}---\n${writeYaml(manifestOf('Two'))}...\n`;
    const { summary, names, jobs } = await load(text);
    assert.deepEqual({ ...summary, files: 0 }, { files: 0, seen: 2, new: 2, changed: 0, unchanged: 0, failed: 0 });
    assert.deepEqual(names, ['one', 'two']);
    assert.equal(jobs.length, 2);
    assert.deepEqual(jobs[0]?.resource_config?.instance_type, 'ml.p4d.24xlarge');
    assert.equal((await load(text)).summary.unchanged, 2);
  });

  it('takes what kubectl prints as JSON', async () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [manifestOf('One'), manifestOf('Two')] };
    const { summary, names } = await load(JSON.stringify(list, null, 4));
    assert.deepEqual([summary.seen, summary.new, names], [2, 2, ['one', 'two']]);
  });

  it('takes manifests and responses beside one another', async () => {
    const text = [manifestOf('One'), describeResponse({ TrainingJobName: 'Two' })]
      .map((held) => JSON.stringify(held))
      .join('\n');
    const { summary, names, jobs } = await load(text);
    assert.deepEqual([summary.new, names, jobs.length], [2, ['one'], 2]);
  });

  it('keeps a manifest whose job is still to come, without a job', async () => {
    const { summary, names, jobs } = await load(writeYaml(toAckAdoption(rowOf('Later')).manifest));
    assert.deepEqual([summary.new, names, jobs], [1, ['later'], []]);
  });

  it('takes a response as YAML, as `aws --output yaml` prints it', async () => {
    const { summary, jobs } = await load(
      `CreationTime: '2024-05-01T10:00:00.123000+00:00'\nTrainingJobArn: arn:aws:sagemaker:us-east-1:111122223333:training-job/y\nTrainingJobName: y\n`,
    );
    assert.equal(summary.new, 1);
    assert.equal(jobs[0]?.creation_time, '2024-05-01T10:00:00.123Z');
  });

  it('reports a document that is broken by its place, and takes the others', async () => {
    const text = `---\n${writeYaml(manifestOf('One'))}---\na: [1\n---\nkind: TrainingJob\napiVersion: sagemaker.services.k8s.aws/v1alpha1\n---\n${writeYaml(manifestOf('Two'))}`;
    const { summary, problems, names } = await load(text);
    assert.deepEqual([summary.new, summary.failed, names], [2, 2, ['one', 'two']]);
    assert.match(problems[0]?.error ?? '', /^document 2 is no YAML: /);
    assert.match(problems[1]?.error ?? '', /^document 3 is no manifest that can be read: metadata\.name is missing$/);
  });
});
