import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { getRow } from '../../../db/query/get-row.ts';
import { allRowColumns, rowJson } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { notFound } from '../problem.ts';
import { arnParameter, oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { readMoment, requireMoment } from '../selection.ts';

/** `GET /v1/resources/<type>/<arn>`: the newest row of an ARN that is not deleted. */
export function getRoute(scope: FastifyInstance, type: AnyResourceType, { now }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  app.get(
    `/v1/resources/${type.name}/:arn`,
    {
      schema: {
        operationId: `get_${type.name}`,
        summary: `Get one ${type.title}`,
        tags: ['resources'],
        params: arnParameter,
        querystring: Type.Object(oneParameters, { additionalProperties: false }),
        response: { 200: Type.Ref(`${type.name}#`), ...problems },
      },
    },
    async (request, reply) => {
      const { arn } = request.params;
      const { deleted, as_of, creation_time } = request.query;
      const selection = {
        type,
        deleted,
        accounts: request.caller.accounts,
        asOf: as_of === undefined ? undefined : readMoment('as_of', as_of, now()),
      };
      const created = creation_time === undefined ? undefined : requireMoment('creation_time', creation_time);
      const row = await request.read((db) => getRow(db, selection, columns, { arn, created }));
      if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
      reply.type('application/json; charset=utf-8');
      return reply.send(rowJson(columns, row));
    },
  );
}
