import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { pageQuery, type Row, type Selection } from '../api/queries.ts';
import { pageSize } from './table-fields.ts';

/** Pages that are asked for before they are seen, once somebody scrolls: whoever scrolls on finds them there. */
const pagesAhead = 2;

interface RowsQuery extends Selection {
  readonly sort?: string | undefined;
  readonly fields: string;
}

export interface Rows {
  /** Rows that the query finds; undefined until it is known. */
  readonly total: number | undefined;
  /** Rows that can be scrolled to now. */
  readonly count: number;
  /** The row of an index; undefined while its page is on its way. */
  readonly at: (index: number) => Row | undefined;
  readonly isPending: boolean;
  /** Whether the rows are those of the query before. */
  readonly isStale: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * The rows of a query, of which only the pages around those that are seen are held. Pages are found by their cursors, each of which the
 * page before tells; the cursors of all pages that were seen are kept, the pages themselves are let go.
 */
export function useRows(type: string, query: RowsQuery, first: number, last: number): Rows {
  const key = JSON.stringify([type, query]);
  const cursors = useRef<{ key: string; known: (string | undefined)[] }>({ key: '', known: [] });
  if (cursors.current.key !== key) cursors.current = { key, known: [undefined] };
  const { known } = cursors.current;

  const head = useQuery({
    ...pageQuery(type, { ...query, limit: pageSize }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const isStale = head.isPlaceholderData;
  if (head.data && !isStale && head.data.next_cursor !== null) known[1] = head.data.next_cursor;

  const from = Math.max(1, Math.floor(first / pageSize) - 1);
  const ahead = first > 0 ? pagesAhead : 0;
  const to = Math.min(Math.floor(last / pageSize) + ahead, known.length - 1);
  const indexes = useMemo(() => {
    const wanted: number[] = [];
    for (let index = from; index <= to; index++) wanted.push(index);
    return wanted;
  }, [from, to]);
  const pages = useQueries({
    queries: indexes.map((index) => ({
      ...pageQuery(type, { ...query, limit: pageSize, cursor: known[index] }),
      enabled: !isStale && known[index] !== undefined,
    })),
  });
  const held = new Map<number, readonly Row[]>();
  if (head.data) held.set(0, head.data.items);
  for (const [position, page] of pages.entries()) {
    const index = indexes[position] ?? 0;
    if (!page.data) continue;
    held.set(index, page.data.items);
    if (page.data.next_cursor !== null && known[index + 1] === undefined) known[index + 1] = page.data.next_cursor;
  }
  const total = head.data?.total;
  const reachable = known.length * pageSize;
  const failed = pages.find(({ error }) => error);
  return {
    total,
    count: head.data ? Math.min(total ?? reachable, reachable) : 0,
    at: (index) => held.get(Math.floor(index / pageSize))?.[index % pageSize],
    isPending: head.isPending,
    isStale,
    error: head.error ?? failed?.error ?? null,
    retry: () => void (head.error ? head.refetch() : failed?.refetch()),
  };
}
