import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Returns whether a request may change something: browsers also send such requests for pages of other sites. */
export const isUnsafe = ({ method }: FastifyRequest): boolean => !safeMethods.has(method);

/**
 * Returns whether the API's own page sent the request; undefined if the browser does not say. `Sec-Fetch-Site` comes from the browser and
 * is not changed by proxies. It is missing over plain HTTP, where `Origin` is compared with the requested host.
 */
export function isSameOrigin({ headers, host }: FastifyRequest): boolean | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Returns the problem for a request that another site's page may have sent. */
export const otherOrigin = (): ProblemError =>
  new ProblemError(
    403,
    'this does not come from a page of this API; behind a proxy let it pass on Host, or name it in api.trust_proxy and let it send X-Forwarded-Host',
  );
