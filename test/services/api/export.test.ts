import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parquetReadObjects } from 'hyparquet';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob';

describe('GET /v1/resources/aws_sagemaker_trainingjob/export', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    for (let index = 0; index < 7; index++) {
      await api.store({
        TrainingJobName: `Job-${index}`,
        TrainingJobStatus: index < 3 ? 'Failed' : 'Completed',
        FailureReason: index === 0 ? 'it said "no", twice,\nand stopped' : index === 1 ? '' : undefined,
        BillableTokenCount: 9223372036854775807n,
        EnableManagedSpotTraining: index === 2,
      });
    }
  });
  after(() => api[Symbol.asyncDispose]());

  it('writes NDJSON: the rows of a list, a line each', async () => {
    const { payload, headers } = await api.app.inject(`${base}/export?q=training_job_status:Failed`);
    assert.match(String(headers['content-type']), /ndjson/);
    const lines = payload.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    const list = await api.get(`${base}?q=training_job_status:Failed&sort=training_job_name`);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      list.body.items,
    );
    assert.match(lines[0] ?? '', /"billable_token_count":9223372036854775807[,}]/);
  });

  it('writes CSV, in which null and the empty text differ', async () => {
    const fields = 'training_job_name,failure_reason,resource_config.instance_type,enable_managed_spot_training';
    const { payload } = await api.app.inject(`${base}/export?format=csv&fields=${fields}&q=training_job_status:Failed`);
    assert.deepEqual(payload.split('\r\n'), [
      fields,
      'Job-0,"it said ""no"", twice,\nand stopped",ml.p4d.24xlarge,false',
      'Job-1,"",ml.p4d.24xlarge,false',
      'Job-2,,ml.p4d.24xlarge,true',
      '',
    ]);
  });

  it('writes Parquet with typed columns', async () => {
    const { rawPayload } = await api.app.inject(`${base}/export?format=parquet`);
    const file = rawPayload.buffer.slice(rawPayload.byteOffset, rawPayload.byteOffset + rawPayload.byteLength);
    // The reader wants an ArrayBuffer, which a payload of inject always has.
    const rows = await parquetReadObjects({ file: file as ArrayBuffer });
    assert.equal(rows.length, 7);
    for (const { name } of trainingJob.columns) assert.ok(name in (rows[0] ?? {}), name);
    const row = rows[2] ?? {};
    assert.equal(row.training_job_name, 'Job-2');
    assert.equal(row.billable_token_count, 9223372036854775807n);
    assert.equal(row.enable_managed_spot_training, true);
    assert.equal(row.creation_time.toISOString(), '2025-10-09T08:53:20.123Z');
    assert.deepEqual(JSON.parse(row.hyper_parameters), { epochs: '3', LearningRate: '0.1' });
  });

  it('writes files without rows', async () => {
    for (const format of ['ndjson', 'csv', 'parquet']) {
      const { statusCode, rawPayload } = await api.app.inject(`${base}/export?format=${format}&q=region:none`);
      assert.equal(statusCode, 200);
      assert.equal(rawPayload.length > 0, format !== 'ndjson');
    }
  });

  it('says what is wrong before it writes anything', async () => {
    assert.equal((await api.get(`${base}/export?q=regoin:x`)).status, 400);
    assert.equal((await api.get(`${base}/export?format=xml`)).status, 400);
  });
});
