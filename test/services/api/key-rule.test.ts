import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Scope } from '../../../catalog/scopes.ts';
import { createApiKey, isKeyRequired, revokeApiKeys, setKeyRequired } from '../../../db/access/api-keys.ts';
import type { Database } from '../../../db/database.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { localCaller } from '../../../services/api/caller.ts';
import { ProblemError } from '../../../services/api/problem.ts';
import { startApi } from '../../../services/api/start-api.ts';
import { apiDependencies, type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const list = '/v1/resources/aws_sagemaker_trainingjob';

/** What a key would be needed for, of every kind: rows, an export, a stream, a search, SQL, metrics, a path that is not there. */
const closed = [
  { url: list },
  { url: `${list}/export` },
  { url: `${list}/facets?fields=region` },
  { url: '/v1/resource-types' },
  { url: '/v1/crawls' },
  { url: '/v1/crawls/1/events' },
  { url: '/v1/changes' },
  { url: '/v1/changes/events' },
  { url: '/metrics' },
  { url: '/nowhere' },
  { url: '/v1/sql', method: 'POST', payload: { statement: 'SELECT 1' } },
  { url: '/v1/crawls', method: 'POST', payload: {} },
] as const;
const open = ['/health', '/ready', '/openapi.json', '/docs/'];

const onLoopback = (database: Database) => testApi({ database, authenticate: keyAuthenticator(database, '127.0.0.1') });
const newKey = (database: Database, more: { scopes?: Scope[]; expiresAt?: Date } = {}) =>
  createApiKey(database.pool, { name: 'one', scopes: ['read', 'sql', 'crawl'], ...more });

async function assertClosed({ app }: TestApi, why: string): Promise<void> {
  for (const request of closed) {
    const { statusCode, payload } = await app.inject(request);
    assert.equal(statusCode, 401, `${why}: ${request.url} ${payload}`);
  }
  for (const url of open) assert.equal((await app.inject(url)).statusCode, 200, url);
}

describe('once there was a key, every request needs one', () => {
  it('from the moment at which it is made, on a running process', async () => {
    await using api = await onLoopback(await testDatabase());
    assert.equal((await api.app.inject(list)).statusCode, 200);
    await newKey(api.database);
    await assertClosed(api, 'a key was made');
  });

  it('after the last one is revoked, expires or is deleted, and for a process that starts then', async () => {
    for (const end of [
      (database: Database) => revokeApiKeys(database.pool, 'one'),
      (database: Database) => database.pool.query('UPDATE sagecat_private.api_key SET expires_at = now()'),
      (database: Database) => database.pool.query('DELETE FROM sagecat_private.api_key'),
      (database: Database) => database.pool.query('TRUNCATE sagecat_private.api_key RESTART IDENTITY CASCADE'),
      (database: Database) => database.pool.query('DELETE FROM sagecat_private.key_rule'),
    ]) {
      await using api = await onLoopback(await testDatabase());
      const { secret } = await newKey(api.database);
      const ask = async () =>
        (await api.app.inject({ url: list, headers: { authorization: `Bearer ${secret}` } })).statusCode;
      assert.equal(await ask(), 200);
      await end(api.database);
      await assertClosed(api, String(end));
      await using later = await startApi(apiDependencies({ database: api.database, settings: { port: 0 } }));
      assert.equal((await fetch(`${later.url}${list}`)).status, 401, String(end));
    }
  });

  it('when the key never worked, and when its row is gone', async () => {
    await using database = await testDatabase();
    await newKey(database, { expiresAt: new Date(0) });
    assert.equal(await isKeyRequired(database.pool), true);
    await database.pool.query('DELETE FROM sagecat_private.api_key');
    assert.equal(await isKeyRequired(database.pool), true);
  });

  it('until somebody says otherwise, which holds until the next key', async () => {
    await using api = await onLoopback(await testDatabase());
    await newKey(api.database);
    await revokeApiKeys(api.database.pool, 'one');
    await setKeyRequired(api.database.pool, false);
    assert.equal((await api.app.inject(list)).statusCode, 200);
    const wrong = await api.app.inject({ url: list, headers: { 'x-api-key': 'sagecat_wrong' } });
    assert.equal(wrong.statusCode, 401, 'a wrong key is wrong, where none is needed too');
    await newKey(api.database);
    await assertClosed(api, 'another key was made');
  });

  it('where somebody asks for it before there is a key', async () => {
    await using api = await onLoopback(await testDatabase());
    await setKeyRequired(api.database.pool, true);
    await assertClosed(api, 'closed by hand');
  });
});

describe('a key that ceases to work', () => {
  it('works no longer than it says, and when it expires while it is remembered', async () => {
    await using api = await onLoopback(await testDatabase());
    const { secret, key } = await newKey(api.database);
    const { rows } = await api.database.pool.query<{ expires_at: string }>(
      `UPDATE sagecat_private.api_key SET expires_at = now() + interval '1 second' WHERE id = $1 RETURNING expires_at`,
      [key.id],
    );
    const expiresAt = Date.parse(rows[0]?.expires_at ?? '');
    for (;;) {
      const askedAt = Date.now();
      const { statusCode } = await api.app.inject({ url: '/v1/resource-types', headers: { 'x-api-key': secret } });
      if (statusCode === 401) break;
      assert.ok(askedAt <= expiresAt, 'answered after it expired');
    }
  });

  it('ends an export between two batches', async () => {
    let asked = 0;
    await using api = await testApi({
      authenticate: async () => {
        asked += 1;
        if (asked > 1) throw new ProblemError(401, 'revoked');
        return localCaller;
      },
    });
    await api.store({ TrainingJobName: 'Secret-Job' });
    const answer = await api.app.inject(`${list}/export`).then(
      ({ payload }) => payload,
      () => '',
    );
    assert.doesNotMatch(answer, /Secret-Job/);
    assert.equal(asked, 2);
  });

  it('ends a stream of events with a problem', async () => {
    let asked = 0;
    await using api = await testApi({
      authenticate: async () => {
        asked += 1;
        if (asked > 3) throw new ProblemError(401, 'the API key is not valid');
        return localCaller;
      },
    });
    const { id } = (await api.app.inject({ method: 'POST', url: '/v1/crawls', payload: {} })).json();
    const { payload } = await api.app.inject(`/v1/crawls/${id}/events`);
    assert.match(payload, /^event: crawl\n/);
    assert.match(payload, /\nevent: problem\ndata: \{[^\n]*"status":401[^\n]*\}\n\n$/);
  });
});

describe('without keys', () => {
  it('nobody is answered who comes through a proxy or by another name', async () => {
    const database = await testDatabase();
    await using api = await testApi({
      database,
      authenticate: keyAuthenticator(database, '127.0.0.1'),
      settings: { trust_proxy: ['loopback'] },
    });
    const ask = async (headers: Record<string, string>) =>
      (await api.app.inject({ url: list, headers: { host: 'localhost:8080', ...headers } })).statusCode;
    assert.equal(await ask({}), 200);
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.9' },
      { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' },
      { 'x-real-ip': '203.0.113.9' },
      { forwarded: 'for=127.0.0.1;proto=http, for="[2001:db8::1]:4711"' },
      { 'x-forwarded-host': 'sagecat.example.org' },
      { host: 'evil.example.org', 'x-forwarded-host': 'localhost' },
      { host: 'localhost.evil.example.org' },
    ] as Record<string, string>[]) {
      assert.equal(await ask(headers), 403, JSON.stringify(headers));
    }
    assert.equal(await ask({ 'x-forwarded-for': '127.0.0.1', forwarded: 'for="[::1]:80"' }), 200);
  });
});
