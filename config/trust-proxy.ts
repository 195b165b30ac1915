import { isIP } from 'node:net';
import Type from 'typebox';
import type { Problem } from './validate.ts';

const names = ['loopback', 'linklocal', 'uniquelocal'];

/** The proxies whose `X-Forwarded-For` is trusted. Not a number of hops, which would also trust direct clients. */
export const trustProxy = Type.Unsafe<boolean | string | string[]>({
  default: false,
  description:
    'Proxies whose X-Forwarded-For, -Host and -Proto headers are trusted: addresses, networks such as 10.0.0.0/8, or the names loopback, linklocal and uniquelocal; one or a list. true trusts every address, which is safe only if the port can be reached only through a proxy that replaces these headers.',
});

/** Returns the problems of the setting. */
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

/** Returns whether a value is an address, a network in CIDR notation, or one of the names of private networks. */
function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (names.includes(value)) return true;
  const [address = '', prefix, ...rest] = value.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
}
