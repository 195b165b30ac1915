import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../services/api/address.ts';

test('a request is counted by its address, of IPv6 by its network, and also when its client has left', () => {
  assert.equal(addressOf({ ip: '192.0.2.1' }), '192.0.2.1');
  assert.equal(addressOf({ ip: '2001:db8::1' }), addressOf({ ip: '2001:db8::2' }));
  assert.notEqual(addressOf({ ip: '2001:db8::1' }), addressOf({ ip: '2001:db8:0:1::1' }));
  assert.equal(addressOf({ ip: undefined }), addressOf({ ip: undefined }));
});
