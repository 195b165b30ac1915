import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Serves `/docs`, a page that shows and tries `/openapi.json`, with all its assets. */
export async function registerDocsPage(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, scope: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { docExpansion: 'list', deepLinking: true, displayRequestDuration: true },
      theme: { title: 'sagecat API' },
      // The page is one level below the API, also behind a proxy with a path prefix.
      transformSpecification: (document) => ({ ...document, servers: [{ url: '..' }] }),
    });
  });
}
