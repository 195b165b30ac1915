import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Returns whether a request may change something: browsers also send such requests for pages of other sites. */
export const isUnsafe = ({ method }: FastifyRequest): boolean => !safeMethods.has(method);

/**
 * Whether a browser says that a page of the API itself sent the request; undefined where nothing says so. `Sec-Fetch-Site` is the browser's own
 * word, which no proxy changes; it is missing over plain HTTP, where `Origin` is compared with the host that was asked.
 */
export function isSameOrigin({ headers, host }: FastifyRequest): boolean | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The problem of a request that another site's page may have sent. */
export const otherOrigin = (): ProblemError =>
  new ProblemError(
    403,
    'this does not come from a page of this API; behind a proxy let it pass on Host, or name it in api.trust_proxy and let it send X-Forwarded-Host',
  );
