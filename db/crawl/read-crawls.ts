import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { endAbandonedCrawls } from './runs.ts';
import type { CrawlKind, CrawlScope, CrawlTrigger, TargetCounts, TargetKind, TargetStatus } from './schema.ts';

/** A run of the crawler. Times are ISO 8601. */
export interface CrawlRun {
  readonly id: number;
  readonly kind: CrawlKind;
  readonly trigger: CrawlTrigger;
  readonly scope: CrawlScope;
  readonly status: 'queued' | 'running' | 'complete' | 'partial' | 'failed' | 'interrupted';
  readonly requested_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** The number of targets by status. */
  readonly targets_by_status: Readonly<Record<string, number>>;
}

/** A target of a run: how it ended, or its progress. */
export interface CrawlRunTarget {
  readonly id: number;
  readonly resource_type: string;
  readonly account_id: string | null;
  /** Null if unknown. */
  readonly account_name: string | null;
  readonly region: string;
  readonly kind: TargetKind | null;
  readonly status: TargetStatus | 'queued' | 'running' | 'interrupted';
  readonly reason: string | null;
  readonly attempts: number;
  readonly progress: Partial<TargetCounts> & { readonly expected?: number };
  readonly started_at: string | null;
  readonly updated_at: string;
  readonly finished_at: string | null;
}

/** Returns runs, newest first, after ending those whose process is gone. `accounts` narrows to runs that have a target there. */
export async function readCrawls(
  db: Kysely<DatabaseSchema>,
  page: {
    readonly limit: number;
    readonly beforeId?: number | undefined;
    readonly accounts?: readonly string[] | undefined;
  },
): Promise<CrawlRun[]> {
  await endAbandonedCrawls(db);
  const before = page.beforeId === undefined ? sql`` : sql`AND crawl.id < ${page.beforeId}`;
  const inAccounts =
    page.accounts === undefined
      ? sql``
      : sql`AND EXISTS (SELECT FROM crawl_target WHERE crawl_id = crawl.id AND account_id = ANY(${page.accounts}))`;
  const narrow = page.accounts === undefined ? sql`` : sql`AND own.account_id = ANY(${page.accounts})`;
  const { rows } = await sql<CrawlRun>`
    SELECT crawl.*, (
      SELECT coalesce(jsonb_object_agg(status, count), '{}') FROM (
        SELECT coalesce(other.status, own.status) AS status, count(*) AS count
        FROM crawl_target AS own LEFT JOIN crawl_target AS other ON other.id = own.merged_into
        WHERE own.crawl_id = crawl.id ${narrow} GROUP BY 1) AS counted) AS targets_by_status
    FROM crawl WHERE true ${before} ${inAccounts}
    ORDER BY crawl.id DESC LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Returns a run with its targets; undefined if there is none. `accounts` narrows the targets. */
export async function readCrawl(
  db: Kysely<DatabaseSchema>,
  id: number,
  { accounts }: { readonly accounts?: readonly string[] | undefined } = {},
): Promise<(CrawlRun & { readonly targets: readonly CrawlRunTarget[] }) | undefined> {
  const [run] = await readCrawls(db, { limit: 1, beforeId: id + 1, accounts });
  if (run?.id !== id) return undefined;
  const narrow = accounts === undefined ? sql`` : sql`AND own.account_id = ANY(${accounts})`;
  const { rows: targets } = await sql<CrawlRunTarget>`
    SELECT own.id, own.resource_type, own.account_id, account.name AS account_name, own.region, doing.kind, doing.status, doing.reason, doing.attempts,
      doing.progress, doing.started_at, doing.updated_at, doing.finished_at
    FROM crawl_target AS own JOIN crawl_target AS doing ON doing.id = coalesce(own.merged_into, own.id)
      LEFT JOIN account ON account.account_id = own.account_id
    WHERE own.crawl_id = ${id} ${narrow}
    ORDER BY own.account_id, own.region, own.resource_type, own.id`.execute(db);
  return { ...run, targets };
}
