import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { markDeleted } from '../../../db/crawl/mark-deleted.ts';
import { pruneHistory } from '../../../db/history/prune-history.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { describeResponse } from '../../support/responses.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const accounts = ['111122223333', '444455556666', '777788889999'];
const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

interface Change {
  seen_at: string;
  kind: string;
  arn: string;
  name: string;
  creation_time: string;
  account_id: string;
  region: string;
  differences: { field: string; before: unknown; after: unknown }[];
}

/** What one change is known by. */
const nameOf = ({ seen_at, kind, arn, creation_time }: Omit<Change, 'differences'>): string =>
  [seen_at, kind, arn, creation_time].join(' ');

describe('GET /v1/changes', () => {
  let api: TestApi;
  let caller: Caller = localCaller;

  before(async () => {
    api = await testApi({ authenticate: async () => caller });
    const [history = []] = fc.sample(fc.array(step, { minLength: 150, maxLength: 150 }), { numRuns: 1, seed: 7 });
    let at = start;
    for (const { pause, ...what } of history) {
      at += pause;
      await apply(api, what, new Date(at));
    }
  });
  after(() => api[Symbol.asyncDispose]());

  async function all(query = '', limit = 7): Promise<Change[]> {
    const items: Change[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await api.get(`/v1/changes?limit=${limit}&${query}${cursor}`);
      assert.equal(status, 200, JSON.stringify(body));
      items.push(...body.items);
      if (body.next_cursor === null) return items;
      cursor = `&cursor=${encodeURIComponent(body.next_cursor)}`;
    }
  }

  /** The same by hand: what was first seen, and all that the history tells but progress, under a condition. */
  async function expected(condition: string): Promise<string[]> {
    const { rows } = await api.database.pool.query(`
      SELECT seen_at, kind, job.training_job_arn AS arn, job.creation_time, changed.fields
      FROM aws_sagemaker_trainingjob AS job
      JOIN (
        SELECT id AS resource_id, first_seen_at AS seen_at, 'first_seen' AS kind, '{}'::text[] AS fields
        FROM aws_sagemaker_trainingjob
        UNION ALL
        SELECT resource_id, seen_at, kind, fields FROM resource_change WHERE kind <> 'progress') AS changed
      ON changed.resource_id = job.id
      WHERE ${condition}`);
    return rows.map(nameOf).sort();
  }

  const conditions: Record<string, string> = {
    '': 'true',
    'kinds=first_seen': `kind = 'first_seen'`,
    'kinds=changed,deleted': `kind IN ('changed', 'deleted')`,
    'kinds=restored': `kind = 'restored'`,
    'q=training_job_status:Failed': `job.training_job_status = 'Failed'`,
    'q=-training_job_status:Failed+region:us-east-1': `job.training_job_status <> 'Failed' AND job.region = 'us-east-1'`,
    'q=hyper_parameters.lr:0.1&kinds=changed': `job.hyper_parameters ->> 'lr' = '0.1' AND kind = 'changed'`,
    'since=2026-01-03&until=2026-01-04': `seen_at >= '2026-01-03Z' AND seen_at < '2026-01-05Z'`,
    'since=2026-01-02T12:00:00Z': `seen_at >= '2026-01-02 12:00Z'`,
    'fields=training_job_status': `'training_job_status' = ANY (changed.fields)`,
    'fields=hyper_parameters': `EXISTS (SELECT FROM unnest(changed.fields) AS f WHERE f ~ '^hyper_parameters($|\\.)')`,
    'fields=hyper_parameters.lr,deleted_at': `EXISTS (SELECT FROM unnest(changed.fields) AS f WHERE f IN ('hyper_parameters.lr', 'hyper_parameters', 'deleted_at'))`,
    'fields=tags': `EXISTS (SELECT FROM unnest(changed.fields) AS f WHERE f ~ '^tags($|\\[)')`,
    'type=aws_sagemaker_trainingjob&fields=failure_reason&q=training_job_status:Failed': `'failure_reason' = ANY (changed.fields) AND job.training_job_status = 'Failed'`,
  };
  for (const [query, condition] of Object.entries(conditions)) {
    it(`answers ${query || 'everything'} as SQL by hand does, each once and the newest first`, async () => {
      const found = await all(query);
      assert.deepEqual(found.map(nameOf).sort(), await expected(condition));
      assert.notEqual(found.length, 0);
      const times = found.map(({ seen_at }) => seen_at);
      assert.deepEqual(times, [...times].sort().reverse());
      assert.deepEqual(await all(query, 1000), found, 'on one page');
    });
  }

  it('tells the differences that the versions of the job tell', async () => {
    const found = await all('', 1000);
    for (const arn of new Set(found.slice(0, 40).map((change) => change.arn))) {
      const ours = found.filter((change) => change.arn === arn);
      const created = new Set(ours.map(({ creation_time }) => creation_time));
      const versions = [];
      for (const time of created) {
        const { body } = await api.get(
          `/v1/resources/aws_sagemaker_trainingjob/${encodeURIComponent(arn)}/versions?creation_time=${time}&limit=1000`,
        );
        versions.push(...body.items);
      }
      const told = ({ seen_at, kind, differences }: Pick<Change, 'seen_at' | 'kind' | 'differences'>) =>
        JSON.stringify({ seen_at, kind, differences });
      assert.deepEqual(ours.map(told).sort(), versions.map(told).sort());
    }
  });

  it('tells of the fields that are asked for and no others', async () => {
    for (const { differences } of await all('fields=hyper_parameters.lr', 1000)) {
      assert.ok(differences.length > 0);
      for (const { field } of differences) assert.match(field, /^hyper_parameters(\.lr)?$/);
    }
  });

  it('tells nothing of the counters of a job that runs', async () => {
    const { rows } = await api.database.pool.query(`SELECT seen_at FROM resource_change WHERE kind = 'progress'`);
    assert.notEqual(rows.length, 0);
    assert.ok((await all('', 1000)).every(({ kind }) => kind !== 'progress'));
  });

  it('shows a key of some accounts the changes of these, on every page', async () => {
    for (const own of [accounts.slice(0, 1), accounts.slice(1)]) {
      caller = { ...localCaller, accounts: own };
      const condition = `job.account_id IN (${own.map((id) => `'${id}'`).join()})`;
      assert.deepEqual((await all()).map(nameOf).sort(), await expected(condition));
      const failed = await all('q=training_job_status:Failed&fields=training_job_status');
      const narrowed = `${condition} AND job.training_job_status = 'Failed' AND 'training_job_status' = ANY (changed.fields)`;
      assert.deepEqual(failed.map(nameOf).sort(), await expected(narrowed));
    }
    caller = localCaller;
  });

  it('keeps its place while more is stored', async () => {
    const first = (await api.get('/v1/changes?limit=10')).body;
    const rest = await all('', 1000);
    await apply(
      api,
      { job: 99, account: 0, status: 'Completed', lr: '9', tag: 'x', deletes: false, seconds: 1 },
      new Date(),
    );
    const { body } = await api.get(`/v1/changes?limit=1000&cursor=${encodeURIComponent(first.next_cursor)}`);
    assert.deepEqual([...first.items, ...body.items], rest);
  });

  it('says what is wrong with a parameter, and with which', async () => {
    const wrong: Record<string, [parameter: string, rest?: object]> = {
      'kinds=change': ['kinds', { choices: ['first_seen', 'changed', 'deleted', 'restored'] }],
      'type=aws_sagemaker_job': ['type', { choices: ['aws_sagemaker_trainingjob'] }],
      'fields=training_job_statsu': ['fields', { did_you_mean: 'training_job_status' }],
      'q=training_job_statsu:x': ['q', { did_you_mean: 'training_job_status' }],
      'since=yesterday': ['since'],
      'until=x': ['until'],
      'cursor=abc': ['cursor'],
      'as_of=now': ['as_of'],
    };
    for (const [query, [parameter, rest = {}]] of Object.entries(wrong)) {
      const { status, body } = await api.get(`/v1/changes?${query}`);
      assert.deepEqual([status, body.parameter], [400, parameter], `${query}: ${JSON.stringify(body)}`);
      for (const [name, value] of Object.entries(rest)) {
        if (name === 'choices' && parameter === 'type') assert.ok(body.choices.includes(value[0]));
        else assert.deepEqual(body[name], value, query);
      }
    }
  });

  it('shows no column that is withheld, and finds nothing by it', async () => {
    const database = { ...api.database, [Symbol.asyncDispose]: async () => {} };
    await using other = await testApi({ database, withheldColumns: ['hyper_parameters'] });
    const { body } = await other.get('/v1/changes?limit=1000');
    assert.ok(body.items.length > 100);
    assert.ok(!JSON.stringify(body).includes('hyper_parameters'));
    assert.equal((await other.get('/v1/changes?fields=hyper_parameters')).status, 400);
    assert.equal((await other.get('/v1/changes?q=hyper_parameters.lr:1')).status, 400);
  });

  it('says how far back the history reaches', async () => {
    assert.equal((await api.get('/v1/changes?limit=1')).body.history_since, null);
    const { before } = await pruneHistory(api.database.kysely, { keepDays: 1, signal: new AbortController().signal });
    const { body } = await api.get('/v1/changes?limit=1000');
    assert.equal(body.history_since, before);
  });
});

