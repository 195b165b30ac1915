import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../address.ts';
import { ProblemError } from '../problem.ts';

/**
 * Counts requests by key, and those without a valid key by address. Resolves to a function that counts a request whose caller is known, and
 * throws a ProblemError of status 429 if there were too many.
 */
export async function requestLimit(
  app: FastifyInstance,
  requestsPerMinute: number,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<void>> {
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => (request.caller.id.startsWith('key ') ? request.caller.id : addressOf(request)),
  });
  return async (request, reply) => {
    if (request.routeOptions.config.rateLimit === false) return;
    const counted = await count(request);
    if (counted.isAllowed) return;
    const { max, remaining, ttlInSeconds, isExceeded } = counted;
    reply.headers({
      'x-ratelimit-limit': max,
      'x-ratelimit-remaining': remaining,
      'x-ratelimit-reset': ttlInSeconds,
    });
    if (!isExceeded) return;
    const { caller } = request;
    const whose = caller.id.startsWith('key ') ? `with the key ${caller.name}` : 'from this address';
    const detail = `too many requests ${whose}: at most ${max} a minute; ask again in ${ttlInSeconds} seconds`;
    throw new ProblemError(429, detail, {}, ttlInSeconds);
  };
}
