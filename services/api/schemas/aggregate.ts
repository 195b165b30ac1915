import { type TSchema, Type } from 'typebox';
import { bucketUnits } from '../../../db/query/aggregation.ts';
import { coverageMembers, selectionParameters } from './selection.ts';

/** Most groups of an answer. */
export const maxGroups = 50_000;

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const facetParameters = Type.Object(
  {
    ...selectionParameters,
    fields: Type.String({
      minLength: 1,
      maxLength: 8192,
      description: 'Fields to count the values of, separated by commas; at most twenty.',
      examples: ['training_job_status,resource_config.instance_type,tags'],
    }),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 20, description: 'Values of each field.' }),
    ),
  },
  { additionalProperties: false },
);

export const facetsSchema: TSchema = Type.Object({
  total: Type.Integer({ description: 'Rows that the query finds.' }),
  facets: Type.Array(
    Type.Object({
      field: Type.String(),
      values: Type.Array(Type.Object({ value, count: Type.Integer() }), {
        description: 'The most frequent first. A row with many values counts once for each.',
      }),
      missing: Type.Integer({ description: 'Rows without a value.' }),
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
          'What to compute, separated by commas: count, count(field), sum(field), avg(field), min(field), max(field), p50(field), p99.9(field).',
        examples: ['count,sum(billable_time_in_seconds),p95(training_time_in_seconds)'],
      }),
    ),
    group_by: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 8192,
        description: 'Fields to group by, separated by commas; at most ten.',
        examples: ['account_id,resource_config.instance_type'],
      }),
    ),
    bucket: Type.Optional(
      Type.Enum([...bucketUnits], { description: 'Groups by time as well; `bucket` is where each begins.' }),
    ),
    time_field: Type.Optional(
      Type.String({ maxLength: 500, description: 'The timestamp that buckets are of. Default: the time of creation.' }),
    ),
    time_zone: Type.Optional(
      Type.String({ maxLength: 64, default: 'UTC', description: 'Whose days, weeks and months the buckets are.' }),
    ),
    sort: Type.Optional(
      Type.String({
        maxLength: 500,
        description: 'A metric that orders the groups, descending with a `-` before it. Default: by bucket and fields.',
        examples: ['-count', '-sum(billable_time_in_seconds)'],
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: maxGroups, default: 1000, description: 'Groups of an answer.' }),
    ),
  },
  { additionalProperties: false },
);

export const aggregateSchema: TSchema = Type.Object({
  groups: Type.Array(
    Type.Record(Type.String(), value, {
      description: 'By name: `bucket`, the fields that are grouped by, and the metrics.',
    }),
  ),
  truncated: Type.Boolean({ description: 'Whether there are more groups.' }),
  ...coverageMembers,
});
