import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import { listed } from './listed.ts';
import type { paths } from './schema.d.ts';

/** The names of the types whose routes the API has: all have the same parameters and the same answers, but for the rows. */
type TypeName = { [P in keyof paths]: P extends `/v1/resources/${infer Name}/facets` ? Name : never }[keyof paths];
type OfType = `/v1/resources/${TypeName}`;

/** The path of a type that the API told of. */
const resourcesOf = (type: string): OfType => `/v1/resources/${type}` as OfType;

export type ResourceType =
  paths['/v1/resource-types']['get']['responses'][200]['content']['application/json']['items'][number];
export type Field =
  paths['/v1/resource-types/{name}']['get']['responses'][200]['content']['application/json']['fields'][number];
export type Selection = { q?: string | undefined; deleted?: boolean | undefined; as_of?: string | undefined };
export type Row = Record<string, unknown>;
export type Facets = paths[`${OfType}/facets`]['get']['responses'][200]['content']['application/json'];
export type Shown = paths[`${OfType}/{arn}/presentation`]['get']['responses'][200]['content']['application/json'];
/** Parameters that may be said to be undefined. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

export type UsageQuery = Omit<Loose<NonNullable<paths['/v1/billing/usage']['get']['parameters']['query']>>, 'type'> & {
  readonly type?: string | undefined;
};
export type Usage = Exclude<paths['/v1/billing/usage']['get']['responses'][200]['content']['application/json'], string>;
export type Target = paths['/v1/coverage']['get']['responses'][200]['content']['application/json']['items'][number];
export type Version =
  paths[`${OfType}/{arn}/versions`]['get']['responses'][200]['content']['application/json']['items'][number];
export type Crawl = paths['/v1/crawls']['get']['responses'][200]['content']['application/json']['items'][number];
type AggregateQuery = Loose<NonNullable<paths[`${OfType}/aggregate`]['get']['parameters']['query']>>;

/** Answers are asked for again after that time, when somebody looks. */
const fresh = 20_000;

/** Every type, and how it is shown. */
export const typesQuery = queryOptions({
  queryKey: ['types'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/resource-types', { signal }))).items,
});

/** Every field of a type. */
export const fieldsQuery = (type: string) =>
  queryOptions({
    queryKey: ['fields', type],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/v1/resource-types/{name}', { params: { path: { name: type } }, signal }))).fields,
  });

export interface PageQuery extends Selection {
  readonly sort?: string | undefined;
  readonly fields: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of rows; the first one counts all of them. */
export const pageQuery = (type: string, query: PageQuery) =>
  queryOptions({
    queryKey: ['page', type, query],
    staleTime: fresh,
    // Rows far from those that are seen are let go, so that scrolling on needs no more memory.
    gcTime: 15_000,
    queryFn: async ({ signal }) => {
      const page = await answerOf(
        client.GET(resourcesOf(type), {
          params: { query: defined({ ...query, total: query.cursor === undefined }) },
          signal,
        }),
      );
      // Rows of whatever type.
      return { ...page, items: page.items as readonly unknown[] as Row[] };
    },
  });

export const facetsQuery = (type: string, selection: Selection, fields: readonly string[], limit: number) =>
  queryOptions({
    queryKey: ['facets', type, selection, fields, limit],
    staleTime: fresh,
    enabled: fields.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET(`${resourcesOf(type)}/facets`, {
          params: { query: defined({ ...selection, fields: fields.map(listed).join(','), limit }) },
          signal,
        }),
      ),
  });

export const aggregateQuery = (type: string, query: AggregateQuery) =>
  queryOptions({
    queryKey: ['aggregate', type, query],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(client.GET(`${resourcesOf(type)}/aggregate`, { params: { query: defined(query) }, signal })),
  });

/** One of the resources that have had an ARN; the newest where no time of creation is said. */
export interface ResourceKey {
  readonly type: string;
  readonly arn: string;
  readonly asOf?: string | undefined;
  readonly creationTime?: string | undefined;
}

const one = ({ arn, asOf, creationTime }: ResourceKey) => ({
  path: { arn },
  query: defined({ deleted: true, as_of: asOf, creation_time: creationTime }),
});

export const rowQuery = (key: ResourceKey) =>
  queryOptions({
    queryKey: ['row', key],
    staleTime: fresh,
    // Without a format the answer is the row.
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET(`${resourcesOf(key.type)}/{arn}`, { params: one(key), signal }))) as unknown as Row,
  });

/** What people are shown of a resource, whatever its type. */
export const shownQuery = (key: ResourceKey) =>
  queryOptions({
    queryKey: ['shown', key],
    staleTime: fresh,
    queryFn: ({ signal }) =>
      answerOf(client.GET(`${resourcesOf(key.type)}/{arn}/presentation`, { params: one(key), signal })),
  });

