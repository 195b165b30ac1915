import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { toAck } from '../../catalog/training-job/manifests/ack-manifest.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { KubernetesServer } from '../support/kubernetes-server.ts';
import { describeResponse } from '../support/responses.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { testDatabase } from '../support/test-database.ts';

function rowOf(name: string) {
  const flattened = flatten(trainingJob, describeResponse({ TrainingJobName: name }), { tags: [] });
  if (!flattened.ok) throw flattened.error;
  return flattened;
}

describe('jobs on the command line, in Kubernetes and Terraform', () => {
  let cwd: string;
  let env: NodeJS.ProcessEnv;
  let database: Awaited<ReturnType<typeof testDatabase>>;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-manifests-'));
    // The embedded front takes other processes too, so that both kinds of database are reached by their address.
    database = await testDatabase();
    env = { DATABASE_URL: database.connectionString };
    const rows = ['One', 'Two'].map((name) => ({ ...rowOf(name), source: 'describe' as const }));
    await storeRows(database.kysely, trainingJob, rows);
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  async function sagecat(...args: string[]) {
    const command = startSagecat(args, { cwd, env });
    const code = await command.ended();
    return { code, stdout: command.stdout, stderr: command.stderr };
  }

  it('tells of a folder that cannot be written to', async () => {
    await writeFile(join(cwd, 'file'), '');
    const places: [output: string, complaint: string][] = [
      ['file', 'a part of the path is a file'],
      ['file/jobs', 'a part of the path is a file'],
      ['x'.repeat(300), 'the path is too long'],
    ];
    if (process.platform === 'linux') places.push(['/proc/jobs', 'no folder can be created there']);
    for (const [output, complaint] of places) {
      const { code, stdout, stderr } = await sagecat('export', 'One', '--format', 'ack-adopt', '--output', output);
      assert.equal(code, 1, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`^sagecat: [^\\n]*${complaint}[^\\n]*\\n$`));
    }
  });

  it('writes jobs by name, as documents of one YAML', async () => {
    const { code, stdout, stderr } = await sagecat(
      'export',
      'One',
      'Two',
      '--format',
      'ack-adopt',
      '--namespace',
      'training',
    );
    assert.equal(code, 0, stderr);
    const documents = parseAllDocuments(stdout).map((document) => document.toJS());
    assert.deepEqual(
      documents.map(({ metadata }) => [metadata.name, metadata.namespace]),
      [
        ['one', 'training'],
        ['two', 'training'],
      ],
    );
  });

  it('writes what a search finds, a file each', async () => {
    const { code, stderr } = await sagecat(
      'export',
      '--query',
      'training_job_name:One',
      '--format',
      'terraform-aws',
      '--output',
      'tf',
    );
    assert.equal(code, 0, stderr);
    const text = await readFile(join(cwd, 'tf/111122223333/us-east-1/One.tf'), 'utf8');
    assert.match(text, /^resource "aws_sagemaker_training_job" "One"/m);
  });

  it('tells what a format leaves out, as JSON', async () => {
    const { stdout } = await sagecat('export', 'One', '--format', 'ack-rerun', '--new-name', 'Again', '--json');
    const [entry] = JSON.parse(stdout);
    assert.equal(parse(entry.text).spec.trainingJobName, 'Again');
    assert.ok(entry.outcomes.includes('billable_time_in_seconds'));
  });

  it('says which jobs there are not, and refuses what makes no sense', async () => {
    const some = await sagecat('export', 'One', 'Nobody', '--format', 'ack');
    assert.equal(some.code, 3);
    assert.match(some.stderr, /there is no job Nobody/);
    assert.equal((await sagecat('export', 'Nobody', '--format', 'ack')).code, 1);
    assert.equal((await sagecat('export', '--format', 'ack')).code, 2);
    assert.equal((await sagecat('export', 'One', '--format', 'ack', '--new-name', 'x')).code, 2);
  });

  it('reads a cluster and tells what drifted', async () => {
    await using server = await new KubernetesServer().listen();
    const { manifest } = toAck(rowOf('One').row, { namespace: 'training' });
    server.apply({ ...manifest, spec: { ...Object(manifest.spec), roleARN: 'arn:aws:iam::111122223333:role/other' } });
    const kubeconfig = {
      'current-context': 'c',
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster: { server: server.url } }],
      users: [{ name: 'u', user: { token: 'let-me-in' } }],
    };
    await writeFile(join(cwd, 'kubeconfig'), stringify(kubeconfig));
    const read = await sagecat('kubernetes', '--once', '--kubeconfig', 'kubeconfig', '--name', 'prod', '--json');
    assert.equal(read.code, 0, read.stderr);
    assert.deepEqual([JSON.parse(read.stdout).source, JSON.parse(read.stdout).new], ['prod', 1]);
    const drift = await sagecat('drift', '--unmanaged', '--json', '--check');
    assert.equal(drift.code, 3);
    const report = JSON.parse(drift.stdout);
    assert.deepEqual(report.manifests, { same: 0, drifted: 1, missing: 0, unread: 0 });
    assert.equal(report.items[0].differences[0].field, 'role_arn');
    assert.equal(report.sources[0].source, 'prod');
    assert.match(report.sources[0].seen_at, /^\d{4}-/);
    assert.deepEqual(
      report.jobs.map((job: { training_job_name: string }) => job.training_job_name),
      ['Two'],
    );
    const text = await sagecat('drift');
    assert.equal(text.code, 0);
    assert.match(text.stdout, /^drifted {2}prod: training\/one {2}arn:/m);
    assert.match(text.stdout, /^jobs without a manifest: 1$/m);
  });

  it('says what is wrong with a cluster', async () => {
    const missing = await sagecat('kubernetes', '--once', '--kubeconfig', 'none');
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /^sagecat: there is no kubeconfig at none$/m);
    await using server = await new KubernetesServer({ token: 'other' }).listen();
    const text = (await readFile(join(cwd, 'kubeconfig'), 'utf8')).replace(/http:.*/, server.url);
    await writeFile(join(cwd, 'kubeconfig'), text);
    const refused = await sagecat('kubernetes', '--once', '--kubeconfig', 'kubeconfig');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /cannot be read: the Kubernetes API answered 401 Unauthorized/);
  });

  it('writes no file outside its folder, whatever the name of an imported job', async () => {
    const name = '../../../../outside';
    const TrainingJobArn = `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`;
    const document = describeResponse({ TrainingJobName: name, TrainingJobArn });
    await writeFile(join(cwd, 'outside.json'), JSON.stringify(document));
    assert.equal((await sagecat('import', 'outside.json')).code, 0);
    const { code } = await sagecat('export', name, '--format', 'terraform-aws', '--output', 'a/b');
    assert.equal(code, 0);
    assert.deepEqual(await readdir(join(cwd, 'a/b/111122223333/us-east-1')), ['..%2F..%2F..%2F..%2Foutside.tf']);
  });
});
