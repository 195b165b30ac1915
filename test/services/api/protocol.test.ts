import assert from 'node:assert/strict';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type TestApi, testApi } from '../../support/test-api.ts';

const requestTimeoutMs = 500;

describe('what is no request of the API', () => {
  let api: TestApi;
  let port: number;
  /** The same with a short limit. */
  let impatient: TestApi;
  let impatientPort: number;
  const listen = async ({ app }: TestApi): Promise<number> => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    return (app.server.address() as AddressInfo).port;
  };
  before(async () => {
    api = await testApi();
    port = await listen(api);
    impatient = await testApi({
      settings: { request_timeout_seconds: requestTimeoutMs / 1000 },
      pollMs: requestTimeoutMs / 2,
      database: { ...api.database, [Symbol.asyncDispose]: async () => {} },
    });
    impatientPort = await listen(impatient);
  });
  after(async () => {
    await impatient[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  /** Sends text as it is and resolves to all that comes back until the server ends the connection. */
  async function exchange(text: string, then?: (socket: Socket) => Promise<void>, to = port): Promise<string> {
    const socket = connect(to, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      received += data;
    });
    const closed = new Promise<void>((resolve) => socket.on('error', () => {}).on('close', () => resolve()));
    socket.write(text);
    const sending = then?.(socket);
    await closed;
    socket.destroy();
    await sending;
    return received;
  }

  function assertProblem(answer: string, status: number, detail: RegExp): void {
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    assert.match(head, new RegExp(`^HTTP/1.1 ${status} `), answer);
    assert.match(head, /content-type: application\/problem\+json/i);
    assert.match(head, /x-request-id: \S+/i);
    const problem = JSON.parse(body);
    assert.deepEqual([problem.status, problem.type, typeof problem.request_id], [status, 'about:blank', 'string']);
    assert.match(problem.detail, detail);
  }

  const close = 'Connection: close\r\n';
  for (const [what, text, status, detail] of [
    ['no HTTP at all', 'hello\r\n\r\n', 400, /no HTTP request/],
    ['an unknown method', `BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n`, 400, /no HTTP request/],
    [
      'two lengths',
      `POST /v1/sql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      400,
      /no HTTP/,
    ],
    ['no Host', `GET /health HTTP/1.1\r\n${close}\r\n`, 400, /header Host/],
    [
      'a header that is too long',
      `GET /health HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`,
      431,
      /longer than/,
    ],
    ['a URL that is too long', `GET /health?${'x'.repeat(55_000)} HTTP/1.1\r\nHost: a\r\n${close}\r\n`, 414, /at most/],
    ['a path that is no UTF-8', `GET /%ff HTTP/1.1\r\nHost: a\r\n${close}\r\n`, 400, /not a valid url/],
    ['an expectation', `GET /health HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n`, 417, /expectation tea/],
  ] as const) {
    it(`is answered with a problem: ${what}`, async () => {
      assertProblem(await exchange(text), status, detail);
    });
  }

  it('takes the longest search query, percent-encoded', async () => {
    const q = encodeURIComponent(`"${'ä'.repeat(8000)}"`);
    const answer = await fetch(`http://127.0.0.1:${port}/v1/resources/aws_sagemaker_trainingjob?q=${q}`);
    assert.equal(answer.status, 200);
  });

  it('is ended in time: nothing, a head that does not end, a body that does not end', async () => {
    const drip = async (socket: Socket) => {
      while (socket.writable) {
        socket.write('a: b\r\n');
        await delay(50);
      }
    };
    const post = 'POST /v1/sql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const [silent, head, body, dripping] = await Promise.all([
      exchange('', undefined, impatientPort),
      exchange('GET /health HTTP/1.1\r\nHost: localhost\r\n', drip, impatientPort),
      exchange(`${post}Content-Length: 1000\r\n\r\n{"statement": "`, undefined, impatientPort),
      exchange(`${post}Content-Length: 100000\r\n\r\n`, drip, impatientPort),
    ]);
    for (const answer of [silent, head, body, dripping]) assertProblem(answer, 408, /did not arrive in time/);
  });

  it('does not hold up a request that arrived, however long its answer takes', async () => {
    // The limit is on the way of the request: this answer is watched for longer than that.
    const { id } = (await api.app.inject({ method: 'POST', url: '/v1/crawls', payload: {} })).json();
    const watching = await fetch(`http://127.0.0.1:${impatientPort}/v1/crawls/${id}/events`);
    let text = '';
    for await (const chunk of watching.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.split(': still there').length > 3) break;
    }
    assert.match(text, /event: crawl/);
  });

  for (const [method, url, allow] of [
    ['POST', '/v1/resource-types', 'GET, HEAD'],
    ['DELETE', '/v1/resources/aws_sagemaker_trainingjob/arn%3Aaws', 'GET, HEAD'],
    ['PUT', '/v1/crawls', 'GET, HEAD, POST'],
    ['GET', '/v1/sql', 'POST'],
    ['PATCH', '/v1/crawls/7/', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/docs', 'GET, HEAD'],
    ['HEAD', '/v1/crawls/7/events', 'GET'],
  ] as const) {
    it(`says which methods ${url} takes instead of ${method}`, async () => {
      const answer = await api.app.inject({ method, url });
      assert.deepEqual([answer.statusCode, answer.headers.allow], [405, allow]);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
      const asked = await api.app.inject({ method: 'OPTIONS', url });
      assert.deepEqual([asked.statusCode, asked.headers.allow, asked.payload], [204, allow, '']);
    });
  }

  for (const url of [
    '/v1/%2e%2e/health',
    '/v1/%2E./health',
    '/%2e/health',
    '/v1/resources/../../health',
    '//health',
    '/v1//crawls',
    '/HEALTH',
    '/v1/Crawls',
    '/v1%2Fcrawls',
    '/v1\\crawls',
    '/health;a=1',
    '/health//',
  ]) {
    it(`has nothing at ${url}, whatever the method`, async () => {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const answer = await exchange(`${method} ${url} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
        assertProblem(answer, 404, /nothing is at/);
      }
    });
  }

  it('answers HEAD as GET without the body', async () => {
    const list = '/v1/resources/aws_sagemaker_trainingjob';
    for (const url of ['/health', list, `${list}/export?format=csv`, '/openapi.json', '/v1/crawls', '/', '/nowhere']) {
      const [get, head] = [await api.app.inject(url), await api.app.inject({ method: 'HEAD', url })];
      assert.deepEqual([head.statusCode, head.payload], [get.statusCode, ''], url);
      assert.equal(head.headers['content-type'], get.headers['content-type'], url);
    }
  });

  it('answers bodies that it does not take with problems', async () => {
    const post = (contentType: string, payload: string) =>
      api.app.inject({ method: 'POST', url: '/v1/sql', headers: { 'content-type': contentType }, payload });
    for (const [answer, status] of [
      [await post('application/json', '{'), 400],
      [await post('application/json', ''), 400],
      [await post('text/csv', 'a,b'), 415],
      [await post('application/json', JSON.stringify({ statement: 'x'.repeat(300_000) })), 413],
    ] as const) {
      assert.equal(answer.statusCode, status, answer.payload);
      assert.match(String(answer.headers['content-type']), /problem\+json/);
      assert.equal(answer.json().status, status);
    }
  });
});
