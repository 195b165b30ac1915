import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { readManifest } from '../../../catalog/manifests/manifest-record.ts';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import { storeManifests } from '../../../db/manifests/store-manifests.ts';
import { parseHcl } from '../../support/hcl.ts';
import { managedTrainingJob } from '../../support/managed-training-job.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const path = (name: string, query: string) =>
  `/v1/resources/aws_sagemaker_trainingjob/${encodeURIComponent(arnOf(name))}?${query}`;
const arnOf = (name: string) => `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name.toLowerCase()}`;

describe('GET /v1/resources/aws_sagemaker_trainingjob/{arn}?format=', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ now: () => new Date('2026-11-21T05:06:07.089Z') });
    await api.store(
      {
        TrainingJobName: 'Churn',
        InputDataConfig: [{ ChannelName: 'train', ShuffleConfig: { Seed: 9223372036854775807n } }],
        FinalMetricDataList: [{ MetricName: 'loss', Value: 'NaN' }],
      },
      ['team:search'],
    );
  });
  after(() => api[Symbol.asyncDispose]());

  it('answers manifests as YAML', async () => {
    const answer = await api.app.inject(path('Churn', 'format=ack&namespace=training'));
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'application/yaml; charset=utf-8');
    assert.equal(answer.headers['content-disposition'], 'inline; filename="Churn.yaml"');
    const manifest = parse(answer.body, { intAsBigInt: true });
    assert.deepEqual(
      [manifest.kind, manifest.metadata.name, manifest.metadata.namespace],
      ['TrainingJob', 'churn', 'training'],
    );
    assert.equal(manifest.spec.inputDataConfig[0].shuffleConfig.seed, 9223372036854775807n);
    assert.deepEqual(manifest.spec.tags, [{ key: 'team', value: 'search' }]);
    assert.equal(manifest.status.ackResourceMetadata.arn, arnOf('Churn'));
    assert.match(answer.body, /^# {3}final_metric_data_list$/m);
  });

  it('adopts, and runs again under a name that is given or made', async () => {
    const adoption = parse((await api.app.inject(path('Churn', 'format=ack-adopt'))).body);
    assert.equal(adoption.metadata.annotations['services.k8s.aws/adoption-policy'], 'adopt');
    const named = parse((await api.app.inject(path('Churn', 'format=ack-rerun&new_name=Again'))).body);
    assert.equal(named.spec.trainingJobName, 'Again');
    const made = parse((await api.app.inject(path('Churn', 'format=ack-rerun'))).body);
    assert.equal(made.spec.trainingJobName, 'Churn-2026-11-21-05-06-07-089');
    assert.equal(made.status, undefined);
  });

  it('answers Terraform as HCL, and the YAML that it gives', async () => {
    for (const format of ['terraform-k8s', 'terraform-aws', 'terraform-aws-2018']) {
      const answer = await api.app.inject(path('Churn', `format=${format}`));
      assert.equal(answer.headers['content-type'], 'text/x-hcl; charset=utf-8');
      const file = await parseHcl(answer.body);
      assert.ok(format.startsWith('terraform-aws') ? file.import : file.data, format);
    }
    const yaml = await api.app.inject(path('Churn', 'format=terraform-k8s-yaml'));
    assert.equal(parse(yaml.body).spec.trainingJobName, 'Churn');
  });

  it('tells what is left out, to those who ask for JSON', async () => {
    const url = path('Churn', 'format=terraform-aws-2018');
    const answer = await api.app.inject({ url, headers: { accept: 'application/json' } });
    const body = answer.json();
    assert.equal(body.media_type, 'text/x-hcl; charset=utf-8');
    assert.ok(body.outcomes.includes('billable_time_in_seconds'));
    assert.ok(body.left_out.includes('input_data_config[0].shuffle_config'));
    assert.match(body.text, /^resource "aws_sagemaker_training_job" "Churn" \{$/m);
    assert.match(String(answer.headers.vary), /accept/i);
  });

  it('refuses what makes no sense', async () => {
    for (const query of [
      'format=pdf',
      'namespace=a',
      'format=ack&new_name=a',
      'format=ack-rerun&new_name=a--',
      'format=ack&namespace=A',
    ]) {
      const { status, body } = await api.get(path('Churn', query));
      assert.equal(status, 400, query);
      assert.equal(typeof body.detail, 'string');
    }
    assert.equal((await api.get(path('Nobody', 'format=ack'))).status, 404);
  });
});

