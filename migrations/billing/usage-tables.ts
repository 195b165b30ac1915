import { type Kysely, sql } from 'kysely';
import { comment } from './comment.ts';

/** The fact table: a row per job and instance group. Every column with what it means. */
const usage: readonly [name: string, type: string, comment: string][] = [
  ['resource_id', 'bigint NOT NULL', 'The job: id in aws_sagemaker_trainingjob.'],
  ['group_index', 'smallint NOT NULL', 'Place of the instance group within the job; 0 for jobs without groups.'],
  ['group_name', 'text', 'Name of the instance group of a heterogeneous cluster.'],
  ['account_id', 'text NOT NULL', 'Identifier of the AWS account.'],
  ['region', 'text NOT NULL', 'AWS region.'],
  ['day', 'date NOT NULL', 'UTC day on which use began. Prices of that day hold for the whole job.'],
  ['started_at', 'timestamptz(3) NOT NULL', 'Start of training; creation where training has not begun.'],
  ['ended_at', 'timestamptz(3)', 'End of training; null while the job runs.'],
  ['status', 'text', 'Status of the job.'],
  [
    'capacity',
    'text NOT NULL',
    'How capacity is paid for: on_demand, spot, training_plan (prepaid) or serverless (by the token).',
  ],
  [
    'billing',
    'text NOT NULL',
    'final; running (not known yet); unbilled (ended before training began); unreported (ended, and SageMaker did not say).',
  ],
  ['waste', 'text', 'Why the job came to nothing: failed, stopped, interrupted or timed_out; null where it did not.'],
  ['instance_type', 'text', 'Instance type; null for serverless jobs and where none is selected yet.'],
  ['instance_count', 'integer', 'Instances in the group.'],
  ['billable_seconds', 'integer', 'Seconds billed for each instance; null where that is not known.'],
  ['instance_seconds', 'bigint', 'Billable seconds times instances; null where that is not known.'],
  ['training_seconds', 'integer', 'Seconds of training, billed or not.'],
  [
    'spot_saved_seconds',
    'integer',
    'Training seconds of each instance that spot capacity saved; 0 where the capacity was not spot.',
  ],
  [
    'warm_pool_seconds',
    'integer',
    'Seconds for which each instance was kept warm and billed; null while that is not known.',
  ],
  ['warm_pool_instance_seconds', 'bigint', 'Warm pool seconds times instances.'],
  ['training_plan_arn', 'text', 'The training plan whose prepaid capacity was used.'],
  ['token_count', 'bigint', 'Tokens billed for a serverless job.'],
  ['volume_gb', 'integer', 'Size in GB of the volume on each instance.'],
  ['storage_gb_seconds', 'bigint', 'Volume size times instance seconds.'],
  ...['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'].map(
    (phase): [string, string, string] => [
      `${phase}_ms`,
      'bigint NOT NULL',
      `Milliseconds that the job spent in the phase ${phase}; the same on every group of a job.`,
    ],
  ),
];

/**
 * The sums of a day, account, region and instance type, each as an expression over a row `u` of the fact table. What belongs to the
 * job as a whole is counted at its first group, so that sums over instance types are true.
 */
