import type { FastifyInstance } from 'fastify';
import { evaluateIfAsked } from '../../../db/policies/evaluate-if-asked.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** Before a query asks for what violates a policy, on whatever route, the verdicts are brought up to date. */
export function registerFreshVerdicts(app: FastifyInstance, { database, now }: ApiDependencies): void {
  app.addHook<{ Querystring: { q?: unknown } }>('preHandler', async ({ query }) => {
    const q = query?.q;
    if (typeof q === 'string') await evaluateIfAsked(database.kysely, q, now && { now: () => now().getTime() });
  });
}
