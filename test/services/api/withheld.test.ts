import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sqlSettings } from '../../../config/sql-section.ts';
import { createApiKey } from '../../../db/access/api-keys.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const type = 'aws_sagemaker_trainingjob';
const account = '111122223333';
const arn = encodeURIComponent(`arn:aws:sagemaker:us-east-1:${account}:training-job/train-one`);

describe('columns that are withheld', () => {
  let api: TestApi;
  before(async () => {
    const database = await testDatabase();
    api = await testApi({
      database,
      withheldColumns: ['environment', 'failure_reason'],
      sql: { withheldColumns: ['hyper_parameters'] },
      authenticate: keyAuthenticator(database, '127.0.0.1'),
    });
    await api.store({ Environment: { STAGE: 'hush-1' }, HyperParameters: { lr: 'open-1' }, FailureReason: 'hush-2' });
    await api.store({ Environment: { STAGE: 'hush-3' }, HyperParameters: { lr: 'open-2' }, FailureReason: 'hush-4' });
  });
  after(() => api[Symbol.asyncDispose]());

  const ask = async (key: string, url: string, payload?: object) => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await api.app.inject({
      url,
      headers,
      method: payload ? 'POST' : 'GET',
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, text: answer.body };
  };
  const keyFor = async (accounts?: string[]) =>
    (await createApiKey(api.database.pool, { name: 'test', scopes: ['read', 'sql'], accounts })).secret;

  for (const [who, accounts] of [
    ['everybody', undefined],
    ['a key of one account', [account]],
  ] as const) {
    it(`stand in no answer to ${who}`, async () => {
      const key = await keyFor(accounts?.slice());
      for (const route of [
        `/v1/resources/${type}`,
        `/v1/resources/${type}?as_of=now`,
        `/v1/resources/${type}/export?format=csv`,
        `/v1/resources/${type}/export`,
        `/v1/resources/${type}/${arn}`,
        `/v1/resources/${type}/${arn}?format=ack`,
        `/v1/resources/${type}/${arn}?format=terraform-aws`,
        `/v1/resources/${type}/${arn}/versions`,
        `/v1/resources/${type}/${arn}/presentation`,
        '/v1/resource-types',
        '/v1/drift',
      ]) {
        const { status, text } = await ask(key, route);
        if (route.includes('format=terraform') && status === 400) continue;
        assert.equal(status, 200, `${route}: ${text}`);
        assert.doesNotMatch(text, /hush/, route);
      }
      assert.match((await ask(key, `/v1/resources/${type}`)).text, /open-2/);
    });

    it(`cannot be asked for by ${who}`, async () => {
      const key = await keyFor(accounts?.slice());
      for (const route of [
        `/v1/resources/${type}?fields=environment`,
        `/v1/resources/${type}?q=environment.STAGE:hush-3`,
        `/v1/resources/${type}?sort=failure_reason`,
        `/v1/resources/${type}/facets?fields=environment`,
        `/v1/resources/${type}/aggregate?group_by=failure_reason`,
      ]) {
        assert.equal((await ask(key, route)).status, 400, route);
      }
      const found = JSON.parse((await ask(key, `/v1/resources/${type}?q=hush*`)).text);
      assert.deepEqual(found.items, [], 'free text');
    });

    it(`are refused by the database to SQL of ${who}`, async () => {
      const key = await keyFor(accounts?.slice());
      for (const statement of [
        `SELECT hyper_parameters FROM ${type}`,
        `SELECT * FROM ${type}`,
        `SELECT ${type}::text FROM ${type}`,
        `SELECT value FROM ${type}_hyper_parameters`,
        'SELECT before FROM resource_change',
        `SELECT hyper_parameters FROM ${type}_as_of(now())`,
      ]) {
        assert.equal((await ask(key, '/v1/sql', { statement })).status, 403, statement);
      }
      const { text } = await ask(key, '/v1/sql', { statement: `SELECT environment FROM ${type}` });
      assert.match(text, /hush-3/);
    });
  }

  it('can be given back', async () => {
    const reader = new SqlReader(api.database, sqlSettings());
    const { rows } = await reader.run({ statement: `SELECT * FROM ${type}`, maxRows: 1, timeoutMs: 10_000 });
    assert.match(JSON.stringify(rows), /open-2/);
  });
});
