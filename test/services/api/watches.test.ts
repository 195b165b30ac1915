import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Scope } from '../../../catalog/scopes.ts';
import type { Watch } from '../../../catalog/watches/watch.ts';
import { storeMessages } from '../../../db/watches/store-messages.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const ours = '111122223333';
const theirs = '444455556666';
const failed = { when: 'enters', about: 'training_job_status:Failed', channels: ['ops'] };

describe('/v1/watches', () => {
  let api: TestApi;
  let caller: Caller;
  const as = (accounts: readonly string[] | 'all', scopes: Scope[] = ['read', 'sql', 'admin']): void => {
    caller = { id: 'key 1', keyId: 1, name: 'test', scopes: new Set(scopes), accounts };
  };
  before(async () => {
    api = await testApi({ authenticate: async () => caller, channelNames: ['ops'] });
    as('all');
    assert.equal((await put('failed', failed)).status, 200);
    const group = { account_name: null, region: 'us-east-1', reason: null, count: 1, ids: [1], resources: [] };
    await api.database.kysely.transaction().execute((trx) =>
      storeMessages(
        trx,
        { ...failed, name: 'failed' } as Watch,
        [ours, theirs, ours].map((account_id) => ({ ...group, account_id })),
        Date.now(),
      ),
    );
  });
  after(() => api[Symbol.asyncDispose]());

  const put = async (name: string, payload: object) => {
    const answer = await api.app.inject({ method: 'PUT', url: `/v1/watches/${name}`, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  const list = async (query = '') => (await api.get(`/v1/watches/failed/deliveries${query}`)).body;

  it('lists watches with what they told, of the accounts of the key', async () => {
    as('all');
    const { items } = (await api.get('/v1/watches')).body;
    assert.deepEqual([items[0].name, items[0].when, items[0].messages], ['failed', 'enters', 3]);
    as([theirs]);
    assert.equal((await api.get('/v1/watches/failed')).body.messages, 1);
  });

  it('lists deliveries in pages, the newest first, to a restricted key those about its accounts', async () => {
    as('all');
    const ids: string[] = [];
    let query: string | undefined = '?limit=2';
    while (query !== undefined) {
      const { items, next_cursor } = await list(query);
      ids.push(...items.map(({ id }: { id: string }) => id));
      query = next_cursor === null ? undefined : `?limit=2&cursor=${next_cursor}`;
    }
    assert.equal(ids.length, 3);
    assert.deepEqual(ids, ids.toSorted().toReversed());
    const [newest] = (await list()).items;
    assert.deepEqual(
      [newest.channel, newest.status, newest.attempts, newest.body.type],
      ['ops', 'pending', 0, 'watch.enters'],
    );
    assert.deepEqual((await list('?status=dead')).items, []);
    as([theirs]);
    assert.deepEqual(
      (await list()).items.map(({ body }: { body: { data: { account_id: string } } }) => body.data.account_id),
      [theirs],
    );
    assert.equal(
      (await api.get('/v1/watches/faild/deliveries')).body.detail,
      'there is no watch faild; did you mean failed?',
    );
  });

  it('saves and removes watches for keys with the scope admin, and says what is wrong', async () => {
    as('all', ['read']);
    assert.equal((await put('other', failed)).status, 403);
    as('all');
    const wrong = await put('other', { ...failed, about: 'training_job_statu:Failed', channels: ['chat'] });
    assert.equal(wrong.status, 400);
    assert.match(wrong.body.detail, /channels: there is no channel chat; there is ops\n.*about, at character 0/);
    assert.equal((await put('other', { ...failed, when: 'sometimes' })).status, 400);
    assert.equal((await put('other', failed)).status, 200);
    const remove = () => api.app.inject({ method: 'DELETE', url: '/v1/watches/other' });
    assert.equal((await remove()).statusCode, 204);
    assert.equal((await remove()).statusCode, 404);
    caller = localCaller;
    assert.equal((await api.get('/v1/watches/other')).status, 404);
  });
});
