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
  sql: sqlSection,
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
