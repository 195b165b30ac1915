import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

interface HttpProxyOptions {
  /** The address that requests for a host are sent to, such as `127.0.0.1:1234`; undefined refuses them. */
  readonly route: (host: string) => string | undefined;
  /** `user:password` that clients must send. */
  readonly login?: string;
}

/** A forward proxy on loopback: CONNECT for https, absolute URLs for http, Basic authorization. */
export class HttpProxy implements AsyncDisposable {
  /** `CONNECT host:443` and `GET http://host/`, in order. */
  readonly seen: string[] = [];
  readonly #server = createServer();

  constructor({ route, login }: HttpProxyOptions) {
    const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
    const isKnown = (given: string | undefined) => expected === undefined || given === expected;
    this.#server.on('connect', (request, socket) => {
      this.seen.push(`CONNECT ${request.url}`);
      const to = route(String(request.url).replace(/:\d+$/, ''));
      if (!isKnown(request.headers['proxy-authorization'])) return void socket.end('HTTP/1.1 407 Who are you\r\n\r\n');
      if (to === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      const [host, port] = to.split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    this.#server.on('request', (request, response) => {
      this.seen.push(`${request.method} ${request.url}`);
      const url = new URL(request.url ?? '');
      const to = route(url.hostname);
      if (!isKnown(request.headers['proxy-authorization'])) return void response.writeHead(407).end();
      if (to === undefined) return void response.writeHead(502).end();
      const { 'proxy-authorization': _, ...headers } = request.headers;
      const onward = send(`http://${to}${url.pathname}${url.search}`, { method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
