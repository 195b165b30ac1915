import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { allFields } from '../../../catalog/field-path.ts';
import { catalogType } from '../../../catalog/fields.ts';
import { rowSchema } from '../../../catalog/json-schema.ts';
import { nearestName } from '../../../catalog/nearest-name.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { notFound } from '../problem.ts';
import { problems } from '../schemas/problem.ts';
import { shownTypes } from '../shown-types.ts';

const summarySchema = Type.Object({
  name: Type.String({ description: 'Name of the type, of its table and of its path.' }),
  title: Type.String(),
  description: Type.String(),
});

const fieldSchema = Type.Object({
  path: Type.String({ description: 'Dotted path, as search queries write it.' }),
  type: Type.String({ description: 'The catalog’s type name.' }),
  description: Type.String(),
  extension: Type.Boolean({ description: 'True where the reference catalog has no such field.' }),
});

const describedSchema = Type.Object({
  ...summarySchema.properties,
  schema: Type.Unknown({ description: 'JSON Schema (draft 2020-12) of a row.' }),
  fields: Type.Array(fieldSchema, { description: 'Every field at every depth.' }),
});

/** What is catalogued. */
export function resourceTypeRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const types = shownTypes(dependencies);
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/resource-types',
    {
      schema: {
        operationId: 'listResourceTypes',
        summary: 'Every resource type',
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

const summary = ({ name, title, description }: AnyResourceType) => ({ name, title, description });

const described = (type: AnyResourceType) => ({
  ...summary(type),
  schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...rowSchema(type) },
  fields: allFields(type).map(({ path, field }) => ({
    path,
    type: catalogType(field),
    description: field.description,
    extension: field.extension === true,
  })),
});
