import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { listPage } from '../../../db/query/list-page.ts';
import { allRowColumns, chosenRowColumns } from '../../../db/query/row-columns.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { readFields, readSort } from '../fields.ts';
import { listParameters, pageSchema } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';

/** `GET /v1/resources/<type>`: a page of rows. */
export function listRoute(scope: FastifyInstance, type: AnyResourceType, { now }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  app.get(
    `/v1/resources/${type.name}`,
    {
      schema: {
        operationId: `list_${type.name}`,
        summary: `List ${type.title}s`,
        tags: ['resources'],
        querystring: Type.Object(listParameters, { additionalProperties: false }),
        response: { 200: pageSchema(Type.Ref(`${type.name}#`)), ...problems },
      },
    },
    async (request, reply) => {
      const { limit = 50, cursor, sort, fields, deleted = false } = request.query;
      const query = [type.name, sort, deleted];
      const after = cursor === undefined ? undefined : readCursor(query, cursor);
      const moment = after?.now ?? (now?.() ?? new Date()).getTime();
      const selection = { type, deleted, accounts: request.caller.accounts };
      const page = await request.read((db) =>
        listPage(
          db,
          selection,
          fields === undefined ? columns : chosenRowColumns(type, readFields(type, fields)),
          readSort(type, sort),
          limit,
          after,
        ),
      );
      const next = page.next ? JSON.stringify(writeCursor(query, { ...page.next, now: moment })) : 'null';
      reply.type('application/json; charset=utf-8');
      // The rows are JSON already.
      return reply.send(`{"items":[${page.rows.join(',')}],"next_cursor":${next}}`);
    },
  );
}
