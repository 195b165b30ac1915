import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import { attempts, timeLimitOf } from '../../db/sql/attempts.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

describe('attempts to break out of SQL over HTTP', () => {
  let api: TestApi;
  let logged: string[] = [];
  before(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
    api = await testApi({ logger, sql: { harden_functions: true } });
    await api.store();
    assert.equal((await send('SELECT 1', { timeout_seconds: 10 })).statusCode, 200);
  });
  after(() => api[Symbol.asyncDispose]());

  const send = (statement: string, more: object = {}) =>
    api.app.inject({
      method: 'POST',
      url: '/v1/sql',
      payload: { statement, timeout_seconds: 20, ...more },
    });

  it('are sixty at least', () => assert.ok(attempts.length >= 60, `${attempts.length}`));

  describe('each is refused, and one line of the log says why, whose it was, and no secret', () => {
    const secret = 'hunter2hunter2';
    for (const { title, statement, reason } of attempts) {
      it(title, async () => {
        logged = [];
        const answer = await send(`/* password=${secret} */ ${statement}`, {
          parameters: [],
          timeout_seconds: timeLimitOf(reason) / 1000,
        });
        const { status, detail, request_id } = answer.json();
        assert.ok(status >= 400, `${status}`);
        assert.ok(detail, 'the caller is told nothing');
        const lines = logged.map((line) => JSON.parse(line)).filter(({ msg }) => /^SQL refused/.test(msg));
        assert.equal(lines.length, 1, `${lines.length} lines of the log: ${logged.join('')}`);
        const [line] = lines;
        if (reason instanceof RegExp) assert.match(line.reason, reason);
        else assert.equal(line.reason, reason);
        assert.deepEqual([line.caller, line.reqId], ['local', request_id]);
        assert.match(line.statement, /^\/\* password=\*\*\*masked:secret-name\*\*\*/);
        assert.ok(line.msg.length > 'SQL refused: '.length);
        assert.ok(!logged.join('').includes(secret));
      });
    }
  });

  it('a wrong number of parameters is the caller’s mistake', async () => {
    assert.equal((await send('SELECT $1::int, $2::int', { parameters: [1] })).statusCode, 400);
  });

  it('a secret at the edge of what is shown is masked whole', async () => {
    logged = [];
    const token = `AKIA${'Q7'.repeat(8)}`;
    await send(`DELETE FROM crawl /*${' '.repeat(465)}${token} */`);
    assert.match(logged.join(''), /not-a-query/);
    assert.doesNotMatch(logged.join(''), /AKIA/);
  });

  it('a secret in what the parser says is masked', async () => {
    logged = [];
    await send(`SELECT 1 "password=hunter2hunter2" 'x'`);
    assert.match(logged.join(''), /"reason":"syntax"/);
    assert.doesNotMatch(logged.join(''), /hunter2/);
  });
});