/** The text of a resource in a format of its type. */
export const manifestQuery = (key: ResourceKey, format: string) =>
  queryOptions({
    queryKey: ['manifest', key, format],
    staleTime: fresh,
    queryFn: async ({ signal }) => {
      const { path, query } = one(key);
      const asked = client.GET(`${resourcesOf(key.type)}/{arn}`, {
        // The formats of a type are those that it said.
        params: { path, query: { ...query, format: format as never } },
        parseAs: 'text',
        signal,
      });
      return String(await answerOf(asked));
    },
  });

export const versionsQuery = ({ type, arn, creationTime }: ResourceKey) =>
  queryOptions({
    queryKey: ['versions', type, arn, creationTime],
    staleTime: fresh,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET(`${resourcesOf(type)}/{arn}/versions`, {
          params: { path: { arn }, query: defined({ limit: 200, creation_time: creationTime }) },
          signal,
        }),
      ),
  });

/** The names of types that the parameters of spend take: those that the API told of. */
const asType = <T extends { readonly type?: string | undefined }>(query: T) => query as T & { type?: TypeName };

export const usageQuery = (query: UsageQuery) =>
  queryOptions({
    queryKey: ['usage', query],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    // It is text where CSV is asked for.
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/v1/billing/usage', { params: { query: defined(asType(query)) }, signal }))) as Usage,
  });

/** What runs now, and what it will have cost at its limit. */
export const runningQuery = (query: {
  readonly type?: string | undefined;
  readonly q?: string | undefined;
  readonly limit?: number;
}) =>
  queryOptions({
    queryKey: ['running', query],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/billing/running', { params: { query: defined(asType(query)) }, signal })),
  });

/** Every target that a key may see, up to ten thousand. */
export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  staleTime: fresh,
  refetchInterval: 60_000,
  queryFn: async ({ signal }) => {
    const items: Target[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const page = await answerOf(
        client.GET('/v1/coverage', { params: { query: defined({ limit: 1000, cursor }) }, signal }),
      );
      items.push(...page.items);
      if (page.next_cursor === null) return { ...page, items };
      cursor = page.next_cursor;
    }
    return answerOf(client.GET('/v1/coverage', { params: { query: { limit: 1 } }, signal })).then((page) => ({
      ...page,
      items,
    }));
  },
});

export const crawlsQuery = queryOptions({
  queryKey: ['crawls'],
  refetchInterval: 10_000,
  queryFn: ({ signal }) => answerOf(client.GET('/v1/crawls', { params: { query: { limit: 20 } }, signal })),
});

export type Policy = paths['/v1/policies/{name}']['get']['responses'][200]['content']['application/json'];
export type Budget = paths['/v1/budgets']['get']['responses'][200]['content']['application/json']['items'][number];

/** Every policy with its score. */
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  staleTime: fresh,
  queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/policies', { signal }))).items,
});

/** A policy with its score by the values of a dimension, and at the end of each day. */
export const policyQuery = (name: string, by: string) =>
  queryOptions({
    queryKey: ['policy', name, by],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/policies/{name}', { params: { path: { name }, query: { by } }, signal })),
  });

/** What was spent this month of every budget. */
export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  staleTime: fresh,
  queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/budgets', { signal }))).items,
});

export type Watch = paths['/v1/watches']['get']['responses'][200]['content']['application/json']['items'][number];

/** What people are told of without asking. */
export const watchesQuery = queryOptions({
  queryKey: ['watches'],
  staleTime: fresh,
  refetchInterval: 30_000,
  queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/watches', { signal }))).items,
});

/** The newest of what a watch told, on each of its channels. */
export const deliveriesQuery = (name: string) =>
  queryOptions({
    queryKey: ['deliveries', name],
    staleTime: fresh,
    refetchInterval: 30_000,
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          client.GET('/v1/watches/{name}/deliveries', { params: { path: { name }, query: { limit: 50 } }, signal }),
        )
      ).items,
  });

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what is undefined: the API refuses parameters without a value. */
function defined<T extends object>(query: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Defined<T>;
}

export type Change = paths['/v1/changes']['get']['responses'][200]['content']['application/json']['items'][number];
type ChangesQuery = Loose<NonNullable<paths['/v1/changes']['get']['parameters']['query']>>;

/** Changes of a type or of all, the newest first, page after page. */
export const changesQuery = (query: ChangesQuery) =>
  infiniteQueryOptions({
    queryKey: ['changes', query],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    // What stays in memory is bounded; whoever wants older changes asks for an earlier time.
    maxPages: 40,
    getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    getPreviousPageParam: () => undefined,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/v1/changes', {
          params: { query: defined({ ...query, limit: 100, cursor: pageParam }) },
          signal,
        }),
      ),
  });
