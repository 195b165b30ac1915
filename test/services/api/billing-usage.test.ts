import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const at = (time: string) => Date.parse(time) / 1000;

describe('GET /v1/billing/usage', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ now: () => new Date('2026-10-20T12:00:00Z') });
    for (const [index, day] of ['2026-09-15', '2026-10-03', '2026-10-05'].entries()) {
      await api.store(
        {
          TrainingJobName: `Job-${index}`,
          TrainingStartTime: at(`${day}T23:30:00Z`),
          TrainingEndTime: at(`${day}T23:30:00Z`) + 3600,
          BillableTimeInSeconds: 3600,
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 + index },
          BillableTokenCount: 9223372036854775807n,
        },
        ['team:nlp', 'cost,centre:7'],
      );
    }
  });
  after(() => api[Symbol.asyncDispose]());

  const get = (query: string) => api.get(`/v1/billing/usage?${query}`);

  it('is asked of one type, or of all and told apart', async () => {
    const all = (await get('')).body.totals;
    assert.deepEqual((await get('type=aws_sagemaker_trainingjob')).body.totals, all);
    const { body } = await get('group_by=resource_type');
    assert.deepEqual(body.items[0].group, { resource_type: 'aws_sagemaker_trainingjob' });
    assert.equal((await get('type=aws_sagemaker_cluster')).status, 400);
  });

  it('answers this month so far', async () => {
    const { status, body } = await get('');
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      [body.from, body.to, body.previous],
      ['2026-10-01T00:00:00.000Z', '2026-10-20T12:00:00.000Z', null],
    );
    assert.equal(body.items[0].instance_seconds, 2 * 3600 + 3 * 3600);
    assert.deepEqual([body.items[0].cost, body.items[0].unpriced_jobs], [null, 2]);
    assert.equal(body.totals[0].jobs, 2);
    assert.equal(body.coverage.complete, false);
  });

  it('groups, buckets and compares', async () => {
    const { body } = await get(
      'from=2026-10-01&to=2026-11-01&bucket=week&group_by=instance_type,tag:team&compare=previous&time_zone=Europe/Berlin',
    );
    assert.equal(body.previous.from, '2026-08-31T22:00:00.000Z');
    assert.equal(body.buckets.length, 5);
    assert.deepEqual(
      body.items.map((item: { bucket: string; group: unknown; instance_seconds: number }) => [
        item.bucket,
        item.group,
        item.instance_seconds,
      ]),
      [
        ['2026-09-27T22:00:00.000Z', { instance_type: 'ml.m5.xlarge', 'tag:team': 'nlp' }, 7200],
        ['2026-10-04T22:00:00.000Z', { instance_type: 'ml.m5.xlarge', 'tag:team': 'nlp' }, 10_800],
        ['2026-10-11T22:00:00.000Z', { instance_type: 'ml.m5.xlarge', 'tag:team': 'nlp' }, 0],
      ],
    );
    assert.equal(body.items[2].previous.instance_seconds, 3600);
    assert.equal(body.totals[0].previous.instance_seconds, 3600);
  });

  it('groups by a tag whose key has a comma', async () => {
    const { body } = await get(`from=2026-10-01&group_by=${encodeURIComponent('tag:cost\\,centre')}`);
    assert.deepEqual(body.items[0].group, { 'tag:cost,centre': '7' });
  });

  it('names accounts beside their identifiers, where it groups by them', async () => {
    const { body: unnamed } = await get('from=2026-10-01&group_by=region');
    assert.ok(!('account_name' in unnamed.items[0]));
    const query = 'from=2026-10-01&group_by=region,account_id';
    const id = (await get(query)).body.items[0].group.account_id;
    assert.equal((await get(query)).body.items[0].account_name, null);
    await recordAccountNames(api.database.kysely, [{ id, name: 'research' }]);
    assert.equal((await get(query)).body.items[0].account_name, 'research');
    const { payload } = await api.app.inject(`/v1/billing/usage?${query}&format=csv`);
    const [record]: Record<string, string>[] = parse(payload, { columns: true });
    assert.deepEqual([record?.account_id, record?.account_name], [id, 'research']);
  });

  it('counts the jobs that a search finds', async () => {
    const { body } = await get('from=2026-09-01&to=2026-11-01&q=training_job_name:Job-2');
    assert.equal(body.totals[0].jobs, 1);
  });

  it('answers CSV', async () => {
    const { payload, headers } = await api.app.inject(
      '/v1/billing/usage?from=2026-10-01&bucket=day&group_by=region&format=csv&compare=previous',
    );
    assert.match(String(headers['content-type']), /text\/csv/);
    const records: Record<string, string>[] = parse(payload, { columns: true });
    assert.equal(records[0]?.instance_seconds, '3600');
    assert.equal(records[0]?.region, 'us-east-1');
    assert.equal(records[0]?.previous_jobs, '');
  });

  for (const [query, detail] of [
    ['from=2026-02-30', /from: it must be a day/],
    ['from=yesterday', /from: it must be a day/],
    ['from=2026-10-02&to=2026-10-01', /to: it must be after from/],
    ['time_zone=Mars/Olympus', /no time zone/],
    ['group_by=colour', /"colour"/],
    ['from=2000-01-01&bucket=hour', /more than 10000 buckets/],
    ['q=nonsense:x', /nonsense/],
    ['bucket=decade', /bucket/],
  ] as const) {
    it(`refuses ${query}`, async () => {
      const { status, body } = await get(query);
      assert.equal(status, 400);
      assert.match(body.detail, detail);
    });
  }
});
