import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { ResourceContext } from '../context.ts';
import { readFields } from '../fields.ts';
import { parameterError } from '../parameter-error.ts';
import { facetParameters, facetsSchema } from '../schemas/aggregate.ts';
import { facetExamples, withExamples } from '../schemas/examples.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';

const maxFields = 20;

/** `GET /v1/resources/<type>/facets`: which values fields have under a query, and how often. */
export function facetsRoute(
  scope: FastifyInstance,
  type: AnyResourceType,
  { now, coverage, aggregator }: ResourceContext,
): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    `/v1/resources/${type.name}/facets`,
    {
      schema: {
        operationId: `facets_${type.name}`,
        summary: `Count the values of fields of ${type.title}s`,
        tags: ['resources'],
        querystring: withExamples(type, facetParameters, facetExamples(type)),
        response: { 200: facetsSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { limit = 20 } = request.query;
      const fields = readFields(type, request.query.fields, 'fields');
      if (fields.length > maxFields)
        throw parameterError('fields', `at most ${maxFields} fields can be counted at once`);
      const struct = fields.find(({ field }) => field.kind === 'struct' || field.kind === 'struct-list');
      if (struct) throw parameterError('fields', `${struct.path} is a ${struct.field.kind}; count one of its members`);
      const rows = readSelection(type, request.query, request, now());
      const facets = await aggregator.facets(request, rows, fields, limit);
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      return reply.send({ ...facets, ...covered, as_of: rows.asOf ?? covered.as_of });
    },
  );
}
