import Type, { type Static } from 'typebox';
import { section, withDefaults } from './section.ts';

/** The `sql` section: the limits and logins of users' SQL. */
export const sqlSection = section(
  {
    timeout_seconds: Type.Number({
      exclusiveMinimum: 0,
      maximum: 600,
      default: 30,
      description: 'Time limit of a statement of sagecat sql or POST /v1/sql.',
    }),
    max_rows: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 10_000,
      description: 'Maximum rows that one statement returns.',
    }),
    max_concurrent: Type.Integer({
      minimum: 1,
      maximum: 15,
      default: 4,
      description:
        'Concurrent statements per process; others wait. Keys for the same accounts leave one slot to others.',
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
          'The same for sagecat_account_reader, for API keys that are restricted to accounts. They all share it, so it is refused unless the database is hardened (sagecat migrate --print-hardening).',
      }),
    ),
    harden_functions: Type.Boolean({
      default: false,
      description:
        'Revoke from PUBLIC, in the whole database, the right to call functions with side effects, such as advisory locks, and to read the list of roles and row estimates. SQL is refused if that had no effect. Only for a database that serves sagecat alone; always on for the embedded database.',
    }),
  },
  { default: {} },
);

export type SqlSettings = Static<typeof sqlSection>;

/** Returns the given settings with the defaults of the others. They are not validated. */
export const sqlSettings = (given: Partial<SqlSettings> = {}): SqlSettings => withDefaults(sqlSection, given);
