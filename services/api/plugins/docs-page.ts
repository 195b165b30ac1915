import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Serves `/docs`, a page that shows and tries `/openapi.json`; everything that it loads comes from here. */
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
      // The page lies one level below the API, wherever a proxy puts both.
      transformSpecification: (document) => ({ ...document, servers: [{ url: '..' }] }),
    });
  });
}
