import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { chosenRowSchema, rowSchema } from '../../../catalog/json-schema.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { errorResponses, securityOf, securitySchemes } from '../documented-responses.ts';
import { problemSchema } from '../schemas/problem.ts';

/** Serves `/openapi.json` (OpenAPI 3.1), generated from the schemas that validate requests and from the catalog's definitions. */
export async function registerOpenApi(app: FastifyInstance, types: readonly AnyResourceType[]): Promise<void> {
  for (const type of types) {
    app.addSchema({ $id: type.name, ...rowSchema(type) });
    app.addSchema({ $id: `${type.name}_fields`, ...chosenRowSchema(type) });
  }
  app.addSchema({ $id: 'problem', ...problemSchema });
  // A route without parameters rejects all of them.
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/v1/') || route.schema?.querystring) return;
    route.schema = { ...route.schema, querystring: Type.Object({}, { additionalProperties: false }) };
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'sagecat',
        version: '1',
        description:
          'A catalog of what an organisation runs on Amazon SageMaker: search, facets, aggregates, export. On a loopback address no key is needed until there was one.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'resources', description: 'Catalogued resources.' },
        { name: 'resource types', description: 'Resource types and their schemas.' },
        { name: 'changes', description: 'What changed across the catalog.' },
        { name: 'billing', description: 'Billable time and cost.' },
        { name: 'crawls', description: 'Crawls: requested, running and past.' },
        { name: 'policies', description: 'Policies, scores and violations.' },
        { name: 'drift', description: 'Kubernetes manifests compared with AWS.' },
        { name: 'events', description: 'Events from AWS.' },
        { name: 'sql', description: 'Read-only SQL.' },
        { name: 'views', description: 'Saved states of the page.' },
        { name: 'access', description: 'The caller, and sessions of browsers.' },
        { name: 'operations', description: 'Health, metrics and this description.' },
      ],
      components: { securitySchemes },
    },
    transform: ({ schema, url, route }) => {
      const { response, security, ...rest } = (schema ?? {}) as FastifySchema & { response?: object };
      return {
        url,
        schema: {
          ...rest,
          security: security ?? securityOf(route.config?.scope ?? 'read'),
          response: { ...errorResponses(route), ...response },
        },
      };
    },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `schema-${index}`) },
  });
  app.get('/openapi.json', { schema: { hide: true }, config: { scope: 'public' } }, async () => app.swagger());
}
