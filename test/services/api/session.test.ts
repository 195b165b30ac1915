import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Scope } from '../../../catalog/scopes.ts';
import { createApiKey, revokeApiKeys, setKeyRequired } from '../../../db/access/api-keys.ts';
import type { Database } from '../../../db/database.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { eventually } from '../../support/eventually.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const list = '/v1/resources/aws_sagemaker_trainingjob';
const own = '111122223333';
const other = '444455556666';
/** So that nobody waits long for a key to end. */
const cacheMs = 100;

type Headers = Record<string, string>;
type Method = 'GET' | 'POST' | 'DELETE';

describe('/v1/session', () => {
  let database: Database;
  let api: TestApi;
  before(async () => {
    database = await testDatabase();
    const authenticate = keyAuthenticator(database, '127.0.0.1', [], cacheMs);
    api = await testApi({ database, authenticate, settings: { wrong_keys_per_minute: 5, trust_proxy: ['10.0.0.1'] } });
    for (const account of [own, other]) {
      const TrainingJobArn = `arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`;
      await api.store({ TrainingJobName: `job-${account}`, TrainingJobArn });
    }
  });
  after(() => api[Symbol.asyncDispose]());

  const keyFor = async (scopes: Scope[], more: { accounts?: string[]; expiresAt?: Date; name?: string } = {}) =>
    (await createApiKey(database.pool, { name: 'mine', scopes, ...more })).secret;
  const ask = (method: Method, url: string, headers: Headers = {}, payload?: object, app = api.app) =>
    app.inject({ method, url, headers, ...(payload && { payload }) });
  const page = { host: 'sagecat.example.org', origin: 'https://sagecat.example.org', 'sec-fetch-site': 'same-origin' };
  const signIn = async (secret: string, headers: Headers = page) => {
    const answer = await ask('POST', '/v1/session', { authorization: `Bearer ${secret}`, ...headers });
    assert.equal(answer.statusCode, 200, answer.body);
    return {
      cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
      set: String(answer.headers['set-cookie']),
    };
  };

  it('needs no key on the loopback until there is one', async () => {
    const local = {
      key_required: false,
      signed_in: false,
      name: 'local',
      scopes: ['read', 'sql', 'crawl', 'admin'],
      accounts: null,
    };
    assert.deepEqual((await ask('GET', '/v1/session')).json(), local);
    const asked = await ask('POST', '/v1/session');
    assert.deepEqual([asked.json(), asked.headers['set-cookie']], [local, undefined]);
    await keyFor(['read']);
    await eventually(async () => assert.equal((await ask('GET', '/v1/session')).json().key_required, true));
    const nobody = { key_required: true, signed_in: false, name: null, scopes: [], accounts: [] };
    assert.deepEqual((await ask('GET', '/v1/session')).json(), nobody);
  });

  it('gives a cookie for a key, with its name, scopes and accounts', async () => {
    const { cookie } = await signIn(await keyFor(['read'], { accounts: [own], name: 'research' }));
    assert.deepEqual((await ask('GET', '/v1/session', { cookie })).json(), {
      key_required: false,
      signed_in: true,
      name: 'research',
      scopes: ['read'],
      accounts: [own],
    });
    const { body } = await ask('GET', list, { cookie });
    assert.ok(body.includes(own) && !body.includes(other));
    assert.equal((await ask('POST', '/v1/crawls', { cookie, ...page }, {})).statusCode, 403, 'without the scope');
  });

  it('sets the cookie for this site alone and out of reach of scripts, secure where the browser came over TLS', async () => {
    const key = await keyFor(['read']);
    const { set, cookie } = await signIn(key);
    assert.match(set, /; HttpOnly/);
    assert.match(set, /; SameSite=Strict/);
    assert.match(set, /; Secure/);
    assert.doesNotMatch(set, /; (Path|Domain)=/, 'it goes where the page lies, under whatever prefix');
    assert.ok(!cookie.includes(key) && !cookie.includes(key.slice(8)));
    const plain = await signIn(key, { host: 'cat.lan', origin: 'http://cat.lan' });
    assert.doesNotMatch(plain.set, /Secure/);
  });

  it('lets a key of every scope sign in, and no wrong one, a few times a minute', async () => {
    for (const scope of ['read', 'sql', 'crawl', 'admin'] as const) await signIn(await keyFor([scope]));
    const tryWrong = async (method: Method) => {
      const headers = { authorization: 'Bearer sagecat_wrong' };
      return (await api.app.inject({ method, url: '/v1/session', headers, remoteAddress: '10.9.9.9' })).statusCode;
    };
    const statuses = [];
    for (let count = 0; count < 7; count++) statuses.push(await tryWrong('POST'));
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
    assert.equal(await tryWrong('GET'), 429, 'nor can they be tried there');
  });

  it('ends with its key, when it is revoked or expires', async () => {
    const revoked = await signIn(await keyFor(['read'], { name: 'leaver' }));
    const expiring = await signIn(await keyFor(['read'], { name: 'short' }));
    for (const { cookie } of [revoked, expiring]) assert.equal((await ask('GET', list, { cookie })).statusCode, 200);
    await revokeApiKeys(database.pool, 'leaver');
    await database.pool.query(`UPDATE sagecat_private.api_key SET expires_at = now() WHERE name = 'short'`);
    for (const { cookie } of [expiring, revoked]) {
      await eventually(async () => assert.equal((await ask('GET', list, { cookie })).statusCode, 401));
      assert.equal((await ask('GET', '/v1/session', { cookie })).json().key_required, true);
    }
  });

  it('is not what anybody made up, changed, or has of another catalog', async () => {
    const { cookie } = await signIn(await keyFor(['read']));
    const [name = '', value = ''] = cookie.split('=');
    await using elsewhere = await testApi();
    await createApiKey(elsewhere.database.pool, { name: 'x', scopes: ['read'] });
    const authenticate = keyAuthenticator(elsewhere.database, '127.0.0.1');
    const shared = { ...elsewhere.database, [Symbol.asyncDispose]: async () => {} };
    await using closed = await testApi({ database: shared, authenticate });
    assert.equal((await ask('GET', list, { cookie }, undefined, closed.app)).statusCode, 401);
    const [id = ''] = decodeURIComponent(value).split('.');
    for (const made of [
      '',
      value.slice(0, -1),
      `${value}A`,
      value.replace(id, String(Number(id) - 1)),
      value.replace(/\.\d+\./, '.99999999999.'),
      `${id}.99999999999`,
      `${id}.99999999999.`,
      '%',
      '%00',
      'x'.repeat(4000),
    ]) {
      assert.equal((await ask('GET', list, { cookie: `${name}=${made}` })).statusCode, 401, made);
    }
    assert.equal((await ask('GET', list, { cookie: `other=1; ${cookie}; more=2` })).statusCode, 200);
  });

  it('changes something for pages of its own origin only; a key in a header is not asked where it comes from', async () => {
    const key = await keyFor(['read', 'crawl', 'sql']);
    const { cookie } = await signIn(key);
    const { host, origin } = page;
    const refused: Headers[] = [
      {},
      { host },
      { host, origin: 'https://evil.example.org' },
      { host, origin: 'null' },
      { host, origin: 'https://sagecat.example.org.evil.example.org' },
      { host, origin, 'sec-fetch-site': 'same-site' },
      { host, origin, 'sec-fetch-site': 'cross-site' },
      { host, origin, 'sec-fetch-site': 'none' },
      { host: 'backend:8080', origin },
      // A proxy that nobody trusts.
      { host: 'backend:8080', origin, 'x-forwarded-host': 'sagecat.example.org' },
    ];
    for (const headers of refused) {
      for (const url of ['/v1/crawls', '/v1/sql']) {
        const answer = await ask('POST', url, { cookie, ...headers }, { statement: 'SELECT 1' });
        assert.equal(answer.statusCode, 403, JSON.stringify(headers));
      }
    }
    const taken: Headers[] = [
      { host, origin },
      { host: 'backend:8080', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of taken) {
      assert.equal((await ask('POST', '/v1/crawls', { cookie, ...headers }, {})).statusCode, 202);
    }
    const { statusCode } = await api.app.inject({
      method: 'POST',
      url: '/v1/crawls',
      payload: {},
      remoteAddress: '10.0.0.1',
      headers: { cookie, origin, host: 'backend:8080', 'x-forwarded-host': host },
    });
    assert.equal(statusCode, 202, 'a proxy that is trusted');
    const bearer = { authorization: `Bearer ${key}` };
    for (const headers of refused)
      assert.equal((await ask('POST', '/v1/crawls', { ...bearer, ...headers }, {})).statusCode, 202);
    assert.equal((await ask('GET', list, { cookie, 'sec-fetch-site': 'same-site' })).statusCode, 200);
  });

  it('is over when the browser signs out', async () => {
    const { cookie } = await signIn(await keyFor(['read']));
    assert.equal((await ask('DELETE', '/v1/session', { cookie, origin: 'https://evil.example.org' })).statusCode, 403);
    const answer = await ask('DELETE', '/v1/session', { cookie, ...page });
    assert.equal(answer.statusCode, 204);
    assert.match(String(answer.headers['set-cookie']), new RegExp(`^${cookie.split('=')[0]}=; Max-Age=0`));
  });

  it('leaves those on the loopback without keys alone, but for pages of other sites', async () => {
    const host = 'localhost:8080';
    await using local = await testApi({
      database: { ...database, [Symbol.asyncDispose]: async () => {} },
      authenticate: keyAuthenticator(database, '127.0.0.1', ['https://dash.example.org'], cacheMs),
    });
    const { cookie } = await signIn(await keyFor(['read'], { name: 'narrow', accounts: [own] }));
    await setKeyRequired(database.pool, false);
    const crawl = async (headers: Headers) =>
      (await ask('POST', '/v1/crawls', { host, ...headers }, {}, local.app)).statusCode;
    assert.equal(await crawl({}), 202);
    assert.equal(await crawl({ origin: `http://${host}` }), 202);
    assert.equal(await crawl({ origin: 'https://dash.example.org', 'sec-fetch-site': 'cross-site' }), 202);
    assert.equal(await crawl({ origin: 'https://evil.example.org' }), 403);
    assert.equal(await crawl({ 'sec-fetch-site': 'cross-site' }), 403);
    const seen = await ask('GET', '/v1/session', { host, cookie }, undefined, local.app);
    assert.equal(seen.json().name, 'narrow', 'who signed in stays so');
    await revokeApiKeys(database.pool, 'narrow');
    await eventually(async () => {
      const { name } = (await ask('GET', '/v1/session', { host, cookie }, undefined, local.app)).json();
      assert.equal(name, 'local');
    });
  });
});
