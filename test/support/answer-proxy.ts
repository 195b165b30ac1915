import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator } from '../../services/simulator/simulator.ts';

/** A request on its way, and what the simulator answers it. */
export interface Exchange {
  /** SageMaker's operation; the empty string for other services. */
  readonly operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire holds
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire holds
  readonly answer: any;
}

/** The answer of a service that refuses. */
export const refusal = (type: string, message: string) => ({ status: 400, body: { __type: type, message } });

/**
 * The simulator behind a proxy that may change any answer of SageMaker's: for what a service should never answer, and some do.
 * `change` returns undefined for what stays as it is.
 */
export async function withAnswers(
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
