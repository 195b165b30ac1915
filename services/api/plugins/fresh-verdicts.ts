import type { FastifyInstance } from 'fastify';
import { evaluateIfAsked } from '../../../db/policies/evaluate-if-asked.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** Updates the verdicts before any request whose query refers to violations of policies. */
export function registerFreshVerdicts(app: FastifyInstance, { database, now }: ApiDependencies): void {
  app.addHook<{ Querystring: { q?: unknown } }>('preHandler', async ({ query }) => {
    const q = query?.q;
    if (typeof q === 'string') await evaluateIfAsked(database.kysely, q, now && { now: () => now().getTime() });
  });
}