const sums: readonly [name: string, expression: string, comment: string][] = [
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
  ...['failed', 'stopped', 'interrupted', 'timed_out'].flatMap((reason): [string, string, string][] => [
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
    (phase): [string, string, string] => [
      `${phase}_ms`,
      `CASE WHEN u.group_index = 0 THEN u.${phase}_ms ELSE 0 END`,
      `Milliseconds that jobs spent in the phase ${phase}.`,
    ],
  ),
];

const key = ['day', 'account_id', 'region', 'instance_type'];
const keyOf = "u.day, u.account_id, u.region, coalesce(u.instance_type, '') AS instance_type";
const names = sums.map(([name]) => name);

/** Adds what `rows` amounts to, in the order of the key so that two writers never wait for each other in a circle. */
const addTo = (rows: string) => `
  INSERT INTO billing_usage_day AS day_sum (${[...key, ...names].join(', ')})
  SELECT u.day, u.account_id, u.region, u.instance_type, ${names.map((name) => `sum(u.${name})`).join(', ')}
  FROM (${rows}) AS u
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (${key.join(', ')}) DO UPDATE SET
    ${names.map((name) => `${name} = day_sum.${name} + excluded.${name}`).join(',\n    ')}`;

const contribution = (table: string, sign: '' | '-') => `
  SELECT ${keyOf}, ${sums.map(([name, expression]) => `${sign}(${expression}) AS ${name}`).join(', ')}
  FROM ${table} AS u`;

const removeEmpty = (table: string) => `
  DELETE FROM billing_usage_day AS d USING (SELECT DISTINCT ${keyOf} FROM ${table} AS u) AS t
  WHERE d.groups = 0 AND (d.day, d.account_id, d.region, d.instance_type) = (t.day, t.account_id, t.region, t.instance_type)`;

// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createUsageTables(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`
    CREATE TABLE billing_usage (
      ${usage.map(([name, type]) => `${name} ${type}`).join(',\n      ')},
      PRIMARY KEY (resource_id, group_index),
      FOREIGN KEY (resource_id) REFERENCES aws_sagemaker_trainingjob (id) ON DELETE CASCADE
    )`)
    .execute(db);
  await sql.raw(`CREATE INDEX billing_usage_by_day ON billing_usage (day)`).execute(db);
  await sql
    .raw(`CREATE INDEX billing_usage_running ON billing_usage (resource_id) WHERE billing = 'running'`)
    .execute(db);
  await sql
    .raw(`
    CREATE TABLE billing_usage_day (
      day date NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      instance_type text NOT NULL,
      ${names.map((name) => `${name} bigint NOT NULL`).join(',\n      ')},
      month_seconds integer GENERATED ALWAYS AS (
        extract(day FROM date_trunc('month', day::timestamp) + interval '1 month' - interval '1 day')::int * 86400) STORED,
      PRIMARY KEY (${key.join(', ')})
    ) WITH (fillfactor = 80)`)
    .execute(db);
  await sql
    .raw(`
    CREATE VIEW billing_usage_day_computed WITH (security_invoker = true) AS
    SELECT ${keyOf},
      ${sums.map(([name, expression]) => `sum(${expression})::bigint AS ${name}`).join(',\n      ')}
    FROM billing_usage AS u GROUP BY 1, 2, 3, 4`)
    .execute(db);
  await sql
    .raw(`
    CREATE FUNCTION billing_usage_roll_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
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
  await comment(
    db,
    'TABLE billing_usage',
    'What training jobs used, a row per job and instance group; written with the job.',
  );
  for (const [name, , text] of usage) await comment(db, `COLUMN billing_usage.${name}`, text);
  await comment(
    db,
    'TABLE billing_usage_day',
    'Sums of billing_usage by day, account, region and instance type; kept by triggers.',
  );
  await comment(db, 'COLUMN billing_usage_day.instance_type', 'Instance type; empty where there is none.');
  await comment(
    db,
    'COLUMN billing_usage_day.month_seconds',
    'Seconds in the month of the day, for prices by the GB-month.',
  );
  for (const [name, , text] of sums) await comment(db, `COLUMN billing_usage_day.${name}`, text);
  await comment(
    db,
    'VIEW billing_usage_day_computed',
    'What billing_usage_day must hold, computed from billing_usage.',
  );
  await sql`GRANT SELECT ON billing_usage, billing_usage_day, billing_usage_day_computed TO sagecat_reader`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropUsageTables(db: Kysely<any>): Promise<void> {
  await sql`DROP VIEW billing_usage_day_computed`.execute(db);
  await sql`DROP TABLE billing_usage, billing_usage_day`.execute(db);
  await sql`DROP FUNCTION billing_usage_roll_up()`.execute(db);
}
