import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob';
const arnOf = (name: string) => `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name.toLowerCase()}`;

describe('GET /v1/resources/aws_sagemaker_trainingjob', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    for (let index = 0; index < 25; index++) {
      await api.store({
        TrainingJobName: `Job-${index}`,
        CreationTime: 1_760_000_000 + (index % 5),
        ...(index % 3 === 0 ? { BillableTimeInSeconds: undefined } : { BillableTimeInSeconds: 100 * (index % 4) }),
        ResourceConfig: { InstanceType: `ml.p${index % 4}.large`, InstanceCount: index % 6 },
        BillableTokenCount: 9223372036854775807n,
      });
    }
  });
  after(() => api[Symbol.asyncDispose]());

  async function allPages(query: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await api.get(`${base}?${query}${cursor}`);
      assert.equal(status, 200, JSON.stringify(body));
      items.push(...body.items);
      if (body.next_cursor === null) return items;
      cursor = `&cursor=${encodeURIComponent(body.next_cursor)}`;
    }
  }

  it('answers every column of the catalog, by its name', async () => {
    const { body } = await api.get(`${base}?limit=1`);
    for (const { name } of trainingJob.columns) assert.ok(name in body.items[0], name);
    assert.equal(body.items[0].region, 'us-east-1');
    assert.match(body.items[0].creation_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('writes 64-bit integers exactly', async () => {
    const { body: _, payload } = await api.app.inject(`${base}?limit=1`);
    assert.match(payload, /"billable_token_count":9223372036854775807[,}]/);
  });

  it('lists the newest first, in pages that together hold every row once', async () => {
    const items = await allPages('limit=4');
    assert.equal(items.length, 25);
    assert.equal(new Set(items.map((item) => item.training_job_name)).size, 25);
    const times = items.map((item) => String(item.creation_time));
    assert.deepEqual(times, [...times].sort().reverse());
  });

  for (const field of [
    'billable_time_in_seconds',
    'training_job_name',
    'resource_config.instance_type',
    'resource_config.instance_count',
    'training_end_time',
    'first_seen_at',
    'billable_token_count',
    'enable_managed_spot_training',
  ]) {
    it(`sorts by ${field} in both directions, null below every value`, async () => {
      const pick = (item: Record<string, unknown>): unknown =>
        field
          .split('.')
          .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name] ?? null, item);
      const rank = (value: unknown) => (value === null ? Number.NEGATIVE_INFINITY : value);
      const up = await allPages(`limit=4&sort=${field}`);
      const down = await allPages(`limit=3&sort=-${field}`);
      assert.equal(up.length, 25);
      assert.deepEqual(
        down.map((item) => item.training_job_arn),
        up.map((item) => item.training_job_arn).reverse(),
      );
      const values = up.map(pick).map(rank);
      for (let index = 1; index < values.length; index++) {
        const [a, b] = [values[index - 1], values[index]];
        assert.ok(a === b || a === Number.NEGATIVE_INFINITY || (a as string) < (b as string), `${a} before ${b}`);
      }
    });
  }

  it('answers the chosen fields only', async () => {
    const { body } = await api.get(`${base}?limit=1&fields=training_job_name,resource_config.instance_type`);
    assert.deepEqual(Object.keys(body.items[0]), ['training_job_name', 'resource_config']);
    assert.deepEqual(Object.keys(body.items[0].resource_config), ['instance_type']);
  });

  it('keeps its place while rows are added', async () => {
    const first = await api.get(`${base}?limit=10`);
    await api.store({ TrainingJobName: 'Newer', CreationTime: 1_770_000_000 });
    const second = await api.get(`${base}?limit=50&cursor=${encodeURIComponent(first.body.next_cursor)}`);
    const names = [...first.body.items, ...second.body.items].map((item) => item.training_job_name);
    assert.equal(names.length, 25);
    assert.ok(!names.includes('Newer'));
  });

  it('refuses a cursor of another query, a damaged one, and parameters that it does not know', async () => {
    const { body } = await api.get(`${base}?limit=10`);
    const cursor = encodeURIComponent(body.next_cursor);
    for (const query of [
      `sort=region&cursor=${cursor}`,
      'cursor=abc',
      `cursor=${cursor}x`,
      'limit=0',
      'limit=x',
      'limt=5',
    ]) {
      const { status, body } = await api.get(`${base}?${query}`);
      assert.equal(status, 400, query);
      assert.equal(body.status, 400);
    }
  });

  it('names the nearest field for one that does not exist', async () => {
    const { status, body } = await api.get(`${base}?sort=creation_tiem`);
    assert.equal(status, 400);
    assert.equal(body.did_you_mean, 'creation_time');
  });

  it('gets one by its ARN', async () => {
    const { status, body } = await api.get(`${base}/${encodeURIComponent(arnOf('Job-3'))}`);
    assert.equal(status, 200);
    assert.equal(body.training_job_name, 'Job-3');
    const missing = await api.get(`${base}/${encodeURIComponent(arnOf('Job-None'))}`);
    assert.equal(missing.status, 404);
    assert.match(missing.body.detail, /job-none/);
  });
});

