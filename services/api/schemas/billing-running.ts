import { Type } from 'typebox';

const money = (description: string) =>
  Type.Union([Type.String({ pattern: '^\\d+(\\.\\d+)?$' }), Type.Null()], { description });
const currency = Type.String({ description: 'Currency of the costs.' });

export const billingRunningSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      resource_type: Type.String(),
      arn: Type.String(),
      name: Type.String(),
      account_id: Type.String(),
      region: Type.String(),
      started_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
        description: 'Null while the resource waits for capacity.',
      }),
      elapsed_seconds: Type.Integer(),
      max_seconds: Type.Union([Type.Integer(), Type.Null()], { description: 'Null if it has no limit.' }),
      currency,
      cost_so_far: money('An exact decimal as text; null without a price.'),
      cost_at_limit: money('The same when it runs for as long as it may; null without a price or a limit.'),
    }),
  ),
  totals: Type.Array(
    Type.Object({
      currency,
      running: Type.Integer({ description: 'Number of running resources, listed or not.' }),
      unpriced: Type.Integer({ description: 'Number of these that have no price; no cost contains them.' }),
      unlimited: Type.Integer({ description: 'Number of these that have no limit; only their cost so far counts.' }),
      cost_so_far: money('The sum.'),
      cost_at_limit: money('The sum.'),
    }),
    { description: 'A line for each currency.' },
  ),
});
