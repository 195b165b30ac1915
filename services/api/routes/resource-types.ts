import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { allFields } from '../../../catalog/field-path.ts';
import { fieldTitles } from '../../../catalog/field-title.ts';
import { catalogType } from '../../../catalog/fields.ts';
import { rowSchema } from '../../../catalog/json-schema.ts';
import { nearestName } from '../../../catalog/nearest-name.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { notFound } from '../problem.ts';
import { problems } from '../schemas/problem.ts';
import { describedSchema, summarySchema } from '../schemas/resource-type.ts';
import { shownTypes } from '../shown-types.ts';
import { typePresentation } from '../type-presentation.ts';

/** Lists the resource types. */
export function resourceTypeRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const types = shownTypes(dependencies);
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/resource-types',
    {
      schema: {
        operationId: 'listResourceTypes',
        summary: 'Every resource type, and how lists of it are shown',
        tags: ['resource types'],
        response: { 200: Type.Object({ items: Type.Array(summarySchema) }), ...problems },
      },
    },
    async () => ({ items: types.map(summary) }),
  );
  app.get(
    '/v1/resource-types/:name',
    {
      schema: {
        operationId: 'getResourceType',
        summary: 'A resource type with its schema',
        tags: ['resource types'],
        params: Type.Object({ name: Type.String() }),
        response: { 200: describedSchema, ...problems },
      },
    },
    async ({ params }) => {
      const type = types.find(({ name }) => name === params.name);
      if (type) return described(type);
      const nearest = nearestName(
        params.name,
        types.map(({ name }) => name),
      );
      throw notFound(`no resource type is named ${params.name}${nearest ? `; did you mean ${nearest}?` : ''}`);
    },
  );
}

const summary = (type: AnyResourceType) => ({
  name: type.name,
  title: type.title,
  description: type.description,
  presentation: typePresentation(type),
});

function described(type: AnyResourceType) {
  const fields = allFields(type);
  const titles = fieldTitles(type, fields);
  return {
    ...summary(type),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...rowSchema(type) },
    fields: fields.map(({ path, field }) => ({
      path,
      title: titles.get(path) ?? path,
      type: catalogType(field),
      description: field.description,
      extension: field.extension === true,
    })),
  };
}
