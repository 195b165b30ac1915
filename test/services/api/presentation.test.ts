import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allFields } from '../../../catalog/field-path.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { processingJob } from '../../../catalog/processing-job/definition.ts';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const account = '111122223333';
const arnOf = (resource: string) => `arn:aws:sagemaker:us-east-1:${account}:${resource}`;
const pathOf = (type: string, resource: string) => `/v1/resources/${type}/${encodeURIComponent(arnOf(resource))}`;

describe('how people are shown resources', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ withheldColumns: ['environment'] });
    await api.store({
      FailureReason: 'out of memory',
      TrainingJobStatus: 'Failed',
      SecondaryStatus: 'Failed',
      Environment: { STAGE: 'hush' },
      HyperParameters: { lr: '0.1' },
    });
    const flattened = flatten(
      processingJob,
      {
        ProcessingJobArn: arnOf('processing-job/evaluate'),
        ProcessingJobName: 'Evaluate',
        ProcessingJobStatus: 'Completed',
        CreationTime: new Date('2026-05-01T10:00:00Z'),
        ProcessingStartTime: new Date('2026-05-01T10:05:00Z'),
        ProcessingEndTime: new Date('2026-05-01T10:35:00Z'),
        ExitMessage: 'all good',
        AppSpecification: { ImageUri: 'image:1' },
        ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 30 } },
        ProcessingInputs: [{ InputName: 'data', S3Input: { S3Uri: 's3://bucket/data', S3DataType: 'S3Prefix' } }],
      },
      { tags: [] },
    );
    if (!flattened.ok) throw flattened.error;
    const { row, region } = flattened;
    await storeRows(api.database.kysely, processingJob, [{ row, region, source: 'describe' }]);
  });
  after(() => api[Symbol.asyncDispose]());

  it('is said of every type: key, statuses, columns, filters and where what was billed is found', async () => {
    const { body } = await api.get('/v1/resource-types');
    assert.deepEqual(
      body.items.map(({ name }: { name: string }) => name),
      resourceTypes.map(({ name }) => name),
    );
    const training = body.items.find(({ name }: { name: string }) => name === 'aws_sagemaker_trainingjob').presentation;
    assert.deepEqual([training.noun, training.label, training.key.name], ['job', 'training job', 'training_job_name']);
    assert.deepEqual(training.columns[0], {
      title: 'instances',
      fields: ['resource_config.instance_type', 'resource_config.instance_count'],
      otherwise: ['resource_config.instance_groups.instance_type', 'resource_config.instance_groups.instance_count'],
      unit: null,
    });
    const titles = training.filters.map(({ title }: { title: string }) => title);
    assert.deepEqual(titles.slice(0, 5), ['Status', 'Account', 'Region', 'Instance type', 'Managed spot training']);
    assert.ok(titles.includes('Warm pool status'), String(titles));
    assert.equal(new Set(titles).size, titles.length, 'no two filters are called the same');
    assert.deepEqual(training.billing.dimensions.role_arn, ['role_arn']);
  });

  for (const type of resourceTypes) {
    it(`names every field of ${type.name} and none twice, and leads to none that it lacks`, async () => {
      const { body } = await api.get(`/v1/resource-types/${type.name}`);
      const titles = body.fields.map(({ title }: { title: string }) => title);
      assert.equal(new Set(titles).size, titles.length);
      const known = new Set(allFields(type).map(({ path }) => path));
      const { presentation } = body;
      const named = [
        ...presentation.statuses,
        ...presentation.columns.flatMap(({ fields, otherwise = [] }: { fields: string[]; otherwise?: string[] }) => [
          ...fields,
          ...otherwise,
        ]),
        ...[...presentation.filters, ...presentation.siblings].map(({ path }: { path: string }) => path),
        ...Object.values<string[]>(presentation.billing?.dimensions ?? {}).flat(),
      ];
      assert.deepEqual(
        named.filter((path) => !known.has(path)),
        [],
      );
      assert.ok(presentation.filters.length > 3);
      // What they search for is right.
      for (const q of Object.values<string>(presentation.billing?.waste ?? {})) {
        const { status } = await api.get(`/v1/resources/${type.name}?limit=1&q=${encodeURIComponent(q)}`);
        assert.equal(status, 200, q);
      }
    });
  }

  it('tells how a training job stands, why it failed, and where the console shows it and its logs', async () => {
    const { status, body } = await api.get(
      `${pathOf('aws_sagemaker_trainingjob', 'training-job/train-one')}/presentation`,
    );
    assert.equal(status, 200);
    assert.deepEqual(
      [body.name.toLowerCase(), body.statuses, body.failure_reason],
      ['train-one', ['Failed'], 'out of memory'],
    );
    assert.match(
      body.console_url,
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/sagemaker\/home\?region=us-east-1#\/jobs\//,
    );
    assert.match(body.logs_url, /log-group\/\$252Faws\$252Fsagemaker\$252FTrainingJobs\$3FlogStreamNameFilter\$3D/);
    const sections = new Map(
      body.sections.map((section: { title: string; facts: unknown }) => [section.title, section.facts]),
    );
    assert.deepEqual(sections.get('Hyperparameters'), [{ name: 'lr', value: '0.1', unit: null }]);
    assert.equal(sections.has('Environment'), false, 'it is withheld');
  });

  it('tells the same of another type, with what came of it apart from what was asked for', async () => {
    const { body } = await api.get(`${pathOf('aws_sagemaker_processingjob', 'processing-job/evaluate')}/presentation`);
    assert.deepEqual([body.name, body.statuses, body.failure_reason], ['Evaluate', ['Completed'], null]);
    assert.deepEqual(
      body.times.map(({ unit }: { unit: string }) => unit),
      ['time', 'time'],
    );
    assert.deepEqual(body.sections[0], {
      title: 'Outcome',
      is_outcome: true,
      is_map: false,
      facts: [{ name: 'exit message', value: 'all good', unit: null }],
    });
    const inputs = body.sections.find(({ title }: { title: string }) => title === 'Inputs');
    assert.deepEqual(
      [inputs.is_outcome, inputs.facts],
      [false, [{ name: 'data', value: 's3://bucket/data', unit: null }]],
    );
  });

  it('is refused for what is not there, and for the past that was not', async () => {
    const missing = pathOf('aws_sagemaker_trainingjob', 'training-job/nobody');
    assert.equal((await api.get(`${missing}/presentation`)).status, 404);
    const path = pathOf('aws_sagemaker_trainingjob', 'training-job/train-one');
    assert.equal((await api.get(`${path}/presentation?as_of=tomorrow-ish`)).status, 400);
  });
});
