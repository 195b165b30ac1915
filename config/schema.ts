import Type, { type Static } from 'typebox';
import { account, organization, regions } from './account-sections.ts';
import { apiSection } from './api-section.ts';
import { budgetsSection } from './budgets-section.ts';
import { channelsSection } from './channels-section.ts';
import { crawlSection, historySection } from './crawl-section.ts';
import { ownershipSection } from './ownership-section.ts';
import { policiesSection } from './policies-section.ts';
import { section } from './section.ts';
import { sqlSection } from './sql-section.ts';
import { watchesSection } from './watches-section.ts';

/** The schema of `sagecat.yaml`. docs/configuration.md is generated from its descriptions and defaults. */
export const configSchema = section({
  regions: Type.Optional(
    regions(
      'Regions of accounts that name none: a list, or all for those that are enabled in each account. With organization, all is the default.',
    ),
  ),
  regions_cache_hours: Type.Number({
    minimum: 0,
    maximum: 720,
    default: 24,
    description:
      'Hours for which answers of the account API are cached, if regions is all. A region without SageMaker is tried again after that.',
  }),
  organization: Type.Optional(organization),
  accounts: Type.Optional(
    Type.Array(account, {
      minItems: 1,
      description:
        'Accounts to crawl; without any and without organization, the account of the default AWS credentials.',
    }),
  ),
  ownership: ownershipSection,
  policies: policiesSection,
  budgets: budgetsSection,
  watches: watchesSection,
  channels: channelsSection,
  crawl: crawlSection,
  history: historySection,
  database: section(
    {
      url: Type.Optional(
        Type.String({
          pattern: '^postgres(ql)?://',
          description:
            'Connection string of a PostgreSQL, 15 or newer. DATABASE_URL overrides it; without both, the embedded database is used.',
        }),
      ),
      data_dir: Type.String({
        minLength: 1,
        default: '.sagecat',
        description: 'Directory of the embedded database. SAGECAT_DATA_DIR overrides it.',
      }),
    },
    { default: {} },
  ),
  api: apiSection,
  secrets: section(
    {
      mask: Type.Boolean({
        default: true,
        description: 'Mask what looks like a credential before it is stored.',
      }),
      secret_names: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description:
          'Regular expressions for more names whose values are secrets, in hyperparameters, environments, tags and command lines.',
      }),
      public_names: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Regular expressions for names whose values are never masked.',
      }),
      patterns: Type.Array(
        section({
          name: Type.String({ pattern: '^[a-z][a-z\\d-]*$', description: 'Name in the mask: ***masked:name***.' }),
          pattern: Type.String({
            minLength: 1,
            description: 'Form of the credential; if it has a group named secret, only that part is masked.',
          }),
        }),
        { default: [], description: 'More forms of credentials, as regular expressions.' },
      ),
      disabled_rules: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Rules to turn off, by their names in the mask, e.g. url-password.',
      }),
      withheld_from_read: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Columns that the API does not return, except for SQL, e.g. environment.',
      }),
      withheld_from_sql: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Columns that SQL cannot read, in the table, in its views and in the history.',
      }),
    },
    { default: {} },
  ),
  sql: sqlSection,
  kubernetes: Type.Array(
    section({
      name: Type.String({ minLength: 1, description: 'Name under which the cluster’s manifests are stored.' }),
      kubeconfig: Type.Optional(
        Type.String({ minLength: 1, description: 'Kubeconfig file; KUBECONFIG or ~/.kube/config by default.' }),
      ),
      context: Type.Optional(
        Type.String({ minLength: 1, description: 'Context of the kubeconfig; its current context by default.' }),
      ),
      in_cluster: Type.Optional(
        Type.Boolean({ description: 'Use the service account of sagecat’s own pod instead of a kubeconfig.' }),
      ),
      namespace: Type.Optional(Type.String({ minLength: 1, description: 'Only this namespace; all by default.' })),
    }),
    { default: [], description: 'Clusters that run ACK’s SageMaker controller, followed by sagecat up.' },
  ),
  events: section(
    {
      queue_urls: Type.Array(Type.String({ pattern: '^https?://' }), {
        default: [],
        description: 'URLs of SQS queues that EventBridge sends state changes of training jobs to, read by sagecat up.',
      }),
      secret: Type.Optional(
        Type.String({
          minLength: 16,
          description:
            'Secret for posting events to the API; without it the route does not exist. SAGECAT_EVENTS_SECRET overrides it.',
        }),
      ),
    },
    { default: {} },
  ),
  log: section(
    {
      level: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
        default: 'info',
        description:
          'Lowest level that is logged: trace, debug, info, warn, error or silent. SAGECAT_LOG_LEVEL overrides it.',
      }),
    },
    { default: {} },
  ),
});

export type Config = Static<typeof configSchema>;
