import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob';

describe('facets and aggregates', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    for (let index = 0; index < 12; index++) {
      await api.store(
        {
          TrainingJobName: `Job-${index}`,
          TrainingJobStatus: index % 3 === 0 ? 'Failed' : 'Completed',
          // Half past ten in the evening UTC: in Berlin it is already the next day.
          CreationTime: Date.parse(`2026-03-${String(1 + (index % 4)).padStart(2, '0')}T23:30:00Z`) / 1000,
          BillableTimeInSeconds: index === 11 ? undefined : index * 100,
          ResourceConfig:
            index === 5
              ? {
                  InstanceGroups: [
                    { InstanceType: 'ml.a', InstanceCount: 2 },
                    { InstanceType: 'ml.b', InstanceCount: 3 },
                  ],
                }
              : { InstanceType: `ml.p${index % 2}`, InstanceCount: 1 },
          HyperParameters: index === 0 ? { lr: '0.1', epochs: '1' } : { lr: '0.2' },
        },
        ['team:nlp', `n:${index % 2}`],
      );
    }
  });
  after(() => api[Symbol.asyncDispose]());

  const facets = async (query: string) => {
    const { status, body } = await api.get(`${base}/facets?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const groups = async (query: string) => {
    const { status, body } = await api.get(`${base}/aggregate?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.groups;
  };

  it('counts the values of several fields', async () => {
    const body = await facets(
      'fields=training_job_status,resource_config.instance_type,billable_time_in_seconds&limit=2',
    );
    assert.equal(body.total, 12);
    assert.deepEqual(body.facets[0], {
      field: 'training_job_status',
      values: [
        { value: 'Completed', count: 8 },
        { value: 'Failed', count: 4 },
      ],
      missing: 0,
      truncated: false,
    });
    assert.deepEqual(body.facets[1].values, [
      { value: 'ml.p0', count: 6 },
      { value: 'ml.p1', count: 5 },
    ]);
    assert.equal(body.facets[1].missing, 1);
    assert.equal(body.facets[2].truncated, true);
    assert.equal(typeof body.facets[2].values[0].value, 'number');
  });

  it('counts tags, members of lists and keys of maps', async () => {
    const body = await facets(
      'fields=tags,resource_config.instance_groups.instance_type,hyper_parameters,hyper_parameters.lr',
    );
    assert.deepEqual(body.facets[0].values, [
      { value: 'team:nlp', count: 12 },
      { value: 'n:0', count: 6 },
      { value: 'n:1', count: 6 },
    ]);
    assert.deepEqual(body.facets[1].values, [
      { value: 'ml.a', count: 1 },
      { value: 'ml.b', count: 1 },
    ]);
    assert.equal(body.facets[1].missing, 11);
    assert.deepEqual(body.facets[2].values, [
      { value: 'lr', count: 12 },
      { value: 'epochs', count: 1 },
    ]);
    assert.deepEqual(body.facets[3].values, [
      { value: '0.2', count: 11 },
      { value: '0.1', count: 1 },
    ]);
  });

  it('counts under a query', async () => {
    const body = await facets('fields=training_job_status&q=resource_config.instance_type:ml.p1');
    assert.equal(body.total, 5);
    assert.deepEqual(
      body.facets[0].values.map(({ count }: { count: number }) => count),
      [3, 2],
    );
  });

  it('adds everything up without groups', async () => {
    const metrics = [
      'count',
      'count(billable_time_in_seconds)',
      'sum(billable_time_in_seconds)',
      'avg(billable_time_in_seconds)',
    ]
      .concat(['min(billable_time_in_seconds)', 'max(billable_time_in_seconds)', 'p50(billable_time_in_seconds)'])
      .concat(['max(creation_time)', 'sum(resource_config.instance_groups.instance_count)'])
      .concat(['p50(resource_config.instance_groups.instance_count)', 'sum(billable_token_count)']);
    assert.deepEqual(await groups(`metrics=${metrics.join()}`), [
      {
        count: 12,
        'count(billable_time_in_seconds)': 11,
        'sum(billable_time_in_seconds)': 5500,
        'avg(billable_time_in_seconds)': 500,
        'min(billable_time_in_seconds)': 0,
        'max(billable_time_in_seconds)': 1000,
        'p50(billable_time_in_seconds)': 500,
        'max(creation_time)': '2026-03-04T23:30:00.000Z',
        'sum(resource_config.instance_groups.instance_count)': 5,
        'p50(resource_config.instance_groups.instance_count)': 2.5,
        'sum(billable_token_count)': null,
      },
    ]);
  });

  it('groups by fields and by days of a time zone', async () => {
    const utc = await groups('group_by=training_job_status&bucket=day');
    assert.equal(utc.length, 8);
    assert.deepEqual(utc[0], { bucket: '2026-03-01T00:00:00.000Z', training_job_status: 'Completed', count: 2 });
    const berlin = await groups('bucket=day&time_zone=Europe/Berlin');
    assert.deepEqual(berlin[0], { bucket: '2026-03-01T23:00:00.000Z', count: 3 });
    const months = await groups('bucket=month&time_zone=America/New_York');
    assert.deepEqual(months, [{ bucket: '2026-03-01T05:00:00.000Z', count: 12 }]);
  });

  it('groups by what a row has several of, and orders by a metric', async () => {
    assert.deepEqual(
      await groups('group_by=tags&metrics=count,max(billable_time_in_seconds)&sort=-max(billable_time_in_seconds)'),
      [
        { tags: 'n:0', count: 6, 'max(billable_time_in_seconds)': 1000 },
        { tags: 'team:nlp', count: 12, 'max(billable_time_in_seconds)': 1000 },
        { tags: 'n:1', count: 6, 'max(billable_time_in_seconds)': 900 },
      ],
    );
  });

  it('says what it cannot add up', async () => {
    for (const query of [
      'metrics=sum(training_job_name)',
      'metrics=median(billable_time_in_seconds)',
      'metrics=sum(billable_time)',
      'group_by=resource_config',
      'bucket=fortnight',
      'bucket=day&time_zone=Mars/Base',
      'bucket=day&time_field=training_job_name',
      'sort=-sum(billable_time_in_seconds)',
    ]) {
      const { status } = await api.get(`${base}/aggregate?${query}`);
      assert.equal(status, 400, query);
    }
    assert.equal((await api.get(`${base}/facets`)).status, 400);
    assert.equal((await api.get(`${base}/facets?fields=resource_config`)).status, 400);
  });
});

describe('aggregates that are asked for again', () => {
  it('are those of the rows that there are by then', async () => {
    await using api = await testApi();
    await api.app.aggregator.loaded();
    const count = async () => (await api.get(`${base}/aggregate?q=training_job_status:Failed`)).body.groups[0].count;
    for (let index = 0; index < 3; index++) {
      assert.equal(await count(), index);
      assert.equal(await count(), index);
      await api.store({ TrainingJobName: `Job-${index}`, TrainingJobStatus: 'Failed' });
      const { body } = await api.get(`${base}/facets?fields=training_job_status`);
      assert.equal(body.total, index + 1);
    }
  });
});
