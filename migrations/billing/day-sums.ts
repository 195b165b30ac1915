import { type Kysely, sql } from 'kysely';
import { comment } from './comment.ts';

type Sum = readonly [name: string, expression: string, comment: string];

/**
 * The sums of a day, account, region and instance type, each as an expression over a row `u` of the fact table. What belongs to the
 * job as a whole is counted at its first group, so that sums over instance types are true.
 */
const sums: readonly Sum[] = [
  ['jobs', '(u.group_index = 0)::int', 'Jobs; one with several instance groups counts at its first.'],
  ['groups', '1', 'Instance groups.'],
  ['running_jobs', "(u.group_index = 0 AND u.billing = 'running')::int", 'Jobs whose billable time is not known yet.'],
  [
    'unreported_jobs',
    "(u.group_index = 0 AND u.billing = 'unreported')::int",
    'Ended jobs whose billable time SageMaker did not tell.',
  ],
  ['spot_jobs', "(u.group_index = 0 AND u.capacity = 'spot')::int", 'Jobs on spot capacity.'],
  [
    'prepaid_jobs',
    "(u.group_index = 0 AND u.capacity = 'training_plan')::int",
    'Jobs on the capacity of a training plan.',
  ],
  ['serverless_jobs', "(u.group_index = 0 AND u.capacity = 'serverless')::int", 'Serverless jobs.'],
  [
    'billed_groups',
    "(u.capacity IN ('on_demand', 'spot') AND coalesce(u.instance_seconds, 0) > 0 OR coalesce(u.warm_pool_instance_seconds, 0) > 0)::int",
    'Instance groups that a price is needed for.',
  ],
  [
    'on_demand_instance_seconds',
    "CASE WHEN u.capacity = 'on_demand' THEN coalesce(u.instance_seconds, 0) ELSE 0 END",
    'Billed instance seconds on demand.',
  ],
  [
    'spot_instance_seconds',
    "CASE WHEN u.capacity = 'spot' THEN coalesce(u.instance_seconds, 0) ELSE 0 END",
    'Billed instance seconds on spot capacity.',
  ],
  [
    'prepaid_instance_seconds',
    "CASE WHEN u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END",
    'Instance seconds on the prepaid capacity of training plans.',
  ],
  [
    'training_instance_seconds',
    'coalesce(u.training_seconds::bigint * u.instance_count, 0)',
    'Training seconds times instances, billed or not.',
  ],
  [
    'spot_training_instance_seconds',
    "CASE WHEN u.capacity = 'spot' AND u.billing IN ('final', 'unbilled') THEN coalesce(u.training_seconds::bigint * u.instance_count, 0) ELSE 0 END",
    'Training seconds times instances of spot jobs whose billable time is known.',
  ],
  [
    'spot_saved_instance_seconds',
    'coalesce(u.spot_saved_seconds::bigint * u.instance_count, 0)',
    'Instance seconds that spot capacity saved.',
  ],
  [
    'warm_pools',
    '(u.warm_pool_seconds IS NULL OR u.warm_pool_seconds > 0)::int',
    'Instance groups that were kept warm.',
  ],
  [
    'open_warm_pools',
    '(u.warm_pool_seconds IS NULL)::int',
    'Instance groups kept warm for which SageMaker has told no time.',
  ],
  ['warm_pool_instance_seconds', 'coalesce(u.warm_pool_instance_seconds, 0)', 'Billed instance seconds of warm pools.'],
  ['storage_gb_seconds', 'coalesce(u.storage_gb_seconds, 0)', 'GB of volumes times instance seconds.'],
  [
    'token_count',
    'CASE WHEN u.group_index = 0 THEN coalesce(u.token_count, 0) ELSE 0 END',
    'Tokens billed for serverless jobs.',
  ],
  ...['failed', 'stopped', 'interrupted', 'timed_out'].flatMap((reason): Sum[] => [
    [
      `${reason}_jobs`,
      `(u.group_index = 0 AND coalesce(u.waste, '') = '${reason}')::int`,
      `Jobs that came to nothing: ${reason}.`,
    ],
    [
      `${reason}_instance_seconds`,
      `CASE WHEN u.waste = '${reason}' AND u.capacity IN ('on_demand', 'spot') THEN coalesce(u.instance_seconds, 0) ELSE 0 END`,
      `Billed instance seconds of jobs that came to nothing: ${reason}.`,
    ],
  ]),
  [
    'wasted_prepaid_instance_seconds',
    "CASE WHEN u.waste IS NOT NULL AND u.capacity = 'training_plan' THEN coalesce(u.instance_seconds, 0) ELSE 0 END",
    'Prepaid instance seconds of jobs that came to nothing.',
  ],
  ...['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'].map(
    (phase): Sum => [
      `${phase}_ms`,
      `CASE WHEN u.group_index = 0 THEN u.${phase}_ms ELSE 0 END`,
      `Milliseconds that jobs spent in the phase ${phase}.`,
    ],
  ),
];

