import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { countWorkers } from './workers.ts';

/** An account and region of a resource type, with the age of its data. */
export interface TargetAge {
  readonly resource_type: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly region: string;
  /** Seconds since the start of the last complete crawl. */
  readonly age: number;
}

/** The state of crawling, for monitoring. */
export interface CrawlMetrics {
  /** The oldest first, up to the requested number; without targets that were never complete, unsupported or retired. */
  readonly ages: readonly TargetAge[];
  readonly targets: readonly { readonly resource_type: string; readonly status: string; readonly targets: number }[];
  readonly neverComplete: readonly { readonly resource_type: string; readonly targets: number }[];
  /** Crawls that no worker has taken, and targets of crawls that are queued or running. */
  readonly waitingCrawls: number;
  readonly underWay: { readonly queued: number; readonly running: number };
  readonly workers: number;
  /** Calls to AWS of the targets that were active within the last hour, by operation. */
  readonly calls: readonly { readonly operation: string; readonly calls: number }[];
  readonly throttles: number;
}

/** Reads the state of crawling, with the ages of at most `maxAges` targets. Its cost depends on the last hour's crawls, not on the number of jobs. */
export async function readCrawlMetrics(db: Kysely<DatabaseSchema>, maxAges: number): Promise<CrawlMetrics> {
  const { rows: ages } = await sql<TargetAge>`
    SELECT held.resource_type, held.account_id, coalesce(account.name, '') AS account_name, held.region,
      extract(epoch FROM now() - held.as_of)::float8 AS age
    FROM crawl_coverage AS held LEFT JOIN account ON account.account_id = held.account_id
    WHERE held.as_of IS NOT NULL AND held.status NOT IN ('unsupported', 'retired')
    ORDER BY held.as_of, held.account_id, held.region LIMIT ${maxAges}`.execute(db);
  const { rows: targets } = await sql<{ resource_type: string; status: string; targets: number; never: number }>`
    SELECT resource_type, status, count(*) AS targets, count(*) FILTER (WHERE as_of IS NULL) AS never
    FROM crawl_coverage GROUP BY 1, 2 ORDER BY 1, 2`.execute(db);
  const { rows: queue } = await sql<{ waiting: number; queued: number; running: number }>`
    SELECT (SELECT count(*) FROM crawl WHERE status = 'queued') AS waiting,
      count(*) FILTER (WHERE status = 'queued') AS queued, count(*) FILTER (WHERE status = 'running') AS running
    FROM crawl_target WHERE status IN ('queued', 'running')`.execute(db);
  const lately = sql`
    SELECT target.progress FROM crawl_target AS target
    WHERE target.updated_at > now() - interval '1 hour' AND target.crawl_id IN (
      SELECT id FROM crawl WHERE finished_at IS NULL OR finished_at > now() - interval '1 hour')`;
  const { rows: calls } = await sql<{ operation: string; calls: number }>`
    SELECT call.key AS operation, sum(call.value::bigint)::float8 AS calls
    FROM (${lately}) AS target CROSS JOIN jsonb_each_text(target.progress -> 'api_calls') AS call GROUP BY 1 ORDER BY 1`.execute(
    db,
  );
  const { rows: throttled } = await sql<{ throttles: number }>`
    SELECT coalesce(sum((target.progress ->> 'throttles')::bigint), 0)::float8 AS throttles FROM (${lately}) AS target`.execute(
    db,
  );
  const [{ waiting, queued, running } = { waiting: 0, queued: 0, running: 0 }] = queue;
  const crawled = targets.filter(({ status }) => status !== 'unsupported' && status !== 'retired');
  return {
    ages,
    targets,
    neverComplete: [...Map.groupBy(crawled, ({ resource_type }) => resource_type)].map(([resource_type, own]) => ({
      resource_type,
      targets: own.reduce((sum, { never }) => sum + never, 0),
    })),
    waitingCrawls: waiting,
    underWay: { queued, running },
    workers: await countWorkers(db),
    calls,
    throttles: throttled[0]?.throttles ?? 0,
  };
}
