import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob';
const accounts = ['111122223333', '444455556666'];
const numRuns = Number(process.env.ANSWERS_RUNS ?? 60);

/** A query and what it means, written by hand. */
interface Asked {
  readonly q: string;
  readonly where: string;
}

const terms: readonly Asked[] = [
  { q: 'training_job_status:Failed', where: `training_job_status = 'Failed'` },
  { q: 'account_id:111122223333', where: `account_id = '111122223333'` },
  { q: 'resource_config.instance_type:ml.p*', where: `resource_config ->> 'instance_type' LIKE 'ml.p%'` },
  { q: 'resource_config.instance_count:>2', where: `(resource_config ->> 'instance_count')::int > 2` },
  {
    q: 'billable_time_in_seconds:[100 TO 2000}',
    where: 'billable_time_in_seconds >= 100 AND billable_time_in_seconds < 2000',
  },
  { q: 'billable_time_in_seconds:*', where: 'billable_time_in_seconds IS NOT NULL' },
  {
    q: 'creation_time:2026-02',
    where: `creation_time >= '2026-02-01T00:00:00Z' AND creation_time < '2026-03-01T00:00:00Z'`,
  },
  { q: 'training_end_time:>2026-02-10', where: `training_end_time >= '2026-02-11T00:00:00Z'` },
  { q: 'tags.team:t1', where: `tags ? 'team:t1'` },
  {
    q: 'tags:env:*',
    where: `EXISTS (SELECT FROM jsonb_array_elements_text(tags) AS tag WHERE starts_with(tag, 'env:'))`,
  },
  { q: 'hyper_parameters.lr:<0.01', where: `NULLIF(hyper_parameters ->> 'lr', 'auto')::numeric < 0.01` },
  { q: 'hyper_parameters.lr:0.1', where: `hyper_parameters ->> 'lr' = '0.1'` },
  {
    q: 'input_data_config.channel_name:train',
    where: `jsonb_path_exists(input_data_config, '$[*] ? (@.channel_name == "train")')`,
  },
  { q: '"of memory"', where: `training_job_name ILIKE '%of memory%' OR failure_reason ILIKE '%of memory%'` },
];

const asked: fc.Arbitrary<Asked> = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom({ q: '', where: 'true' }, ...terms),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('asked'), tie('asked')).map(([word, a, b]): Asked => {
      if (a.q === '' || b.q === '') return a;
      return { q: `(${a.q}) ${word} (${b.q})`, where: `((${a.where}) IS TRUE ${word} (${b.where}) IS TRUE)` };
    }),
    tie('asked').map(
      ({ q, where }): Asked => (q === '' ? { q, where } : { q: `NOT (${q})`, where: `(${where}) IS NOT TRUE` }),
    ),
  ),
})).asked;

const sorts: readonly [path: string, expression: string][] = [
  ['creation_time', 'creation_time'],
  ['training_job_name', 'training_job_name COLLATE "C"'],
  ['training_job_status', 'training_job_status COLLATE "C"'],
  ['billable_time_in_seconds', 'billable_time_in_seconds'],
  ['training_end_time', 'training_end_time'],
  ['resource_config.instance_type', `resource_config ->> 'instance_type' COLLATE "C"`],
  ['resource_config.instance_count', `(resource_config ->> 'instance_count')::int`],
  ['enable_managed_spot_training', 'enable_managed_spot_training'],
];

/** How a row's values of a field are found by hand: as a relation `v` of texts. */
const facets: readonly [path: string, values: string][] = [
  ['training_job_status', `(SELECT training_job_status)`],
  ['enable_managed_spot_training', `(SELECT enable_managed_spot_training::text)`],
  ['resource_config.instance_count', `(SELECT resource_config ->> 'instance_count')`],
  ['tags', '(SELECT DISTINCT jsonb_array_elements_text(tags))'],
  [
    'input_data_config.channel_name',
    `(SELECT DISTINCT channel ->> 'channel_name' FROM jsonb_array_elements(input_data_config) AS channel)`,
  ],
  ['hyper_parameters.lr', `(SELECT hyper_parameters ->> 'lr')`],
];

