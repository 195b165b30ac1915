import { Type } from 'typebox';
import { maxQueryLength } from '../../../db/query/search/search.ts';

/** The parameters that choose rows, the same on every route that answers rows or what they add up to. */
export const selectionParameters = {
  q: Type.Optional(
    Type.String({
      maxLength: maxQueryLength,
      description:
        'Search query: `field:value`, wildcards, `>`, ranges, `AND`, `OR`, `NOT`, parentheses; words search names and failure reasons. See docs/search.md.',
      examples: ['training_job_status:Failed AND creation_time:>now-7d', 'resource_config.instance_type:ml.p4*'],
    }),
  ),
  deleted: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether to show rows of resources that are gone as well.' }),
  ),
  as_of: Type.Optional(
    Type.String({
      maxLength: 64,
      description:
        'Shows the rows as sagecat knew them then: a time such as 2026-01-31T12:00:00Z, the end of a day such as 2026-01-31, or now-7d. An error where the history was pruned since.',
    }),
  ),
};

/** The members of an answer that say how complete and how fresh it is. */
export const coverageMembers = {
  as_of: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description:
      'The moment as of which all that is shown is complete; null where some account and region never was, or nothing was crawled.',
  }),
  coverage: Type.Object(
    {
      complete: Type.Boolean({ description: 'Whether the last crawl of every account and region was complete.' }),
      targets: Type.Integer({ description: 'Accounts and regions that were crawled.' }),
      incomplete: Type.Array(
        Type.Object({
          account_id: Type.String(),
          region: Type.String(),
          status: Type.String({ description: 'partial, denied or unsupported.' }),
          reason: Type.Union([Type.String(), Type.Null()]),
          as_of: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
        }),
        { description: 'Those whose last crawl was not complete, at most twenty.' },
      ),
    },
    { description: 'What the catalog covers.' },
  ),
};