describe('GET /v1/drift', () => {
  let api: TestApi;
  const head = { apiVersion: 'sagemaker.services.k8s.aws/v1alpha1', kind: 'TrainingJob' };
  const manifest = (name: string, instanceCount: number, more: object = {}) =>
    readManifest(managedTrainingJob, {
      ...head,
      metadata: { name: name.toLowerCase(), namespace: 'training', ...more },
      spec: { trainingJobName: name, resourceConfig: { instanceCount } },
      status: { ackResourceMetadata: { arn: arnOf(name), ownerAccountID: '111122223333', region: 'us-east-1' } },
    });

  before(async () => {
    api = await testApi();
    for (const name of ['Same', 'Drifted', 'Pending', 'Unmanaged-1', 'Unmanaged-2'])
      await api.store({ TrainingJobName: name });
    const pending = {
      ...head,
      metadata: { name: 'pending', annotations: { 'services.k8s.aws/region': 'us-east-1' } },
      spec: { trainingJobName: 'Pending', resourceConfig: { instanceCount: 2 } },
    };
    await recordAccountNames(api.database.kysely, [{ id: '111122223333', name: 'research' }]);
    await storeManifests(api.database.kysely, managedTrainingJob, 'prod', [
      manifest('Same', 2),
      manifest('Drifted', 3),
      manifest('Gone', 1),
      readManifest(managedTrainingJob, pending),
    ]);
  });
  after(() => api[Symbol.asyncDispose]());

  const states = async (query = '') => {
    const { body } = await api.get(`/v1/drift${query}`);
    return body.items.map((item: Record<string, unknown>) => [item.name, item.state]);
  };

  it('tells how every manifest stands, and which fields differ', async () => {
    assert.deepEqual(await states(), [
      ['pending', 'same'],
      ['drifted', 'drifted'],
      ['gone', 'unread'],
      ['same', 'same'],
    ]);
    const { body } = await api.get('/v1/drift?state=drifted');
    assert.equal(body.items.length, 1);
    assert.equal(body.items[0].arn, arnOf('Drifted'));
    assert.deepEqual([body.items[0].account_id, body.items[0].account_name], ['111122223333', 'research']);
    assert.deepEqual(body.items[0].differences, [
      { field: 'resource_config.instance_count', part: 'spec', aws: 2, manifest: 3 },
    ]);
  });

  it('calls a job missing only where AWS was read', async () => {
    await api.database.kysely
      .insertInto('crawl_coverage')
      .values({
        resource_type: 'aws_sagemaker_trainingjob',
        account_id: '111122223333',
        region: 'us-east-1',
        status: 'complete',
        reason: null,
        as_of: new Date(),
        full_as_of: null,
        watermark: null,
        attempted_at: new Date(),
        crawl_id: null,
      })
      .execute();
    assert.deepEqual(await states('?state=missing'), [['gone', 'missing']]);
  });

  it('pages', async () => {
    const names: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api.get(`/v1/drift?limit=1${cursor}`);
      names.push(...body.items.map((item: { name: string }) => item.name));
      if (body.next_cursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.next_cursor)}`;
    }
    assert.deepEqual(names, ['pending', 'drifted', 'gone', 'same']);
  });

  it('lists the jobs that no manifest manages', async () => {
    const { body } = await api.get('/v1/drift/unmanaged?limit=1');
    assert.equal(body.count, 2);
    assert.equal(body.items[0].training_job_name, 'Unmanaged-1');
    assert.equal(body.items[0].account_name, 'research');
    const next = await api.get(`/v1/drift/unmanaged?limit=1&cursor=${encodeURIComponent(body.next_cursor)}`);
    assert.equal(next.body.items[0].training_job_name, 'Unmanaged-2');
    assert.equal(next.body.next_cursor, null);
  });

  it('shows a caller its own accounts only', async () => {
    await using other = await testApi({
      authenticate: async () => ({
        id: 'key 1',
        name: 'k',
        scopes: new Set(['read'] as const),
        accounts: ['999999999999'],
      }),
    });
    await other.store({ TrainingJobName: 'Unmanaged' });
    await storeManifests(other.database.kysely, managedTrainingJob, 'prod', [manifest('Other', 1)]);
    assert.deepEqual((await other.get('/v1/drift')).body.items, []);
    assert.equal((await other.get('/v1/drift/unmanaged')).body.count, 0);
  });
});
