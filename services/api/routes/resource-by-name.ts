import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { findByName } from '../../../db/query/find-by-name.ts';
import { allRowColumns } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { coverageHeaders } from '../coverage.ts';
import { notFound, ProblemError } from '../problem.ts';
import { oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { readMoment } from '../selection.ts';

const { deleted, as_of } = oneParameters;
const parameters = Type.Object(
  {
    account: Type.Optional(
      Type.String({ minLength: 1, maxLength: 256, description: 'The account: its identifier or its name.' }),
    ),
    region: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'The region.' })),
    deleted,
    as_of,
  },
  { additionalProperties: false },
);

/** `GET /v1/resources/<type>/by-name/<name>`: the newest row of a name; 409 with the choices where several accounts or regions have one. */
export function byNameRoute(scope: FastifyInstance, type: AnyResourceType, { now, coverage }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  app.get(
    `/v1/resources/${type.name}/by-name/:name`,
    {
      schema: {
        operationId: `get_${type.name}_by_name`,
        summary: `Get one ${type.title} by its name`,
        description:
          'The newest row of a name. Where several accounts or regions have one, the answer is a problem of status 409 whose `choices` list them; `account` and `region` choose.',
        tags: ['resources'],
        params: Type.Object({ name: Type.String({ description: 'The name, as AWS spells it.' }) }),
        querystring: parameters,
        response: {
          200: { description: 'The row.', content: { 'application/json': { schema: Type.Ref(`${type.name}#`) } } },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const { account, region, deleted = false, as_of } = request.query;
      const asOf = as_of === undefined ? undefined : readMoment('as_of', as_of, now());
      const selection = { type, deleted, accounts: request.caller.accounts, asOf };
      const found = await request.read((db) => findByName(db, selection, columns, name, { account, region }));
      const [row] = found;
      if (!row) throw notFound(`no ${type.title} has the name ${name}; names are case-sensitive`);
      if (found.length > 1) {
        const choices = found.map(({ arn, account_id, account_name, region, created }) => ({
          ...{ arn, account_id, account_name, region, [type.key.createdAt]: created },
        }));
        throw new ProblemError(
          409,
          `${found.length} accounts and regions have a ${type.title} ${name}; choose with account and region, or ask for the ARN`,
          { choices },
        );
      }
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      reply.headers(coverageHeaders(covered, asOf));
      return reply.type('application/json; charset=utf-8').send(row.json);
    },
  );
}
