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
  amount: Type.Number({ description: 'Monthly budgets (UTC) and what was spent.' }),
  currency: Type.String(),
  contact: Type.Optional(Type.String()),
  month: Type.String({ format: 'date', description: 'First day of the month.' }),
  spent: Type.Number({ description: 'Cost so far, of the parts that are known and priced.' }),
  running: Type.Union([Type.Number(), Type.Null()], {
    description: 'Further cost of running jobs until their maximum run time; not part of spent.',
  }),
  trend: Type.Number({ description: 'Cost of the whole month at its rate so far.' }),
  unpriced_jobs: Type.Integer({ description: 'Number of jobs without a price. No sum contains them.' }),
});

/** `GET /v1/budgets`: the amounts spent this month of each budget, and the projected total. */
export function budgetRoutes(scope: FastifyInstance, { budgets = [], now: clock }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/budgets',
    {
      schema: {
        operationId: 'list_budgets',
        summary: 'List the budgets with this month’s spending',
        description: 'A key that is restricted to accounts sees the spending of these accounts.',
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
