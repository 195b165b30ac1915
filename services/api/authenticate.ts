import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { type ApiKey, findApiKey, hasApiKeys } from '../../db/access/api-keys.ts';
import type { Database } from '../../db/database.ts';
import { type Caller, localCaller } from './caller.ts';
import { ProblemError } from './problem.ts';

/** The API would be open to others than this machine's users, without any key. */
export class OpenAddressError extends Error {
  override readonly name = 'OpenAddressError';
}

/** How long an answer of the database is believed: a key that is revoked works so long. */
const believedForMs = 5000;
/** Secrets of which the answer is remembered. */
const mostRemembered = 1000;
const secretLength = 51;

/** Whether only this machine reaches an address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Throws OpenAddressError where an address is reachable from elsewhere and there is no key that callers could show. */
export async function refuseOpenAddress(database: Database, host: string): Promise<void> {
  if (isLoopback(host) || (await hasApiKeys(database.pool))) return;
  throw new OpenAddressError(
    `api.host ${host} can be reached from other machines, and there are no API keys; make one first (sagecat keys create NAME --scope read), or listen on 127.0.0.1`,
  );
}

/**
 * Tells callers by their keys, in `Authorization: Bearer` or `X-Api-Key`. On a loopback address without any key in the catalog everybody is
 * the local caller, who may do everything; as soon as there is one, everybody needs one.
 */
export function keyAuthenticator(database: Database, host: string): (request: FastifyRequest) => Promise<Caller> {
  const { pool } = database;
  const callers = new Remembered<string, Caller | undefined>(async (secret) => {
    const key = await findApiKey(pool, secret);
    return key && callerOf(key);
  });
  const inUse = new Remembered<'keys', boolean>(() => hasApiKeys(pool));
  return async (request) => {
    const secret = secretOf(request);
    if (secret !== undefined) {
      const caller = secret.length === secretLength ? await callers.get(secret) : undefined;
      if (caller) return caller;
      throw new ProblemError(401, 'the API key is not valid: unknown, expired or revoked');
    }
    if (!isLoopback(host) || (await inUse.get('keys'))) {
      throw new ProblemError(401, 'send an API key as Authorization: Bearer KEY; sagecat keys create makes one');
    }
    // A page of somebody else's, whose name was made to lead here, must not read the catalog through the user's browser.
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) {
      throw new ProblemError(403, `without API keys the API answers to localhost only, not to ${request.hostname}`);
    }
    return localCaller;
  };
}

function secretOf({ headers }: FastifyRequest): string | undefined {
  const named = headers['x-api-key'];
  if (typeof named === 'string' && named !== '') return named;
  if (headers.authorization === undefined) return undefined;
  return /^Bearer +(\S+) *$/i.exec(headers.authorization)?.[1] ?? '';
}

const callerOf = ({ name, scopes, accounts }: ApiKey): Caller => ({
  name,
  scopes: new Set(scopes),
  accounts: accounts ?? 'all',
});

/** Answers that are believed for a while, so that not every request costs a query. */
class Remembered<Key, Value> {
  readonly #read: (key: Key) => Promise<Value>;
  readonly #held = new Map<Key, { readonly until: number; readonly value: Promise<Value> }>();

  constructor(read: (key: Key) => Promise<Value>) {
    this.#read = read;
  }

  get(key: Key): Promise<Value> {
    const held = this.#held.get(key);
    if (held && held.until > Date.now()) return held.value;
    if (this.#held.size >= mostRemembered) this.#held.clear();
    const value = this.#read(key);
    this.#held.set(key, { until: Date.now() + believedForMs, value });
    value.catch(() => this.#held.delete(key));
    return value;
  }
}
