import { Type } from 'typebox';
import { bucketUnits, dimensions } from '../../../db/billing/usage-request.ts';
import { coverageMembers } from './selection.ts';

/** The maximum number of groups in a response. */
export const maxGroups = 50_000;
/** The number of groups without a limit in the request. */
export const defaultGroups = 1000;

const time =
  'a day such as 2026-10-01 or a day and time, in the time zone; or an instant such as 2026-10-01T00:00:00Z.';

/** The parameters, where resources of these types are billed. */
export const billingUsageParameters = (types: readonly string[]) =>
  Type.Object(
    {
      type: Type.Optional(
        Type.Enum([...types], {
          description:
            'Only what resources of this type used. Default: those of every type; group_by=resource_type tells them apart.',
        }),
      ),
      from: Type.Optional(
        Type.String({ maxLength: 40, description: `Start of the period: ${time} Default: the first of this month.` }),
      ),
      to: Type.Optional(
        Type.String({ maxLength: 40, description: `End of the period, exclusive: ${time} Default: now.` }),
      ),
      bucket: Type.Optional(
        Type.Enum([...bucketUnits], {
          description: 'Splits the period into buckets; usage across a boundary is split in proportion to time.',
        }),
      ),
      time_zone: Type.Optional(
        Type.String({ maxLength: 64, default: 'UTC', description: 'Where days begin, e.g. Europe/Berlin.' }),
      ),
      group_by: Type.Optional(
        Type.String({
          maxLength: 1000,
          description: `Comma-separated dimensions: ${dimensions.join(', ')}, tag:KEY. Write a comma in KEY as \\,.`,
          examples: ['account_id,instance_type', 'resource_type', 'tag:team'],
        }),
      ),
      compare: Type.Optional(
        Type.Literal('previous', {
          description:
            'Adds an earlier period: as many whole months or days before; for a month, year, week or day so far, the same part of the previous one; otherwise as many seconds before.',
        }),
      ),
      q: Type.Optional(
        Type.String({
          maxLength: 8192,
          description:
            'Only resources that match this search query, of type or, without it, of the first type; see docs/search.md.',
        }),
      ),
      limit: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: maxGroups,
          default: defaultGroups,
          description: 'Maximum number of rows; the most expensive first within a bucket.',
        }),
      ),
      format: Type.Optional(Type.Enum(['json', 'csv'], { default: 'json' })),
    },
    { additionalProperties: false },
  );

const integer = (description: string) => Type.Integer({ description });
const money = (description: string) =>
  Type.Union([Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }), Type.Null()], {
    description: `${description} An exact decimal as text; null if no part of the usage is known and priced.`,
  });

const sums = {
  jobs: integer('Jobs that began in the bucket.'),
  running_jobs: integer('Of these, jobs whose billable time is not known yet.'),
  unreported_jobs: integer('Of these, ended jobs whose billed time was never reported.'),
  instance_seconds: integer('Billed instance seconds, on demand and spot.'),
  on_demand_instance_seconds: integer('Of these, on demand.'),
  spot_instance_seconds: integer('Of these, on spot capacity.'),
  prepaid_instance_seconds: integer(
    'Instance seconds on the prepaid capacity of training plans; not part of any cost.',
  ),
  training_instance_seconds: integer('Training seconds times instances, billed or not.'),
  spot_saved_instance_seconds: integer('Instance seconds that spot capacity saved.'),
  warm_pool_instance_seconds: integer('Billed instance seconds of warm pools.'),
  storage_gb_seconds: integer('GB of volumes times instance seconds.'),
  token_count: integer('Tokens billed for serverless jobs; not part of any cost.'),
  compute_cost: money('Cost of the billed instance seconds.'),
  warm_pool_cost: money('Cost of warm pools.'),
  storage_cost: money('Cost of volumes.'),
  cost: money('The sum of the three, as far as they have a price.'),
  spot_saved_cost: money('The cost of the saved instance seconds at the same price; not part of any other cost.'),
  unpriced_jobs: integer('Jobs with instance time without a price, which no cost includes.'),
  unpriced_storage_gb_seconds: integer('Storage without a price, which no cost includes.'),
};

const previous = Type.Union([Type.Object(sums), Type.Null()], {
  description: 'The same for the earlier period; null if it had none.',
});
const currency = Type.String({
  description: 'Currency of the costs: CNY in China, EUR in the European Sovereign Cloud, USD elsewhere.',
});

export const billingUsageSchema = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  time_zone: Type.String(),
  bucket: Type.Union([Type.String(), Type.Null()]),
  group_by: Type.Array(Type.String()),
  previous: Type.Union([Type.Object({ from: Type.String(), to: Type.String() }), Type.Null()]),
  price_origins: Type.Array(Type.String(), {
    description: 'Sources of the prices: files, services, or simulated for the demo.',
  }),
  buckets: Type.Array(Type.String({ format: 'date-time' }), {
    description: 'Start of every bucket, including empty ones.',
  }),
  items: Type.Array(
    Type.Object({
      bucket: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
      group: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
      account_name: Type.Optional(
        Type.Union([Type.String(), Type.Null()], {
          description: "The name of the group's account, if account_id is a dimension; null if unknown.",
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
