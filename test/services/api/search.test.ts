import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob';

describe('search', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ now: () => new Date('2026-03-10T12:00:00Z') });
    const channel = (name: string) => ({
      ChannelName: name,
      DataSource: { S3DataSource: { S3Uri: `s3://data/${name}` } },
    });
    await api.store(
      {
        TrainingJobName: 'Llama-Tune',
        TrainingJobStatus: 'Failed',
        AlgorithmSpecification: { TrainingInputMode: 'File' },
        SecondaryStatusTransitions: [{ Status: 'Starting', StartTime: 1_760_000_000 }],
        FailureReason: 'ClientError: Out of memory',
        CreationTime: Date.parse('2026-03-09T23:59:59.999Z') / 1000,
        HyperParameters: { lr: '0.1', 'sagemaker program:x': 'train.py', epochs: '10' },
        InputDataConfig: [channel('train'), channel('test')],
        FinalMetricDataList: [{ MetricName: 'loss', Value: 'NaN' }],
      },
      ['team:nlp', 'cost:a:b'],
    );
    await api.store(
      {
        TrainingJobName: 'Vision-1',
        CreationTime: Date.parse('2026-03-01T00:00:00Z') / 1000,
        HyperParameters: { lr: '1e-3', epochs: '9' },
        EnableManagedSpotTraining: true,
        FinalMetricDataList: [{ MetricName: 'loss', Value: 0.25 }],
      },
      ['team:vision'],
    );
    await api.store({
      TrainingJobName: 'Plain-2',
      CreationTime: Date.parse('2026-01-31T10:00:00Z') / 1000,
      HyperParameters: {},
    });
  });
  after(() => api[Symbol.asyncDispose]());

  const names = async (q: string): Promise<string[]> => {
    const { status, body } = await api.get(`${base}?sort=training_job_name&total=true&q=${encodeURIComponent(q)}`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.total, body.items.length);
    return body.items.map((item: { training_job_name: string }) => item.training_job_name);
  };
  const all = ['Llama-Tune', 'Plain-2', 'Vision-1'];
  const [llama, plain, vision] = [['Llama-Tune'], ['Plain-2'], ['Vision-1']];

  for (const [query, expected] of [
    ['', all],
    ['   ', all],
    ['training_job_status:Failed', llama],
    ['training_job_status:failed', llama],
    ['training_job_status:"FAILED"', llama],
    ['training_job_status:(failed OR stopped)', llama],
    ['training_job_status:fail*', llama],
    ['training_job_status:f?iled', llama],
    ['-training_job_status:failed', ['Plain-2', 'Vision-1']],
    ['training_job_status:Paus*', []],
    ['resource_config.instance_type:ML.P4D.24xlarge', all],
    ['resource_config.instance_type:ML.P4*', all],
    ['region:US-EAST-1', all],
    ['completeness:Described', all],
    ['algorithm_specification.training_input_mode:file', llama],
    ['secondary_status_transitions.status:starting', llama],
    ['-training_job_status:Failed', ['Plain-2', 'Vision-1']],
    ['NOT training_job_status:Failed AND NOT Vision', plain],
    ['!training_job_status:Failed !Vision', plain],
    ['resource_config.instance_type:ml.p4*', all],
    ['resource_config.instance_type:ml.p?d.24xlarge', all],
    ['resource_config.instance_type:"ml.p4*"', []],
    ['resource_config.instance_count:>1.5', all],
    ['resource_config.instance_count:2.0', all],
    ['resource_config.instance_count:1.5', []],
    ['billable_time_in_seconds:[3000 TO *}', all],
    ['billable_time_in_seconds:{3000 TO *}', []],
    ['billable_time_in_seconds:<99999999999999999999', all],
    ['creation_time:2026-03-09', llama],
    ['creation_time:2026-03', ['Llama-Tune', 'Vision-1']],
    ['creation_time:[2026-01-01 TO 2026-02-01]', plain],
    ['creation_time:{2026-01-31 TO 2026-03-01}', []],
    ['creation_time:[2026-01-31 TO 2026-03-01]', ['Plain-2', 'Vision-1']],
    ['creation_time:>now-7d', llama],
    ['creation_time:<=now-7d', ['Plain-2', 'Vision-1']],
    ['creation_time:now-1d/d', llama],
    ['creation_time:>=2026-03-01T01:00:00+01:00', ['Llama-Tune', 'Vision-1']],
    ['tags:"team:nlp"', llama],
    ['tags:team:nlp', llama],
    ['tags.team:(nlp OR vision)', ['Llama-Tune', 'Vision-1']],
    ['tags.cost:*', llama],
    ['tags:cost*b', llama],
    ['tags:*', ['Llama-Tune', 'Vision-1']],
    ['hyper_parameters.lr:0.1', llama],
    ['hyper_parameters.lr:<0.01', vision],
    ['hyper_parameters.epochs:[9 TO 9.5]', vision],
    ['hyper_parameters.epochs:>=9', ['Llama-Tune', 'Vision-1']],
    ['hyper_parameters."sagemaker program:x":train.py', llama],
    ['hyper_parameters.sagemaker\\ program\\:x:train.py', llama],
    ['hyper_parameters:train.py', llama],
    ['hyper_parameters:*', ['Llama-Tune', 'Vision-1']],
    ['input_data_config.channel_name:train', llama],
    ['input_data_config.data_source.s3_data_source.s3_uri:s3://data/tr*', llama],
    ['input_data_config:*', llama],
    ['_exists_:failure_reason', llama],
    ['failure_reason:*', llama],
    ['final_metric_data_list.value:NaN', llama],
    ['final_metric_data_list.value:>0', vision],
    ['enable_managed_spot_training:TRUE', vision],
    ['llama', llama],
    ['"out of MEMORY"', llama],
    ['out memory', llama],
    ['vision OR llama', ['Llama-Tune', 'Vision-1']],
    ['vision llama', []],
    ['*ision', vision],
    ['(llama OR vision) -tags:team\\:nlp', vision],
    ['training_job_name:(Llama* OR Plain*)', ['Llama-Tune', 'Plain-2']],
    ['training_job_name:(NOT Llama*)', ['Plain-2', 'Vision-1']],
    ['training_job_name:>=M', ['Plain-2', 'Vision-1']],
    ['region:us-east-1 deleted_at:*', []],
  ] as const) {
    it(`finds ${expected.length} for ${query === '' ? 'nothing' : query}`, async () => {
      assert.deepEqual(await names(query), expected);
    });
  }

  for (const [query, offset, message, didYouMean] of [
    ['training_job_stauts:Failed', 0, /there is no field training_job_stauts/, 'training_job_status'],
    ['a AND instance_type:x', 6, /no field instance_type/, 'resource_config.instance_type'],
    ['training_job_status:Faild', 20, /it can be InProgress, Completed, Failed, .* or Deleting/, 'Failed'],
    ['training_job_status:(Failed OR paused)', 31, /never "paused": it can be InProgress/, undefined],
    ['-secondary_status:uplading', 18, /secondary_status is never "uplading"/, 'Uploading'],
    ['warm_pool_status.status:avalable', 24, /it can be Available, InUse/, 'Available'],
    ['input_data_config.input_mode:fast', 29, /Pipe, File or FastFile/, undefined],
    ['completeness:full', 13, /described or searched/, undefined],
    ['resource_config:x', 0, /is a STRUCT/, 'resource_config.instance_type'],
    ['(a OR b', 0, /not closed/, undefined],
    ['a) b', 1, /no parenthesis/, undefined],
    ['a AND', 5, /term is missing/, undefined],
    ['training_job_name:', 18, /value after training_job_name: is missing/, undefined],
    ['"abc', 0, /quote is not closed/, undefined],
    ['training_job_name:a"b"', 19, /escaped/, undefined],
    ['billable_time_in_seconds:abc', 25, /"abc" is not a number/, undefined],
    ['billable_time_in_seconds:1*', 25, /wildcards/, undefined],
    ['creation_time:yesterday', 14, /is not a time/, undefined],
    ['creation_time:2026-02-30', 14, /is not a time/, undefined],
    ['creation_time:[2026-01-01 2026-02-01]', 26, /TO is missing/, undefined],
    ['creation_time:[2026-01-01 TO 2026-02-01', 14, /range is not closed/, undefined],
    ['enable_managed_spot_training:>true', 30, /no order/, undefined],
    ['enable_managed_spot_training:yes', 29, /not true or false/, undefined],
    ['training_job_name:>a*', 19, /wildcard/, undefined],
    ['s3://bucket', 0, /no field s3/, undefined],
  ] as const) {
    it(`tells the mistake of ${query}`, async () => {
      const { status, body } = await api.get(`${base}?q=${encodeURIComponent(query)}`);
      assert.equal(status, 400);
      assert.match(body.detail, message);
      assert.equal(body.offset, offset);
      assert.equal(body.did_you_mean, didYouMean);
    });
  }

  it('answers queries of great depth and length, or says that they are too much', async () => {
    const deep = await api.get(`${base}?q=${'('.repeat(5000)}a${')'.repeat(5000)}`);
    assert.equal(deep.status, 400);
    assert.match(deep.body.detail, /nests deeper/);
    const long = await api.get(`${base}?q=${Array(400).fill('a:b').join('+OR+').replaceAll('a:b', 'region:a')}`);
    assert.equal(long.status, 200);
    const longer = await api.get(`${base}?q=${Array(600).fill('a').join('+')}`);
    assert.match(longer.body.detail, /more than 500 terms/);
  });
});
