import type { ColumnType, Generated } from 'kysely';
import type { Json, Timestamp } from '../schema.ts';

type OptionalTimestamp = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;

/** Which crawl is asked for: `auto` is incremental where a target was listed completely before, else full. */
export type CrawlKind = 'auto' | 'incremental' | 'full';
/** How a target was crawled; `job`: only the jobs that were named. */
export type TargetKind = 'incremental' | 'full' | 'job';
/** How a target ends. */
export type TargetStatus = 'complete' | 'partial' | 'denied' | 'unsupported';
/** What is known of a target: how its last crawl ended, or `retired`, where there will be no further one. */
export type CoverageStatus = TargetStatus | 'retired';
export type CrawlTrigger = 'command' | 'request' | 'schedule';

/** Counts of one target, or of all targets of a crawl. */
export interface TargetCounts {
  readonly jobs: JobCounts;
  /** Requests that were sent, by operation; a retry counts again. */
  readonly api_calls: Readonly<Record<string, number>>;
  /** Requests that were answered with a throttle. */
  readonly throttles: number;
}

export interface JobCounts {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Jobs that could not be catalogued. */
  readonly failed: number;
  /** Jobs that are gone, confirmed by a describe. */
  readonly deleted: number;
  /** Jobs whose describes were answered. */
  readonly described: number;
  /** Rows that hold what Search returns and wait for a describe. */
  readonly backlog: number;
  /** Jobs that this crawl left alone, since they cannot be read, or are open for longer than a job can be. */
  readonly postponed: number;
}

/** What the crawled scope was narrowed to; absent members mean everything. */
export interface CrawlScope {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  /** Name or ARN of the only resource to be read. */
  readonly job?: string;
}

interface CrawlTable {
  id: Generated<number>;
  kind: CrawlKind;
  trigger: CrawlTrigger;
  scope: Json<CrawlScope>;
  status: 'queued' | 'running' | 'complete' | 'partial' | 'failed' | 'interrupted';
  requested_at: ColumnType<string, string | Date | undefined, never>;
  started_at: OptionalTimestamp;
  finished_at: OptionalTimestamp;
}

interface CrawlTargetTable {
  id: Generated<number>;
  crawl_id: number;
  resource_type: string;
  account_id: string | null;
  region: string;
  kind: TargetKind | null;
  status: TargetStatus | 'queued' | 'running' | 'interrupted';
  reason: string | null;
  worker: string | null;
  attempts: Generated<number>;
  progress: ColumnType<Partial<TargetCounts>, string | undefined, string>;
  started_at: OptionalTimestamp;
  updated_at: ColumnType<string, string | Date | undefined, string | Date>;
  finished_at: OptionalTimestamp;
  asked: ColumnType<CrawlKind | 'job', CrawlKind | 'job' | undefined, CrawlKind | 'job'>;
  merged_into: ColumnType<number | null, number | undefined, number | null>;
}

interface CrawlCoverageTable {
  resource_type: string;
  account_id: string;
  region: string;
  status: CoverageStatus;
  reason: string | null;
  as_of: OptionalTimestamp;
  full_as_of: OptionalTimestamp;
  watermark: OptionalTimestamp;
  full_problem: string | null;
  attempted_at: Timestamp;
  crawl_id: number | null;
}

interface CrawlLeaseTable {
  resource_type: string;
  account_id: string;
  region: string;
  holder: string;
  expires_at: Timestamp;
}

interface CrawlWorkerTable {
  worker: string;
  seen_at: Timestamp;
}

interface CrawlMissingTable {
  resource_type: string;
  resource_id: number;
  account_id: string;
  region: string;
}

export interface CrawlSchema {
  crawl: CrawlTable;
  crawl_target: CrawlTargetTable;
  crawl_coverage: CrawlCoverageTable;
  crawl_lease: CrawlLeaseTable;
  crawl_missing: CrawlMissingTable;
  crawl_worker: CrawlWorkerTable;
}
