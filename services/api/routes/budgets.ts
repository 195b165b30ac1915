import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { readBudget } from '../../../db/budgets/read-budget.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { problems } from '../schemas/problem.ts';

const budgetSchema = Type.Object({
  name: Type.String(),
  title: Type.Optional(Type.String()),
  type: Type.Optional(Type.String({ description: 'Resource type that is paid from it; jobs where absent.' })),
  about: Type.Optional(Type.String({ description: 'Search query: whose cost counts.' })),
  amount: Type.Number({ description: 'What may be spent in a month (UTC).' }),
  currency: Type.String(),
  contact: Type.Optional(Type.String()),
  month: Type.String({ format: 'date', description: 'First day of the month.' }),
  spent: Type.Number({ description: 'Cost so far, as far as it is known and has a price.' }),
  running: Type.Union([Type.Number(), Type.Null()], {
    description: 'What running jobs will have cost at most, at their maximum run time; not in spent.',
  }),
  trend: Type.Number({ description: 'What the month will have cost if it goes on as it did so far.' }),
  unpriced_jobs: Type.Integer({ description: 'Jobs without a price: in no sum.' }),
});

/** `GET /v1/budgets`: the amounts spent this month of each budget, and the projected total. */
export function budgetRoutes(scope: FastifyInstance, { budgets = [], now: clock }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/budgets',
    {
      schema: {
        operationId: 'list_budgets',
        summary: 'List the budgets with what was spent of them this month',
        description: 'A key that is restricted to accounts sees what these have spent.',
        tags: ['billing'],
        response: { 200: Type.Object({ items: Type.Array(budgetSchema) }), ...problems },
      },
    },
    async (request) => {
      const now = (clock?.() ?? new Date()).getTime();
      const { accounts } = request.caller;
      return request.read(async (db) => {
        const items = [];
        for (const budget of budgets) items.push({ ...budget, ...(await readBudget(db, budget, { now, accounts })) });
        return { items };
      });
    },
  );
}
