/** An error response in the form of RFC 9457 (`application/problem+json`). */
export interface Problem {
  /** The kind of problem: a path of the documentation, or `about:blank`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What is wrong and what to do, for the caller. */
  readonly detail?: string;
  readonly [extension: string]: unknown;
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Timed out',
  409: 'Conflict',
  413: 'Request too large',
  414: 'URL too long',
  415: 'Unsupported media type',
  417: 'Expectation failed',
  422: 'Unprocessable request',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Unavailable',
  504: 'Timed out',
};

const titleOf = (status: number): string => titles[status] ?? (status < 500 ? 'Bad request' : 'Internal error');

export const problem = (status: number, detail?: string): Problem => ({
  type: 'about:blank',
  title: titleOf(status),
  status,
  ...(detail !== undefined && { detail }),
});

/** Thrown by a route to respond with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** Read by Fastify and its plugins. */
  readonly statusCode: number;
  /** Seconds after which a retry makes sense. */
  readonly retryAfter: number | undefined;

  /** @param extensions further members of the response, e.g. `{ offset: 12 }` */
  constructor(status: number, detail: string, extensions: Readonly<Record<string, unknown>> = {}, retryAfter?: number) {
    super(detail);
    this.statusCode = status;
    this.retryAfter = retryAfter;
    this.problem = { ...problem(status, detail), ...extensions };
  }
}

export const nothingAt = (path: string): ProblemError =>
  notFound(`nothing is at ${path}; /openapi.json lists what there is`);

export const notFound = (detail: string): ProblemError => new ProblemError(404, detail);
