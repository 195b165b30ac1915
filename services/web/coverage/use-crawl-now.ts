import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';

interface Scope {
  readonly accounts?: string[];
  readonly regions?: string[];
  readonly job?: string;
}

/** Asks for a crawl of everything, an account, a region or a job, and says what became of it. */
export function useCrawlNow() {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (scope: Scope) => answerOf(client.POST('/v1/crawls', { body: { scope } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['crawls'] }),
  });
  const { data, error } = mutation;
  const asked = data && (data.warning ?? `Crawl ${data.id} is ${data.status}.`);
  return {
    mutate: mutation.mutate,
    isPending: mutation.isPending,
    failed: error !== null,
    message: error ? error.message : asked,
  };
}
