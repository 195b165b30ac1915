import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '../../../db/access/api-keys.ts';
import { keyAuthenticator } from '../../../services/api/authenticate.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const arn = encodeURIComponent('arn:aws:sagemaker:us-east-1:111122223333:training-job/job-0');
const document = `<!doctype html>
<html lang="en"><head><base href="/" /><title>sagecat</title>
<script type="module" src="./assets/main-4f1c.js"></script></head><body><div id="root"></div></body></html>`;
const script = `console.log(${JSON.stringify('sagecat '.repeat(1000))})`;

describe('the page', () => {
  let directory: string;
  let api: TestApi;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sagecat-page-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), document);
    await writeFile(join(directory, 'assets/main-4f1c.js'), script);
    await writeFile(join(directory, 'secret.txt'), 'beside the page');
    const database = await testDatabase();
    await createApiKey(database.pool, { name: 'one', scopes: ['read'] });
    api = await testApi({
      database,
      authenticate: keyAuthenticator(database, '127.0.0.1'),
      pageDirectory: directory,
    });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await rm(directory, { recursive: true });
  });
  const ask = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });

  it('is answered to browsers at / and at each of its views, without a key', async () => {
    const urls = [
      '/',
      '/?q=region:x',
      `/jobs/${arn}`,
      `/resources/aws_sagemaker_trainingjob/${arn}`,
      '/compare?jobs=a',
      '/changes',
      '/changes/',
      '/spend',
      '/coverage',
      '/sql',
    ];
    for (const url of urls) {
      const answer = await ask(url, browser);
      assert.equal(answer.statusCode, 200, url);
      assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
      assert.match(answer.body, /<div id="root">/);
    }
  });

  it('leads from each of its URLs to where the API lies, under whatever prefix', async () => {
    for (const url of ['/', '/?q=a/b/c', '/changes', '/changes/', `/jobs/${arn}`, '/jobs/a/b/']) {
      const { body } = await ask(url, browser);
      const base = /<base href="([^"]*)"/.exec(body)?.[1] ?? '';
      for (const prefix of ['', '/tools/sagecat']) {
        const address = new URL(`https://example.org${prefix}${url}`);
        assert.equal(new URL(base, address).href, `https://example.org${prefix}/`, url);
      }
    }
  });

  it('is asked for anew each time, and what its names stand for is kept for ever', async () => {
    const first = await ask('/', browser);
    assert.equal(first.headers['cache-control'], 'private, no-cache');
    assert.match(String(first.headers.vary), /accept/i);
    const again = await ask('/', { ...browser, 'if-none-match': String(first.headers.etag) });
    assert.equal(again.statusCode, 304);
    const asset = await ask('/assets/main-4f1c.js');
    assert.equal(asset.statusCode, 200);
    assert.equal(asset.body, script);
    assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match(String(asset.headers['content-type']), /^application\/javascript/);
    assert.equal(asset.headers['x-content-type-options'], 'nosniff');
    const packed = await ask('/assets/main-4f1c.js', { 'accept-encoding': 'gzip' });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.ok(packed.rawPayload.length < script.length / 10);
  });

  it('may load scripts, data and fonts from here alone, and be framed by nobody', async () => {
    const policy = String((await ask('/', browser)).headers['content-security-policy']);
    const directives = new Map(policy.split(';').map((text) => [text.split(' ')[0] ?? '', text]));
    assert.equal(directives.get('script-src'), "script-src 'self'");
    assert.equal(directives.get('style-src'), "style-src 'self' 'unsafe-inline'");
    assert.equal(directives.get('default-src'), "default-src 'self'");
    assert.equal(directives.get('base-uri'), "base-uri 'self'");
    assert.equal(directives.get('frame-ancestors'), "frame-ancestors 'none'");
    assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/);
  });

  it('changes nothing for programs', async () => {
    assert.equal((await ask('/')).json().name, 'sagecat');
    for (const url of ['/changes', '/spend', '/sql', `/jobs/${arn}`, `/resources/aws_sagemaker_trainingjob/${arn}`]) {
      const answer = await ask(url, { accept: 'application/json' });
      assert.equal(answer.statusCode, 404, url);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
    }
    for (const url of ['/nowhere', '/v1/nowhere', '/v1/changes']) {
      const answer = await ask(url, browser);
      assert.equal(answer.statusCode, 401, url);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
    }
    assert.equal((await api.app.inject({ method: 'POST', url: '/changes', headers: browser })).statusCode, 401);
    assert.equal((await ask('/docs/', browser)).statusCode, 200);
    const { paths } = (await ask('/openapi.json')).json();
    assert.deepEqual(
      Object.keys(paths).filter((path) => !/^\/(v1\/|health$|ready$|metrics$)/.test(path)),
      [],
    );
  });

  it('has no file but its own', async () => {
    for (const path of [
      'none.js',
      '../secret.txt',
      '..%2Fsecret.txt',
      '%2e%2e/secret.txt',
      '..\\secret.txt',
      '',
      '%00',
    ]) {
      const answer = await ask(`/assets/${path}`, browser);
      assert.ok(answer.statusCode >= 400, `${path} ${answer.statusCode}`);
      assert.match(String(answer.headers['content-type']), /problem\+json/, path);
      assert.notEqual(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
    }
  });
});

describe('without a page that was built', () => {
  for (const pageDirectory of [undefined, '/nowhere/at/all']) {
    it(`/ answers with links (${pageDirectory ?? 'none is named'})`, async () => {
      await using api = await testApi({ pageDirectory });
      const { statusCode, body } = await api.app.inject({ url: '/', headers: browser });
      assert.equal(statusCode, 200);
      assert.match(body, /href="docs\/"/);
      assert.equal((await api.app.inject({ url: '/spend', headers: browser })).statusCode, 404);
      assert.equal((await api.app.inject('/assets/main-4f1c.js')).statusCode, 404);
    });
  }
});
