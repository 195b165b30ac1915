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

// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createUsageTable(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`
    CREATE TABLE billing_usage (
      ${usage.map(([name, type]) => `${name} ${type}`).join(',\n      ')},
      PRIMARY KEY (resource_id, group_index),
      FOREIGN KEY (resource_id) REFERENCES aws_sagemaker_trainingjob (id) ON DELETE CASCADE
    )`)
    .execute(db);
  await sql`CREATE INDEX billing_usage_by_day ON billing_usage (day)`.execute(db);
  await sql`CREATE INDEX billing_usage_running ON billing_usage (resource_id) WHERE billing = 'running'`.execute(db);
  await comment(
    db,
    'TABLE billing_usage',
    'What training jobs used, a row per job and instance group; written with the job.',
  );
  for (const [name, , text] of usage) await comment(db, `COLUMN billing_usage.${name}`, text);
  await sql`
    CREATE TABLE billing_job (
      resource_id bigint PRIMARY KEY REFERENCES aws_sagemaker_trainingjob (id) ON DELETE CASCADE,
      account_id text NOT NULL,
      role_arn text,
      algorithm text,
      experiment text,
      tuning_job_arn text,
      tags jsonb NOT NULL
    )`.execute(db);
  for (const [on, text] of labelComments) await comment(db, on, text);
  await sql`GRANT SELECT ON billing_usage, billing_job TO sagecat_reader`.execute(db);
}

const labelComments: readonly [on: string, text: string][] = [
  ['TABLE billing_job', 'What the use of a job can be attributed to; written with the job.'],
  ['COLUMN billing_job.resource_id', 'The job: id in aws_sagemaker_trainingjob.'],
  ['COLUMN billing_job.account_id', 'Identifier of the AWS account.'],
  ['COLUMN billing_job.role_arn', 'IAM role that the job ran as.'],
  ['COLUMN billing_job.algorithm', 'Training image, or the algorithm resource used in its place.'],
  ['COLUMN billing_job.experiment', 'Name of the experiment.'],
  ['COLUMN billing_job.tuning_job_arn', 'Hyperparameter tuning job that started the job.'],
  [
    'COLUMN billing_job.tags',
    'Values of tags by key. The catalog keeps tags as key:value; one with several colons is listed under every key that it may have.',
  ],
];

// biome-ignore lint/suspicious/noExplicitAny: as above
export const dropUsageTable = (db: Kysely<any>) => sql`DROP TABLE billing_job, billing_usage`.execute(db);
