import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { toAck } from '../../../catalog/training-job/manifests/ack-manifest.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import type { Cluster } from '../../../services/kubernetes/cluster.ts';
import { type FollowOptions, followCluster, listCluster } from '../../../services/kubernetes/follow-cluster.ts';
import { eventually } from '../../support/eventually.ts';
import { KubernetesServer } from '../../support/kubernetes-server.ts';
import { managedTrainingJob } from '../../support/managed-training-job.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

function rowOf(overrides: Record<string, unknown> = {}) {
  const flattened = flatten(trainingJob, describeResponse(overrides), { tags: [] });
  if (!flattened.ok) throw flattened.error;
  return flattened;
}

/** A manifest as a cluster would hold it: instants are whole seconds. */
function manifestOf(name: string, overrides: Record<string, unknown> = {}): object {
  const { manifest } = toAck(rowOf({ TrainingJobName: name, ...overrides }).row, { namespace: 'training' });
  return JSON.parse(JSON.stringify(manifest).replace(/(T\d\d:\d\d:\d\d)\.\d{3}Z/g, '$1Z'));
}

const clusterOf = (server: KubernetesServer, token = 'let-me-in'): Cluster => ({
  server: server.url,
  credentials: async () => ({ token }),
});

describe('following a cluster', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());
  beforeEach(() =>
    sql`TRUNCATE ack_manifest, ack_source, aws_sagemaker_trainingjob, resource_change CASCADE`.execute(db.kysely),
  );

  const options = (server: KubernetesServer, more: Partial<FollowOptions> = {}): FollowOptions => ({
    type: managedTrainingJob,
    db: db.kysely,
    cluster: clusterOf(server),
    source: 'test',
    signal: new AbortController().signal,
    logger: pino({ level: 'silent' }),
    backoff: { firstMs: 5, maxMs: 20 },
    ...more,
  });

  /** Follows until the end of the block. */
  function follow(server: KubernetesServer, more: Partial<FollowOptions> = {}): AsyncDisposable {
    const stop = new AbortController();
    const following = followCluster(options(server, { ...more, signal: stop.signal }));
    return {
      async [Symbol.asyncDispose]() {
        stop.abort();
        await following;
      },
    };
  }

  const manifests = () => db.kysely.selectFrom('ack_manifest').selectAll().orderBy('name').execute();
  const live = async () => (await manifests()).filter(({ deleted_at }) => deleted_at === null).map(({ name }) => name);
  const position = async () =>
    (await db.kysely.selectFrom('ack_source').selectAll().executeTakeFirst())?.resource_version;

  it('lists every page, keeps what it found, and finds nothing new the second time', async () => {
    await using server = await new KubernetesServer().listen();
    server.pageSize = 2;
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) server.apply(manifestOf(name));
    const first = await listCluster(options(server));
    assert.deepEqual(
      { ...first, resource_version: '' },
      {
        ...{ seen: 5, new: 5, changed: 0, unchanged: 0, deleted: 0, failed: 0 },
        resource_version: '',
      },
    );
    const [manifest] = await manifests();
    assert.equal(manifest?.name, 'five');
    assert.equal(manifest?.namespace, 'training');
    assert.equal(manifest?.arn, 'arn:aws:sagemaker:us-east-1:111122223333:training-job/five');
    assert.equal(manifest?.account_id, '111122223333');
    assert.equal(manifest?.resource_name, 'Five');
    assert.deepEqual(manifest?.problems, []);
    assert.equal('managedFields' in Object(manifest?.manifest.metadata), false);
    const again = await listCluster(options(server));
    assert.deepEqual([again.unchanged, again.new, again.changed], [5, 0, 0]);
    server.remove('training', 'two');
    assert.equal((await listCluster(options(server))).deleted, 1);
    assert.deepEqual(await live(), ['five', 'four', 'one', 'three']);
  });

  it('catalogues the jobs that manifests tell of, and adds to what AWS told', async () => {
    await using server = await new KubernetesServer().listen();
    const { row, region } = rowOf({ TrainingJobName: 'Known', TrainingJobStatus: 'InProgress' });
    await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }]);
    server.apply(manifestOf('Known', { TrainingJobStatus: 'Completed', LastModifiedTime: 1_760_010_000 }));
    server.apply(manifestOf('Fresh'));
    await listCluster(options(server));
    const jobs = await db.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .selectAll()
      .orderBy('training_job_name')
      .execute();
    assert.deepEqual(
      jobs.map((job) => [job.training_job_name, job.training_job_status, job.creation_time, job.deleted_at]),
      [
        ['Fresh', 'Completed', '2025-10-09T08:53:20.000Z', null],
        ['Known', 'Completed', '2025-10-09T08:53:20.123Z', null],
      ],
    );
    assert.equal(jobs[1]?.billable_time_in_seconds, 3000);
  });

  it('gives way to what AWS tells later of a job that only a manifest told of', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply(manifestOf('Fresh'));
    await listCluster(options(server));
    const { row, region } = rowOf({ TrainingJobName: 'Fresh' });
    await storeRows(db.kysely, trainingJob, [{ row, region, source: 'describe' }]);
    await listCluster(options(server));
    const jobs = await db.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .select(['creation_time', 'completeness'])
      .where('deleted_at', 'is', null)
      .execute();
    assert.deepEqual(jobs, [{ creation_time: '2025-10-09T08:53:20.123Z', completeness: 'described' }]);
  });

  it('keeps no secret of a manifest, nor of kubectl’s copy of it', async () => {
    await using server = await new KubernetesServer().listen();
    const manifest = { spec: { trainingJobName: 'Secretive', environment: { DB_PASSWORD: 'hunter2-hunter2' } } };
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(manifest), team: 'nlp' };
    server.apply({ ...manifest, metadata: { name: 'secretive', namespace: 'training', annotations } });
    await listCluster(options(server));
    const { rows } = await sql<{ text: string }>`SELECT ack_manifest::text AS text FROM ack_manifest`.execute(
      db.kysely,
    );
    assert.equal(rows[0]?.text.includes('hunter2'), false);
    assert.match(rows[0]?.text ?? '', /nlp/);
  });

  it('follows what changes, and keeps its place by bookmarks', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply(manifestOf('First'));
    await using _following = follow(server);
    await eventually(() => assert.equal(server.watchers, 1));
    server.apply(manifestOf('Second', { TrainingJobStatus: 'InProgress' }));
    await eventually(async () => assert.deepEqual(await live(), ['first', 'second']));
    server.apply(manifestOf('Second', { TrainingJobStatus: 'Failed' }));
    await eventually(async () => assert.equal((await manifests())[1]?.members.training_job_status, 'Failed'));
    server.remove('training', 'first');
    await eventually(async () => assert.deepEqual(await live(), ['second']));
    server.bookmark();
    await eventually(async () => assert.equal(await position(), String(server.version)));
    assert.equal(server.requests.filter((request) => !request.includes('watch=')).length, 1);
  });

  it('goes on from where an earlier process stopped, without listing', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply(manifestOf('First'));
    await listCluster(options(server));
    server.apply(manifestOf('Second'));
    server.requests.length = 0;
    await using _following = follow(server);
    await eventually(async () => assert.deepEqual(await live(), ['first', 'second']));
    assert.equal(
      server.requests.some((request) => !request.includes('watch=')),
      false,
    );
  });

  for (const goneBy of ['event', 'status'] as const) {
    it(`lists again when its version is gone, told by ${goneBy}`, async () => {
      await using server = await new KubernetesServer().listen();
      server.goneBy = goneBy;
      for (const name of ['First', 'Second']) server.apply(manifestOf(name));
      await listCluster(options(server));
      server.remove('training', 'first');
      server.apply(manifestOf('Third'));
      server.compact();
      await using _following = follow(server);
      await eventually(async () => assert.deepEqual(await live(), ['second', 'third']));
      await eventually(() => assert.equal(server.watchers, 1));
    });
  }

  it('starts a list again whose continuation is gone', async () => {
    await using server = await new KubernetesServer().listen();
    server.pageSize = 1;
    for (const name of ['First', 'Second']) server.apply(manifestOf(name));
    const cluster = clusterOf(server);
    let asked = 0;
    const forgetful: Cluster = {
      ...cluster,
      async credentials(signal) {
        if (++asked === 2) server.compact();
        return cluster.credentials(signal);
      },
    };
    const summary = await listCluster(options(server, { cluster: forgetful }));
    assert.equal(summary.seen, 2);
    assert.equal(server.requests.length, 4);
  });

  it('outlasts broken connections, ended watches and a server that goes away', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply(manifestOf('First'));
    await using _following = follow(server, { cluster: clusterOf(server) });
    await eventually(() => assert.equal(server.watchers, 1));
    server.break();
    server.apply(manifestOf('Second'));
    await eventually(async () => assert.deepEqual(await live(), ['first', 'second']));
    await eventually(() => assert.equal(server.watchers, 1));
    server.endWatches();
    server.apply(manifestOf('Third'));
    await eventually(async () => assert.deepEqual(await live(), ['first', 'second', 'third']));
    const { port } = server;
    await server[Symbol.asyncDispose]();
    await using replaced = new KubernetesServer();
    replaced.apply(manifestOf('Fourth'));
    await eventually(() => replaced.listen(port));
    replaced.apply(manifestOf('Fifth'));
    await eventually(async () => assert.deepEqual(await live(), ['fifth', 'fourth']));
  });

  it('reads one namespace only, where one is named', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply(manifestOf('Mine'));
    server.apply({ ...manifestOf('Other'), metadata: { name: 'other', namespace: 'elsewhere' } });
    const summary = await listCluster(options(server, { namespace: 'training' }));
    assert.equal(summary.seen, 1);
    assert.match(server.requests[0] ?? '', /\/namespaces\/training\/trainingjobs\?limit=500$/);
  });

  it('says what is wrong with its token', async () => {
    await using server = await new KubernetesServer().listen();
    await assert.rejects(listCluster(options(server, { cluster: clusterOf(server, 'wrong') })), {
      name: 'KubernetesError',
      message: 'the Kubernetes API answered 401 Unauthorized: Unauthorized',
    });
  });

  it('keeps a manifest that says what the catalog does not know, and tells what', async () => {
    await using server = await new KubernetesServer().listen();
    server.apply({
      metadata: { name: 'odd', namespace: 'training' },
      spec: { trainingJobName: 'Odd', mood: 1, resourceConfig: { instanceCount: 'two' }, roleARN: 'r\u0000' },
    });
    await listCluster(options(server));
    const [manifest] = await manifests();
    assert.deepEqual(manifest?.problems, [
      'spec.mood is not known to the catalog',
      'resource_config.instance_count should be INT32, but is a string of 3 characters',
    ]);
    assert.equal(manifest?.members.role_arn, 'r\uFFFD');
    assert.equal(manifest?.arn, null);
  });
});
