import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Scope } from '../../../catalog/scopes.ts';
import { createApiKey, listApiKeys, revokeApiKeys } from '../../../db/access/api-keys.ts';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { startApi } from '../../../services/api/start-api.ts';
import { apiDependencies, type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const own = '111122223333';
const other = '444455556666';
const type = 'aws_sagemaker_trainingjob';

describe('access by API keys', () => {
  let api: TestApi;
  let logged: string[] = [];
  before(async () => {
    const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    const database = await testDatabase();
    api = await testApi({ database, logger, authenticate: keyAuthenticator(database, '127.0.0.1') });
    for (const account of [own, other]) {
      const arn = `arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`;
      await api.store({ TrainingJobName: `job-${account}`, TrainingJobArn: arn, HyperParameters: { mine: account } }, [
        `owner:${account}`,
      ]);
      const changed = { mine: account, more: '1' };
      await api.store({ TrainingJobName: `job-${account}`, TrainingJobArn: arn, HyperParameters: changed }, [
        `owner:${account}`,
      ]);
      await sql`INSERT INTO crawl_coverage (resource_type, account_id, region, status, attempted_at)
        VALUES (${type}, ${account}, 'us-east-1', 'complete', now())`.execute(database.kysely);
    }
  });
  after(() => api[Symbol.asyncDispose]());

  const keyFor = async (scopes: Scope[], accounts?: string[], expiresAt?: Date) =>
    (await createApiKey(api.database.pool, { name: 'test', scopes, accounts, expiresAt })).secret;
  const ask = async (key: string | undefined, url: string, payload?: object) => {
    const answer = await api.app.inject({
      url,
      method: payload ? 'POST' : 'GET',
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };

  it('asks for a key as soon as there is one, also on the loopback', async () => {
    await keyFor(['read']);
    const { status, headers } = await ask(undefined, `/v1/resources/${type}`);
    assert.equal(status, 401);
    assert.match(String(headers['www-authenticate']), /Bearer/);
    assert.equal((await ask(undefined, '/health')).status, 200);
  });

  it('takes a key from either header, and no other', async () => {
    const key = await keyFor(['read']);
    assert.equal((await ask(key, `/v1/resources/${type}`)).status, 200);
    const named = await api.app.inject({ url: `/v1/resources/${type}`, headers: { 'x-api-key': key } });
    assert.equal(named.statusCode, 200);
    for (const wrong of [`${key}x`, key.slice(0, -1), key.toUpperCase(), 'sagecat_', '']) {
      assert.equal((await ask(wrong, `/v1/resources/${type}`)).status, 401);
    }
  });

  it('refuses keys that are expired or revoked', async () => {
    assert.equal(
      (await ask(await keyFor(['read'], undefined, new Date(Date.now() - 1000)), '/v1/resource-types')).status,
      401,
    );
    const { key, secret } = await createApiKey(api.database.pool, { name: 'gone', scopes: ['read'] });
    assert.equal((await revokeApiKeys(api.database.pool, 'gone')).length, 1);
    assert.equal((await revokeApiKeys(api.database.pool, String(key.id))).length, 0);
    assert.equal((await ask(secret, '/v1/resource-types')).status, 401);
  });

  it('keeps no secret', async () => {
    const secret = await keyFor(['read']);
    const { rows } = await api.database.pool.query(
      'SELECT row_to_json(api_key)::text AS row FROM sagecat_private.api_key',
    );
    assert.ok(rows.length > 0);
    for (const { row } of rows) assert.ok(!row.includes(secret) && !row.includes(secret.slice(8)));
    assert.ok((await listApiKeys(api.database.pool)).every((key) => !('hash' in key)));
  });

  it('holds a key to its scopes', async () => {
    assert.equal((await ask(await keyFor(['read']), '/v1/sql', { statement: 'SELECT 1' })).status, 403);
    assert.equal((await ask(await keyFor(['sql']), '/v1/sql', { statement: 'SELECT 1' })).status, 200);
    assert.equal((await ask(await keyFor(['sql']), `/v1/resources/${type}`)).status, 403);
  });

  it('shows a restricted key the rows of its accounts, on every route that reads', async () => {
    const key = await keyFor(['read', 'sql'], [own]);
    const arn = (account: string) =>
      encodeURIComponent(`arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`);
    const routes = [
      `/v1/resources/${type}?total=true`,
      `/v1/resources/${type}?q=job-${other}`,
      `/v1/resources/${type}?as_of=now&deleted=true`,
      `/v1/resources/${type}/export?format=csv`,
      `/v1/resources/${type}/export?format=ndjson`,
      `/v1/resources/${type}/facets?fields=account_id,training_job_name`,
      `/v1/resources/${type}/aggregate?group_by=account_id&metrics=count`,
      `/v1/resources/${type}/${arn(own)}`,
      `/v1/resources/${type}/${arn(own)}/versions`,
      `/v1/resources/${type}/${arn(own)}/presentation`,
      '/v1/changes',
      '/v1/changes?q=training_job_name:job*&kinds=changed',
      '/v1/drift',
      '/v1/drift/unmanaged',
    ];
    for (const route of routes) {
      const { status, text } = await ask(key, route);
      assert.equal(status, 200, `${route}: ${text}`);
      assert.ok(!text.includes(other), `${route} shows another account: ${text}`);
    }
    assert.ok((await ask(key, routes[0] ?? '')).text.includes(own));
    assert.equal((await ask(key, `/v1/resources/${type}/${arn(other)}`)).status, 404);
    assert.equal((await ask(key, `/v1/resources/${type}/${arn(other)}/versions`)).status, 404);
    assert.equal((await ask(key, `/v1/resources/${type}/${arn(other)}/presentation`)).status, 404);
  });

  it('holds REST to the accounts by row-level security, not by its own conditions alone', async () => {
    const seen = await readAsAccounts(api.database, [own], async (db) => ({
      jobs: await db.selectFrom(type).select('account_id').execute(),
      changes: await db.selectFrom('resource_change').select('account_id').execute(),
      coverage: await db.selectFrom('crawl_coverage').select('account_id').execute(),
    }));
    for (const rows of Object.values(seen)) {
      assert.ok(rows.length > 0);
      assert.ok(rows.every(({ account_id }) => account_id === own));
    }
    await assert.rejects(
      readAsAccounts(api.database, [own], (db) => sql`SELECT * FROM sagecat_private.api_key`.execute(db)),
      { code: '42501' },
    );
    const all = await api.database.kysely.selectFrom(type).select('account_id').execute();
    assert.equal(new Set(all.map(({ account_id }) => account_id)).size, 2);
  });

  it('answers SQL over HTTP with columns, types and rows', async () => {
    const key = await keyFor(['sql']);
    const { status, text } = await ask(key, '/v1/sql', {
      statement: 'SELECT account_id, count(*) FROM aws_sagemaker_trainingjob WHERE account_id = $1 GROUP BY 1',
      parameters: [own],
    });
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), {
      columns: [
        { name: 'account_id', type: 'text' },
        { name: 'count', type: 'bigint' },
      ],
      rows: [[own, 1]],
      row_count: 1,
      truncated: false,
    });
  });

  it('holds SQL to the accounts of the key', async () => {
    const key = await keyFor(['sql'], [own]);
    for (const relation of [type, 'resource_change', 'crawl_coverage', `${type}_tags`, `${type}_hyper_parameters`]) {
      const { text } = await ask(key, '/v1/sql', { statement: `SELECT * FROM ${relation}` });
      assert.ok(text.includes(own), `${relation}: ${text}`);
      assert.ok(!text.includes(other), `${relation} shows another account`);
    }
  });

  it('tells what is wrong with a statement, and logs what was refused without its secrets', async () => {
    const key = await keyFor(['sql']);
    const wrong = await ask(key, '/v1/sql', { statement: 'SELECT nope FROM crawl' });
    assert.equal(wrong.status, 400);
    assert.deepEqual([JSON.parse(wrong.text).sqlstate, JSON.parse(wrong.text).offset], ['42703', 7]);
    logged = [];
    const refused = await ask(key, '/v1/sql', { statement: "DELETE FROM crawl WHERE 'password=hunter2hunter2' = 'x'" });
    assert.equal(refused.status, 400);
    assert.equal(JSON.parse(refused.text).reason, 'not-a-query');
    assert.equal(logged.length, 1);
    const line = JSON.parse(logged[0] ?? '{}');
    assert.deepEqual([line.caller, line.reason], ['test', 'not-a-query']);
    assert.match(line.statement, /^DELETE FROM crawl/);
    assert.doesNotMatch(line.statement, /hunter2/);
  });
});

describe('an address that others reach', () => {
  it('is refused without keys, and answered by key with them', async () => {
    await using database = await testDatabase();
    const options = apiDependencies({ database, settings: { host: '0.0.0.0', port: 0 } });
    await assert.rejects(startApi(options), { name: 'OpenAddressError', message: /sagecat keys create/ });
    const { secret } = await createApiKey(database.pool, { name: 'one', scopes: ['read'] });
    await using running = await startApi(options);
    const url = `${running.url.replace('0.0.0.0', '127.0.0.1')}/v1/resource-types`;
    assert.equal((await fetch(url)).status, 401);
    assert.equal((await fetch(url, { headers: { authorization: `Bearer ${secret}` } })).status, 200);
  });

  it('is the loopback by another name only for callers who name it so', async () => {
    const database = await testDatabase();
    await using api = await testApi({ database, authenticate: keyAuthenticator(database, '127.0.0.1') });
    const ask = async (host: string) =>
      (await api.app.inject({ url: '/v1/resource-types', headers: { host } })).statusCode;
    assert.equal(await ask('localhost:8080'), 200);
    assert.equal(await ask('127.0.0.1'), 200);
    assert.equal(await ask('evil.example.org:8080'), 403);
  });
});