describe('the history of a resource', () => {
  let api: TestApi;
  const url = `${base}/${encodeURIComponent(arnOf('Train-One'))}`;
  const seen: string[] = [];
  const moment = async () => {
    const { rows } = await api.database.pool.query('SELECT clock_timestamp() AS now, pg_sleep(0.01)');
    seen.push(rows[0].now);
  };
  before(async () => {
    api = await testApi();
    await moment();
    await api.store({ WarmPoolStatus: { Status: 'Available' }, TrainingJobStatus: 'InProgress' });
    await moment();
    await api.store({ WarmPoolStatus: { Status: 'InUse' }, TrainingJobStatus: 'Completed' });
    await moment();
    await api.store({
      WarmPoolStatus: { Status: 'Terminated' },
      TrainingJobStatus: 'Completed',
      HyperParameters: null,
    });
    await api.store({ TrainingJobName: 'Other' });
  });
  after(() => api[Symbol.asyncDispose]());
  const at = (index: number) => `as_of=${encodeURIComponent(seen[index] ?? '')}`;

  it('shows a row as it was known at a time', async () => {
    assert.equal((await api.get(`${url}?${at(0)}`)).status, 404);
    const first = await api.get(`${url}?${at(1)}`);
    assert.equal(first.body.warm_pool_status.status, 'Available');
    assert.equal(first.body.training_job_status, 'InProgress');
    assert.deepEqual(first.body.hyper_parameters, { epochs: '3', LearningRate: '0.1' });
    const second = await api.get(`${url}?${at(2)}`);
    assert.equal(second.body.warm_pool_status.status, 'InUse');
    assert.equal(second.body.training_job_status, 'Completed');
    assert.ok(second.body.changed_at > first.body.changed_at);
    assert.equal((await api.get(url)).body.warm_pool_status.status, 'Terminated');
  });

  it('searches and lists the rows as they were', async () => {
    const then = await api.get(`${base}?${at(1)}&q=training_job_status:InProgress`);
    assert.equal(then.body.items.length, 1);
    assert.equal((await api.get(`${base}?${at(0)}`)).body.items.length, 0);
    assert.equal((await api.get(`${base}?q=training_job_status:InProgress`)).body.items.length, 0);
  });

  it('lists the versions with their differences, newest first, in pages', async () => {
    const { body } = await api.get(`${url}/versions`);
    assert.deepEqual(
      body.items.map((item: { kind: string }) => item.kind),
      ['changed', 'changed', 'first_seen'],
    );
    assert.deepEqual(body.items[1].differences, [
      { field: 'training_job_status', before: 'InProgress', after: 'Completed' },
      { field: 'warm_pool_status.status', before: 'Available', after: 'InUse' },
    ]);
    const first = await api.get(`${url}/versions?limit=1`);
    const second = await api.get(`${url}/versions?limit=5&cursor=${first.body.next_cursor}`);
    assert.deepEqual([...first.body.items, ...second.body.items], body.items);
  });

  it('lists only the versions in which a field differs, or one within it, and of these only that', async () => {
    const of = async (query: string) => (await api.get(`${url}/versions?${query}`)).body;
    const pool = await of('field=warm_pool_status');
    assert.deepEqual(
      pool.items.map(({ differences }: { differences: unknown }) => differences),
      [
        [{ field: 'warm_pool_status.status', before: 'InUse', after: 'Terminated' }],
        [{ field: 'warm_pool_status.status', before: 'Available', after: 'InUse' }],
      ],
    );
    const one = await of('field=training_job_status&field=warm_pool_status.status&limit=1');
    const rest = await of(`field=training_job_status&field=warm_pool_status.status&limit=1&cursor=${one.next_cursor}`);
    assert.deepEqual([rest.items[0].differences.length, rest.next_cursor], [2, null]);
    assert.deepEqual((await of('field=hyper_parameters.epochs')).items.length, 1);
    assert.deepEqual((await of('field=role_arn')).items, []);
    const wrong = await api.get(`${url}/versions?field=training_job_state`);
    assert.equal(wrong.status, 400);
    assert.match(wrong.body.detail, /no field training_job_state; did you mean training_job_status\?/);
    const other = await api.get(`${url}/versions?field=role_arn&cursor=${one.next_cursor}`);
    assert.equal(other.status, 400);
  });
});

describe('what an answer covers', () => {
  it('is told of lists in the body and of one row in headers', async () => {
    await using api = await testApi();
    await api.store();
    const target = (region: string, status: string, asOf: string | null) =>
      api.database.pool.query(
        `INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, as_of, attempted_at)
         VALUES ('aws_sagemaker_trainingjob', '111122223333', $1, $2, $3, $4, now())`,
        [region, status, status === 'complete' ? null : 'AccessDenied', asOf],
      );
    await target('us-east-1', 'complete', '2026-01-02T00:00:00Z');
    await target('eu-west-1', 'partial', '2026-01-01T00:00:00Z');
    const { body } = await api.get(base);
    assert.equal(body.as_of, '2026-01-01T00:00:00.000Z');
    assert.equal(body.coverage.complete, false);
    assert.deepEqual(
      body.coverage.incomplete.map(({ region, reason }: { region: string; reason: string }) => [region, reason]),
      [['eu-west-1', 'AccessDenied']],
    );
    const { headers } = await api.app.inject(`${base}/${encodeURIComponent(arnOf('Train-One'))}`);
    assert.equal(headers['sagecat-as-of'], '2026-01-01T00:00:00.000Z');
    assert.equal(headers['sagecat-coverage'], 'partial');
  });
});
