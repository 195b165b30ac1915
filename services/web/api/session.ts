import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: ({ signal }) => answerOf(client.GET('/v1/session', { signal })),
});

/** Has the API keep the key's rights in a cookie that no script reads. Throws an ApiError where the key does not work. */
export const signIn = (key: string) =>
  answerOf(client.POST('/v1/session', { headers: { authorization: `Bearer ${key}` } }));

export const signOut = () => answerOf(client.DELETE('/v1/session'));
