import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { DriftSelection } from './read-drift.ts';

/** An existing job without a manifest. */
export interface UnmanagedJob {
  readonly id: number;
  readonly training_job_arn: string;
  readonly training_job_name: string;
  readonly account_id: string;
  /** Null if the account has no name. */
  readonly account_name: string | null;
  readonly region: string;
  readonly training_job_status: string | null;
  readonly creation_time: string;
}

const unmanaged = sql`
  FROM aws_sagemaker_trainingjob AS j
  WHERE j.deleted_at IS NULL
    AND NOT EXISTS (SELECT FROM ack_manifest AS m WHERE m.deleted_at IS NULL AND m.arn = j.training_job_arn)
    AND NOT EXISTS (
      SELECT FROM ack_manifest AS m
      WHERE m.deleted_at IS NULL AND m.arn IS NULL AND lower(m.training_job_name) = lower(j.training_job_name)
        AND j.region = coalesce(m.region, j.region) AND j.account_id = coalesce(m.account_id, j.account_id))`;

/** Returns the jobs without a manifest after `after`, in the order in which they were catalogued. */
export async function readUnmanaged(
  db: Kysely<DatabaseSchema>,
  { after = 0, accounts = 'all', limit }: DriftSelection & { readonly limit: number },
): Promise<UnmanagedJob[]> {
  const { rows } = await sql<UnmanagedJob>`
    SELECT j.id, j.training_job_arn, j.training_job_name, j.account_id, j.account_name, j.region, j.training_job_status, j.creation_time
    ${unmanaged} AND j.id > ${after} AND ${ofAccounts(accounts)} ORDER BY j.id LIMIT ${limit}`.execute(db);
  return rows;
}

const ofAccounts = (accounts: readonly string[] | 'all') =>
  accounts === 'all' ? sql`true` : sql`j.account_id = ANY(${accounts})`;

/** Returns the number of jobs without a manifest. */
export async function countUnmanaged(
  db: Kysely<DatabaseSchema>,
  accounts: readonly string[] | 'all' = 'all',
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count ${unmanaged} AND ${ofAccounts(accounts)}`.execute(db);
  return rows[0]?.count ?? 0;
}
