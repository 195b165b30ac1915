import Type from 'typebox';
import { regionProblem } from '../catalog/partition.ts';
import { section } from './section.ts';

const region = Type.Refine(
  Type.String({ description: 'An AWS region, e.g. us-east-1.' }),
  (name) => regionProblem(name) === undefined,
  (name) => regionProblem(name) ?? '',
);

/** Names of regions, or `all`. Chosen with if/then instead of a union, so that errors are about the schema that was meant. */
export const regions = (description: string) =>
  Type.Unsafe<'all' | string[]>({
    if: { type: 'string' },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: { const: 'all' },
    else: Type.Array(region, { minItems: 1, uniqueItems: true }),
    description,
  });

const roleArn = (description: string) =>
  Type.String({ pattern: '^arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+$', description });

const externalId = (description: string) => Type.String({ pattern: '^[\\w+=,.@:/-]{2,1224}$', description });

const sessionName = Type.String({
  pattern: '^[\\w+=,.@-]{2,64}$',
  description: 'Session name that CloudTrail shows; sagecat by default.',
});

const profile = Type.String({
  minLength: 1,
  description: 'Profile of the shared AWS configuration to start from.',
});

const unit = '(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})';

export const account = section({
  id: Type.String({ pattern: '^\\d{12}$', description: 'The account’s twelve digits, in quotes.' }),
  name: Type.Optional(Type.String({ minLength: 1, description: 'Display name of the account.' })),
  role_arn: Type.Optional(
    roleArn('The role to assume in the account, e.g. arn:aws:iam::111122223333:role/SagecatReadOnly.'),
  ),
  external_id: Type.Optional(externalId('External ID that the role’s trust policy requires.')),
  session_name: Type.Optional(sessionName),
  profile: Type.Optional(profile),
  regions: Type.Optional(regions('Regions to crawl in this account: a list, or all for those that are enabled in it.')),
});

export const organization = section(
  {
    role_name: Type.String({
      pattern: '^[\\w+=,.@/-]{1,512}$',
      default: 'SagecatReadOnly',
      description: 'Name of the role to assume in each account, with its path if it has one.',
    }),
    external_id: Type.Optional(externalId('External ID that the roles’ trust policies require.')),
    session_name: Type.Optional(sessionName),
    profile: Type.Optional(profile),
    management_role_arn: Type.Optional(
      roleArn(
        'Role in the management account, or in a delegated administrator, with which the organization is listed; without it, the credentials that sagecat runs with.',
      ),
    ),
    units: Type.Optional(
      Type.Array(Type.String({ pattern: `^${unit}$` }), {
        minItems: 1,
        uniqueItems: true,
        description:
          'Organizational units (ou-...) or roots (r-...) whose accounts are crawled, nested units included; all accounts by default.',
      }),
    ),
    exclude: Type.Array(Type.String({ pattern: `^(\\d{12}|${unit})$` }), {
      uniqueItems: true,
      default: [],
      description: 'Accounts, units and roots to leave out, by ID; a unit includes everything below it.',
    }),
    cache_hours: Type.Number({
      minimum: 0,
      maximum: 720,
      default: 24,
      description:
        'Hours for which answers of AWS Organizations are cached. If it cannot be reached, older answers are used, and the log says so.',
    }),
  },
  {
    description:
      'Crawls the accounts of an AWS organization; organization: {} takes all of them. Entries of accounts take precedence.',
  },
);
