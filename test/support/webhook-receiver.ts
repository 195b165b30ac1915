import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface ReceivedMessage {
  readonly id: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on the parts that they expect
  readonly body: any;
  readonly at: number;
}

export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** What came, in its order. */
  readonly messages: ReceivedMessage[];
  /** Answers the next requests; 200 where it is not set. */
  answer: (response: ServerResponse, message: ReceivedMessage) => void;
}

/** Receives webhooks on loopback, with TLS where a certificate is given. */
export async function webhookReceiver(tls?: { key: Buffer; cert: Buffer }): Promise<Receiver> {
  const receiver: Omit<Receiver, keyof AsyncDisposable> & { url: string } = {
    url: '',
    messages: [],
    answer: (response) => void response.writeHead(200).end('ok'),
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const isJson = request.headers['content-type']?.includes('json') === true;
    const message = {
      id: String(request.headers['webhook-id']),
      headers: request.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
      at: Date.now(),
    };
    receiver.messages.push(message);
    receiver.answer(response, message);
  };
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return Object.assign(receiver, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  });
}
