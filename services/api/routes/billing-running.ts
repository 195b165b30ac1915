import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { billedTypes } from '../../../catalog/billing/billed-types.ts';
import { readRunning } from '../../../db/billing/read-running.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { billingRunningSchema } from '../schemas/billing-running.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';
import { shownTypes } from '../shown-types.ts';

/** `GET /v1/billing/running`: what runs now, with its cost so far and at its limit. */
export function billingRunningRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const names = shownTypes(dependencies)
    .filter(({ billing }) => billing)
    .map(({ name }) => name);
  const [firstBilled] = billedTypes;
  if (names.length === 0 || !firstBilled) return;
  app.get(
    '/v1/billing/running',
    {
      schema: {
        operationId: 'billing_running',
        summary: 'Running resources, with their cost so far and at their limit',
        description:
          'Resources whose billed time is not known yet, those that will have cost most first: instances from their start until now, and until the longest run that was allowed, at the prices of their day. Spot capacity may be billed less.',
        tags: ['billing'],
        querystring: Type.Object(
          {
            type: Type.Optional(
              Type.Enum(names, { description: 'Only resources of this type. Default: of every type.' }),
            ),
            q: Type.Optional(
              Type.String({
                maxLength: 8192,
                description:
                  'Only resources that match this search query, of type or, without it, of the first type; see docs/search.md.',
              }),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: billingRunningSchema, ...problems },
      },
    },
    async (request) => {
      const { type: name, q, limit = 50 } = request.query;
      const type = billedTypes.find((one) => one.name === name);
      const searched = type ?? firstBilled;
      const now = (dependencies.now?.() ?? new Date()).getTime();
      const jobs = q ? readSelection(searched, { q, deleted: true }, request, now) : undefined;
      const { accounts } = request.caller;
      return request.read((db) => readRunning(db, { type: jobs ? searched : type, jobs, accounts, limit }));
    },
  );
}
