import { Type } from 'typebox';
import { bucketUnits } from '../../../db/billing/usage-request.ts';
import { coverageMembers } from './selection.ts';

/** Most groups of an answer. */
export const maxGroups = 50_000;

const time =
  'a day such as 2026-10-01 or a day and time, on the clocks of the zone; or an instant such as 2026-10-01T00:00:00Z.';

export const billingUsageParameters = Type.Object(
  {
    from: Type.Optional(
      Type.String({ maxLength: 40, description: `Start of the period: ${time} Default: the first of this month.` }),
    ),
    to: Type.Optional(
      Type.String({ maxLength: 40, description: `End of the period, which is not in it: ${time} Default: now.` }),
    ),
    bucket: Type.Optional(
      Type.Enum([...bucketUnits], {
        description: 'Cuts the period into buckets; what ran across a boundary is split over it.',
      }),
    ),
    time_zone: Type.Optional(
      Type.String({ maxLength: 64, default: 'UTC', description: 'Where days begin, e.g. Europe/Berlin.' }),
    ),
    group_by: Type.Optional(
      Type.String({
        maxLength: 1000,
        description:
          'Dimensions, separated by commas: account_id, region, instance_type, status, capacity, waste, role_arn, algorithm, experiment, tuning_job_arn, tag:KEY. A comma in KEY is written \\,.',
        examples: ['account_id,instance_type', 'tag:team'],
      }),
    ),
    compare: Type.Optional(
      Type.Literal('previous', {
        description:
          'Adds the period before: as many whole months or days; of a month, year, week or day so far the same part of the one before; else as many seconds.',
      }),
    ),
    q: Type.Optional(
      Type.String({ maxLength: 8192, description: 'Only jobs that this search query finds; see docs/search.md.' }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: maxGroups,
        default: 1000,
        description: 'Most rows; the dearest first within a bucket.',
      }),
    ),
    format: Type.Optional(Type.Enum(['json', 'csv'], { default: 'json' })),
  },
  { additionalProperties: false },
);

const integer = (description: string) => Type.Integer({ description });
const money = (description: string) =>
  Type.Union([Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }), Type.Null()], {
    description: `${description} An exact decimal in text; null where nothing of what was used is known and has a price.`,
  });

const sums = {
  jobs: integer('Jobs that began here.'),
  running_jobs: integer('Of these, jobs whose billable time is not known yet.'),
  unreported_jobs: integer('Of these, ended jobs of which nobody said what was billed.'),
  instance_seconds: integer('Billed instance seconds, on demand and spot.'),
  on_demand_instance_seconds: integer('Of these, on demand.'),
  spot_instance_seconds: integer('Of these, on spot capacity.'),
  prepaid_instance_seconds: integer('Instance seconds on the prepaid capacity of training plans; in no cost.'),
  training_instance_seconds: integer('Training seconds times instances, billed or not.'),
  spot_saved_instance_seconds: integer('Instance seconds that spot capacity saved.'),
  warm_pool_instance_seconds: integer('Billed instance seconds of warm pools.'),
  storage_gb_seconds: integer('GB of volumes times instance seconds.'),
  token_count: integer('Tokens billed for serverless jobs; in no cost.'),
  compute_cost: money('Cost of the billed instance seconds.'),
  warm_pool_cost: money('Cost of warm pools.'),
  storage_cost: money('Cost of volumes.'),
  cost: money('All three, as far as they have a price.'),
  spot_saved_cost: money('What the saved instance seconds would have cost; in no other cost.'),
  unpriced_jobs: integer('Jobs with instance time that has no price and is in no cost.'),
  unpriced_storage_gb_seconds: integer('Storage that has no price and is in no cost.'),
};

const previous = Type.Union([Type.Object(sums), Type.Null()], {
  description: 'The same of the period before; null where it had nothing of the kind.',
});
const currency = Type.String({
  description: 'Of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.',
});

export const billingUsageSchema = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  time_zone: Type.String(),
  bucket: Type.Union([Type.String(), Type.Null()]),
  group_by: Type.Array(Type.String()),
  previous: Type.Union([Type.Object({ from: Type.String(), to: Type.String() }), Type.Null()]),
  price_origins: Type.Array(Type.String(), {
    description: 'Where the prices come from: files, services, or that they are made up for the demo.',
  }),
  buckets: Type.Array(Type.String({ format: 'date-time' }), {
    description: 'Start of every bucket, the empty ones too.',
  }),
  items: Type.Array(
    Type.Object({
      bucket: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
      group: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
      account_name: Type.Optional(
        Type.Union([Type.String(), Type.Null()], {
          description:
            'What the account of the group is called, where account_id is a dimension; null where nobody says.',
        }),
      ),
      currency,
      ...sums,
      previous: Type.Optional(previous),
    }),
  ),
  truncated: Type.Boolean({ description: 'Whether there are more rows than the limit.' }),
  totals: Type.Array(Type.Object({ currency, ...sums, previous: Type.Optional(previous) }), {
    description: 'Sums over all rows, one for each currency.',
  }),
  ...coverageMembers,
});
