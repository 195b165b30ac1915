import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { migrationStatus } from '../../../db/migrate.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

/** `/health` shows that the process runs, `/ready` that it can serve requests. */
export function healthRoutes(scope: FastifyInstance, { database }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const config = { scope: 'public', rateLimit: false } as const;
  app.get(
    '/health',
    {
      config,
      logLevel: 'warn',
      schema: {
        operationId: 'health',
        summary: 'Whether the process runs',
        tags: ['operations'],
        response: { 200: Type.Object({ status: Type.Literal('ok') }) },
      },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/ready',
    {
      config,
      logLevel: 'warn',
      schema: {
        operationId: 'ready',
        summary: 'Whether the database answers and is migrated',
        tags: ['operations'],
        response: { 200: Type.Object({ status: Type.Literal('ready') }), ...problems },
      },
    },
    async () => {
      try {
        await sql`SELECT 1`.execute(database.kysely);
      } catch (cause) {
        throw new ProblemError(503, 'the database does not answer', {
          reason: cause instanceof Error ? cause.name : 'unknown',
        });
      }
      const pending = (await migrationStatus(database.kysely)).filter(({ executedAt }) => executedAt === undefined);
      if (pending.length > 0)
        throw new ProblemError(503, `${pending.length} migrations are pending: run sagecat migrate`);
      return { status: 'ready' as const };
    },
  );
}
