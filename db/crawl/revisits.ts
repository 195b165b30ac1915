import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

/** Why crawls revisit a resource at growing intervals. */
export type RevisitReason = 'unreadable' | 'overdue';

/** A resource that incremental crawls revisit at growing intervals. Times are ISO 8601. */
export interface Revisit {
  readonly name: string;
  /** Null if no listing returned it. */
  readonly arn: string | null;
  readonly created_at: string | null;
  readonly why: RevisitReason;
  readonly next_at: string;
}

/** Returns all revisits of a target. */
export async function readRevisits(db: Kysely<DatabaseSchema>, target: TargetKey): Promise<Revisit[]> {
  const { rows } = await sql<Revisit>`
    SELECT name, arn, created_at, why, next_at FROM crawl_revisit WHERE ${ofTarget(target)} ORDER BY name`.execute(db);
  return rows;
}

/** A describe of a resource that changed nothing. */
export interface RevisitAttempt {
  readonly name: string;
  readonly arn: string | null;
  readonly created_at: string | null;
  readonly why: RevisitReason;
  readonly reason: string | null;
}

/**
 * Records describes that changed nothing. The next one is due after two seconds, and the interval doubles each time up to a day, so crawls a
 * few minutes apart are not affected at first.
 */
export async function recordRevisits(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  noted: readonly RevisitAttempt[],
  now: Date,
): Promise<void> {
  if (noted.length === 0) return;
  const nextAt = (tries: ReturnType<typeof sql>) =>
    sql`${now}::timestamptz + least(86400, power(2, least(${tries}, 20))) * interval '1 second'`;
  const tries = sql`CASE WHEN held.why = excluded.why THEN held.tries + 1 ELSE 1 END`;
  await sql`
    INSERT INTO crawl_revisit AS held
      (resource_type, account_id, region, name, arn, created_at, why, reason, since, tries, tried_at, next_at)
    SELECT ${target.resourceType}, ${target.accountId}, ${target.region}, name, arn, created_at, why, reason,
      ${now}::timestamptz, 1, ${now}::timestamptz, ${nextAt(sql`1`)}
    FROM jsonb_to_recordset(${stringifyJson(noted)}::jsonb)
      AS noted (name text, arn text, created_at timestamptz, why text, reason text)
    ON CONFLICT (resource_type, account_id, region, name) DO UPDATE SET
      arn = coalesce(excluded.arn, held.arn), created_at = coalesce(excluded.created_at, held.created_at),
      why = excluded.why, reason = excluded.reason,
      since = CASE WHEN held.why = excluded.why THEN held.since ELSE excluded.since END,
      tries = ${tries}, tried_at = excluded.tried_at, next_at = ${nextAt(tries)}`.execute(db);
}

/** Deletes the revisits of resources that were read, have changed or are gone. */
export async function deleteRevisits(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await sql`DELETE FROM crawl_revisit WHERE ${ofTarget(target)} AND name = ANY(${names})`.execute(db);
}

/** Returns how many resources of a target cannot be read, and the first few of them with the reason. */
export async function readUnreadable(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  { limit }: { readonly limit: number },
): Promise<{ readonly count: number; readonly first: readonly { readonly name: string; readonly reason: string }[] }> {
  const { rows } = await sql<{ name: string; reason: string; count: number }>`
    SELECT name, coalesce(reason, '') AS reason, count(*) OVER () AS count FROM crawl_revisit
    WHERE ${ofTarget(target)} AND why = 'unreadable' ORDER BY since, name LIMIT ${limit}`.execute(db);
  return { count: rows[0]?.count ?? 0, first: rows.map(({ name, reason }) => ({ name, reason })) };
}

const ofTarget = ({ resourceType, accountId, region }: TargetKey) => sql`
  crawl_revisit.resource_type = ${resourceType} AND crawl_revisit.account_id = ${accountId} AND crawl_revisit.region = ${region}`;
