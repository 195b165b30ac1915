import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '../../../db/access/api-keys.ts';
import { applyOwnership } from '../../../db/ownership/apply-ownership.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const list = '/v1/resources/aws_sagemaker_trainingjob';

describe('the owner of a resource', () => {
  let api: TestApi;
  let headers: Record<string, string>;
  before(async () => {
    const database = await testDatabase();
    api = await testApi({ database, authenticate: keyAuthenticator(database, '127.0.0.1') });
    const { secret } = await createApiKey(database.pool, {
      name: 'one account',
      scopes: ['read', 'sql'],
      accounts: ['111122223333'],
    });
    const { secret: all } = await createApiKey(database.pool, {
      name: 'all',
      scopes: ['read', 'sql'],
      accounts: undefined,
    });
    headers = { one: `Bearer ${secret}`, all: `Bearer ${all}` };
    const store = (account: string, name: string, team?: string) =>
      api.store(
        { TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`, TrainingJobName: name },
        team === undefined ? [] : [`team:${team}`],
      );
    await store('111122223333', 'bert', 'nlp');
    await store('111122223333', 'resnet');
    await store('444455556666', 'gpt', 'nlp');
    await api.app.aggregator.loaded();
    await applyOwnership(database.kysely, [{ name: 'team tag', tags: ['team'] }]);
  });
  after(() => api[Symbol.asyncDispose]());

  const get = async (path: string, who: 'one' | 'all' = 'all') => {
    const answer = await api.app.inject({ url: path, headers: { authorization: headers[who] } });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer;
  };
  const owners = async (path: string, who?: 'one' | 'all') =>
    (await get(path, who))
      .json()
      .facets[0].values.map(({ value, count }: { value: string; count: number }) => [value, count]);

  it('is a field of every search, list, facet, aggregate and export, at once', async () => {
    const { items } = (
      await get(`${list}?q=owner:nlp&sort=training_job_name&fields=training_job_name,owner,owner_rule`)
    ).json();
    assert.deepEqual(items, [
      { training_job_name: 'bert', owner: 'nlp', owner_rule: 'team tag' },
      { training_job_name: 'gpt', owner: 'nlp', owner_rule: 'team tag' },
    ]);
    assert.deepEqual(await owners(`${list}/facets?fields=owner`), [['nlp', 2]]);
    await applyOwnership(api.database.kysely, [
      { name: 'accounts', accounts: ['444455556666'], owner: 'platform' },
      { name: 'team tag', tags: ['team'] },
    ]);
    assert.deepEqual(await owners(`${list}/facets?fields=owner`), [
      ['nlp', 1],
      ['platform', 1],
    ]);
    assert.deepEqual(await owners(`${list}/facets?fields=owner_rule&q=-owner:nlp owner:*`.replaceAll(' ', '%20')), [
      ['accounts', 1],
    ]);
    const { groups } = (await get(`${list}/aggregate?group_by=owner&metrics=count`)).json();
    assert.deepEqual(
      groups.map(({ owner, count }: { owner: string; count: number }) => [owner, count]),
      [
        ['nlp', 1],
        ['platform', 1],
        [null, 1],
      ],
    );
    assert.match(
      (await get(`${list}/export?format=csv&fields=training_job_name,owner&q=owner:platform`)).body,
      /^training_job_name,owner\r?\ngpt,platform\r?\n$/,
    );
  });

  it('groups billed time', async () => {
    const { items } = (await get('/v1/billing/usage?from=2000-01-01&to=2100-01-01&group_by=owner')).json();
    assert.deepEqual(
      items.map(({ group, jobs }: { group: { owner: string | null }; jobs: number }) => [group.owner, jobs]).sort(),
      [
        [null, 1],
        ['nlp', 1],
        ['platform', 1],
      ].sort(),
    );
  });

  it('is seen of their own accounts by restricted callers, in the past and in SQL, too', async () => {
    assert.deepEqual(await owners(`${list}/facets?fields=owner`, 'one'), [['nlp', 1]]);
    const past = (await get(`${list}?as_of=now%2B1d&fields=owner&q=training_job_name:bert`, 'one')).json();
    assert.deepEqual(past.items, [{ owner: 'nlp' }]);
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/sql',
      headers: { authorization: headers.one },
      payload: {
        statement: 'SELECT owner, count(*) FROM aws_sagemaker_trainingjob WHERE owner IS NOT NULL GROUP BY 1',
      },
    });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.deepEqual(answer.json().rows, [['nlp', 1]]);
    const probing = await api.app.inject({
      method: 'POST',
      url: '/v1/sql',
      headers: { authorization: headers.one },
      payload: { statement: "SELECT owner_of('444455556666', 'x', NULL, NULL)" },
    });
    assert.equal(probing.statusCode, 400, 'the rules are not for them to try');
  });
});
