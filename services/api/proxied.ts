import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the headers tell of a client that is not this machine, as proxies add them: a request that reaches the loopback may come from
 * anywhere behind one. Headers that are made up can only make a request look farther away than it is.
 */
export function cameThroughProxy(headers: IncomingHttpHeaders): boolean {
  const clients = [headers['x-forwarded-for'], headers['x-real-ip']].flatMap((value) => String(value ?? '').split(','));
  for (const [, client = ''] of (headers.forwarded ?? '').matchAll(/\bfor=("[^"]*"|[^;,\s]*)/gi)) clients.push(client);
  return clients.map((client) => client.trim()).some((client) => client !== '' && !isThisMachine(client));
}

/** As addresses stand in such headers: with a port or without, in quotes and brackets. */
const isThisMachine = (client: string): boolean =>
  /^"?(127(\.\d{1,3}){3}(:\d+)?|localhost(:\d+)?|::1|\[::1\](:\d+)?|::ffff:127(\.\d{1,3}){3})"?$/i.test(client);
