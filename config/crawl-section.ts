import Type from 'typebox';

const rate = (usual: number, description: string) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 100_000, default: usual, description });

const cron = (usual: string, description: string) =>
  Type.String({ pattern: '^(off|\\S+( \\S+){4})$', default: usual, description });

/** The keys of `crawl` that say how hard and how often it reads. */
export const crawlManners = {
  requests_per_second: Type.Object(
    {
      list: rate(2, 'ListTrainingJobs; AWS allows 2, which cannot be raised.'),
      search: rate(5, 'Search.'),
      describe: rate(10, 'DescribeTrainingJob.'),
      list_tags: rate(10, 'ListTags.'),
    },
    {
      additionalProperties: false,
      default: {},
      description:
        'Most requests a second, for each account and region. A throttle halves them, success brings them back.',
    },
  ),
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
  schedule: Type.Object(
    {
      incremental: cron(
        '*/5 * * * *',
        'Cron expression (UTC) for new jobs and those that can still change; off for never.',
      ),
      full: cron('23 2 * * *', 'Cron expression (UTC) for everything: deletions, changed tags, drift; off for never.'),
    },
    {
      additionalProperties: false,
      default: {},
      description: 'When sagecat worker and sagecat up crawl by themselves.',
    },
  ),
};

export const historySchema = Type.Object(
  {
    keep_days: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Days for which changes of jobs are kept; for ever by default.' }),
    ),
  },
  { additionalProperties: false, default: {} },
);

export const discoverySchema = Type.Object(
  {
    organization: Type.Optional(
      Type.Object(
        {
          role_name: Type.String({
            pattern: '^[\\w+=,.@-]{1,64}$',
            description: 'Name of the role to assume in every account of the organization, e.g. SagecatReadOnly.',
          }),
          external_id: Type.Optional(
            Type.String({ pattern: '^[\\w+=,.@:/-]{2,1224}$', description: 'External ID that the roles ask for.' }),
          ),
          units: Type.Optional(
            Type.Array(Type.String({ pattern: '^(ou|r)-[a-z0-9-]+$' }), {
              minItems: 1,
              description: 'Only these organizational units and those below, e.g. ou-ab12-34567890; all by default.',
            }),
          ),
          exclude_accounts: Type.Array(Type.String({ pattern: '^\\d{12}$' }), {
            default: [],
            description: 'Accounts that are never crawled.',
          }),
          role_arn: Type.Optional(
            Type.String({
              pattern: '^arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+$',
              description: 'Role that may list the organization; the default credentials by default.',
            }),
          ),
          profile: Type.Optional(
            Type.String({ minLength: 1, description: 'Profile of the shared AWS configuration to start from.' }),
          ),
        },
        {
          additionalProperties: false,
          description: 'Crawl the accounts of an AWS organization, beside those that are named.',
        },
      ),
    ),
    regions: Type.Boolean({
      default: false,
      description: 'Ask each account that names no regions, and where none are named for all, which regions are on.',
    }),
    lifetime_hours: Type.Number({
      exclusiveMinimum: 0,
      default: 24,
      description: 'Hours for which accounts and regions are not asked for again.',
    }),
  },
  { additionalProperties: false, default: {} },
);
