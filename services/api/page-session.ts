import { createHash } from 'node:crypto';
import { type CookieSerializeOptions, Signer } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseSecret } from '../../db/access/database-secret.ts';
import type { Database } from '../../db/database.ts';

/** The duration of a session; shorter if its key expires earlier. */
const sessionSeconds = 30 * 86_400;

/**
 * Starts a browser's session: a signed cookie with the id of an API key and the end of the session. It contains no secret, and is valid as
 * long as the key. It has no path, so the browser sends it to the routes next to the one that sets it, at any path behind a proxy.
 */
export async function startSession(
  database: Database,
  keyId: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { name, signer } = await sessionCookie(database);
  const ends = Math.floor(Date.now() / 1000) + sessionSeconds;
  reply.setCookie(name, signer.sign(`${keyId}.${ends}`), { ...attributesFor(request), maxAge: sessionSeconds });
}

/** Deletes the browser's session cookie. */
export async function endSession(database: Database, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { name } = await sessionCookie(database);
  reply.setCookie(name, '', { ...attributesFor(request), maxAge: 0 });
}

/** Returns the number of the key of a request's session; undefined without a valid session. */
export async function readSession(database: Database, request: FastifyRequest): Promise<number | undefined> {
  if (!request.headers.cookie) return undefined;
  const { name, signer } = await sessionCookie(database);
  const { valid, value } = signer.unsign(request.cookies[name] ?? '');
  const [, keyId, ends] = /^(\d+)\.(\d+)$/.exec((valid && value) || '') ?? [];
  return Number(ends) > Date.now() / 1000 ? Number(keyId) : undefined;
}

/** Returns the cookie's name and signer. Cookies do not distinguish ports, so the name distinguishes the catalogs of a host. */
async function sessionCookie(database: Database): Promise<{ name: string; signer: Signer }> {
  const secret = await databaseSecret(database, 'sessions');
  const mark = createHash('sha256').update('name').update(secret).digest('hex').slice(0, 8);
  return { name: `sagecat_session_${mark}`, signer: new Signer(secret) };
}

/** `Secure` where the browser came over TLS, also to a proxy whose headers are not believed. */
const attributesFor = ({ protocol, headers }: FastifyRequest): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: protocol === 'https' || headers.origin?.startsWith('https:') === true,
});
