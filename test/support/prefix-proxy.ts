import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts a reverse proxy on loopback that serves another server under a path, such as `/tools/sagecat`. */
export async function startPrefixProxy(prefix: string, upstream: string): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((asked, answer) => {
    const { url = '', method = 'GET', headers } = asked;
    if (!url.startsWith(`${prefix}/`)) return answer.writeHead(404).end('not below the prefix');
    const sent = request(new URL(url.slice(prefix.length), upstream), { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    sent.on('error', () => answer.writeHead(502).end());
    asked.pipe(sent);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
