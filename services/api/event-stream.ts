import { once } from 'node:events';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { stringifyJson } from '../../catalog/exact-json.ts';
import { problemOf } from './plugins/errors.ts';

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) to one client. */
export interface EventStream {
  /** Aborts when the client disconnects, or the API closes. */
  readonly signal: AbortSignal;
  /** Writes an event, and waits while the client does not read. `id` is where the client resumes. */
  send(event: string, data: unknown, id?: string): Promise<void>;
  /** Keeps the connection of the client and its proxies alive; with an `id` the client resumes there. */
  beat(id?: string): Promise<void>;
}

/** Responds with the events that `produce` sends, and ends with it. An error becomes an event `problem`, since the response has started. */
export async function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  produce: (stream: EventStream) => Promise<void>,
): Promise<void> {
  const gone = new AbortController();
  request.raw.on('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, request.server.closing]);
  reply.hijack();
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' };
  // Hooks have set these, e.g. for other origins; a hijacked reply does not write them by itself.
  reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  const write = async (text: string) => {
    if (!reply.raw.write(text) && !signal.aborted) await once(reply.raw, 'drain', { signal }).catch(() => {});
  };
  const stream: EventStream = {
    signal,
    send: (event, data, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${stringifyJson(data)}\n\n`),
    beat: (id) => write(id === undefined ? ': still there\n\n' : `id: ${id}\n\n`),
  };
  try {
    await produce(stream);
  } catch (error) {
    const ended = problemOf(error as FastifyError);
    if (ended.status >= 500) request.log.error({ err: error }, 'a stream of events failed');
    await stream.send('problem', { ...ended, request_id: request.id });
  }
  reply.raw.end();
}

/** Returns the OpenAPI description of such a response. */
export const eventStreamResponse = (description: string) => ({
  description,
  content: { 'text/event-stream': { schema: { type: 'string', description: 'Server-sent events.' } } },
});

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborts when the API starts to close, so that endless streams end. */
    closing: AbortSignal;
  }
}
