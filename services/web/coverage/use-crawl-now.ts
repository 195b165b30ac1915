import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, apiUrl, client } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';

interface Scope {
  readonly accounts?: string[];
  readonly regions?: string[];
  /** Name or ARN of a resource. */
  readonly job?: string;
}

/** Asks for a crawl of everything, an account, a region or a resource, and says what becomes of it. */
export function useCrawlNow() {
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  // A key of some accounts has to name them.
  const own = session?.accounts ?? undefined;
  const mutation = useMutation({
    mutationFn: (scope: Scope) =>
      answerOf(client.POST('/v1/crawls', { body: { scope: { ...(own && { accounts: own }), ...scope } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['crawls'] }),
  });
  const { data, error } = mutation;
  const asked = data && (data.warning ?? `Crawl ${data.id} is ${data.status}.`);
  const followed = data?.warning === undefined ? data?.id : undefined;
  useEffect(() => {
    if (followed === undefined) return;
    const events = new EventSource(apiUrl(`v1/crawls/${followed}/events`));
    events.addEventListener('end', () => {
      events.close();
      void queries.invalidateQueries();
    });
    events.addEventListener('problem', () => events.close());
    return () => events.close();
  }, [followed, queries]);
  return {
    /** Whether the key may; undefined until it is known. */
    isAllowed: session?.scopes.includes('crawl'),
    mutate: mutation.mutate,
    isPending: mutation.isPending,
    failed: error !== null,
    message: error ? error.message : asked,
  };
}
