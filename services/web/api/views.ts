import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import type { paths } from './schema.d.ts';

export type SavedView = paths['/v1/views']['get']['responses'][200]['content']['application/json']['items'][number];

/** The caller's own views and the shared ones. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/views', { signal }))).items,
});

/** Saves a view under its ID, or changes the one that has it. Throws an ApiError where its name is taken. */
export const saveView = ({
  id,
  name,
  page,
  state,
  shared,
}: Pick<SavedView, 'id' | 'name' | 'page' | 'state' | 'shared'>) =>
  answerOf(client.PUT('/v1/views/{id}', { params: { path: { id } }, body: { name, page, state, shared } }));

export const deleteView = (id: string) => answerOf(client.DELETE('/v1/views/{id}', { params: { path: { id } } }));
