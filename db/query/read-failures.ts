import { type Kysely, type RawBuilder, sql } from 'kysely';
import { normalizeReason } from '../../catalog/failure-reason.ts';
import type { DatabaseSchema } from '../schema.ts';
import { rowAlias } from './field-sql.ts';

/** A training job that failed. Times are ISO 8601. */
export interface FailedJob {
  readonly training_job_name: string;
  readonly training_job_arn: string;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  readonly ended_at: string;
  /** Null if SageMaker gives none. */
  readonly failure_reason: string | null;
}

/** Failures with the same normalized reason. */
export interface FailureGroup {
  /** The reason without the parts that differ from job to job; null if none was given. */
  readonly reason: string | null;
  readonly jobs: number;
  /** The accounts with the most failures first. */
  readonly accounts: readonly {
    readonly account_id: string;
    readonly account_name: string | null;
    readonly jobs: number;
  }[];
  /** The newest few. */
  readonly newest: readonly FailedJob[];
}

const examples = 3;

/** Returns the jobs that failed since a moment (ISO 8601), grouped by reason, most frequent first. `filter` narrows the jobs. */
export async function readFailures(
  db: Kysely<DatabaseSchema>,
  { since, filter }: { readonly since: string; readonly filter?: RawBuilder<unknown> | undefined },
): Promise<FailureGroup[]> {
  const { rows } = await sql<FailedJob>`
    SELECT training_job_name, training_job_arn, account_id, account_name, region,
      coalesce(training_end_time, last_modified_time, creation_time) AS ended_at, failure_reason
    FROM aws_sagemaker_trainingjob AS ${sql.ref(rowAlias)}
    WHERE training_job_status COLLATE "C" = 'Failed' AND deleted_at IS NULL
      AND coalesce(training_end_time, last_modified_time, creation_time) >= ${since}::timestamptz
      ${filter ? sql`AND (${filter})` : sql``}
    ORDER BY ended_at DESC, id DESC`.execute(db);
  const groups = Map.groupBy(rows, ({ failure_reason }) => (failure_reason ? normalizeReason(failure_reason) : null));
  return [...groups]
    .map(([reason, jobs]) => ({
      reason,
      jobs: jobs.length,
      accounts: accountsOf(jobs),
      newest: jobs.slice(0, examples),
    }))
    .sort((a, b) => b.jobs - a.jobs);
}

const accountsOf = (jobs: readonly FailedJob[]): FailureGroup['accounts'] =>
  [...Map.groupBy(jobs, ({ account_id }) => account_id)]
    .map(([account_id, own]) => ({ account_id, account_name: own[0]?.account_name ?? null, jobs: own.length }))
    .sort((a, b) => b.jobs - a.jobs);
