import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, throttled, unrecognized } from './api-error.ts';
import type { Reply } from './aws-json.ts';
import type { RequestFault } from './faults.ts';
import { QuotaBuckets } from './quotas.ts';
import {
  answer,
  checkSignatureAge,
  errorReply,
  operationOf,
  type ServiceContext,
  type ServiceRequest,
} from './service.ts';
import { signingScope } from './signing-scope.ts';
import type { CallCount } from './stats.ts';

/** Returns the HTTP server, which does not listen yet. Delays end when `signal` aborts. */
export function makeServer(context: ServiceContext, signal: AbortSignal): Server {
  const { quotas } = context.settings;
  const buckets = quotas && new QuotaBuckets(quotas, () => performance.now());
  const options = { keepAlive: true, keepAliveTimeout: 60_000, requestTimeout: 0 };
  return createServer(options, (incoming, response) => {
    handle(incoming, response, context, buckets, signal).catch(() => response.destroy());
  });
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
  response.setHeader('date', new Date(wallClock(context)).toUTCString());
  const scope = signingScope(incoming.headers.authorization);
  if (scope === undefined) {
    write(response, incoming.method === 'GET' ? status(context) : unsigned(requestId), requestId);
    return;
  }
  const [target] = [incoming.headers['x-amz-target']].flat();
  const signedAt = timeOf(incoming.headers['x-amz-date']);
  const request = { scope, target, path: incoming.url ?? '/', body, requestId, signedAt };
  const { settings, faults } = context;
  const call = identifyCall(request, context);
  call.count.calls++;
  if (settings.latencyMs > 0) await delay(settings.latencyMs, undefined, { signal });

  const { accountId } = call;
  const { region, service } = scope;
  const fault = faults.request({ accountId, region, service, operation: call.operation });
  if (fault === 'stall') await delay(faults.stallMilliseconds, undefined, { signal });
  if (fault === 'hang' || fault === 'reset') {
    call.count.broken++;
    // A hanging request ends when the client gives up or the simulator closes.
    if (fault === 'reset') incoming.socket.resetAndDestroy();
    return;
  }
  const reply = replyTo(request, call, fault, context, buckets);
  if (fault === 'truncate') {
    call.count.broken++;
    writeHalf(response, reply, requestId);
  } else write(response, reply, requestId);
}

/** Returns the state of the simulator and its calls, for people and scripts: `curl http://127.0.0.1:4599`. */
function status({ aws, stats, faults }: ServiceContext): Reply {
  const { accounts, regions } = aws;
  const body = { accounts, regions, calls: stats.all(), jobs_described: stats.jobsDescribed(), faults: faults.counts };
  return { status: 200, contentType: 'application/json', body: `${JSON.stringify(body, undefined, 2)}\n` };
}

function unsigned(requestId: string): Reply {
  const error = new ApiError(
    'MissingAuthenticationTokenException',
    'The request has no SigV4 Authorization header.',
    403,
  );
  return errorReply(error, undefined, requestId);
}

/** The operation and caller of a request. `identify` throws for an unknown or expired session. */
interface Call {
  readonly operation: string;
  readonly accountId: string;
  readonly identify: () => ReturnType<ServiceContext['credentials']['identify']>;
  readonly count: CallCount;
}

function identifyCall(request: ServiceRequest, { credentials, stats }: ServiceContext): Call {
  const operation = operationOf(request);
  const { accessKeyId, region } = request.scope;
  const accountId = credentials.accountOf(accessKeyId);
  return {
    operation,
    accountId,
    identify: () => credentials.identify(accessKeyId),
    count: stats.count(accountId, region, operation),
  };
}

function replyTo(
  request: ServiceRequest,
  { operation, accountId, identify, count }: Call,
  fault: RequestFault | undefined,
  context: ServiceContext,
  buckets: QuotaBuckets | undefined,
): Reply {
  const { region, service } = request.scope;
  try {
    if (fault === 'serverError')
      throw new ApiError('InternalFailure', 'The request processing has failed because of an internal error.', 500);
    if (fault === 'throttle') throw throttled();
    if (fault === 'unrecognized') throw unrecognized();
    checkSignatureAge(request.signedAt, wallClock(context));
    const identity = identify();
    if (buckets !== undefined && service === 'sagemaker' && !buckets.take(accountId, region, operation))
      throw throttled();
    return answer(request, operation, identity, context);
  } catch (error) {
    // Anything else is an error of the simulator itself, which its user should see.
    const told =
      error instanceof ApiError
        ? error
        : new ApiError('InternalFailure', `The simulator failed: ${String(error)}`, 500);
    if (told.code === 'ThrottlingException') count.throttled++;
    else count.errors++;
    return errorReply(told, service, request.requestId);
  }
}

/** Returns the time of the services, by which clients sign. */
const wallClock = ({ settings }: ServiceContext): number => Date.now() + settings.clockAheadMs;

/** Converts `20260131T120000Z` to milliseconds since the epoch; returns the current time if it is absent. */
function timeOf(stamp: string | readonly string[] | undefined): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(stamp));
  return parts ? Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`) : Date.now();
}

function read(incoming: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (chunk: string) => {
    body += chunk;
  });
  incoming.once('end', () => resolve(body));
  incoming.once('error', reject);
  return promise;
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

/** Announces the whole body, sends half of it, and closes the connection. */
function writeHalf(response: ServerResponse, { status, contentType, body }: Reply, requestId: string): void {
  const bytes = Buffer.from(body);
  const length = Math.max(bytes.length, 2);
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, 'x-amzn-requestid': requestId });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}
