import { Type } from 'typebox';
import { jobType } from '../../../catalog/resource-types.ts';
import { differenceSchema } from './difference.ts';
import { selectionParameters } from './selection.ts';

/** The parameters that choose changes, the same for pages and for events. */
export const changeParameters = {
  type: Type.Optional(Type.String({ maxLength: 200, description: 'Only resources of this type. Default: all.' })),
  q: Type.Optional(
    Type.String({
      ...selectionParameters.q,
      description:
        'Only changes of resources that this search query finds as they are now; see docs/search.md. A type that lacks a field of it has none.',
    }),
  ),
  kinds: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'first_seen, changed, deleted, restored; separated by commas. Default: all.',
      examples: ['changed,deleted'],
    }),
  ),
  fields: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8192,
      description:
        'Only changes in which one of these fields differs, or one within it, and of these only such differences; separated by commas.',
      examples: [jobType.presentation?.statuses.join() ?? jobType.key.name],
    }),
  ),
};

const time = (description: string) => Type.Optional(Type.String({ maxLength: 64, description }));

export const periodParameters = {
  since: time(
    'Seen then or later: a time such as 2026-01-31T12:00:00Z, the beginning of a day such as 2026-01-31, or now-24h.',
  ),
  until: time('Seen then or earlier: a time, the end of a day, or now-24h.'),
};

const changeSchema = Type.Object({
  seen_at: Type.String({ format: 'date-time', description: 'Time at which sagecat saw it.' }),
  kind: Type.String({ description: 'first_seen, changed, deleted or restored.' }),
  resource_type: Type.String(),
  arn: Type.String(),
  name: Type.String(),
  creation_time: Type.String({
    format: 'date-time',
    description: 'Creation time of the resource; ARNs can be reused.',
  }),
  account_id: Type.String(),
  account_name: Type.Union([Type.String(), Type.Null()]),
  region: Type.String(),
  differences: Type.Array(differenceSchema, { description: 'Empty if the resource was first seen.' }),
});

export const changesSchema = Type.Object({
  items: Type.Array(changeSchema),
  next_cursor: Type.Union([Type.String(), Type.Null()], {
    description: 'Cursor of the next page; null on the last one.',
  }),
  live_cursor: Type.String({
    description:
      '`cursor` of /v1/changes/events: whatever is stored after this answer, and possibly the last of what it has.',
  }),
  history_since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'Start of the kept history; null if nothing was removed.',
  }),
});