interface Step {
  readonly job: number;
  readonly account: number;
  readonly status: string;
  readonly lr: string;
  readonly tag: string;
  readonly seconds: number;
  readonly deletes: boolean;
}

const step = fc.record({
  job: fc.nat(14),
  account: fc.nat(2),
  status: fc.constantFrom('InProgress', 'Completed', 'Failed', 'Stopped'),
  lr: fc.constantFrom('0.1', '0.2', '1'),
  tag: fc.constantFrom('team:a', 'team:b'),
  seconds: fc.nat(1000),
  deletes: fc.constantFrom(true, false, false, false),
  /** Several changes of one millisecond are common. */
  pause: fc.constantFrom(0, 0, 1, dayMs / 20),
});

/** Sees a job once more, or finds it gone. */
async function apply({ database }: TestApi, { job, account, status, lr, tag, seconds, deletes }: Step, at: Date) {
  const region = ['us-east-1', 'eu-west-1'][job % 2] ?? '';
  const name = `Job-${job}`;
  const arn = `arn:aws:sagemaker:${region}:${accounts[account]}:training-job/${name.toLowerCase()}`;
  if (deletes) {
    const { rows } = await database.pool.query<{ id: number }>(
      'SELECT id FROM aws_sagemaker_trainingjob WHERE training_job_arn = $1',
      [arn],
    );
    await markDeleted(
      database.kysely,
      trainingJob,
      rows.map(({ id }) => id),
      at,
    );
    return;
  }
  const response = describeResponse({
    TrainingJobName: name,
    TrainingJobArn: arn,
    TrainingJobStatus: status,
    SecondaryStatus: status === 'InProgress' ? 'Training' : status,
    LastModifiedTime: at.getTime() / 1000,
    HyperParameters: { lr },
    BillableTimeInSeconds: seconds,
    ...(status === 'Failed' && { FailureReason: `it failed with ${lr}` }),
  });
  const [key = '', value = ''] = tag.split(':');
  const flattened = flatten(trainingJob, response, { tags: [{ Key: key, Value: value }] });
  if (!flattened.ok) throw flattened.error;
  await storeRows(database.kysely, trainingJob, [{ row: flattened.row, region, source: 'describe', askedAt: at }], {
    seenAt: at,
  });
}
