import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { addCrawl, addCrawlTarget, endCrawl } from './runs.ts';
import type { CrawlKind, CrawlScope, CrawlTrigger } from './schema.ts';

/**
 * Requests a crawl from the workers; returns its id. If an equal request is waiting and no worker has started it, returns the id of that
 * one.
 */
export async function requestCrawl(
  db: Kysely<DatabaseSchema>,
  request: { readonly kind: CrawlKind; readonly trigger: Exclude<CrawlTrigger, 'command'>; readonly scope: CrawlScope },
): Promise<number> {
  const waiting = await sql<{ id: number }>`
    SELECT id FROM crawl
    WHERE status = 'queued' AND trigger <> 'command' AND kind = ${request.kind} AND scope = ${JSON.stringify(request.scope)}::jsonb
    ORDER BY id LIMIT 1`.execute(db);
  return waiting.rows[0]?.id ?? addCrawl(db, request);
}

export interface RequestedCrawl {
  readonly id: number;
  readonly kind: CrawlKind;
  readonly trigger: CrawlTrigger;
  readonly scope: CrawlScope;
}

/** Returns the oldest crawl that waits for a worker; with `lock`, one that no other worker is about to start. */
export async function nextRequest(
  db: Kysely<DatabaseSchema>,
  { lock }: { readonly lock: boolean },
): Promise<RequestedCrawl | undefined> {
  const { rows } = await sql<RequestedCrawl>`
    SELECT id, kind, trigger, scope FROM crawl WHERE status = 'queued' AND trigger <> 'command'
    ORDER BY id LIMIT 1 ${lock ? sql`FOR UPDATE SKIP LOCKED` : sql``}`.execute(db);
  return rows[0];
}

/** Takes the oldest waiting crawl, for a process that does all of it itself; returns undefined if none waits. */
export async function takeRequest(db: Kysely<DatabaseSchema>): Promise<RequestedCrawl | undefined> {
  return db.transaction().execute(async (trx) => {
    const request = await nextRequest(trx, { lock: true });
    if (request)
      await sql`UPDATE crawl SET status = 'running', started_at = now() WHERE id = ${request.id}`.execute(trx);
    return request;
  });
}

/** The target of a crawl as a worker needs it. */
export interface WaitingTarget {
  readonly id: number;
  readonly crawl_id: number;
  readonly resource_type: string;
  readonly account_id: string | null;
  readonly region: string;
  readonly status: string;
  readonly asked: CrawlKind | 'job';
  readonly scope: CrawlScope;
}

export async function readWaitingTarget(db: Kysely<DatabaseSchema>, id: number): Promise<WaitingTarget | undefined> {
  return db
    .selectFrom('crawl_target')
    .innerJoin('crawl', 'crawl.id', 'crawl_target.crawl_id')
    .select([
      'crawl_target.id',
      'crawl_id',
      'resource_type',
      'account_id',
      'region',
      'crawl_target.status',
      'asked',
      'crawl.scope',
    ])
    .where('crawl_target.id', '=', id)
    .executeTakeFirst();
}

/** Returns the queued target of another crawl with the same account and region, unless it is for a single job. */
export async function findQueuedTarget(
  db: Kysely<DatabaseSchema>,
  target: { readonly resourceType: string; readonly accountId: string; readonly region: string },
): Promise<{ readonly id: number } | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT target.id FROM crawl_target AS target JOIN crawl ON crawl.id = target.crawl_id
    WHERE target.resource_type = ${target.resourceType} AND target.account_id = ${target.accountId}
      AND target.region = ${target.region} AND target.status = 'queued' AND target.asked <> 'job'
      AND target.merged_into IS NULL AND crawl.trigger <> 'command'
    ORDER BY target.id LIMIT 1 FOR UPDATE OF target`.execute(db);
  return rows[0];
}

/** Lets another crawl's queued target do the work of this one; a full crawl stays a full one. */
export async function mergeTarget(
  db: Kysely<DatabaseSchema>,
  { id, into, asked }: { readonly id: number; readonly into: number; readonly asked: CrawlKind | 'job' },
): Promise<void> {
  await sql`UPDATE crawl_target SET merged_into = ${into} WHERE id = ${id}`.execute(db);
  if (asked === 'full') await sql`UPDATE crawl_target SET asked = 'full' WHERE id = ${into}`.execute(db);
}

/** Returns a target to the queue for its next attempt. */
export async function requeueTarget(db: Kysely<DatabaseSchema>, id: number, reason: string): Promise<void> {
  await sql`
    UPDATE crawl_target SET status = 'queued', reason = ${reason}, finished_at = NULL, updated_at = now()
    WHERE id = ${id}`.execute(db);
}

/** Fails a target after the queue's last attempt. */
export async function failTarget(db: Kysely<DatabaseSchema>, id: number): Promise<void> {
  await sql`
    UPDATE crawl_target SET status = 'interrupted', finished_at = now(), updated_at = now(),
      reason = 'given up after ' || attempts || ' attempts' || coalesce(': ' || reason, '')
    WHERE id = ${id} AND status IN ('queued', 'running')`.execute(db);
}

/** Fails a crawl that never began. The reason is stored in a target without account and region. */
export async function failCrawl(
  db: Kysely<DatabaseSchema>,
  id: number,
  { resourceType, reason }: { readonly resourceType: string; readonly reason: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql`SELECT FROM crawl WHERE id = ${id} AND status = 'queued' FOR UPDATE SKIP LOCKED`.execute(
      trx,
    );
    if (rows.length === 0) return;
    const place = { resourceType, accountId: null, region: '', asked: 'auto' as const };
    const target = await addCrawlTarget(trx, id, place);
    await sql`
      UPDATE crawl_target SET status = 'interrupted', reason = ${reason}, finished_at = now(), updated_at = now()
      WHERE id = ${target}`.execute(trx);
    await endCrawl(trx, id);
  });
}

/** Returns the targets, as `type account region`, that were found unsupported within this many hours and were never complete. */
export async function readUnsupported(
  db: Kysely<DatabaseSchema>,
  { withinHours }: { readonly withinHours: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ target: string }>`
    SELECT resource_type || ' ' || account_id || ' ' || region AS target FROM crawl_coverage
    WHERE status = 'unsupported' AND as_of IS NULL AND attempted_at > now() - ${withinHours} * interval '1 hour'`.execute(
    db,
  );
  return new Set(rows.map(({ target }) => target));
}
