import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/**
 * Returns the address under which a request is counted: for IPv6 the /64 network, whose addresses all belong to one client. A client that
 * has left already has no address any more, whatever Fastify's types say; such requests are counted together.
 */
export const addressOf = ({ ip }: { readonly ip: FastifyRequest['ip'] | undefined }): string =>
  ip === undefined ? 'gone' : normalizeIP(ip);
