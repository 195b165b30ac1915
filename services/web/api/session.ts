import { queryOptions } from '@tanstack/react-query';
import { ApiError, apiUrl } from './client.ts';

/** Who the page asks for, and what they may do. */
export interface Session {
  readonly key_required: boolean;
  readonly signed_in: boolean;
  readonly name: string | null;
  readonly scopes: readonly string[];
  /** Null for all. */
  readonly accounts: readonly string[] | null;
}

/** An API that knows no sessions asks for no key, or refuses with 401. */
const none: Session = { key_required: false, signed_in: false, name: null, scopes: [], accounts: null };

async function ask(method: string, key?: string): Promise<Session> {
  const response = await fetch(apiUrl('v1/session'), {
    method,
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
  });
  if (response.status === 404 || response.status === 204) return none;
  const body: unknown = await response.json();
  if (!response.ok) throw new ApiError(response.status, body as object);
  return body as Session;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: () => ask('GET'),
});

/** Has the API keep the key's rights in a cookie that no script reads. Throws an ApiError where the key does not work. */
export const signIn = (key: string): Promise<Session> => ask('POST', key);

export const signOut = (): Promise<Session> => ask('DELETE');
