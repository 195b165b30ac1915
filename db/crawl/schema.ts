import type { ColumnType, Generated } from 'kysely';
import type { Json, Timestamp } from '../schema.ts';

type OptionalTimestamp = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;

/** The requested kind of crawl: `auto` is incremental if the target was ever listed completely, otherwise full. */
export type CrawlKind = 'auto' | 'incremental' | 'full';
/** How a target is crawled; `job`: only the named jobs. */
export type TargetKind = 'incremental' | 'full' | 'job';
/** How a target ends. */
export type TargetStatus = 'complete' | 'partial' | 'denied' | 'unsupported';
/** The state of a target: how its last crawl ended, or `retired` if there will be no further one. */
export type CoverageStatus = TargetStatus | 'retired';
export type CrawlTrigger = 'command' | 'request' | 'schedule';

/** Counts of one target, or of all targets of a crawl. */
export interface TargetCounts {
  readonly jobs: ResourceCounts;
  /** Requests that were sent, by operation; a retry counts again. */
  readonly api_calls: Readonly<Record<string, number>>;
  /** Requests that were throttled. */
  readonly throttles: number;
}

export interface ResourceCounts {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Jobs that could not be catalogued. */
  readonly failed: number;
  /** Deleted jobs, confirmed by a describe. */
  readonly deleted: number;
  /** Jobs that were described. */
  readonly described: number;
  /** Rows that have only what Search returns and wait for a describe. */
  readonly backlog: number;
  /** Jobs that this crawl skipped, since they cannot be read, or have been open for longer than a job can run. */
  readonly postponed: number;
}

/** The scope of a crawl; an absent member means everything. */
export interface CrawlScope {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  /** Name or ARN of the only resource to read. */
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
