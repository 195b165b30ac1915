import type { RouteOptions } from 'fastify';
import { Type } from 'typebox';
import type { Scope } from '../../catalog/scopes.ts';

/** Names of the two ways to send a key, in the OpenAPI document. */
export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key; sagecat keys create makes one.' },
  api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'The same key in a header of its own.' },
  event_secret: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Sagecat-Event-Secret',
    description: 'The secret of those who may post events.',
  },
} as const;

/** Returns what a route requires: a key with its scope, in either way; nothing if it is public. */
export function securityOf(scope: Scope | 'any' | 'public'): Record<string, string[]>[] {
  if (scope === 'public') return [];
  const scopes = scope === 'any' ? [] : [scope];
  return [{ bearer: scopes }, { api_key: scopes }];
}

const texts: Readonly<Record<number, string>> = {
  304: 'Not modified: the ETag of If-None-Match is still that of the answer. Without a body.',
  400: 'A parameter, the search query or the body has a mistake; the problem names it.',
  401: 'There is no key, or none that works.',
  403: 'The key lacks the scope of the route.',
  404: 'There is no such thing, or the key does not show it.',
  409: 'Several have that name, or one that may not; the problem says which.',
  413: 'The body is too large.',
  415: 'The body is of another media type than application/json.',
  422: 'What is asked for cannot be answered any more or cannot be catalogued.',
  429: 'Too many requests; Retry-After says when to ask again.',
  500: 'sagecat failed; the log has the request_id.',
  503: 'The database is not available.',
  504: 'The database did not answer in time.',
};

/** Returns the error responses of a route, by its parameters. */
export function errorResponses({ method, url, schema, config }: RouteOptions): Record<string, object> {
  const isPublic = config?.scope === 'public';
  const parameters = (schema?.querystring as { properties?: object } | undefined)?.properties ?? {};
  const statuses = [
    ...(method === 'GET' ? [304] : []),
    ...(url.startsWith('/v1/') ? [400] : []),
    ...(isPublic && !schema?.security ? [] : [401]),
    ...(isPublic ? [] : [403]),
    ...(url.includes(':') ? [404] : []),
    ...(url.includes('/by-name/') || url === '/v1/views/:id' ? [409] : []),
    ...(schema?.body ? [413, 415] : []),
    ...('as_of' in parameters || url === '/v1/events' ? [422] : []),
    ...(config?.rateLimit === false ? [] : [429]),
    500,
    503,
    ...(isPublic ? [] : [504]),
  ];
  return Object.fromEntries(statuses.map((status) => [status, answer(status)]));
}

function answer(status: number): object {
  const description = texts[status] ?? '';
  if (status === 304) return { description, type: 'null' };
  return {
    description,
    ...(status === 429 && { headers: { 'Retry-After': { type: 'integer', description: 'Seconds to wait.' } } }),
    content: { 'application/problem+json': { schema: Type.Ref('problem#') } },
  };
}
