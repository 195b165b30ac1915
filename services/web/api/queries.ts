import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import { listed } from './listed.ts';
import type { components, paths } from './schema.d.ts';

const jobs = '/v1/resources/aws_sagemaker_trainingjob';

export type Job = components['schemas']['aws_sagemaker_trainingjob'];
export type Selection = { q?: string | undefined; deleted?: boolean | undefined; as_of?: string | undefined };
export type Row = Record<string, unknown>;
export type Facets =
  paths['/v1/resources/aws_sagemaker_trainingjob/facets']['get']['responses'][200]['content']['application/json'];
/** Parameters that may be said to be undefined. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

export type UsageQuery = Loose<NonNullable<paths['/v1/billing/usage']['get']['parameters']['query']>>;
export type Usage = Exclude<paths['/v1/billing/usage']['get']['responses'][200]['content']['application/json'], string>;
export type Target = paths['/v1/coverage']['get']['responses'][200]['content']['application/json']['items'][number];
export type Version =
  paths['/v1/resources/aws_sagemaker_trainingjob/{arn}/versions']['get']['responses'][200]['content']['application/json']['items'][number];
export type Crawl = paths['/v1/crawls']['get']['responses'][200]['content']['application/json']['items'][number];
type AggregateQuery = Loose<
  NonNullable<paths['/v1/resources/aws_sagemaker_trainingjob/aggregate']['get']['parameters']['query']>
>;

/** Answers are asked for again after that time, when somebody looks. */
const fresh = 20_000;

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) =>
    answerOf(
      client.GET('/v1/resource-types/{name}', { params: { path: { name: 'aws_sagemaker_trainingjob' } }, signal }),
    ),
});

export interface PageQuery extends Selection {
  readonly sort?: string | undefined;
  readonly fields: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of rows; the first one counts all of them. */
export const pageQuery = (query: PageQuery) =>
  queryOptions({
    queryKey: ['page', query],
    staleTime: fresh,
    // Rows far from those that are seen are let go, so that scrolling on needs no more memory.
    gcTime: 15_000,
    queryFn: async ({ signal }) => {
      const page = await answerOf(
        client.GET(jobs, { params: { query: defined({ ...query, total: query.cursor === undefined }) }, signal }),
      );
      return { ...page, items: page.items as Row[] };
    },
  });

export const facetsQuery = (selection: Selection, fields: readonly string[], limit: number) =>
  queryOptions({
    queryKey: ['facets', selection, fields, limit],
    staleTime: fresh,
    enabled: fields.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET(`${jobs}/facets`, {
          params: { query: defined({ ...selection, fields: fields.map(listed).join(','), limit }) },
          signal,
        }),
      ),
  });

export const aggregateQuery = (query: AggregateQuery) =>
  queryOptions({
    queryKey: ['aggregate', query],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(client.GET(`${jobs}/aggregate`, { params: { query: defined(query) }, signal })),
  });

export interface JobKey {
  readonly arn: string;
  readonly asOf?: string | undefined;
  readonly creationTime?: string | undefined;
}

const one = ({ arn, asOf, creationTime }: JobKey) => ({
  path: { arn },
  query: defined({ deleted: true, as_of: asOf, creation_time: creationTime }),
});

export const jobQuery = (key: JobKey) =>
  queryOptions({
    queryKey: ['job', key],
    staleTime: fresh,
    // Without a format the answer is the row.
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET(`${jobs}/{arn}`, { params: one(key), signal }))) as unknown as Job,
  });

export const manifestQuery = (key: JobKey, format: 'ack' | 'terraform-aws') =>
  queryOptions({
    queryKey: ['manifest', key, format],
    staleTime: fresh,
    queryFn: async ({ signal }) => {
      const { path, query } = one(key);
      const asked = client.GET(`${jobs}/{arn}`, {
        params: { path, query: { ...query, format } },
        parseAs: 'text',
        signal,
      });
      return String(await answerOf(asked));
    },
  });

export const versionsQuery = ({ arn, creationTime }: JobKey) =>
  queryOptions({
    queryKey: ['versions', arn, creationTime],
    staleTime: fresh,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET(`${jobs}/{arn}/versions`, {
          params: { path: { arn }, query: defined({ limit: 200, creation_time: creationTime }) },
          signal,
        }),
      ),
  });

export const usageQuery = (query: UsageQuery) =>
  queryOptions({
    queryKey: ['usage', query],
    staleTime: fresh,
    placeholderData: keepPreviousData,
    // It is text where CSV is asked for.
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/v1/billing/usage', { params: { query: defined(query) }, signal }))) as Usage,
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

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what is undefined: the API refuses parameters without a value. */
function defined<T extends object>(query: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Defined<T>;
}

export type Change = paths['/v1/changes']['get']['responses'][200]['content']['application/json']['items'][number];
type ChangesQuery = Loose<NonNullable<paths['/v1/changes']['get']['parameters']['query']>>;

/** Changes of training jobs, the newest first, page after page. */
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
          params: { query: defined({ ...query, type: 'aws_sagemaker_trainingjob', limit: 100, cursor: pageParam }) },
          signal,
        }),
      ),
  });
