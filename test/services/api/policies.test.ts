import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Scope } from '../../../catalog/scopes.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const list = '/v1/resources/aws_sagemaker_trainingjob';
const ours = '111122223333';
const theirs = '444455556666';

describe('/v1/policies', () => {
  let api: TestApi;
  let caller: Caller;
  const as = (accounts: readonly string[] | 'all', scopes: Scope[] = ['read', 'sql', 'admin']): void => {
    caller = { id: 'key 1', keyId: 1, name: 'test', scopes: new Set(scopes), accounts };
  };
  before(async () => {
    api = await testApi({ authenticate: async () => caller });
    as('all');
    await store(ours, 'tagged', 'nlp');
    await store(ours, 'untagged');
    await store(theirs, 'foreign');
    await store(theirs, 'old');
    assert.equal(
      (
        await put('owned', {
          require: 'tags.team:*',
          exemptions: [{ about: 'training_job_name:old', reason: 'old', until: '2099-12-31' }],
        })
      ).status,
      200,
    );
  });
  after(() => api[Symbol.asyncDispose]());

  const store = (account: string, name: string, team?: string) =>
    api.store(
      { TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`, TrainingJobName: name },
      team === undefined ? [] : [`team:${team}`],
    );
  const put = async (name: string, more: object) => {
    const payload = { title: 'Jobs name their team', severity: 'high', type: 'aws_sagemaker_trainingjob', ...more };
    const answer = await api.app.inject({ method: 'PUT', url: `/v1/policies/${name}`, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  /** Follows to where the violations are. */
  const violations = async (query = '') => {
    const { statusCode, headers } = await api.app.inject(`/v1/policies/owned/violations${query}`);
    assert.equal(statusCode, 307);
    const { status, body } = await api.get(String(headers.location));
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const names = (body: { items: { training_job_name: string }[] }) =>
    body.items.map((job) => job.training_job_name).sort();
  const score = ({ compliant, violated, exempted }: Record<string, number>) => [compliant, violated, exempted];

  it('lists policies with scores that are exact at every answer', async () => {
    as('all');
    const read = async () => (await api.get('/v1/policies')).body.items[0];
    const before = await read();
    assert.deepEqual([before.name, before.severity, before.score, ...score(before)], ['owned', 'high', 1 / 3, 1, 2, 1]);
    await store(ours, 'another');
    assert.deepEqual(score(await read()), [1, 3, 1]);
    await store(ours, 'another', 'nlp');
    assert.deepEqual(score(await read()), [2, 2, 1]);
  });

  it('tells of a resource which policies it violates, and which it is exempted from, as it is now', async () => {
    as('all');
    const shown = async (account: string, name: string) => {
      const arn = encodeURIComponent(`arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`);
      return (await api.get(`${list}/${arn}/presentation`)).body.policies;
    };
    const policy = { name: 'owned', title: 'Jobs name their team', severity: 'high', remedy: null, contact: null };
    assert.deepEqual(await shown(ours, 'untagged'), [{ ...policy, is_exempted: false }]);
    assert.deepEqual(await shown(theirs, 'old'), [{ ...policy, is_exempted: true }]);
    assert.deepEqual(await shown(ours, 'tagged'), []);
    as([theirs]);
    assert.deepEqual(await shown(theirs, 'foreign'), [{ ...policy, is_exempted: false }]);
  });

  it('splits scores, and tells those of each day', async () => {
    as('all');
    const { items } = (await api.get('/v1/policies?by=account_id')).body;
    assert.deepEqual(items[0].by.map((part: Record<string, number>) => [part.value, ...score(part)]).sort(), [
      [ours, 2, 1, 0],
      [theirs, 0, 1, 1],
    ]);
    const one = (await api.get('/v1/policies/owned?by=tags.team')).body;
    assert.deepEqual(
      one.by.map((part: Record<string, number>) => [part.value, ...score(part)]),
      [
        [null, 0, 2, 1],
        ['nlp', 2, 0, 0],
      ],
    );
    assert.deepEqual(one.days.map(score), [score(one)]);
  });

  it('leads to the violations, which are searched, counted and exported like any rows', async () => {
    as('all');
    assert.deepEqual(names(await violations()), ['foreign', 'untagged']);
    assert.deepEqual(names(await violations(`?q=account_id:${theirs}&limit=1`)), ['foreign']);
    const { body } = await api.get(`${list}/facets?fields=account_id&q=violates:owned`);
    assert.deepEqual(
      body.facets[0].values.map(({ value, count }: { value: string; count: number }) => [value, count]),
      [
        [ours, 1],
        [theirs, 1],
      ],
    );
    assert.deepEqual(names((await api.get(`${list}?q=violates:ow*`)).body), ['foreign', 'untagged']);
    assert.deepEqual(names((await api.get(`${list}?q=-violates:*`)).body), ['another', 'old', 'tagged']);
    const csv = await api.app.inject(
      `${list}/export?format=csv&fields=training_job_name&q=violates:owned%20account_id:${ours}`,
    );
    assert.equal(csv.body.replaceAll('\r', ''), 'training_job_name\nuntagged\n');
    const wrong = await api.app.inject('/v1/policies/owned/violations?q=training_job_stat:x');
    assert.deepEqual([wrong.statusCode, wrong.json().offset], [400, 0]);
  });

  it('shows restricted callers the scores and violations of their accounts alone', async () => {
    as([ours]);
    const [policy] = (await api.get('/v1/policies?by=account_id')).body.items;
    assert.deepEqual([score(policy), policy.by.map(({ value }: { value: string }) => value)], [[2, 1, 0], [ours]]);
    const one = (await api.get('/v1/policies/owned')).body;
    assert.deepEqual([score(one), one.days.map(score)], [[2, 1, 0], [[2, 1, 0]]]);
    assert.deepEqual(names(await violations()), ['untagged']);
    const sql = await api.app.inject({
      method: 'POST',
      url: '/v1/sql',
      payload: { statement: 'SELECT DISTINCT account_id FROM policy_verdict' },
    });
    assert.deepEqual(sql.json().rows, [[ours]]);
  });

  it('is changed with the scope admin only, by policies that can hold', async () => {
    as('all', ['read']);
    assert.equal((await put('b', { require: '' })).status, 403);
    assert.equal((await api.app.inject({ method: 'DELETE', url: '/v1/policies/owned' })).statusCode, 403);
    as('all');
    const wrong = await put('b', { require: 'tags.team:* AND tag:x' });
    assert.deepEqual([wrong.status, /^policy b: require, at character 16: /.test(wrong.body.detail)], [400, true]);
    assert.equal((await put('b', { require: '' })).status, 200);
    assert.equal((await api.app.inject({ method: 'DELETE', url: '/v1/policies/b' })).statusCode, 204);
    assert.equal((await api.app.inject({ method: 'DELETE', url: '/v1/policies/b' })).statusCode, 404);
    assert.match((await api.get('/v1/policies/ownd')).body.detail, /did you mean owned\?$/);
    caller = localCaller;
  });
});
