import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { rowSchema } from '../../../catalog/json-schema.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';

/** Serves `/openapi.json` (OpenAPI 3.1), made from the schemas that validate requests and from the catalog's definitions. */
export async function registerOpenApi(app: FastifyInstance, types: readonly AnyResourceType[]): Promise<void> {
  for (const type of types) app.addSchema({ $id: type.name, ...rowSchema(type) });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'sagecat',
        version: '1',
        description:
          'A catalog of what an organisation trains on Amazon SageMaker: search, facets, aggregates, export.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'resources', description: 'Catalogued resources.' },
        { name: 'resource types', description: 'What is catalogued, and its schema.' },
        { name: 'operations', description: 'Health, metrics and this description.' },
      ],
    },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `schema-${index}`) },
  });
  app.get('/openapi.json', { schema: { hide: true }, config: { scope: 'public' } }, async () => app.swagger());
}
