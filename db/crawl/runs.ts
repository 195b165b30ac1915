import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { CrawlKind, CrawlScope, CrawlTrigger, TargetCounts, TargetKind, TargetStatus } from './schema.ts';
import type { TargetKey } from './target-key.ts';

/** Records that a crawl was asked for; answers its number. */
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

/** Adds a target to a crawl; answers its number. The account is null where even that is not known. */
export async function addCrawlTarget(
  db: Kysely<DatabaseSchema>,
  crawlId: number,
  target: { readonly resourceType: string; readonly accountId: string | null; readonly region: string },
): Promise<number> {
  const { id } = await db
    .insertInto('crawl_target')
    .values({
      crawl_id: crawlId,
      resource_type: target.resourceType,
      account_id: target.accountId,
      region: target.region,
      kind: null,
      status: 'queued',
      reason: null,
      worker: null,
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
    WHERE id = (SELECT crawl_id FROM crawl_target WHERE id = ${id}) AND status <> 'running'`.execute(db);
}

/** Saves how far a target has come. */
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
      finished_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends a crawl once none of its targets is under way, with the status that they have together; otherwise does nothing. */
export async function endCrawl(db: Kysely<DatabaseSchema>, id: number): Promise<void> {
  await sql`
    UPDATE crawl SET finished_at = now(), status = (
      SELECT CASE
        WHEN count(*) FILTER (WHERE status = 'interrupted') > 0 THEN 'interrupted'
        WHEN count(*) > 0 AND bool_and(status = 'complete') THEN 'complete'
        WHEN bool_or(status IN ('complete', 'partial')) THEN 'partial'
        ELSE 'failed' END
      FROM crawl_target WHERE crawl_id = ${id})
    WHERE id = ${id} AND NOT EXISTS (
      SELECT FROM crawl_target WHERE crawl_id = ${id} AND status IN ('queued', 'running'))`.execute(db);
}

/** What earlier crawls left of a target: how far its resources are known. Times are ISO 8601. */
export async function readTargetState(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
): Promise<{ watermark: string | null; as_of: string | null; full_as_of: string | null } | undefined> {
  return db
    .selectFrom('crawl_coverage')
    .select(['watermark', 'as_of', 'full_as_of'])
    .where('resource_type', '=', target.resourceType)
    .where('account_id', '=', target.accountId)
    .where('region', '=', target.region)
    .executeTakeFirst();
}

/** Records what an attempt at a target covered. Null keeps what earlier attempts reached. */
export async function saveCoverage(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  attempt: {
    readonly status: TargetStatus;
    readonly reason: string | null;
    readonly asOf: Date | null;
    readonly fullAsOf: Date | null;
    readonly watermark: string | null;
    readonly crawlId: number | null;
  },
): Promise<void> {
  await sql`
    INSERT INTO crawl_coverage AS held
      (resource_type, account_id, region, status, reason, as_of, full_as_of, watermark, attempted_at, crawl_id)
    VALUES (${target.resourceType}, ${target.accountId}, ${target.region}, ${attempt.status}, ${attempt.reason},
      ${attempt.asOf}, ${attempt.fullAsOf}, ${attempt.watermark}, now(), ${attempt.crawlId})
    ON CONFLICT (resource_type, account_id, region) DO UPDATE SET
      status = excluded.status, reason = excluded.reason,
      as_of = coalesce(excluded.as_of, held.as_of),
      full_as_of = coalesce(excluded.full_as_of, held.full_as_of),
      watermark = coalesce(excluded.watermark, held.watermark),
      attempted_at = excluded.attempted_at, crawl_id = excluded.crawl_id`.execute(db);
}
