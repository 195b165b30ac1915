import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import { parametersOf } from './examples.ts';

const run = (statement: string, parameters: string[], signal: AbortSignal) =>
  answerOf(client.POST('/v1/sql', { body: { statement, parameters }, signal }));

export type SqlAnswer = Awaited<ReturnType<typeof run>>;

export const sqlQuery = (statement: string | undefined) =>
  queryOptions({
    queryKey: ['sql', statement],
    enabled: statement !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }) => {
      const began = performance.now();
      const answer = await run(statement ?? '', parametersOf(statement ?? ''), signal);
      return { ...answer, seconds: (performance.now() - began) / 1000 };
    },
  });

const columnsOfRelations = `SELECT table_name, array_agg(column_name ORDER BY ordinal_position)
FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
GROUP BY table_name ORDER BY table_name`;

/** Relations with their columns, for completion. */
export const schemaQuery = queryOptions({
  queryKey: ['sql schema'],
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  queryFn: async ({ signal }) => {
    const { rows } = await run(columnsOfRelations, [], signal);
    return Object.fromEntries(
      rows.map(([table, columns]) => [String(table), Array.isArray(columns) ? columns.map(String) : []]),
    );
  },
});
