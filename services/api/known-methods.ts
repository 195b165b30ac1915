import type { FastifyInstance } from 'fastify';

/** Collects the routes that are added from now on. Returns a function that tells which methods a path takes, in alphabetical order. */
export function knownMethods(app: FastifyInstance): (path: string) => string[] {
  const routes: { readonly pattern: URLPattern; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*' || url === '/*') return;
    routes.push({ pattern: new URLPattern({ pathname: url }), methods: [method].flat() });
  });
  return (path) => {
    // As the router does, which takes a path with and without a slash at its end.
    const pathname = path === '/' ? path : path.replace(/\/$/, '');
    const methods = routes.filter(({ pattern }) => pattern.test({ pathname })).flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  };
}
