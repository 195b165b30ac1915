import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, throttled } from './api-error.ts';
import type { Reply } from './json11.ts';
import { QuotaBuckets } from './quotas.ts';
import { answer, errorReply, operationOf, type ServiceContext, type ServiceRequest } from './service.ts';
import { signingScope } from './signing-scope.ts';

/** The HTTP server; it listens once the caller says where. Ends delays when `signal` aborts. */
export function makeServer(context: ServiceContext, signal: AbortSignal): Server {
  const buckets = context.settings.quotas && new QuotaBuckets(context.settings.quotas, () => performance.now());
  const server = createServer(
    { keepAlive: true, keepAliveTimeout: 60_000, requestTimeout: 0 },
    (incoming, response) => {
      handle(incoming, response, context, buckets, signal).catch(() => response.destroy());
    },
  );
  server.maxConnections = 10_000;
  return server;
}

async function handle(
  incoming: IncomingMessage,
  response: ServerResponse,
  context: ServiceContext,
  buckets: QuotaBuckets | undefined,
  signal: AbortSignal,
): Promise<void> {
  const body = await read(incoming);
  const requestId = randomUUID();
  const scope = signingScope(incoming.headers.authorization);
  if (scope === undefined) {
    write(
      response,
      errorReply(
        new ApiError('MissingAuthenticationTokenException', 'The request has no SigV4 Authorization header.', 403),
        undefined,
        requestId,
      ),
      requestId,
    );
    return;
  }
  const request: ServiceRequest = {
    scope,
    target: incoming.headers['x-amz-target'] as string | undefined,
    path: incoming.url ?? '/',
    body,
    requestId,
  };
  if (context.settings.latencyMs > 0) await delay(context.settings.latencyMs, undefined, { signal });
  write(response, reply(request, context, buckets), requestId);
}

function reply(request: ServiceRequest, context: ServiceContext, buckets: QuotaBuckets | undefined): Reply {
  const operation = operationOf(request);
  const { region, service, accessKeyId } = request.scope;
  let count = context.stats.count('unknown', region, operation);
  try {
    const identity = context.credentials.identify(accessKeyId);
    count = context.stats.count(identity.accountId, region, operation);
    if (buckets !== undefined && service === 'sagemaker' && !buckets.take(identity.accountId, region, operation))
      throw throttled();
    return answer(request, operation, identity, context);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'ThrottlingException') count.throttled++;
    else count.errors++;
    return errorReply(error, service, request.requestId);
  } finally {
    count.calls++;
  }
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function write(response: ServerResponse, { status, contentType, body }: Reply, requestId: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.length,
    'x-amzn-requestid': requestId,
  });
  response.end(bytes);
}