const key = ['day', 'account_id', 'region', 'instance_type'];
const keyOf = key.map((name) => `u.${name}`).join(', ');
const names = sums.map(([name]) => name);

/** What is counted fits an integer; what is added up does not; a count of tokens may itself take all of 64 bits. */
const sumType = (expression: string): string =>
  /::int$|^1$/.test(expression) ? 'integer' : /token_count/.test(expression) ? 'numeric' : 'bigint';

const paid = '(on_demand_instance_seconds + spot_instance_seconds)';
const monthSeconds =
  "(extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day')::int * 86400)";
/** Nothing used costs nothing; what was used without a price costs null, never 0. */
const costOf = (amount: string, rate: string, per: string | number): string =>
  `CASE WHEN ${amount} = 0 THEN 0::numeric ELSE ${amount} * ${rate} / ${per} END`;

/** Computed by the database from the sums and the rates of the same row, so that they can never disagree. */
const costs: readonly Sum[] = [
  [
    'compute_cost',
    costOf(paid, 'training_hourly', 3600),
    'Cost of what was billed on demand and on spot capacity; null without a price.',
  ],
  [
    'warm_pool_cost',
    costOf('warm_pool_instance_seconds', 'warm_pool_hourly', 3600),
    'Cost of warm pools; null without a price.',
  ],
  [
    'storage_cost',
    costOf('storage_gb_seconds', 'storage_gb_month', monthSeconds),
    'Cost of volumes; null without a price.',
  ],
];
const cost = `${costs[0]?.[1]} + ${costs[1]?.[1]} + coalesce(${costs[2]?.[1]}, 0)`.replace(/CASE.*?END/g, '($&)');

const rates = ['training_hourly', 'warm_pool_hourly', 'storage_gb_month'];
const rateJoins = `
  LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
  LEFT JOIN billing_rate AS rate
    ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
    AND u.day >= rate.valid_from AND u.day < rate.valid_to
  LEFT JOIN billing_rate AS storage
    ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = u.region AND storage.instance_type = ''
    AND u.day >= storage.valid_from AND u.day < storage.valid_to`;

/** Adds what `rows` amounts to, in the order of the key so that two writers never wait for each other in a circle. */
const addTo = (rows: string) => `
  INSERT INTO billing_usage_day AS day_sum (${[...key, ...names, ...rates].join(', ')})
  SELECT ${keyOf}, ${names.map((name) => `u.${name}`).join(', ')}, rate.training_hourly, rate.warm_pool_hourly, storage.storage_gb_month
  FROM (SELECT ${key.join(', ')}, ${names.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM (${rows}) AS r GROUP BY 1, 2, 3, 4) AS u
  ${rateJoins}
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (${key.join(', ')}) DO UPDATE SET
    ${names.map((name) => `${name} = day_sum.${name} + excluded.${name}`).join(',\n    ')}`;

const contribution = (table: string, sign: '' | '-') => `
  SELECT ${keyOf}, ${sums.map(([name, expression]) => `${sign}(${expression}) AS ${name}`).join(', ')}
  FROM ${table} AS u`;

const removeEmpty = (table: string) => `
  DELETE FROM billing_usage_day AS d USING (SELECT DISTINCT ${keyOf} FROM ${table} AS u) AS t
  WHERE d.groups = 0 AND d.day = t.day AND d.account_id = t.account_id AND d.region = t.region
    AND d.instance_type IS NOT DISTINCT FROM t.instance_type`;

