type Expression = readonly [name: string, expression: string, comment: string];

/** Sums of the fact table by day, account, region and instance type, and by whatever else a row says. */
export interface DaySums {
  /** The view of all days; the stored ones are in `<name>_stored`. */
  readonly name: string;
  readonly comment: string;
  /** What else the rows are told apart by. */
  readonly keys?: readonly Expression[];
  /** Joined to a row `u` of the fact table. */
  readonly join?: string;
  /** The rows `u` that count. */
  readonly where?: string;
  /** Over rows `u`: counts are `int`, all others 64 bits and more. */
  readonly sums: readonly Expression[];
  /** Prices of the day that are kept beside the sums. */
  readonly rates?: readonly Expression[];
  /** Over the sums and the prices of the day. */
  readonly derived?: readonly Expression[];
}

/** The columns that all have, with what they mean. */
export const dayKey: readonly Expression[] = [
  ['day', 's.day', 'UTC day on which use began: that of the start of training, or of creation where there was none.'],
  ['account_id', 's.account_id', 'Identifier of the AWS account.'],
  ['region', 's.region', 'AWS region.'],
  ['instance_type', 'u.instance_type', 'Instance type; null for serverless jobs and where none is selected yet.'],
];

const first = 'u.group_index = 0';
const isPaid = "u.capacity IN ('on_demand', 'spot')";
const isPrepaid = "u.capacity = 'training_plan'";
const count = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;
const sum = (amount: string, condition?: string) =>
  `coalesce(sum(${amount})${condition ? ` FILTER (WHERE ${condition})` : ''}, 0)::bigint`;

/** Nothing used costs nothing; what was used without a price costs null, never 0. */
const cost = (amount: string, rate: string, per: string | number = 3600) =>
  `CASE WHEN ${amount} = 0 THEN 0::numeric ELSE ${amount} * ${rate} / ${per} END`;
const monthSeconds =
  "(extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day') * 86400)";

const rates: readonly Expression[] = [
  ['training_hourly', 'rate.training_hourly', 'Price of an instance hour on the day; null where there is none.'],
  [
    'warm_pool_hourly',
    'rate.warm_pool_hourly',
    'Price of an hour of a warm instance on the day; null where there is none.',
  ],
  [
    'storage_gb_month',
    'storage.storage_gb_month',
    'Price of a GB-month of storage on the day; null where there is none.',
  ],
];

const computeCost = 'Cost of what was billed on demand and on spot capacity; null without a price.';
const warmPoolCost = 'Cost of warm pools; null without a price.';
const storageCost = 'Cost of volumes; null without a price.';
const unpricedGroups = 'Instance groups that were billed and have no price.';

const billedGroups: Expression = [
  'billed_groups',
  count(`${isPaid} AND u.instance_seconds > 0 OR u.warm_pool_instance_seconds > 0`),
  'Instance groups that a price is needed for.',
];
const jobs: Expression = ['jobs', count(first), 'Jobs; one with several instance groups counts at its first.'];

const reasons = ['failed', 'stopped', 'interrupted', 'timed_out'];
const phases = ['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'];

/**
 * Each is as narrow as what is asked of it, and begins with columns of fixed width: the time of a query over a year goes into
 * reading rows. What belongs to a job as a whole counts at its first group, so that sums over instance types are true.
 */
