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
      description: 'Describe calls under way at once in one target.',
    }),
    target_concurrency: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 4,
      description: 'Targets (an account in a region) crawled at once by one process.',
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
          description: `Rates of single operations, e.g. ${jobType.describe?.operation}: 20; they go before those above.`,
        }),
      },
      {
        default: {},
        description:
          'Most requests a second, for each account and region. A throttle halves them, success brings them back.',
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
      description: 'The part of those rates that is used; the rest is left to the account’s other users.',
    }),
    search: Type.Boolean({
      default: true,
      description:
        'Fill the catalog from Search, a hundred jobs and their tags a call. Off, or denied: List and Describe only.',
    }),
    rates_per_account: Type.Boolean({
      default: false,
      description: 'Whether the regions of an account share each of those rates.',
    }),
    tags: Type.Boolean({
      default: true,
      description: 'Whether tags that Search does not bring are asked for with ListTags.',
    }),
    overlap_seconds: Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 600,
      description: 'Seconds by which the search for new jobs overlaps what is known.',
    }),
    timeout_seconds: Type.Number({
      minimum: 1,
      maximum: 300,
      default: 15,
      description: 'Seconds after which a request is given up and sent again.',
    }),
    unreachable_after_seconds: Type.Number({
      minimum: 1,
      maximum: 3600,
      default: 60,
      description: 'Seconds without any answer after which a region is left for this time.',
    }),
    backlog_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 604_800,
        description: `Seconds after which the columns that Search lacks are left to the next crawl; ${workerBacklogSeconds} by default in sagecat up and sagecat worker, no limit in sagecat crawl.`,
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
      description: 'Seconds between two looks of a worker at the queue.',
    }),
    drain_seconds: Type.Number({
      minimum: 0,
      maximum: 3600,
      default: 20,
      description: 'Seconds that the targets under way have to store what was read, when a worker is stopped.',
    }),
    schedule: section(
      {
        incremental: cron(
          '*/5 * * * *',
          'Cron expression (UTC) for new jobs and those that can still change; off for never.',
        ),
        full: cron(
          '23 2 * * *',
          'Cron expression (UTC) for everything: deletions, changed tags, drift; off for never.',
        ),
      },
      {
        default: {},
        description: 'When sagecat worker and sagecat up crawl by themselves.',
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
          'Days for which changes of rows are kept; for ever by default. The rows themselves always stay. See sagecat history prune.',
      }),
    ),
  },
  { default: {} },
);

export type HistorySettings = Static<typeof historySection>;
