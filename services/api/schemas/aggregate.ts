import { type TSchema, Type } from 'typebox';
import { bucketUnits } from '../../../db/query/aggregation.ts';
import { coverageMembers, selectionParameters } from './selection.ts';

/** The maximum number of groups in a response. */
export const maxGroups = 50_000;
/** The number of groups without a limit in the request. */
export const defaultGroups = 1000;

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const facetParameters = Type.Object(
  {
    ...selectionParameters,
    fields: Type.String({
      minLength: 1,
      maxLength: 8192,
      description: 'Comma-separated fields whose values are counted; at most twenty.',
    }),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 20, description: 'Number of values per field.' }),
    ),
  },
  { additionalProperties: false },
);

export const facetsSchema: TSchema = Type.Object({
  total: Type.Integer({ description: 'Number of rows that match the query.' }),
  facets: Type.Array(
    Type.Object({
      field: Type.String(),
      values: Type.Array(Type.Object({ value, count: Type.Integer() }), {
        description: 'Most frequent first. A row with several values counts once for each.',
      }),
      missing: Type.Integer({ description: 'Number of rows without a value.' }),
      truncated: Type.Boolean({ description: 'Whether there are more values.' }),
    }),
  ),
  ...coverageMembers,
});

export const aggregateParameters = Type.Object(
  {
    ...selectionParameters,
    metrics: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 8192,
        default: 'count',
        description:
          'Comma-separated metrics: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).',
      }),
    ),
    group_by: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 8192,
        description: 'Comma-separated fields to group by; at most ten.',
      }),
    ),
    bucket: Type.Optional(
      Type.Enum([...bucketUnits], { description: 'Also groups by time; `bucket` is the start of each bucket.' }),
    ),
    time_field: Type.Optional(
      Type.String({ maxLength: 500, description: 'The timestamp field of the buckets. Default: the creation time.' }),
    ),
    time_zone: Type.Optional(
      Type.String({ maxLength: 64, default: 'UTC', description: 'The time zone of days, weeks and months.' }),
    ),
    sort: Type.Optional(
      Type.String({
        maxLength: 500,
        description:
          'The metric that orders the groups; a leading `-` means descending. Default: by bucket and fields.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: maxGroups,
        default: defaultGroups,
        description: 'Maximum number of groups.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const aggregateSchema: TSchema = Type.Object({
  groups: Type.Array(
    Type.Record(Type.String(), value, {
      description: 'Values by name: `bucket`, the grouped fields and the metrics.',
    }),
  ),
  truncated: Type.Boolean({ description: 'Whether there are more groups.' }),
  ...coverageMembers,
});
