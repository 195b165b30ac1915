import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { ApiKey } from '../../db/access/api-keys.ts';
import { findApiKey, findApiKeyById, hasActiveKey, isKeyRequired, isWellFormedKey } from '../../db/access/api-keys.ts';
import type { Database } from '../../db/database.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { type Caller, localCaller } from './caller.ts';
import { readSession } from './page-session.ts';
import { ProblemError } from './problem.ts';
import { cameThroughProxy } from './proxied.ts';
import { isSameOrigin, isUnsafe, otherOrigin } from './same-origin.ts';

/** The API would be reachable from other machines without any key. */
export class OpenAddressError extends Error {
  override readonly name = 'OpenAddressError';
}

/** Returns whether an address is reachable only from this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Throws OpenAddressError if an address is reachable from other machines and there is no valid key. */
export async function refuseOpenAddress(database: Database, host: string): Promise<void> {
  if (isLoopback(host) || (await hasActiveKey(database.pool))) return;
  throw new OpenAddressError(
    `api.host ${host} can be reached from other machines, and no API key works; make one first (sagecat keys create NAME --scope read), or listen on 127.0.0.1`,
  );
}

/** Returns who sent a request, or throws a ProblemError of status 401, 403 or 429. */
export type Authenticate = (request: FastifyRequest, attempts?: AttemptLimit) => Promise<Caller>;

/**
 * Identifies callers by their keys, in `Authorization: Bearer` or `X-Api-Key`, or by a browser's session. On a loopback address, if the catalog
 * has never had a key, everyone is the local caller with full access. Once there is a key everyone needs one, even when none is valid any more
 * (`isKeyRequired`).
 *
 * @param origins whose pages may send unsafe requests without a key
 * @param cacheMs how long in milliseconds a database result is cached: a revoked key works for this long
 */
export function keyAuthenticator(
  database: Database,
  host: string,
  origins: readonly string[] = [],
  cacheMs = 5000,
): Authenticate {
  const { pool } = database;
  const keys = new KnownKeys(database, cacheMs);
  let closedUntil = 0;
  /** Caches that keys are required; that they are not is looked up for each request. */
  const isClosed = async (): Promise<boolean> => {
    if (!isLoopback(host) || closedUntil > Date.now()) return true;
    if (!(await isKeyRequired(pool))) return false;
    closedUntil = Date.now() + cacheMs;
    return true;
  };
  return async (request, attempts) => {
    const secret = secretOf(request);
    if (secret !== undefined) {
      const caller = await keys.callerOf(secret, request, attempts);
      if (caller) return caller;
      throw new ProblemError(401, 'the API key is not valid: unknown, expired or revoked');
    }
    const sessionKey = await readSession(database, request);
    const signedIn = sessionKey === undefined ? undefined : await keys.callerOfSession(sessionKey);
    if (signedIn) {
      // Browsers add cookies to requests of any site's page.
      if (isUnsafe(request) && isSameOrigin(request) !== true) throw otherOrigin();
      return signedIn;
    }
    if (await isClosed()) {
      throw new ProblemError(401, 'send an API key as Authorization: Bearer KEY; sagecat keys create makes one');
    }
    // A foreign web page whose host name resolves to this machine must not read the catalog through the user's browser.
    for (const name of [request.headers.host ?? '', request.host].map(withoutPort)) {
      if (!isLoopback(name))
        throw new ProblemError(403, `without API keys the API answers to localhost only, not to ${name}`);
    }
    if (cameThroughProxy(request.headers)) {
      throw new ProblemError(
        403,
        'without API keys the API answers to this machine only, and this came through a proxy',
      );
    }
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && origins.includes(origin);
    if (isUnsafe(request) && isSameOrigin(request) === false && !isAllowed) throw otherOrigin();
    return localCaller;
  };
}

const withoutPort = (host: string): string => host.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');

function secretOf({ headers }: FastifyRequest): string | undefined {
  const named = headers['x-api-key'];
  if (typeof named === 'string' && named !== '') return named;
  if (headers.authorization === undefined) return undefined;
  return /^Bearer +(\S+) *$/i.exec(headers.authorization)?.[1] ?? '';
}

const callerOf = ({ id, name, scopes, accounts }: ApiKey): Caller => ({
  id: `key ${id}`,
  keyId: id,
  name,
  scopes: new Set(scopes),
  accounts: accounts ?? 'all',
});

/** Caches recently valid keys, so that not every request costs a query. Invalid ones are not cached, since they would evict the others. */
class KnownKeys {
  readonly #database: Database;
  readonly #believedForMs: number;
  readonly #held = new LRUCache<string, { readonly until: number; readonly caller: Caller }>({ max: 10_000 });
  readonly #reading = new Map<string, Promise<Caller | undefined>>();

  constructor(database: Database, cacheMs: number) {
    this.#database = database;
    this.#believedForMs = cacheMs;
  }

  /** Returns the caller of a key; undefined if it is invalid. A key that was not valid recently counts as an attempt until it is. */
  async callerOf(secret: string, request: FastifyRequest, attempts?: AttemptLimit): Promise<Caller | undefined> {
    const held = this.#held.get(secret);
    if (held && held.until > Date.now()) return held.caller;
    if (!held) attempts?.begin(request);
    const caller = isWellFormedKey(secret)
      ? await this.#readOnce(secret, () => findApiKey(this.#database.pool, secret))
      : undefined;
    if (caller && !held) attempts?.forgive(request);
    return caller;
  }

  /** Returns the caller of a browser's session for the key of this number; undefined if the key is no longer valid. */
  async callerOfSession(keyId: number): Promise<Caller | undefined> {
    const name = `session ${keyId}`;
    const held = this.#held.get(name);
    if (held && held.until > Date.now()) return held.caller;
    return this.#readOnce(name, () => findApiKeyById(this.#database.pool, keyId), { hasSession: true });
  }

  /** Concurrent requests share one query. */
  #readOnce(
    name: string,
    find: () => Promise<ApiKey | undefined>,
    more?: Partial<Caller>,
  ): Promise<Caller | undefined> {
    const reading = this.#reading.get(name) ?? this.#read(name, find, more).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  async #read(
    name: string,
    find: () => Promise<ApiKey | undefined>,
    more?: Partial<Caller>,
  ): Promise<Caller | undefined> {
    const key = await find();
    if (!key) {
      this.#held.delete(name);
      return undefined;
    }
    const caller = { ...callerOf(key), ...more };
    const expires = key.expires_at === null ? Number.POSITIVE_INFINITY : Date.parse(key.expires_at);
    this.#held.set(name, { until: Math.min(Date.now() + this.#believedForMs, expires), caller });
    return caller;
  }
}
