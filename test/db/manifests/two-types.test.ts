import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { flatten } from '../../../catalog/flatten.ts';
import { processingJob } from '../../../catalog/processing-job/definition.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { readDrift } from '../../../db/manifests/read-drift.ts';
import { countUnmanaged, readUnmanaged } from '../../../db/manifests/read-unmanaged.ts';
import { removeUnlisted } from '../../../db/manifests/remove-manifests.ts';
import { readPosition, readSources, writePosition } from '../../../db/manifests/source-position.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { importDocuments } from '../../../services/importer/import-documents.ts';
import { listCluster } from '../../../services/kubernetes/follow-cluster.ts';
import { KubernetesServer } from '../../support/kubernetes-server.ts';
import { managedTrainingJob as trainingJob } from '../../support/managed-training-job.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

/** Processing jobs as Kubernetes would manage them: nothing but a definition makes them so. */
const managedProcessing = {
  ...processingJob,
  customResource: {
    apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
    kind: 'ProcessingJob',
    plural: 'processingjobs',
    spec: {
      ProcessingJobName: true,
      RoleArn: true,
      ProcessingResources: { ClusterConfig: { InstanceCount: true, InstanceType: true } },
    },
    status: { ProcessingJobStatus: true, CreationTime: true },
    required: ['ProcessingJobName'],
  },
} as const;
const types = [trainingJob, managedProcessing] as const;

const arnOf = (name: string) => `arn:aws:sagemaker:us-east-1:111122223333:processing-job/${name}`;

const manifestOf = (name: string, instanceCount: number, status: object = {}) => ({
  apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
  kind: 'ProcessingJob',
  metadata: { namespace: 'training', name },
  spec: { processingJobName: name, processingResources: { clusterConfig: { instanceCount } } },
  status,
});

describe('manifests of a second type', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ types });
    const rows = ['clean', 'split'].map((name) => {
      const flattened = flatten(processingJob, {
        ProcessingJobName: name,
        ProcessingJobArn: arnOf(name),
        ProcessingJobStatus: 'Completed',
        CreationTime: new Date('2026-05-01T10:00:00.123Z'),
        ProcessingResources: { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.large', VolumeSizeInGB: 30 } },
      });
      if (!flattened.ok) throw flattened.error;
      return { row: flattened.row, region: flattened.region, source: 'describe' as const };
    });
    await storeRows(api.database.kysely, processingJob, rows);
    await api.store({ TrainingJobName: 'clean' });
  });
  after(() => api[Symbol.asyncDispose]());

  const load = (type: AnyResourceType, documents: readonly unknown[]) =>
    importDocuments({
      database: api.database,
      type,
      files: ['-'],
      stdin: Readable.from([Buffer.from(documents.map((document) => JSON.stringify(document)).join('\n'))]),
      signal: AbortSignal.timeout(30_000),
      onProblem: ({ error }) => assert.fail(error),
    });

  it('are imported beside objects of the same name of the first', async () => {
    const training = {
      ...{ apiVersion: 'sagemaker.services.k8s.aws/v1alpha1', kind: 'TrainingJob' },
      ...{ metadata: { namespace: 'training', name: 'clean' }, spec: { trainingJobName: 'clean' } },
    };
    assert.equal((await load(trainingJob, [training])).new, 1);
    const adopted = { ackResourceMetadata: { arn: arnOf('clean') }, creationTime: '2026-05-01T10:00:00Z' };
    assert.equal((await load(managedProcessing, [manifestOf('clean', 3, adopted)])).new, 1);
    const stored = await api.database.kysely
      .selectFrom('ack_manifest')
      .select(['resource_type', 'name', 'resource_name'])
      .orderBy('id')
      .execute();
    assert.deepEqual(stored, [
      { resource_type: trainingJob.name, name: 'clean', resource_name: 'clean' },
      { resource_type: processingJob.name, name: 'clean', resource_name: 'clean' },
    ]);
  });

  it('are compared with the rows of their own type', async () => {
    const states = (await Array.fromAsync(readDrift(api.database.kysely, types))).map((drift) => [
      drift.resource_type,
      drift.state,
      drift.arn,
      drift.differences.map(({ field, aws, manifest }) => [field, aws, manifest]),
    ]);
    assert.deepEqual(states, [
      [trainingJob.name, 'same', 'arn:aws:sagemaker:us-east-1:111122223333:training-job/clean', []],
      [processingJob.name, 'drifted', arnOf('clean'), [['processing_resources.cluster_config.instance_count', 2, 3]]],
    ]);
    assert.deepEqual(
      (await Array.fromAsync(readDrift(api.database.kysely, [trainingJob]))).map(({ state }) => state),
      ['same'],
    );
  });

  it('leave unmanaged what has none, by type', async () => {
    const { kysely } = api.database;
    assert.deepEqual(
      [await countUnmanaged(kysely, trainingJob), await countUnmanaged(kysely, managedProcessing)],
      [0, 1],
    );
    const [resource] = await readUnmanaged(kysely, managedProcessing, { limit: 10 });
    assert.deepEqual(
      [resource?.processing_job_name, resource?.processing_job_arn, resource?.processing_job_status],
      ['split', arnOf('split'), 'Completed'],
    );
  });

  it('are answered by the API under the names of their columns', async () => {
    const { body: drift } = await api.get('/v1/drift');
    assert.deepEqual(
      drift.items.map((item: Record<string, unknown>) => [item.training_job_name, item.processing_job_name]),
      [
        ['clean', undefined],
        [undefined, 'clean'],
      ],
    );
    const { body } = await api.get(`/v1/drift/unmanaged?type=${processingJob.name}`);
    assert.deepEqual(
      [body.count, body.items.map((item: Record<string, unknown>) => item.processing_job_name)],
      [1, ['split']],
    );
    assert.equal((await api.get('/v1/drift/unmanaged')).body.count, 0);
  });

  it('are read from a cluster at their own path, with a position of their own', async () => {
    await using server = await new KubernetesServer({ plural: 'processingjobs' }).listen();
    server.apply(manifestOf('split', 2));
    const { kysely } = api.database;
    await writePosition(kysely, trainingJob, 'prod', '7');
    const summary = await listCluster({
      db: kysely,
      type: managedProcessing,
      cluster: { server: server.url, credentials: async () => ({ token: 'let-me-in' }) },
      source: 'prod',
      signal: AbortSignal.timeout(30_000),
      logger: { info() {}, warn() {} },
    });
    assert.deepEqual([summary.new, summary.failed], [1, 0]);
    assert.equal(await readPosition(kysely, trainingJob, 'prod'), '7');
    assert.equal(await readPosition(kysely, managedProcessing, 'prod'), summary.resource_version);
    assert.deepEqual(
      (await readSources(kysely)).map(({ source }) => source),
      ['prod'],
    );
    assert.equal(await removeUnlisted(kysely, trainingJob, 'prod', [], undefined), 0);
    assert.equal(await countUnmanaged(kysely, managedProcessing), 0);
  });
});
