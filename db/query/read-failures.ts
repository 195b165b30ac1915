import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type FailingType, normalizeReason } from '../../catalog/failure-reason.ts';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql, rowAlias } from './field-sql.ts';

/** A resource that failed, with its name and ARN as the type's columns name them. Times are ISO 8601. */
export interface FailedResource {
  readonly [nameOrArn: string]: unknown;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  readonly ended_at: string;
  /** Null if the service gives none. */
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
  readonly newest: readonly FailedResource[];
}

const examples = 3;

/**
 * Returns the resources of a type that failed since a moment (ISO 8601), grouped by reason, most frequent first. `filter` narrows them.
 * The type must say how it is seen that one has failed.
 */
export async function readFailures(
  db: Kysely<DatabaseSchema>,
  { name: table, key, failure }: FailingType,
  { since, filter }: { readonly since: string; readonly filter?: RawBuilder<unknown> | undefined },
): Promise<FailureGroup[]> {
  const endedAt = sql`coalesce(${sql.join(failure.endedAt.map(columnSql))})`;
  const { rows } = await sql<FailedResource>`
    SELECT ${columnSql(key.name)}, ${columnSql(key.arn)}, account_id, account_name, region, ${endedAt} AS ended_at,
      ${columnSql(failure.reason)} AS failure_reason
    FROM ${sql.ref(table)} AS ${sql.ref(rowAlias)}
    WHERE ${columnSql(failure.field)} COLLATE "C" = ${failure.value} AND deleted_at IS NULL AND ${endedAt} >= ${since}::timestamptz
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

const accountsOf = (jobs: readonly FailedResource[]): FailureGroup['accounts'] =>
  [...Map.groupBy(jobs, ({ account_id }) => account_id)]
    .map(([account_id, own]) => ({ account_id, account_name: own[0]?.account_name ?? null, jobs: own.length }))
    .sort((a, b) => b.jobs - a.jobs);
