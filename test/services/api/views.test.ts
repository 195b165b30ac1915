import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Scope } from '../../../catalog/scopes.ts';
import { createApiKey, revokeApiKeys } from '../../../db/access/api-keys.ts';
import { maxViews } from '../../../db/access/saved-views.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

describe('/v1/views', () => {
  let api: TestApi;
  let caller: Caller = localCaller;
  before(async () => {
    api = await testApi({ authenticate: async () => caller });
  });
  after(() => api[Symbol.asyncDispose]());

  const key = async (name: string, scopes: Scope[] = ['read'], accounts?: string[]): Promise<Caller> => {
    const { key: made } = await createApiKey(api.database.pool, { name, scopes, accounts });
    return { id: `key ${made.id}`, keyId: made.id, name, scopes: new Set(scopes), accounts: accounts ?? 'all' };
  };
  const put = async (as: Caller, id: string, more: object = {}) => {
    caller = as;
    const payload = { name: 'failed', page: 'catalog', state: { q: 'training_job_status:Failed' }, ...more };
    const answer = await api.app.inject({ method: 'PUT', url: `/v1/views/${id}`, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  const remove = async (as: Caller, id: string) => {
    caller = as;
    return (await api.app.inject({ method: 'DELETE', url: `/v1/views/${id}` })).statusCode;
  };
  const idsOf = async (as: Caller, query = ''): Promise<string[]> => {
    caller = as;
    const { status, body } = await api.get(`/v1/views${query}`);
    assert.equal(status, 200);
    return body.items.map((view: { id: string }) => view.id).sort();
  };

  it('keeps private views to their key, and shows shared ones to all', async () => {
    const [ann, bob] = [await key('ann'), await key('bob')];
    const [own, shared] = [randomUUID(), randomUUID()];
    assert.deepEqual((await put(ann, own)).body.shared, false);
    const { body } = await put(ann, shared, { name: 'all', shared: true, page: 'spend' });
    assert.deepEqual([body.owner, body.can_change, body.state.q], ['ann', true, 'training_job_status:Failed']);
    assert.deepEqual(await idsOf(ann), [own, shared].sort());
    assert.deepEqual(await idsOf(bob), [shared]);
    assert.deepEqual(await idsOf(ann, '?page=catalog'), [own]);
    assert.equal((await put(bob, own)).status, 404);
    assert.equal((await put(bob, shared)).status, 404);
    assert.equal(await remove(bob, own), 404);
    assert.equal(await remove(bob, shared), 404);
    const admin = await key('root', ['read', 'admin']);
    assert.equal((await put(admin, own)).status, 404, 'private is private');
    assert.equal((await put(admin, shared, { name: 'renamed', shared: true })).body.owner, 'ann');
    assert.equal(await remove(admin, shared), 204);
    assert.deepEqual(await idsOf(ann), [own]);
    assert.equal(await remove(ann, own), 204);
  });

  it('shows a key of some accounts what keys of no further ones have shared', async () => {
    const [all, one, both] = [
      await key('all'),
      await key('one', ['read'], ['111122223333']),
      await key('both', ['read'], ['111122223333', '444455556666']),
    ];
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    for (const [index, who] of [all, one, both].entries()) await put(who, ids[index] ?? '', { shared: true });
    assert.deepEqual(await idsOf(one), [ids[1]]);
    assert.deepEqual(await idsOf(both), [ids[1], ids[2]].sort());
    assert.deepEqual(await idsOf(all), [...ids].sort());
  });

  it('shares every view where no key is needed', async () => {
    const id = randomUUID();
    const { body } = await put(localCaller, id, { shared: false });
    assert.deepEqual([body.shared, body.owner, body.can_change], [true, null, true]);
    assert.ok((await idsOf(await key('later'))).includes(id));
    assert.equal(await remove(localCaller, id), 204);
  });

  it('lets whoever has the scope admin delete what it sees, which a key of fewer accounts does not', async () => {
    const owner = await key('owner', ['read'], ['111122223333', '444455556666']);
    const [own, shared] = [randomUUID(), randomUUID()];
    await put(owner, own, { name: 'own' });
    await put(owner, shared, { name: 'shared', shared: true });
    const fewer = await key('fewer', ['read', 'admin'], ['111122223333']);
    assert.deepEqual([await remove(fewer, shared), await remove(fewer, own)], [404, 404]);
    const more = await key('more', ['read', 'admin']);
    assert.deepEqual([await remove(more, own), await remove(more, shared)], [404, 204]);
    assert.equal(await remove(owner, shared), 404, 'it is gone');
    assert.equal(await remove(owner, own), 204);
  });

  it('deletes the views of a key that is deleted, and keeps those of one that is revoked', async () => {
    const [gone, revoked] = [await key('gone'), await key('revoked')];
    const [lost, kept] = [randomUUID(), randomUUID()];
    await put(gone, lost, { shared: true });
    await put(revoked, kept, { shared: true });
    await api.database.pool.query('DELETE FROM sagecat_private.api_key WHERE id = $1', [gone.keyId]);
    await revokeApiKeys(api.database.pool, 'revoked');
    const seen = await idsOf(await key('reader'));
    assert.deepEqual([seen.includes(lost), seen.includes(kept)], [false, true]);
  });

  it('refuses what PostgreSQL cannot store, as other bodies that are stored are', async () => {
    const [ann, nul] = [await key('nul', ['read', 'admin']), 'a\u0000b'];
    for (const more of [{ name: nul }, { state: { q: nul } }, { state: { [nul]: 'q' } }]) {
      const { status, body } = await put(ann, randomUUID(), more);
      assert.equal(status, 400, JSON.stringify(more));
      assert.match(body.detail, /NUL character/);
    }
    const policy = { title: nul, type: 'aws_sagemaker_trainingjob', require: 'tags:*', severity: 'low' };
    const watch = { title: nul, when: 'enters', channels: [] };
    for (const [url, payload] of Object.entries({ '/v1/policies/p': policy, '/v1/watches/w': watch })) {
      const answer = await api.app.inject({ method: 'PUT', url, payload });
      assert.equal(answer.statusCode, 400, url);
    }
  });

  it('keeps so many views for a key and no more, however many others have', async () => {
    const [full, other] = [await key('full'), await key('other')];
    const { rows } = await api.database.pool.query<{ id: string }>(
      `INSERT INTO sagecat_private.saved_view (id, name, page, state, is_shared, owner)
       SELECT gen_random_uuid(), n::text, 'catalog', '{}', false, $1 FROM generate_series(1, $2::integer) AS n RETURNING id`,
      [full.keyId, maxViews],
    );
    const { status, body } = await put(full, randomUUID());
    assert.deepEqual([status, /delete some/.test(body.detail)], [409, true]);
    const [first] = rows;
    assert.equal((await put(full, first?.id ?? '')).status, 200, 'what is there can still be changed');
    assert.equal((await put(other, randomUUID())).status, 200);
    assert.equal(await remove(full, first?.id ?? ''), 204);
    assert.equal((await put(full, randomUUID())).status, 200);
  });

  it('refuses a name that is taken, a state that is too long, and what is no view', async () => {
    const who = await key('who');
    const id = randomUUID();
    assert.equal((await put(who, id)).status, 200);
    assert.equal((await put(who, id, { state: {} })).status, 200, 'the same again');
    assert.equal((await put(who, randomUUID())).status, 409);
    assert.equal((await put(who, randomUUID(), { name: 'long', state: { q: 'x'.repeat(16_384) } })).status, 400);
    assert.equal((await put(who, randomUUID(), { name: 'x', page: 'No Page' })).status, 400);
    assert.equal((await put(who, randomUUID(), { name: 'x', state: [] })).status, 400);
    assert.equal((await put(who, 'x')).status, 400);
  });
});
