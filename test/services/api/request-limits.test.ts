import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '../../../db/access/api-keys.ts';
import type { Database } from '../../../db/database.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { type TestApi, type TestApiOptions, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const url = '/v1/resource-types';

/** One for all tests, each of which makes its own keys. */
let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database[Symbol.asyncDispose]());

/** The database for an API that does not close it. */
const lent = (one: Database): Database => ({ ...one, [Symbol.asyncDispose]: async () => {} });
const limitedApi = (options: TestApiOptions): Promise<TestApi> =>
  testApi({ database: lent(database), authenticate: keyAuthenticator(database, '0.0.0.0'), ...options });
const newKey = async ({ pool }: Database) => (await createApiKey(pool, { name: 'k', scopes: ['read'] })).secret;
const asker =
  ({ app }: TestApi) =>
  async (key: string | undefined, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1', path = url) => {
    const shown: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    return app.inject({ url: path, remoteAddress, headers: { ...shown, ...headers } });
  };
const wrongKey = (index: number) => `sagecat_${String(index).padStart(43, 'x')}`;

describe('the limit on requests', () => {
  it('is one for each key, wherever it is used, and one for each address without a key', async () => {
    await using api = await limitedApi({ settings: { requests_per_minute: 3 } });
    const ask = asker(api);
    const [first, second] = [await newKey(api.database), await newKey(api.database)];
    for (let index = 0; index < 3; index++) assert.equal((await ask(first, {}, `10.0.0.${index}`)).statusCode, 200);
    const refused = await ask(first, {}, '10.0.0.9');
    assert.equal(refused.statusCode, 429);
    assert.match(refused.json().detail, /with the key k: at most 3 a minute/);
    assert.ok(Number(refused.headers['retry-after']) > 0);
    assert.equal(refused.headers['cache-control'], 'no-store');
    assert.equal((await ask(second, {}, '10.0.0.9')).statusCode, 200, 'another key at the same address');
    // A key that is used up does not use up the address, and the other way round.
    for (const expected of [401, 401, 401, 429, 429]) {
      assert.equal((await ask(undefined, {}, '10.0.0.9')).statusCode, expected);
    }
    assert.equal((await ask(undefined, {}, '10.0.0.8')).statusCode, 401);
    assert.equal((await ask(second, {}, '10.0.0.9')).statusCode, 200);
    assert.equal((await ask(undefined, {}, '10.0.0.9', '/health')).statusCode, 200);
  });

  it('counts what is public or not there as well', async () => {
    await using api = await limitedApi({ settings: { requests_per_minute: 2 } });
    const ask = asker(api);
    assert.equal((await ask(undefined, {}, '10.0.0.1', '/openapi.json')).statusCode, 200);
    assert.equal((await ask(undefined, {}, '10.0.0.1', '/nowhere')).statusCode, 401);
    assert.equal((await ask(undefined, {}, '10.0.0.1', '/nowhere')).statusCode, 429);
    assert.equal((await ask(undefined, {}, '10.0.0.1', '/openapi.json')).statusCode, 429);
  });

  it('takes a network of IPv6, of which one client has all addresses, for one address', async () => {
    await using api = await limitedApi({ settings: { requests_per_minute: 2 } });
    const ask = asker(api);
    assert.equal((await ask(undefined, {}, '2001:db8:1:2::1')).statusCode, 401);
    assert.equal((await ask(undefined, {}, '2001:db8:1:2:ffff::1')).statusCode, 401);
    assert.equal((await ask(undefined, {}, '2001:db8:1:2::3')).statusCode, 429);
    assert.equal((await ask(undefined, {}, '2001:db8:1:3::1')).statusCode, 401);
  });
});

