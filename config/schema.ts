import Type, { type Static } from 'typebox';
import { account, organization, regions } from './account-sections.ts';
import { budgetsSection } from './budgets-section.ts';
import { channelsSection } from './channels-section.ts';
import { crawlSection, historySection } from './crawl-section.ts';
import { ownershipSection } from './ownership-section.ts';
import { policiesSection } from './policies-section.ts';
import { section } from './section.ts';
import { trustProxy } from './trust-proxy.ts';
import { watchesSection } from './watches-section.ts';

/** The whole of `sagecat.yaml`. Descriptions and defaults here are the reference that docs/configuration.md prints. */
export const configSchema = section({
  regions: Type.Optional(
    regions(
      'Regions of the accounts that name none, or all: those that are on in each account. With organization, all by default.',
    ),
  ),
  regions_cache_hours: Type.Number({
    minimum: 0,
    maximum: 720,
    default: 24,
    description:
      'Hours for which the answers of the account API are good, where regions are all. A region that has no SageMaker is tried again after that.',
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
            'Connection string of a PostgreSQL, 15 or newer. DATABASE_URL goes before it; without both, the embedded database is used.',
        }),
      ),
      data_dir: Type.String({
        minLength: 1,
        default: '.sagecat',
        description: 'Directory of the embedded database. SAGECAT_DATA_DIR goes before it.',
      }),
    },
    { default: {} },
  ),
  api: section(
    {
      host: Type.String({
        minLength: 1,
        default: '127.0.0.1',
        description:
          'Address that the API listens on. Any but a loopback address needs API keys. SAGECAT_HOST goes before it.',
      }),
      port: Type.Integer({
        minimum: 0,
        maximum: 65535,
        default: 8080,
        description: 'Port that the API listens on; 0 takes a free one. SAGECAT_PORT goes before it.',
      }),
      requests_per_minute: Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        default: 6000,
        description:
          'Requests a minute that one key may send, and one address without a key that works. Each process counts for itself.',
      }),
      wrong_keys_per_minute: Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        default: 60,
        description: 'Keys that do not work which one address may try in a minute; after that it is refused unseen.',
      }),
      trust_proxy: trustProxy,
      request_timeout_seconds: Type.Number({
        minimum: 1,
        maximum: 3600,
        default: 30,
        description:
          'Longest time that the head of a request may take to arrive, and all of a request with its body. A connection ends at most a second later.',
      }),
      statement_timeout_seconds: Type.Integer({
        minimum: 1,
        maximum: 3600,
        default: 30,
        description: 'Longest time that the database may take for one statement of a request.',
      }),
      cors_origins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
        default: [],
        description: 'Origins whose pages may call the API from a browser, e.g. https://dash.example.org.',
      }),
    },
    { default: {} },
  ),
  secrets: section(
    {
      mask: Type.Boolean({
        default: true,
        description: 'Mask what looks like a credential before it is stored.',
      }),
      secret_names: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description:
          'Regular expressions for further names whose values are secrets, in hyperparameters, environments, tags and command lines.',
      }),
      public_names: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Regular expressions for names whose values are never masked.',
      }),
      patterns: Type.Array(
        section({
          name: Type.String({ pattern: '^[a-z][a-z\\d-]*$', description: 'Stands in the mark: ***masked:name***.' }),
          pattern: Type.String({
            minLength: 1,
            description: 'What the credential looks like; a group named secret is what is masked of it.',
          }),
        }),
        { default: [], description: 'Further forms of credentials, as regular expressions.' },
      ),
      disabled_rules: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Rules that do not apply, by the names that stand in their marks, e.g. url-password.',
      }),
      withheld_from_read: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Columns that no answer of the API shows but those of SQL, e.g. environment.',
      }),
      withheld_from_sql: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'Columns that SQL cannot read, in the table, in its views and in the history.',
      }),
    },
    { default: {} },
  ),
  sql: section(
    {
      timeout_seconds: Type.Number({
        exclusiveMinimum: 0,
        maximum: 600,
        default: 30,
        description: 'Longest time that a statement of sagecat sql or POST /v1/sql may take.',
      }),
      max_rows: Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        default: 10_000,
        description: 'Most rows that one statement answers.',
      }),
      max_concurrent: Type.Integer({
        minimum: 1,
        maximum: 15,
        default: 4,
        description:
          'Statements that one process runs at once; others wait. Keys for the same accounts leave one place to others.',
      }),
      reader_url: Type.Optional(
        Type.String({
          pattern: '^postgres(ql)?://',
          description:
            'Connection string of a login that is a member of sagecat_reader and nothing else. Needed only where the user of database.url may not create roles.',
        }),
      ),
      account_reader_url: Type.Optional(
        Type.String({
          pattern: '^postgres(ql)?://',
          description:
            'The same for sagecat_account_reader, for API keys that are restricted to accounts. All of them share it, so it is refused unless the database is hardened (sagecat migrate --print-hardening).',
        }),
      ),
      harden_functions: Type.Boolean({
        default: false,
        description:
          'Take from PUBLIC, in the whole database, the right to call functions with effects, such as advisory locks, and to read the list of roles and estimates of rows; SQL is refused where that had no effect. Only for a database that nobody else uses; the embedded one is always so.',
      }),
    },
    { default: {} },
  ),
  kubernetes: Type.Array(
    section({
      name: Type.String({ minLength: 1, description: 'Name under which the cluster’s manifests are kept.' }),
      kubeconfig: Type.Optional(
        Type.String({ minLength: 1, description: 'Kubeconfig; KUBECONFIG or ~/.kube/config by default.' }),
      ),
      context: Type.Optional(
        Type.String({ minLength: 1, description: 'Context of the kubeconfig; its current one by default.' }),
      ),
      in_cluster: Type.Optional(
        Type.Boolean({ description: 'Use the service account of the pod that sagecat runs in, and no kubeconfig.' }),
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
            'Secret of those who may post events to the API; without it nobody may. SAGECAT_EVENTS_SECRET goes before it.',
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
          'The least severe lines that are logged: trace, debug, info, warn, error or silent. SAGECAT_LOG_LEVEL goes before it.',
      }),
    },
    { default: {} },
  ),
});

export type Config = Static<typeof configSchema>;
