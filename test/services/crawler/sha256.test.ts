import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { Sha256 } from '../../../services/crawler/aws/sha256.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('hashes and signs as OpenSSL does, with the same key again and from the beginning after a reset', async () => {
  const key = bytes('a key of a day');
  const within = new Uint8Array(bytes('.a key of a day.').buffer, 1, key.length);
  for (const secret of [undefined, 'text', key, key, within, key.buffer.slice(0)]) {
    const expected = (secret === undefined ? createHash('sha256') : createHmac('sha256', secretBytes(secret)))
      .update('onetwo')
      .digest('hex');
    const hash = new Sha256(secret);
    hash.update(bytes('something else'));
    hash.reset();
    hash.update(bytes('one'));
    hash.update(bytes('two'));
    assert.equal(Buffer.from(await hash.digest()).toString('hex'), expected);
  }
});

const secretBytes = (secret: string | Uint8Array | ArrayBuffer): string | Uint8Array =>
  secret instanceof ArrayBuffer ? new Uint8Array(secret) : secret;