describe('the limit on wrong keys', () => {
  it('holds by address, costs no query beyond it, and leaves keys that work alone', async () => {
    const queried: string[] = [];
    const pool = new Proxy(database.pool, {
      get(target, name) {
        if (name !== 'query') return Reflect.get(target, name);
        return (text: string, values?: unknown[]) => {
          queried.push(text);
          return target.query(text, values);
        };
      },
    });
    const watched = { ...lent(database), pool };
    await using api = await testApi({
      database: watched,
      authenticate: keyAuthenticator(watched, '0.0.0.0'),
      settings: { requests_per_minute: 1000, wrong_keys_per_minute: 3 },
    });
    const ask = asker(api);
    const key = await newKey(database);
    assert.equal((await ask(key)).statusCode, 200);
    for (let index = 0; index < 3; index++) assert.equal((await ask(wrongKey(index))).statusCode, 401);
    const before = queried.length;
    for (let index = 3; index < 20; index++) {
      const { statusCode, headers, payload } = await ask(wrongKey(index));
      assert.equal(statusCode, 429);
      assert.ok(Number(headers['retry-after']) > 0);
      assert.match(payload, /too many wrong keys from this address/);
    }
    assert.equal((await ask('not a key')).statusCode, 429);
    assert.equal(queried.length, before, 'a refused key was looked up');
    assert.equal((await ask(key)).statusCode, 200, 'a key that worked before goes on working');
    assert.equal((await ask(wrongKey(1), {}, '10.0.0.2')).statusCode, 401, 'another address');
  });

  it('does not count keys that work, nor look up what cannot be one', async () => {
    await using api = await limitedApi({ settings: { wrong_keys_per_minute: 2 } });
    const ask = asker(api);
    for (let index = 0; index < 5; index++) {
      assert.equal((await ask(await newKey(api.database))).statusCode, 200);
    }
    for (const expected of [401, 401, 429]) assert.equal((await ask('sagecat_short')).statusCode, expected);
  });

  it('holds for the secret of events', async () => {
    await using api = await limitedApi({ settings: { wrong_keys_per_minute: 2 }, eventSecret: 'a secret' });
    const post = (secret: string) =>
      api.app.inject({ method: 'POST', url: '/v1/events', headers: { 'x-sagecat-event-secret': secret }, payload: {} });
    for (const expected of [401, 401, 429]) assert.equal((await post('a guess')).statusCode, expected);
    assert.equal((await post('a secret')).statusCode, 422);
  });
});

describe('behind a proxy', () => {
  it('the header of a stranger is not believed, that of a named proxy is', async () => {
    const forwarded = (client: string) => ({ 'x-forwarded-for': client });
    await using direct = await limitedApi({ settings: { requests_per_minute: 1 } });
    assert.equal((await asker(direct)(undefined, forwarded('198.51.100.1'))).statusCode, 401);
    assert.equal((await asker(direct)(undefined, forwarded('198.51.100.2'))).statusCode, 429);

    await using proxied = await limitedApi({ settings: { requests_per_minute: 1, trust_proxy: ['10.0.0.0/8'] } });
    const ask = asker(proxied);
    assert.equal((await ask(undefined, forwarded('198.51.100.1'), '10.1.2.3')).statusCode, 401);
    assert.equal((await ask(undefined, forwarded('198.51.100.2'), '10.1.2.3')).statusCode, 401);
    // What the client itself wrote stands before what the proxy saw.
    assert.equal((await ask(undefined, forwarded('192.0.2.7, 198.51.100.2'), '10.1.2.3')).statusCode, 429);
    assert.equal((await ask(undefined, forwarded('198.51.100.1'), '203.0.113.5')).statusCode, 401);
    assert.equal((await ask(undefined, forwarded('198.51.100.3'), '203.0.113.5')).statusCode, 429);
  });
});

describe('Cache-Control', () => {
  it('keeps answers to keys for their holder, asks again with the ETag, and keeps problems out of caches', async () => {
    await using api = await limitedApi({});
    const ask = asker(api);
    const key = await newKey(api.database);
    const list = '/v1/resources/aws_sagemaker_trainingjob';
    const first = await ask(key, {}, undefined, list);
    assert.equal(first.headers['cache-control'], 'private, no-cache');
    const again = await ask(key, { 'if-none-match': String(first.headers.etag) }, undefined, list);
    assert.deepEqual([again.statusCode, again.headers['cache-control']], [304, 'private, no-cache']);
    assert.equal((await ask(key, {}, undefined, `${list}/export`)).headers['cache-control'], 'no-store');
    for (const [shown, path] of [
      [undefined, list],
      [key, '/nowhere'],
      [key, `${list}?limit=0`],
      [key, '/v1/sql'],
    ] as const) {
      assert.equal((await ask(shown, {}, undefined, path)).headers['cache-control'], 'no-store', path);
    }
  });
});
