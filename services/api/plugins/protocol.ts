import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { maxQueryLength } from '../../../db/query/search/search.ts';
import { ProblemError, problem } from '../problem.ts';

/** The maximum URL length: the longest search query with every character percent-encoded, and other parameters. */
const maxUrlLength = 3 * maxQueryLength + 4096;
const maxHeadBytes = 64 * 1024;

/** Limits on time and size that apply before a request has a route. The headers may take as long as the whole request. */
export function serverLimits(requestTimeoutMs: number) {
  return {
    requestTimeout: requestTimeoutMs,
    http: {
      maxHeaderSize: maxHeadBytes,
      headersTimeout: requestTimeoutMs,
      // How often Node checks for slow connections, 30 s by default: nothing ends before a check.
      connectionsCheckingInterval: Math.min(1000, Math.ceil(requestTimeoutMs / 10)),
      // The plugin writes the problem itself.
      requireHostHeader: false,
    },
  } satisfies FastifyHttpOptions<Server>;
}

/** Rejects what HTTP forbids but Node accepts, or would reject without an explanation. */
export function registerProtocol(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
      throw new ProblemError(400, 'HTTP/1.1 requires the header Host');
    }
    if ((raw.url?.length ?? 0) > maxUrlLength) {
      throw new ProblemError(414, `a URL has at most ${maxUrlLength} characters`);
    }
  });
  app.addHook('preHandler', async ({ method, body }) => {
    // What a PUT brings is stored as it is, and PostgreSQL stores no NUL character.
    if (method === 'PUT' && holdsNul(body)) {
      throw new ProblemError(400, 'the body holds a NUL character (\\u0000), which cannot be stored');
    }
  });
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { head, body } = rawProblem(417, `the API does not know the expectation ${request.headers.expect}`);
    response.writeHead(417, { ...head, connection: 'close' }).end(body);
  });
}

/** Returns whether a key or a text at any depth has a NUL character. Not recursive: bodies may be nested deeply. */
function holdsNul(body: unknown): boolean {
  const left = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\u0000')) return true;
    if (typeof value === 'object' && value !== null) for (const pair of Object.entries(value)) left.push(...pair);
  }
  return false;
}

/** Responds with a problem to what is not HTTP, or came too slowly or too large, and ends the connection. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const [status, detail] = explain(error);
    const { head, body } = rawProblem(status, detail);
    const lines = Object.entries({ ...head, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  }
  socket.destroy(error);
}

function explain({ code = '' }: NodeJS.ErrnoException): [status: number, detail: string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'the request did not arrive in time'];
  if (code === 'HPE_HEADER_OVERFLOW')
    return [431, `the request line and the headers are longer than ${maxHeadBytes} bytes`];
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return [413, 'the chunks of the body have too long extensions'];
  return [400, `this is no HTTP request that the API understands${code.startsWith('HPE_') ? ` (${code})` : ''}`];
}

/** Returns a problem for a response that passes no hook. */
function rawProblem(status: number, detail: string): { head: Record<string, string | number>; body: string } {
  const requestId = randomUUID();
  const body = JSON.stringify({ ...problem(status, detail), request_id: requestId });
  const head = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  };
  return { head, body };
}
