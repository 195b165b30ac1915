import { METHODS } from 'node:http';
import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';

export interface RouterOptions {
  readonly maxParamLength: number;
  readonly ignoreTrailingSlash: boolean;
}

/**
 * Collects the routes added from now on. Returns a function that lists the methods of a path, in alphabetical order. Paths are matched by the
 * application's own router with its own options, so the results agree.
 */
export function knownMethods(app: FastifyInstance, options: RouterOptions): (path: string) => string[] {
  const router = findMyWay(options);
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*' || url === '/*') return;
    for (const one of [method].flat()) {
      // A prefix with and without a trailing slash is two routes in the application and one in this router.
      if (!router.hasRoute(one as HTTPMethod, url)) router.on(one as HTTPMethod, url, () => undefined);
    }
  });
  return (path) => METHODS.filter((method) => router.find(method as HTTPMethod, path) !== null).sort();
}
