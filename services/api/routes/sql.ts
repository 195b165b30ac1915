import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createMasker } from '../../../catalog/secrets/mask.ts';
import { SqlFailedError, SqlRefusedError, SqlUnavailableError } from '../../../db/sql/sql-error.ts';
import { SqlReader } from '../../../db/sql/sql-reader.ts';
import { refusalOf } from '../../../db/sql/statement-failure.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

const parameter = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
  Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
]);

const answerSchema = Type.Object({
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      type: Type.String({ description: 'As SQL spells it, e.g. bigint or timestamp(3) with time zone.' }),
    }),
  ),
  rows: Type.Array(Type.Array(Type.Unknown()), {
    description:
      'Values in the order of the columns. Timestamps are ISO 8601 in UTC, integers are exact, what JSON has no form for is text.',
  }),
  row_count: Type.Integer(),
  truncated: Type.Boolean({ description: 'Whether there are more rows than were asked for.' }),
  warnings: Type.Optional(
    Type.Array(Type.String(), { description: 'Warnings about probable mistakes in the statement.' }),
  ),
});

/** `POST /v1/sql`: one read-only statement. */
export function sqlRoutes(scope: FastifyInstance, { database, sql }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const reader = new SqlReader(database, sql);
  // Logs at start if SQL will be refused, without delaying the start.
  app.addHook('onListen', async () => {
    reader.prepare().catch((error: unknown) => {
      if (error instanceof SqlUnavailableError) app.log.warn(error.message);
    });
  });
  const masker = createMasker();
  /** Returns the beginning of a statement for the log. It is masked before it is cut, since half a secret is not recognized. */
  const excerpt = (statement: string) => masker.text(statement.slice(0, 4000)).slice(0, 500);
  const requestSchema = Type.Object(
    {
      statement: Type.String({
        minLength: 1,
        description: 'A SELECT, VALUES, TABLE or EXPLAIN; docs/sql.md has examples.',
      }),
      parameters: Type.Optional(Type.Array(parameter, { maxItems: 1000, description: 'Values of $1, $2, ...' })),
      max_rows: Type.Optional(Type.Integer({ minimum: 1, maximum: sql.max_rows, default: sql.max_rows })),
      timeout_seconds: Type.Optional(
        Type.Number({ minimum: 0.1, maximum: sql.timeout_seconds, default: sql.timeout_seconds }),
      ),
    },
    { additionalProperties: false },
  );
  app.post(
    '/v1/sql',
    {
      config: { scope: 'sql' },
      schema: {
        operationId: 'run_sql',
        summary: 'Run one read-only SQL statement',
        description: 'Runs as the role sagecat_reader, in a transaction that only reads and is never committed.',
        tags: ['sql'],
        body: requestSchema,
        response: { 200: answerSchema, ...problems },
      },
    },
    async ({ body, caller, log }, reply) => {
      reply.header('cache-control', 'no-store');
      const { statement, parameters = [], max_rows = sql.max_rows, timeout_seconds = sql.timeout_seconds } = body;
      try {
        const { columns, rows, truncated, warnings } = await reader.run({
          statement,
          parameters,
          maxRows: max_rows,
          timeoutMs: Math.ceil(timeout_seconds * 1000),
          accounts: caller.accounts === 'all' ? undefined : caller.accounts,
        });
        return { columns, rows, row_count: rows.length, truncated, ...(warnings.length > 0 && { warnings }) };
      } catch (error) {
        const reason = refusalOf(error);
        if (reason !== undefined) {
          // Invalid SQL is more often a mistake than an attack.
          const level = reason === 'syntax' ? 'info' : 'warn';
          const shown = excerpt(statement);
          const message = masker.text(`SQL refused: ${(error as Error).message}`);
          log[level]({ caller: caller.name, reason, statement: shown }, message);
        }
        throw asProblem(error);
      }
    },
  );
}

function asProblem(error: unknown): unknown {
  if (error instanceof SqlUnavailableError) return new ProblemError(503, error.message);
  if (error instanceof SqlRefusedError) {
    const { reason, position } = error;
    return new ProblemError(400, error.message, { reason, ...(position !== undefined && { offset: position }) });
  }
  if (!(error instanceof SqlFailedError)) return error;
  const { code, hint, position, isTimeout, didYouMean } = error;
  return new ProblemError(isTimeout ? 504 : statusOf(code), error.message, {
    sqlstate: code,
    ...(hint !== undefined && { hint }),
    ...(didYouMean !== undefined && { did_you_mean: didYouMean }),
    ...(position !== undefined && { offset: position }),
  });
}

/**
 * Returns the HTTP status of an SQLSTATE. Class 42 is an error in the statement, except 42501, a missing privilege. Classes 08, 53, 57 and
 * 58 are failures of the server, except 08P01, a wrong number of parameters.
 */
function statusOf(sqlState: string): number {
  if (sqlState === '08P01') return 400;
  if (sqlState === '42501' || sqlState === '25006') return 403;
  return /^(08|53|57|58|XX)/.test(sqlState) ? 503 : 400;
}
