import Type, { type Static, type TNumber, type TOptional } from 'typebox';
import { defaultRates, ratesOf } from '../catalog/operations.ts';
import { jobType, resourceTypes } from '../catalog/resource-types.ts';
import { section, withDefaults } from './section.ts';

const rate = (usual: number, description: string) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 100_000, default: usual, description });

const cron = (usual: string, description: string) =>
  Type.String({ pattern: '^(off|\\S+( \\S+){4})$', default: usual, description });

/** A key for each operation that a resource type names. */
const operationRates: Record<string, TOptional<TNumber>> = Object.fromEntries(
  Object.keys(ratesOf(resourceTypes)).map((operation) => [
    operation,
    Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100_000 })),
  ]),
);

/** The default of `backlog_seconds` for a worker. */
const workerBacklogSeconds = 240;

/** The `crawl` section: how hard and how often sagecat reads. */
export const crawlSection = section(
  {
    describe_concurrency: Type.Integer({
      minimum: 1,
      maximum: 200,
      default: 16,
      description: 'Concurrent describe calls in one target.',
    }),
    target_concurrency: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 4,
      description: 'Targets (account, region and resource type) that one process crawls concurrently.',
    }),
    requests_per_second: section(
      {
        list: rate(
          defaultRates.list,
          `Each list operation; AWS allows 2 for ${jobType.list.operation}, which cannot be raised.`,
        ),
        search: rate(defaultRates.search, 'Search.'),
        describe: rate(defaultRates.describe, 'Each describe operation.'),
        list_tags: rate(defaultRates.list_tags, 'ListTags.'),
        operations: section(operationRates, {
          default: {},
          description: `Rates of single operations, e.g. ${jobType.describe?.operation}: 20; they override the rates above.`,
        }),
      },
      {
        default: {},
        description:
          'Maximum requests per second, for each account and region. A throttle halves a rate, and success restores it.',
      },
    ),
    types: Type.Array(Type.Enum(resourceTypes.map(({ name }) => name)), {
      minItems: 1,
      uniqueItems: true,
      default: resourceTypes.filter(({ isCrawledByDefault }) => isCrawledByDefault).map(({ name }) => name),
      description:
        'Resource types that are crawled, by the names of their tables. Each needs actions of its own: docs/aws-access.md.',
    }),
    share: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      default: 0.95,
      description: 'Share of these rates that is used; the rest is left to the account’s other users.',
    }),
    search: Type.Boolean({
      default: true,
      description:
        'Fill the catalog from Search, with a hundred resources and their tags per call. If it is off or denied, only List and Describe are used.',
    }),
    rates_per_account: Type.Boolean({
      default: false,
      description: 'Share each of these rates among the regions of an account.',
    }),
    tags: Type.Boolean({
      default: true,
      description: 'Read tags that Search does not return with ListTags.',
    }),
    overlap_seconds: Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 600,
      description: 'Seconds by which a listing of new resources overlaps the previous one.',
    }),
    timeout_seconds: Type.Number({
      minimum: 1,
      maximum: 300,
      default: 15,
      description: 'Seconds after which a request is aborted and sent again.',
    }),
    unreachable_after_seconds: Type.Number({
      minimum: 1,
      maximum: 3600,
      default: 60,
      description: 'Seconds without any response after which a crawl gives up a region.',
    }),
    backlog_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 604_800,
        description: `Seconds after which columns that Search lacks are left to the next crawl; ${workerBacklogSeconds} by default in sagecat up and sagecat worker, no limit in sagecat crawl.`,
      }),
    ),
    batch_size: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 100,
      description: 'Rows stored in one transaction.',
    }),
    lease_seconds: Type.Integer({
      minimum: 10,
      maximum: 3600,
      default: 30,
      description: 'Seconds after which a target whose process died is taken over by another one.',
    }),
    poll_seconds: Type.Number({
      minimum: 0.5,
      maximum: 300,
      default: 2,
      description: 'Seconds between two polls of the queue by a worker.',
    }),
    drain_seconds: Type.Number({
      minimum: 0,
      maximum: 3600,
      default: 20,
      description: 'Seconds that running targets have to store what was read, when a worker is stopped.',
    }),
    schedule: section(
      {
        incremental: cron(
          '*/5 * * * *',
          'Cron expression (UTC) of incremental crawls: new resources, and those that can still change. off turns them off.',
        ),
        full: cron(
          '23 2 * * *',
          'Cron expression (UTC) of full crawls: everything, with deletions and changed tags. off turns them off.',
        ),
      },
      {
        default: {},
        description: 'When sagecat worker and sagecat up crawl.',
      },
    ),
  },
  { default: {} },
);

export type CrawlSettings = Static<typeof crawlSection>;

/** The settings of a crawl, each of which may be left out. */
export type GivenCrawlSettings = Partial<Omit<CrawlSettings, 'requests_per_second' | 'schedule'>> & {
  readonly requests_per_second?: Partial<CrawlSettings['requests_per_second']>;
  readonly schedule?: Partial<CrawlSettings['schedule']>;
};

/** Returns the given settings with the defaults of the others. They are not validated. */
export const crawlSettings = (given: GivenCrawlSettings = {}): CrawlSettings => withDefaults(crawlSection, given);

/** Returns the settings of a worker, whose crawls leave a long backlog to the next one. */
export const workerSettings = (settings: CrawlSettings): CrawlSettings => ({
  ...settings,
  backlog_seconds: settings.backlog_seconds ?? workerBacklogSeconds,
});

export const historySection = section(
  {
    retention_days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 36_500,
        description:
          'Days for which changes are kept; unlimited by default. The resources themselves always stay. See sagecat history prune.',
      }),
    ),
  },
  { default: {} },
);

export type HistorySettings = Static<typeof historySection>;
