import { isIP } from 'node:net';
import { type Dispatcher, request } from 'undici';
import { errorText } from '../../../catalog/secrets/error-text.ts';
import { isPublic, PrivateAddressError } from '../public-address.ts';
import type { Answer, Channel, ChannelDependencies } from './channel.ts';

/** The maximum number of characters of a response that are stored, and of bytes that are read. */
const kept = 500;

/**
 * Posts JSON to a channel's URL and returns the response. Redirects are not followed, since they would lead to another address than the
 * configured one.
 */
export type Post = (body: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

export function postTo(
  { url = '', allow_private = false }: Channel,
  { dispatchers, timeoutMs }: ChannelDependencies,
): Post {
  const dispatcher = allow_private ? dispatchers.toAny : dispatchers.toPublic;
  return async (body, headers = {}) => {
    try {
      if (!allow_private) refuseAddress(url);
      const answer = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'sagecat', ...headers },
        body,
        dispatcher,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { statusCode: status, headers: answered } = answer;
      const text = errorText(await firstOf(answer.body));
      if (status >= 300 && status < 400) {
        const to = hostOf(answered.location, url);
        return { isDelivered: false, status, text: `it redirects to ${to}, which is not followed` };
      }
      return { isDelivered: status < 300, status, text, retryAfterMs: retryAfter(answered['retry-after']) };
    } catch (error) {
      return { isDelivered: false, status: null, text: errorText(error).slice(0, kept) };
    }
  };
}

/** Checks an address in the URL itself, which is not looked up. */
function refuseAddress(url: string): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddressError(host, host);
}

async function firstOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk;
    if (text.length > kept) break;
  }
  return text.slice(0, kept);
}

const hostOf = (location: string | string[] | undefined, url: string): string =>
  typeof location === 'string' && URL.canParse(location, url) ? new URL(location, url).host : 'nowhere';

/** Parses Retry-After: seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
