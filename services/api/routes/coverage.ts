import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type CoverageScope, isComplete, readCoverage, sumCoverage } from '../../../db/crawl/read-coverage.ts';
import { cursorSigner } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { cursorParameter } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { coverageMembers, targetMembers } from '../schemas/selection.ts';
import { shownTypes } from '../shown-types.ts';

const defaultLimit = 100;
const statuses = ['complete', 'partial', 'denied', 'unsupported', 'retired'] as const;
const time = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);

const parametersOf = (types: readonly string[]) =>
  Type.Object(
    {
      type: Type.Optional(Type.Enum([...types], { description: 'Only this resource type. Default: all.' })),
      account: Type.Optional(
        Type.String({ minLength: 1, maxLength: 256, description: 'Only this account: its identifier or its name.' }),
      ),
      region: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Only this region.' })),
      status: Type.Optional(Type.Enum([...statuses])),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 1000, default: defaultLimit, description: 'Targets of a page.' }),
      ),
      cursor: cursorParameter,
    },
    { additionalProperties: false },
  );

const { incomplete: _, ...sumMembers } = coverageMembers.coverage.properties;
const answer = Type.Object({
  items: Type.Array(
    Type.Object({
      ...targetMembers,
      full_as_of: Type.Union([time], { description: 'Time for which deletions and tags are correct.' }),
      attempted_at: time,
      crawl_id: Type.Union([Type.Integer(), Type.Null()], { description: 'The last crawl that tried.' }),
    }),
  ),
  next_cursor: Type.Union([Type.String(), Type.Null()]),
  as_of: coverageMembers.as_of,
  coverage: Type.Object(sumMembers, { description: 'Sums over all targets that match the parameters.' }),
});

/** `GET /v1/coverage`: what the catalog covers, by account, region and resource type. */
export function coverageRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const types = shownTypes(dependencies).map(({ name }) => name);
  app.get(
    '/v1/coverage',
    {
      schema: {
        operationId: 'list_coverage',
        summary: 'Coverage of every account and region',
        description:
          'Every resource type in every account and region that was crawled, with how its last crawl ended, why it was not complete, and as of when it is.',
        tags: ['crawls'],
        querystring: parametersOf(types),
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { type, account, region, status, limit = defaultLimit, cursor } = request.query;
      const { accounts } = request.caller;
      const wanted: CoverageScope = {
        resourceType: type,
        accountIds: accounts === 'all' ? undefined : accounts,
        accounts: account === undefined ? undefined : [account],
        regions: region === undefined ? undefined : [region],
        statuses: status === undefined ? undefined : [status],
      };
      const cursors = await cursorSigner(dependencies.database, request, ['coverage', type, account, region, status]);
      const after = cursor === undefined ? undefined : keyOf(cursors.read(cursor).value);
      return request.read(async (db) => {
        const { as_of, ...sums } = await sumCoverage(db, wanted);
        const found = await readCoverage(db, wanted, { limit: limit + 1, after });
        const shown = found.slice(0, limit);
        const last = shown.at(-1);
        return {
          items: shown.map(({ resource_type, account_id, account_name, region, ...target }) => ({
            ...{ resource_type, account_id, account_name, region, status: target.status, reason: target.reason },
            ...{ as_of: target.as_of, full_as_of: target.full_as_of, attempted_at: target.attempted_at },
            crawl_id: target.crawl_id,
          })),
          next_cursor:
            last && found.length > limit
              ? cursors.write({
                  value: JSON.stringify([last.account_id, last.region, last.resource_type]),
                  id: 0,
                })
              : null,
          as_of,
          coverage: { complete: isComplete({ as_of, ...sums }), ...sums },
        };
      });
    },
  );
}

function keyOf(value: string | null) {
  // The cursor is signed, so it is what was written above.
  const [account_id = '', region = '', resource_type = ''] = JSON.parse(value ?? '[]') as string[];
  return { account_id, region, resource_type };
}
