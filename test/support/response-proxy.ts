import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator } from '../../services/simulator/simulator.ts';

/** A request and the simulator's response. */
export interface Exchange {
  /** SageMaker's operation; the empty string for other services. */
  readonly operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire holds
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire holds
  readonly answer: any;
}

/** Returns an error response. */
export const errorResponse = (type: string, message: string) => ({ status: 400, body: { __type: type, message } });

/**
 * Runs work with a simulator behind a proxy that may change any of SageMaker's responses, to test those that a service should never send.
 * `change` returns undefined to leave a response unchanged.
 */
export async function withResponseProxy(
  simulator: Simulator,
  change: (exchange: Exchange) => { readonly status?: number; readonly body: unknown } | undefined,
): Promise<Simulator & AsyncDisposable> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const target = String(request.headers['x-amz-target'] ?? '');
    const answered = await fetch(`${simulator.url}${request.url}`, {
      method: request.method ?? 'POST',
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection', 'content-length', 'expect'].includes(name)
          ? [[name, value] as [string, string]]
          : [],
      ),
      ...(body.length > 0 && { body }),
    });
    const text = await answered.text();
    const operation = target.startsWith('SageMaker.') ? target.slice('SageMaker.'.length) : '';
    const changed =
      operation !== '' && answered.ok
        ? change({ operation, input: JSON.parse(body.toString()), answer: text === '' ? {} : JSON.parse(text) })
        : undefined;
    response.writeHead(changed?.status ?? answered.status, {
      'content-type': answered.headers.get('content-type') ?? 'application/x-amz-json-1.1',
    });
    response.end(changed ? JSON.stringify(changed.body) : text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { ...simulator.env, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await simulator.close();
  };
  return Object.create(simulator, {
    env: { value: env },
    close: { value: close },
    [Symbol.asyncDispose]: { value: close },
  });
}
