import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { CrawlKind, CrawlScope, CrawlTrigger, TargetCounts, TargetKind, TargetStatus } from './schema.ts';
import type { TargetKey } from './target-key.ts';

/** Inserts a requested crawl; returns its id. */
export async function addCrawl(
  db: Kysely<DatabaseSchema>,
  crawl: { readonly kind: CrawlKind; readonly trigger: CrawlTrigger; readonly scope: CrawlScope },
): Promise<number> {
  const { id } = await db
    .insertInto('crawl')
    .values({ kind: crawl.kind, trigger: crawl.trigger, scope: JSON.stringify(crawl.scope), status: 'queued' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A requested target. The account is null if not even that is known. */
export interface RequestedTarget {
  readonly resourceType: string;
  readonly accountId: string | null;
  readonly region: string;
  readonly asked: CrawlKind | 'job';
}

/** Adds a target to a crawl; returns its id. */
export async function addCrawlTarget(
  db: Kysely<DatabaseSchema>,
  crawlId: number,
  { resourceType, accountId, region, asked }: RequestedTarget,
): Promise<number> {
  const { id } = await db
    .insertInto('crawl_target')
    .values({
      crawl_id: crawlId,
      resource_type: resourceType,
      account_id: accountId,
      region,
      kind: null,
      status: 'queued',
      reason: null,
      worker: null,
      asked,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function beginTarget(
  db: Kysely<DatabaseSchema>,
  id: number,
  { kind, worker }: { readonly kind: TargetKind; readonly worker: string },
): Promise<void> {
  await sql`
    UPDATE crawl_target SET status = 'running', kind = ${kind}, worker = ${worker}, attempts = attempts + 1,
      reason = NULL, finished_at = NULL, started_at = now(), updated_at = now()
    WHERE id = ${id}`.execute(db);
  await sql`
    UPDATE crawl SET status = 'running', started_at = coalesce(started_at, now())
    WHERE id IN (SELECT crawl_id FROM crawl_target WHERE id = ${id} OR merged_into = ${id}) AND status <> 'running'`.execute(
    db,
  );
}

/** Saves the progress of a target. */
export async function saveProgress(
  db: Kysely<DatabaseSchema>,
  id: number,
  counts: TargetCounts & { readonly expected?: number | undefined },
): Promise<void> {
  await db
    .updateTable('crawl_target')
    .set({ progress: JSON.stringify(counts), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

export async function endTarget(
  db: Kysely<DatabaseSchema>,
  id: number,
  end: {
    readonly status: TargetStatus | 'queued' | 'interrupted';
    readonly reason: string | null;
    readonly counts: TargetCounts;
  },
): Promise<void> {
  await db
    .updateTable('crawl_target')
    .set({
      status: end.status,
      reason: end.reason,
      progress: JSON.stringify(end.counts),
      updated_at: sql`now()`,
      finished_at: end.status === 'queued' ? null : sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}

/**
 * Ends a crawl if none of its targets is queued or running, with their combined status (`partial` if at least something was read, `failed` if
 * nothing was, as in `summarize`). A target that was merged into another crawl's ends with that one.
 */
export async function endCrawl(db: Kysely<DatabaseSchema>, id: number): Promise<void> {
  await sql`
    WITH target AS (
      SELECT coalesce(other.status, own.status) AS status, coalesce(other.progress, own.progress) -> 'jobs' AS jobs
      FROM crawl_target AS own LEFT JOIN crawl_target AS other ON other.id = own.merged_into
      WHERE own.crawl_id = ${id})
    UPDATE crawl SET finished_at = now(), status = (
      SELECT CASE
        WHEN count(*) FILTER (WHERE status = 'interrupted') > 0 THEN 'interrupted'
        WHEN count(*) > 0 AND bool_and(status = 'complete') THEN 'complete'
        WHEN bool_or(status = 'complete' OR status = 'partial' AND (jobs ->> 'seen')::bigint > (jobs ->> 'failed')::bigint) THEN 'partial'
        ELSE 'failed' END
      FROM target)
    WHERE id = ${id} AND NOT EXISTS (SELECT FROM target WHERE status IN ('queued', 'running'))`.execute(db);
}

/** Ends every crawl that waited for a target and now waits for nothing else. */
export async function endCrawlsOf(db: Kysely<DatabaseSchema>, targetId: number): Promise<void> {
  const crawls = await db
    .selectFrom('crawl_target')
    .select('crawl_id')
    .distinct()
    .where((where) => where.or([where('id', '=', targetId), where('merged_into', '=', targetId)]))
    .execute();
  for (const { crawl_id } of crawls) await endCrawl(db, crawl_id);
}

/** Returns how far earlier crawls have read a target. Times are ISO 8601. */
export async function readTargetState(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
): Promise<{ watermark: string | null; full_problem: string | null } | undefined> {
  return db
    .selectFrom('crawl_coverage')
    .select(['watermark', 'full_problem'])
    .where('resource_type', '=', target.resourceType)
    .where('account_id', '=', target.accountId)
    .where('region', '=', target.region)
    .executeTakeFirst();
}

/** Saves what an attempt at a target covered. Null keeps the earlier value. */
export async function saveCoverage(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  attempt: {
    readonly status: TargetStatus;
    readonly reason: string | null;
    readonly asOf: Date | null;
    readonly fullAsOf: Date | null;
    readonly watermark: string | null;
    /** What a full crawl left incomplete; undefined keeps the earlier value. */
    readonly fullProblem?: string | null | undefined;
    readonly crawlId: number | null;
  },
): Promise<void> {
  await sql`
    INSERT INTO crawl_coverage AS held
      (resource_type, account_id, region, status, reason, as_of, full_as_of, watermark, full_problem, attempted_at, crawl_id)
    VALUES (${target.resourceType}, ${target.accountId}, ${target.region}, ${attempt.status}, ${attempt.reason},
      ${attempt.asOf}, ${attempt.fullAsOf}, ${attempt.watermark}, ${attempt.fullProblem ?? null}, now(), ${attempt.crawlId})
    ON CONFLICT (resource_type, account_id, region) DO UPDATE SET
      status = excluded.status, reason = excluded.reason,
      as_of = coalesce(excluded.as_of, held.as_of),
      full_as_of = coalesce(excluded.full_as_of, held.full_as_of),
      watermark = coalesce(excluded.watermark, held.watermark),
      full_problem = ${attempt.fullProblem === undefined ? sql`held.full_problem` : sql`excluded.full_problem`},
      attempted_at = excluded.attempted_at, crawl_id = excluded.crawl_id`.execute(db);
}

/** Ends a crawl whose process stops early. */
export async function interruptCrawl(db: Kysely<DatabaseSchema>, id: number, reason: string): Promise<void> {
  await sql`
    UPDATE crawl_target SET status = 'interrupted', reason = ${reason}, finished_at = now(), updated_at = now()
    WHERE crawl_id = ${id} AND status IN ('queued', 'running')`.execute(db);
  await endCrawl(db, id);
}

/** Returns the key under which a command's crawl holds a lease: its process renews it while it lives. */
export const crawlLease = (crawlId: number): TargetKey => ({
  resourceType: 'crawl',
  accountId: String(crawlId),
  region: '',
});

/**
 * Ends the crawls whose leases show that their process is gone, and requeues the targets of dead workers. Called before crawls are
 * read or begun, so that none waits for a dead process.
 */
export async function endAbandonedCrawls(db: Kysely<DatabaseSchema>): Promise<void> {
  const abandoned = await sql<{ id: number }>`
    SELECT id FROM crawl LEFT JOIN crawl_lease AS lease
      ON lease.resource_type = 'crawl' AND lease.account_id = crawl.id::text AND lease.region = ''
    WHERE status IN ('queued', 'running') AND (
      lease.expires_at < clock_timestamp()
      OR lease.expires_at IS NULL AND trigger = 'command' AND requested_at < now() - interval '10 seconds')`.execute(
    db,
  );
  for (const { id } of abandoned.rows) {
    await interruptCrawl(db, id, 'its process ended');
    await sql`DELETE FROM crawl_lease WHERE resource_type = 'crawl' AND account_id = ${String(id)}`.execute(db);
  }
  await sql`
    UPDATE crawl_target AS target SET status = 'queued', reason = 'its worker stopped; the next one goes on', updated_at = now()
    FROM crawl
    WHERE crawl.id = target.crawl_id AND crawl.status = 'running' AND crawl.trigger <> 'command'
      AND target.status = 'running' AND target.started_at < now() - interval '10 seconds'
      AND NOT EXISTS (
        SELECT FROM crawl_lease AS lease
        WHERE (lease.resource_type, lease.account_id, lease.region) = (target.resource_type, target.account_id, target.region)
          AND lease.expires_at > clock_timestamp())`.execute(db);
}
