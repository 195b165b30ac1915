import { isIP } from 'node:net';
import Type from 'typebox';
import type { Problem } from './validate.ts';

const names = ['loopback', 'linklocal', 'uniquelocal'];

/** Which proxies are believed what `X-Forwarded-For` says. A number of hops is none of it: it would believe whoever comes directly. */
export const trustProxy = Type.Unsafe<boolean | string | string[]>({
  default: false,
  description:
    'Proxies whose X-Forwarded-For, -Host and -Proto headers are believed: addresses, networks such as 10.0.0.0/8, or the names loopback, linklocal and uniquelocal; one or a list. true believes everybody, which is right only where nothing but a proxy that replaces these headers reaches the port.',
});

/** What is wrong with the setting, if anything is. */
export function trustProxyProblems(value: unknown): Problem[] {
  if (typeof value === 'boolean') return [];
  const at = ['api', 'trust_proxy'];
  if (typeof value === 'string') return isProxy(value) ? [] : [{ path: at, message: expected(value) }];
  if (!Array.isArray(value) || value.length === 0) return [{ path: at, message: expected(value) }];
  return value.flatMap((one: unknown, index) =>
    isProxy(one) ? [] : [{ path: [...at, index], message: expected(one) }],
  );
}

const expected = (value: unknown): string =>
  `must be true, false, or addresses such as 10.0.0.1, networks such as 10.0.0.0/8, ${names.join(', ')}; not ${JSON.stringify(value)}`;

/** An address, a network in the notation of CIDR, or one of the names for private ones. */
function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (names.includes(value)) return true;
  const [address = '', prefix, ...rest] = value.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
}
