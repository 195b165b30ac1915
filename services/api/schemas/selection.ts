import { Type } from 'typebox';
import { maxQueryLength } from '../../../db/query/search/search.ts';

/** The parameters that select rows, the same on every route that returns rows or aggregates of them. */
export const selectionParameters = {
  q: Type.Optional(
    Type.String({
      maxLength: maxQueryLength,
      description:
        'Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md.',
    }),
  ),
  deleted: Type.Optional(Type.Boolean({ default: false, description: 'Whether to include deleted resources.' })),
  as_of: Type.Optional(
    Type.String({
      maxLength: 64,
      description:
        'Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error if the history of that time has been pruned.',
    }),
  ),
};

const time = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);

/** A type in an account and region, and how its last crawl ended. */
export const targetMembers = {
  resource_type: Type.String(),
  account_id: Type.String(),
  account_name: Type.Union([Type.String(), Type.Null()], { description: 'Null if unknown.' }),
  region: Type.String(),
  status: Type.String({ description: 'complete, partial, denied, unsupported or retired.' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why the last crawl was not complete.' }),
  as_of: time,
};

/** The members of a response that say how complete and how recent it is. */
export const coverageMembers = {
  as_of: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description:
      'The time as of which everything that was ever listed completely is complete; null if nothing was. coverage.never_complete counts the rest.',
  }),
  coverage: Type.Object(
    {
      complete: Type.Boolean({ description: 'Whether the last crawl of every account and region was complete.' }),
      targets: Type.Integer({ description: 'Accounts and regions that were crawled.' }),
      by_status: Type.Record(Type.String(), Type.Integer(), {
        description: 'How many of these are complete, partial, denied, unsupported or retired.',
      }),
      never_complete: Type.Integer({
        description: 'Accounts and regions that are crawled but were never listed completely: they have no as_of.',
      }),
      incomplete: Type.Array(Type.Object(targetMembers), {
        description: 'A few targets that are not complete, the worst first; /v1/coverage lists all.',
      }),
    },
    { description: 'Coverage of accounts and regions.' },
  ),
};