const job = fc.record({
  status: fc.constantFrom('Failed', 'Completed', 'InProgress'),
  account: fc.constantFrom(...accounts),
  type: fc.constantFrom('ml.p4d.24xlarge', 'ml.p5.48xlarge', 'ml.g5.xlarge'),
  count: fc.integer({ min: 1, max: 5 }),
  billable: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }),
  minute: fc.integer({ min: 0, max: 120 * 24 * 60 }),
  ended: fc.boolean(),
  spot: fc.boolean(),
  reason: fc.option(fc.constantFrom('ClientError: out of memory', 'InternalServerError'), { nil: undefined }),
  lr: fc.option(fc.constantFrom('0.1', '0.001', '1e-3', 'auto'), { nil: undefined }),
  channels: fc.subarray(['train', 'test', 'validation']),
  tags: fc.subarray(['team:t1', 'team:t2', 'env:prod', 'owner:a b']),
});

describe('every answer over random rows', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    for (const [index, made] of fc.sample(job, 70).entries()) {
      const created = Date.UTC(2026, 0, 1) / 1000 + made.minute * 60;
      const name = `job-${index % 2 === 0 ? index : `Out-of-${index}`}`;
      await api.store(
        {
          TrainingJobName: name,
          TrainingJobArn: `arn:aws:sagemaker:us-east-1:${made.account}:training-job/${name}`.toLowerCase(),
          TrainingJobStatus: made.status,
          FailureReason: made.reason,
          CreationTime: created,
          TrainingEndTime: made.ended ? created + 3600 : undefined,
          BillableTimeInSeconds: made.billable,
          EnableManagedSpotTraining: made.spot,
          ResourceConfig: { InstanceType: made.type, InstanceCount: made.count, VolumeSizeInGB: 50 },
          HyperParameters: made.lr === undefined ? {} : { lr: made.lr },
          InputDataConfig: made.channels.map((ChannelName) => ({
            ChannelName,
            DataSource: { S3DataSource: { S3Uri: `s3://data/${ChannelName}` } },
          })),
        },
        made.tags,
      );
    }
    await api.database.pool.query('UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE id % 9 = 0');
    await api.app.aggregator.loaded();
  });
  after(() => api[Symbol.asyncDispose]());

  // biome-ignore lint/suspicious/noExplicitAny: rows of statements that are written in this file
  const sql = async (statement: string): Promise<any[]> => (await api.database.pool.query(statement)).rows;
  const shown = ({ where }: Asked, deleted: boolean) =>
    `aws_sagemaker_trainingjob WHERE ((${where}) IS TRUE) AND (deleted_at IS NULL OR ${deleted})`;
  const path = (route: string, { q }: Asked, deleted: boolean, more: Record<string, string>) =>
    `${base}${route}?${new URLSearchParams({ q, deleted: String(deleted), ...more })}`;
  const get = async (url: string) => {
    const { status, body } = await api.get(url);
    assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`);
    return body;
  };

  it('lists what SQL finds, in its order, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.boolean(),
        fc.constantFrom(...sorts),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        async (query, deleted, [field, expression], descending, limit) => {
          const order = descending ? 'DESC NULLS LAST, id DESC' : 'ASC NULLS FIRST, id ASC';
          const expected = await sql(
            `SELECT training_job_name AS name FROM ${shown(query, deleted)} ORDER BY ${expression} ${order}`,
          );
          const sort = `${descending ? '-' : ''}${field}`;
          const names: string[] = [];
          let cursor: string | null = null;
          do {
            const more = { sort, limit: String(limit), total: 'true', ...(cursor !== null && { cursor }) };
            const page: Awaited<ReturnType<typeof get>> = await get(path('', query, deleted, more));
            assert.equal(page.total, expected.length);
            names.push(...page.items.map((item: { training_job_name: string }) => item.training_job_name));
            cursor = page.next_cursor;
          } while (cursor !== null);
          assert.deepEqual(
            names,
            expected.map(({ name }) => name),
          );
        },
      ),
      { numRuns },
    );
  });

  it('counts the values that SQL counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.boolean(),
        fc.subarray([...facets], { minLength: 1 }),
        async (query, deleted, chosen) => {
          const fields = chosen.map(([field]) => field).join();
          const body = await get(path('/facets', query, deleted, { fields, limit: '100' }));
          assert.equal(body.total, (await sql(`SELECT count(*)::int AS n FROM ${shown(query, deleted)}`))[0].n);
          for (const [index, [field, values]] of chosen.entries()) {
            const expected = await sql(`
            SELECT v.value, count(*)::int AS count FROM (SELECT * FROM ${shown(query, deleted)}) AS r
            CROSS JOIN LATERAL ${values} AS v(value) WHERE v.value IS NOT NULL
            GROUP BY v.value ORDER BY count DESC, v.value COLLATE "C"`);
            const [{ missing }] = await sql(`
            SELECT count(*)::int AS missing FROM (SELECT * FROM ${shown(query, deleted)}) AS r
            WHERE NOT EXISTS (SELECT FROM ${values} AS v(value) WHERE v.value IS NOT NULL)`);
            const { values: counted, ...facet } = body.facets[index];
            assert.deepEqual(facet, { field, missing, truncated: false });
            assert.deepEqual(
              counted.map(({ value, count }: { value: unknown; count: number }) => ({ value: String(value), count })),
              expected,
            );
          }
        },
      ),
      { numRuns },
    );
  });

  it('adds up as SQL does', async () => {
    const metrics = 'count,sum(billable_time_in_seconds),min(billable_time_in_seconds),p50(billable_time_in_seconds)';
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.boolean(),
        fc.constantFrom('day', 'week', 'month'),
        fc.constantFrom('UTC', 'Europe/Berlin'),
        async (query, deleted, bucket, time_zone) => {
          const more = { metrics, bucket, time_zone, group_by: 'account_id', limit: '1000' };
          const { groups } = await get(path('/aggregate', query, deleted, more));
          const expected = await sql(`
            SELECT date_trunc('${bucket}', creation_time, '${time_zone}') AS bucket, account_id, count(*)::int AS count,
              sum(billable_time_in_seconds)::int AS "sum(billable_time_in_seconds)",
              min(billable_time_in_seconds) AS "min(billable_time_in_seconds)",
              percentile_cont(0.5) WITHIN GROUP (ORDER BY billable_time_in_seconds) AS "p50(billable_time_in_seconds)"
            FROM ${shown(query, deleted)} GROUP BY 1, 2 ORDER BY 1, 2`);
          assert.deepEqual(groups, expected);
        },
      ),
      { numRuns },
    );
  });

  it('exports the rows that SQL finds, in the order in which they were first seen', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.boolean(), fc.constantFrom('ndjson', 'csv'), async (query, deleted, format) => {
        const more = { format, fields: 'training_job_name,billable_time_in_seconds' };
        const { payload, statusCode } = await api.app.inject(path('/export', query, deleted, more));
        assert.equal(statusCode, 200);
        const expected = await sql(
          `SELECT training_job_name AS name, billable_time_in_seconds AS billable FROM ${shown(query, deleted)} ORDER BY id`,
        );
        const lines = payload.split(/\r?\n/).slice(format === 'csv' ? 1 : 0, -1);
        assert.deepEqual(
          lines,
          expected.map(({ name, billable }) =>
            format === 'csv'
              ? `${name},${billable ?? ''}`
              : JSON.stringify({ training_job_name: name, billable_time_in_seconds: billable }),
          ),
        );
      }),
      { numRuns },
    );
  });
});
