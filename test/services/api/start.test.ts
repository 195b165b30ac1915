import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type TestApi, testApi } from '../../support/test-api.ts';

const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('GET /', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    await api.store();
  });
  after(() => api[Symbol.asyncDispose]());

  it('is a page for browsers, which loads nothing but its style and its icon', async () => {
    const { statusCode, headers, payload } = await api.app.inject({ url: '/', headers: { accept } });
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-type']), /^text\/html/);
    assert.match(String(headers.vary), /accept/i);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    const style = /<style>(.*?)<\/style>/s.exec(payload)?.[1] ?? '';
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
    assert.doesNotMatch(payload, /<script|https?:\/\//);
  });

  it('is links for programs, each of which leads somewhere', async () => {
    const { status, body } = await api.get('/');
    assert.equal(status, 200);
    assert.ok(Object.keys(body.links).length > 5);
    for (const [name, href] of Object.entries<string>(body.links)) {
      const answer = await api.app.inject(`/${href.replace('>', '%3E')}`);
      assert.equal(answer.statusCode, 200, `${name}: ${href} ${answer.payload}`);
    }
  });

  it('has an icon', async () => {
    const { statusCode, headers } = await api.app.inject('/favicon.ico');
    assert.deepEqual([statusCode, headers['content-type']], [200, 'image/svg+xml']);
  });

  it('leads to the same pages behind a proxy with a path of its own', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = api.app.server.address() as AddressInfo;
    const proxy = createServer((incoming, outgoing) => {
      const path = /^\/tools\/sagecat(\/.*)$/.exec(incoming.url ?? '')?.[1];
      if (path === undefined) outgoing.writeHead(404).end('outside');
      else {
        forward({ port, path, headers: incoming.headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }).end();
      }
    }).listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => proxy.once('listening', resolve));
      const base = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/tools/sagecat/`;
      const linksOf = async (url: string) => {
        const page = await (await fetch(url, { headers: { accept } })).text();
        return [...page.matchAll(/(?:href|src)="([^"#]+)"/g)].map(
          ([, href = '']) => new URL(href.replaceAll('&amp;', '&').replaceAll('&gt;', '>'), url),
        );
      };
      const links = [...(await linksOf(base)), ...(await linksOf(new URL('docs/', base).href))];
      assert.ok(links.length > 10);
      for (const link of links) assert.equal((await fetch(link)).status, 200, link.href);
      const document = await (await fetch(new URL('docs/json', base))).json();
      assert.equal(new URL(document.servers[0].url, new URL('docs/json', base)).href, base);
    } finally {
      proxy.close();
    }
  });
});