/** The daily sums of the fact table, with the rates that hold on the day, kept by triggers. Needs `billing_usage` and `billing_rate`. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createDaySums(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`
    CREATE TABLE billing_usage_day (
      day date NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      instance_type text,
      ${sums.map(([name, expression]) => `${name} ${sumType(expression)} NOT NULL`).join(',\n      ')},
      ${rates.map((name) => `${name} numeric`).join(',\n      ')},
      ${costs.map(([name, expression]) => `${name} numeric GENERATED ALWAYS AS (${expression}) STORED`).join(',\n      ')},
      cost numeric GENERATED ALWAYS AS (${cost}) STORED,
      UNIQUE NULLS NOT DISTINCT (${key.join(', ')})
    ) WITH (fillfactor = 80)`)
    .execute(db);
  await sql
    .raw(`
    CREATE VIEW billing_usage_day_computed WITH (security_invoker = true) AS
    SELECT ${keyOf}, ${names.map((name) => `u.${name}`).join(', ')}, rate.training_hourly, rate.warm_pool_hourly, storage.storage_gb_month
    FROM (
      SELECT ${key.join(', ')}, ${sums.map(([name, expression]) => `sum(${expression})::${sumType(expression)} AS ${name}`).join(',\n      ')}
      FROM billing_usage AS u GROUP BY 1, 2, 3, 4) AS u ${rateJoins}`)
    .execute(db);
  // Writers share a lock that a change of the rates takes alone: a row never gets a rate that was replaced meanwhile.
  await sql
    .raw(`
    CREATE FUNCTION billing_usage_roll_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(hashtext('billing rates'));
      IF TG_OP = 'INSERT' THEN ${addTo(contribution('added', ''))};
      ELSIF TG_OP = 'UPDATE' THEN ${addTo(`${contribution('added', '')} UNION ALL ${contribution('removed', '-')}`)};
        ${removeEmpty('removed')};
      ELSE ${addTo(contribution('removed', '-'))};
        ${removeEmpty('removed')};
      END IF;
      RETURN NULL;
    END $$`)
    .execute(db);
  for (const [event, tables] of [
    ['INSERT', 'NEW TABLE AS added'],
    ['UPDATE', 'NEW TABLE AS added OLD TABLE AS removed'],
    ['DELETE', 'OLD TABLE AS removed'],
  ]) {
    await sql
      .raw(`
      CREATE TRIGGER billing_usage_roll_up_${event?.toLowerCase()} AFTER ${event} ON billing_usage REFERENCING ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION billing_usage_roll_up()`)
      .execute(db);
  }
  for (const [on, text] of comments) await comment(db, on, text);
  for (const [name, , text] of [...sums, ...costs]) await comment(db, `COLUMN billing_usage_day.${name}`, text);
  await sql`GRANT SELECT ON billing_usage_day, billing_usage_day_computed TO sagecat_reader`.execute(db);
}

const comments: readonly [on: string, text: string][] = [
  ['TABLE billing_usage_day', 'Sums of billing_usage by day, account, region and instance type; kept by triggers.'],
  ['COLUMN billing_usage_day.instance_type', 'Instance type; null for serverless jobs and where none is selected yet.'],
  ['COLUMN billing_usage_day.training_hourly', 'Price of an instance hour on the day; null where there is none.'],
  [
    'COLUMN billing_usage_day.warm_pool_hourly',
    'Price of an hour of a warm instance on the day; null where there is none.',
  ],
  ['COLUMN billing_usage_day.storage_gb_month', 'Price of a GB-month of storage on the day; null where there is none.'],
  [
    'COLUMN billing_usage_day.cost',
    'Compute, warm pools, and storage as far as it has a price; null where compute or a warm pool has none.',
  ],
  ['VIEW billing_usage_day_computed', 'What billing_usage_day must hold, computed from billing_usage.'],
];

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropDaySums(db: Kysely<any>): Promise<void> {
  await sql`DROP VIEW billing_usage_day_computed`.execute(db);
  for (const event of ['insert', 'update', 'delete']) {
    await sql.raw(`DROP TRIGGER billing_usage_roll_up_${event} ON billing_usage`).execute(db);
  }
  await sql`DROP FUNCTION billing_usage_roll_up()`.execute(db);
  await sql`DROP TABLE billing_usage_day`.execute(db);
}