export const daySums: readonly DaySums[] = [
  {
    name: 'billing_usage_day',
    comment:
      'Sums of billing_usage by day, account, region and instance type, with the prices of the day and the costs.',
    sums: [
      jobs,
      ['running_jobs', count(`${first} AND u.billing = 'running'`), 'Jobs whose billable time is not known yet.'],
      [
        'unreported_jobs',
        count(`${first} AND u.billing = 'unreported'`),
        'Ended jobs whose billable time SageMaker did not tell.',
      ],
      ['spot_jobs', count(`${first} AND u.capacity = 'spot'`), 'Jobs on spot capacity.'],
      billedGroups,
      ['warm_pools', count('u.warm_pool_seconds IS DISTINCT FROM 0'), 'Instance groups that were kept warm.'],
      [
        'open_warm_pools',
        count('u.warm_pool_seconds IS NULL'),
        'Instance groups kept warm for which SageMaker has told no time.',
      ],
      [
        'instance_seconds',
        sum('u.instance_seconds', isPaid),
        'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.',
      ],
      [
        'on_demand_instance_seconds',
        sum('u.instance_seconds', "u.capacity = 'on_demand'"),
        'Billed instance seconds on demand.',
      ],
      [
        'spot_instance_seconds',
        sum('u.instance_seconds', "u.capacity = 'spot'"),
        'Billed instance seconds on spot capacity.',
      ],
      [
        'prepaid_instance_seconds',
        sum('u.instance_seconds', isPrepaid),
        'Instance seconds on the prepaid capacity of training plans; in no cost.',
      ],
      [
        'training_instance_seconds',
        sum('u.training_seconds::bigint * u.instance_count'),
        'Training seconds times instances, billed or not.',
      ],
      [
        'spot_training_instance_seconds',
        sum(
          'u.training_seconds::bigint * u.instance_count',
          "u.capacity = 'spot' AND u.billing IN ('final', 'unbilled')",
        ),
        'Training seconds times instances of spot jobs whose billable time is known.',
      ],
      [
        'spot_saved_instance_seconds',
        sum('u.spot_saved_seconds::bigint * u.instance_count'),
        'Instance seconds that spot capacity saved.',
      ],
      ['warm_pool_instance_seconds', sum('u.warm_pool_instance_seconds'), 'Billed instance seconds of warm pools.'],
      ['storage_gb_seconds', sum('u.storage_gb_seconds'), 'GB of volumes times instance seconds.'],
      // A count of tokens may itself take all of 64 bits.
      [
        'token_count',
        `coalesce(sum(u.token_count) FILTER (WHERE ${first}), 0)`,
        'Tokens billed for serverless jobs; in no cost.',
      ],
    ],
    rates,
    derived: [
      ['compute_cost', cost('instance_seconds', 'rate.training_hourly'), computeCost],
      ['warm_pool_cost', cost('warm_pool_instance_seconds', 'rate.warm_pool_hourly'), warmPoolCost],
      ['storage_cost', cost('storage_gb_seconds', 'storage.storage_gb_month', monthSeconds), storageCost],
      [
        'cost',
        `(${cost('instance_seconds', 'rate.training_hourly')}) + (${cost('warm_pool_instance_seconds', 'rate.warm_pool_hourly')})
          + coalesce(${cost('storage_gb_seconds', 'storage.storage_gb_month', monthSeconds)}, 0)`,
        'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none. Prepaid capacity and tokens are not in it.',
      ],
      [
        'spot_cost',
        cost('spot_instance_seconds', 'rate.training_hourly'),
        'Cost of what was billed on spot capacity; null without a price.',
      ],
      [
        'spot_saved_cost',
        cost('spot_saved_instance_seconds', 'rate.training_hourly'),
        'Cost of what spot capacity saved; null without a price.',
      ],
    ],
  },
  {
    name: 'billing_waste_day',
    comment: 'Sums of billing_usage over jobs that came to nothing, by day, account, region and instance type.',
    where: 'u.waste IS NOT NULL',
    sums: [
      jobs,
      ...reasons.map(
        (reason): Expression => [
          `${reason}_jobs`,
          count(`${first} AND u.waste = '${reason}'`),
          `Jobs that came to nothing: ${reason}.`,
        ],
      ),
      ['instance_seconds', sum('u.instance_seconds', isPaid), 'Billed instance seconds of jobs that came to nothing.'],
      ...reasons.map(
        (reason): Expression => [
          `${reason}_instance_seconds`,
          sum('u.instance_seconds', `${isPaid} AND u.waste = '${reason}'`),
          `Billed instance seconds of jobs that came to nothing: ${reason}.`,
        ],
      ),
      [
        'prepaid_instance_seconds',
        sum('u.instance_seconds', isPrepaid),
        'Prepaid instance seconds of jobs that came to nothing; in no other column.',
      ],
    ],
    derived: [
      [
        'cost',
        cost('instance_seconds', 'rate.training_hourly'),
        'Cost of the billed instance seconds; null without a price.',
      ],
    ],
  },
  {
    name: 'billing_phase_day',
    comment:
      'Milliseconds that jobs spent in each phase, by day, account, region and instance type of the first group; phases that have ended.',
    where: first,
    sums: [
      jobs,
      ...phases.map(
        (phase): Expression => [
          `${phase}_ms`,
          sum(`u.${phase}_ms`),
          `Milliseconds that jobs spent in the phase ${phase}.`,
        ],
      ),
    ],
  },
  {
    name: 'billing_tag_day',
    comment: 'Sums of billing_usage by tag, day, account, region and instance type, with the costs.',
    keys: [
      ['tag_key', 'tag.key', 'Key of the tag; one with several colons is listed under every key that it may have.'],
      ['tag_value', 'tag.value', 'Value of the tag.'],
    ],
    join: `
      JOIN billing_job AS job ON job.resource_id = u.resource_id
      CROSS JOIN LATERAL jsonb_each_text(job.tags) AS tag`,
    sums: [
      jobs,
      billedGroups,
      [
        'instance_seconds',
        sum('u.instance_seconds', isPaid),
        'Billed instance seconds, on demand and on spot capacity; prepaid ones are apart.',
      ],
      [
        'prepaid_instance_seconds',
        sum('u.instance_seconds', isPrepaid),
        'Instance seconds on the prepaid capacity of training plans; in no cost.',
      ],
      ['warm_pool_instance_seconds', sum('u.warm_pool_instance_seconds'), 'Billed instance seconds of warm pools.'],
      ['storage_gb_seconds', sum('u.storage_gb_seconds'), 'GB of volumes times instance seconds.'],
    ],
    derived: [
      ['compute_cost', cost('instance_seconds', 'rate.training_hourly'), computeCost],
      ['warm_pool_cost', cost('warm_pool_instance_seconds', 'rate.warm_pool_hourly'), warmPoolCost],
      ['storage_cost', cost('storage_gb_seconds', 'storage.storage_gb_month', monthSeconds), storageCost],
      ['unpriced_groups', 'CASE WHEN rate.training_hourly IS NULL THEN billed_groups ELSE 0 END', unpricedGroups],
    ],
  },
];
