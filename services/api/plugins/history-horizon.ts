import type { FastifyInstance } from 'fastify';
import { readHorizon } from '../../../db/history/read-horizon.ts';
import type { ResourceContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readMoment } from '../selection.ts';

/** Rejects, on every route of the scope, requests as of a moment before the history was pruned. */
export function refuseBeforeHorizon(scope: FastifyInstance, { now }: Pick<ResourceContext, 'now'>): void {
  scope.addHook('preHandler', async (request) => {
    const { as_of } = request.query as { readonly as_of?: unknown };
    if (typeof as_of !== 'string') return;
    const asked = readMoment('as_of', as_of, now());
    const horizon = await request.read(readHorizon);
    if (horizon === undefined || asked >= horizon) return;
    throw new ProblemError(
      422,
      `the history before ${horizon} is no longer kept (history.retention_days); as_of cannot be ${asked}`,
      { history_since: horizon },
    );
  });
}
