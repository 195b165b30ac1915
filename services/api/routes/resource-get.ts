import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { getRow } from '../../../db/query/get-row.ts';
import { allRowColumns, rowJson } from '../../../db/query/row-columns.ts';
import { notFound } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

/** `GET /v1/resources/<type>/<arn>`: the newest row of an ARN that is not deleted. */
export function getRoute(scope: FastifyInstance, type: AnyResourceType): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  app.get(
    `/v1/resources/${type.name}/:arn`,
    {
      schema: {
        operationId: `get_${type.name}`,
        summary: `Get one ${type.title}`,
        tags: ['resources'],
        params: Type.Object({ arn: Type.String({ description: 'The ARN, URL-encoded.' }) }),
        querystring: Type.Object(
          {
            deleted: Type.Optional(
              Type.Boolean({ default: false, description: 'Whether a resource that is gone is answered too.' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Ref(`${type.name}#`), ...problems },
      },
    },
    async (request, reply) => {
      const { arn } = request.params;
      const selection = { type, deleted: request.query.deleted, accounts: request.caller.accounts };
      const row = await request.read((db) => getRow(db, selection, columns, arn));
      if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
      reply.type('application/json; charset=utf-8');
      return reply.send(rowJson(columns, row));
    },
  );
}
