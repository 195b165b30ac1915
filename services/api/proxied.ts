import type { IncomingHttpHeaders } from 'node:http';

/**
 * Returns whether the headers show that a proxy forwarded the request from another machine: behind one, a request on the loopback may come
 * from anywhere. Forged headers can only make a request look more remote than it is.
 */
export function cameThroughProxy(headers: IncomingHttpHeaders): boolean {
  const clients = [headers['x-forwarded-for'], headers['x-real-ip']].flatMap((value) => String(value ?? '').split(','));
  for (const [, client = ''] of (headers.forwarded ?? '').matchAll(/\bfor=("[^"]*"|[^;,\s]*)/gi)) clients.push(client);
  return clients.map((client) => client.trim()).some((client) => client !== '' && !isThisMachine(client));
}

/** Addresses as such headers contain them: with or without a port, quotes and brackets. */
const isThisMachine = (client: string): boolean =>
  /^"?(127(\.\d{1,3}){3}(:\d+)?|localhost(:\d+)?|::1|\[::1\](:\d+)?|::ffff:127(\.\d{1,3}){3})"?$/i.test(client);
