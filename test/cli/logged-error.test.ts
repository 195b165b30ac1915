import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loggedError } from '../../cli/logged-error.ts';

test('of an error the message, the code and the stack are logged, and nothing that hangs on it', () => {
  const client = { secretKey: 2875920, password: 'hunter2' };
  const cause = Object.assign(new Error('reset'), { $response: { headers: { authorization: 'hunter2' } } });
  const error = Object.assign(new TypeError('lost', { cause }), { code: 'ECONNRESET', client });
  const { stack, ...rest } = loggedError(error);
  assert.deepEqual(rest, { type: 'TypeError', message: 'lost', code: 'ECONNRESET' });
  assert.match(stack ?? '', /TypeError: lost.*caused by: Error: reset/s);
  assert.doesNotMatch(JSON.stringify(loggedError(error)), /hunter2|2875920/);
  assert.deepEqual(loggedError('odd'), { message: 'odd' });
});
