import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { Scope } from '../../catalog/scopes.ts';

/** An API key, without its secret. */
export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The accounts whose rows it shows; null for all. */
  readonly accounts: readonly string[] | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

/** The prefix by which people and secret scanners recognize a key. */
const prefix = 'sagecat_';
const wellFormed = /^sagecat_[\w-]{43}$/;

/** Returns whether a text has the form of a key; if not, the database need not be asked. */
export const isWellFormedKey = (secret: string): boolean => wellFormed.test(secret);
const columns = 'id, name, scopes, accounts, created_at, expires_at, revoked_at';
const isActive = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/** A key is 256 random bits, which no dictionary attack reaches, so a plain hash is as safe as a slow one, and fast enough for each request. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Creates a key. Its secret is returned once and never stored. */
export async function createApiKey(
  pool: pg.Pool,
  {
    name,
    scopes: given,
    accounts,
    expiresAt,
  }: {
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly accounts?: readonly string[] | undefined;
    readonly expiresAt?: Date | undefined;
  },
): Promise<{ key: ApiKey; secret: string }> {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
  const { rows } = await pool.query<ApiKey>(
    `INSERT INTO sagecat_private.api_key (name, hash, scopes, accounts, expires_at) VALUES ($1, $2, $3, $4, $5)
     RETURNING ${columns}`,
    [name, hashOf(secret), given, accounts ?? null, expiresAt ?? null],
  );
  const [key] = rows;
  if (!key) throw new Error('the key was not stored');
  return { key, secret };
}

/** Returns every key, newest first, including revoked and expired ones. */
export async function listApiKeys(pool: pg.Pool): Promise<ApiKey[]> {
  const { rows } = await pool.query<ApiKey>(`SELECT ${columns} FROM sagecat_private.api_key ORDER BY id DESC`);
  return rows;
}

/** Revokes keys by number or name; returns those that were active. */
export async function revokeApiKeys(pool: pg.Pool, nameOrId: string): Promise<ApiKey[]> {
  const { rows } = await pool.query<ApiKey>(
    `UPDATE sagecat_private.api_key SET revoked_at = now()
     WHERE (name = $1 OR id::text = $1) AND revoked_at IS NULL RETURNING ${columns}`,
    [nameOrId],
  );
  return rows;
}

/** Returns the active key of a secret; undefined if there is none. */
export async function findApiKey(pool: pg.Pool, secret: string): Promise<ApiKey | undefined> {
  const hash = hashOf(secret);
  const { rows } = await pool.query<ApiKey & { hash: Buffer }>(
    `SELECT ${columns}, hash FROM sagecat_private.api_key WHERE hash = $1 AND ${isActive}`,
    [hash],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { hash: held, ...key } = found;
  return timingSafeEqual(held, hash) ? key : undefined;
}

/** Returns the active key of a number; undefined if there is none. */
export async function findApiKeyById(pool: pg.Pool, id: number): Promise<ApiKey | undefined> {
  const { rows } = await pool.query<ApiKey>(
    `SELECT ${columns} FROM sagecat_private.api_key WHERE id = $1 AND ${isActive}`,
    [id],
  );
  return rows[0];
}

/** Returns whether at least one key is active. */
export async function hasActiveKey(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM sagecat_private.api_key WHERE ${isActive}) AS any`,
  );
  return rows[0]?.any === true;
}

/**
 * Returns whether every request needs a key: once the first key exists, and even when none is valid any more, until `setKeyRequired` says
 * otherwise. A database trigger records it when a key is stored.
 */
export async function isKeyRequired(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ key_required: boolean }>('SELECT key_required FROM sagecat_private.key_rule');
  return rows[0]?.key_required !== false;
}

/** Sets whether every request needs a key. Creating a key requires one again. */
export async function setKeyRequired(pool: pg.Pool, isRequired: boolean): Promise<void> {
  await pool.query(
    `INSERT INTO sagecat_private.key_rule (key_required) VALUES ($1)
     ON CONFLICT (single) DO UPDATE SET key_required = EXCLUDED.key_required, changed_at = now()`,
    [isRequired],
  );
}
