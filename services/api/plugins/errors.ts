import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SearchError } from '../../../db/query/search/search-error.ts';
import { knownMethods, type RouterOptions } from '../known-methods.ts';
import { nothingAt, type Problem, ProblemError, problem } from '../problem.ts';
import { validationProblem } from '../validation-problem.ts';

/**
 * Returns every error as `application/problem+json`; internal errors are logged without details in the response. `statementTimeoutMs` is the
 * time limit of a statement: one that ended earlier was cancelled by someone else.
 */
export function registerErrors(
  app: FastifyInstance,
  { statementTimeoutMs, router }: { readonly statementTimeoutMs: number; readonly router: RouterOptions },
): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error, reply.elapsedTime < statementTimeoutMs);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    if (error instanceof ProblemError && error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    return sendProblem(request, reply, problem);
  });
  const methodsAt = knownMethods(app, router);
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = methodsAt(path);
    if (methods.length === 0) {
      return sendProblem(request, reply, nothingAt(path).problem);
    }
    reply.header('allow', methods.join(', '));
    if (request.method === 'OPTIONS') return reply.status(204).send();
    return sendProblem(request, reply, problem(405, `${path} takes ${methods.join(', ')}, not ${request.method}`));
  });
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="sagecat"');
  return (
    reply
      .status(problem.status)
      .type('application/problem+json')
      // The framework's errors pass no hook that would set these.
      .headers({ 'x-request-id': request.id, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .send(JSON.stringify({ ...problem, request_id: request.id }))
  );
}

/** Returns the response to an error; `isEarly` means that no statement of the request can have reached its time limit. */
export function problemOf(error: FastifyError, isEarly = false): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof SearchError) return searchProblem(error);
  if (error.validation) return validationProblem(error.validation, error.validationContext);
  const sqlState = 'severity' in error && typeof error.code === 'string' ? error.code : undefined;
  if (sqlState !== undefined) return databaseProblem(sqlState, isEarly);
  const status = error.statusCode ?? 500;
  return status < 500 ? problem(status, error.message) : problem(500);
}

const searchProblem = ({ message, offset, didYouMean }: SearchError): Problem => ({
  ...problem(400, `the search query has a mistake at character ${offset + 1}: ${message}`),
  parameter: 'q',
  offset,
  ...(didYouMean !== undefined && { did_you_mean: didYouMean }),
});

/** Returns the response to a database error, by its SQLSTATE. */
function databaseProblem(sqlState: string, isEarly: boolean): Problem {
  if (sqlState === '57014' && isEarly) return problem(503, 'the query was ended on the database server; try again');
  if (sqlState === '57014') return problem(504, 'the database did not answer in time; ask for less');
  // Class 22 is an invalid value, 54 a statement beyond the server's limits: the request is to blame.
  if (sqlState.startsWith('22')) return problem(400, 'a value is out of range for the field that it is compared with');
  if (sqlState.startsWith('54')) return problem(400, 'the query is too complex');
  if (sqlState.startsWith('08') || sqlState.startsWith('57P')) return problem(503, 'the database is not available');
  return problem(500);
}
