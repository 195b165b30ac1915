import type { Logger } from 'pino';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type {
  CrawlKind,
  CrawlScope,
  CrawlTrigger,
  JobCounts,
  TargetKind,
  TargetStatus,
} from '../../db/crawl/schema.ts';
import type { Database } from '../../db/database.ts';
import type { AccountTarget } from './account-target.ts';
import type { AskForRegions } from './discovery/ask-for-regions.ts';
import type { Rates } from './rate/rate-limits.ts';

export interface CrawlOptions {
  readonly database: Database;
  readonly resourceTypes: readonly AnyResourceType[];
  readonly accounts: readonly AccountTarget[];
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** `auto` by default: incremental if the target was ever listed completely, otherwise full. */
  readonly kind?: CrawlKind | undefined;
  /** Narrows accounts and regions; with a job's name or ARN, only that job is read. */
  readonly scope?: CrawlScope | undefined;
  readonly trigger?: CrawlTrigger | undefined;
  /** Id of the crawl, if it was requested and taken (`takeRequest`). */
  readonly requested?: number | undefined;
  readonly tuning?: CrawlTuning | undefined;
  /** Masks the secrets in what is read; with sagecat's own rules if absent. */
  readonly masker?: Masker | undefined;
  readonly onProgress?: ((event: CrawlEvent) => void) | undefined;
  /** Lists the regions of an account; the account itself is asked if absent. */
  readonly askForRegions?: AskForRegions | undefined;
  /** The time for deciding which jobs have been open for too long, in milliseconds since the epoch; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The settings of a crawl; all have defaults. */
export interface CrawlTuning {
  /** Concurrent targets; 4. */
  readonly targets?: number | undefined;
  /** Concurrent describes per target; 16. */
  readonly concurrency?: number | undefined;
  /** Requests per second by operation, overriding `defaultRates`. */
  readonly rates?: Rates | undefined;
  /** The part of each rate to use; 0.95. */
  readonly share?: number | undefined;
  /** Whether Search may be used; true. */
  readonly search?: boolean | undefined;
  /** Whether tags that Search does not return are read with ListTags; true. */
  readonly tags?: boolean | undefined;
  /** Rows per transaction; 100. */
  readonly batchSize?: number | undefined;
  /** Seconds by which a search for new jobs overlaps the known ones; 600. */
  readonly overlapSeconds?: number | undefined;
  /** Seconds after which a request is aborted and sent again; 15. */
  readonly timeoutSeconds?: number | undefined;
  /** Seconds without any response after which a region counts as unreachable; 60. */
  readonly unreachableAfterSeconds?: number | undefined;
  /** Seconds after which filling in what Search lacks is left to the next crawl; no limit. */
  readonly backlogSeconds?: number | undefined;
  /** Seconds after which the lease of a dead process expires; 30. */
  readonly leaseSeconds?: number | undefined;
}

/** How a target ended, as in `sagecat crawl --json`. */
export interface TargetSummary {
  readonly resource_type: string;
  /** Null if the credentials could not even be used to find the account. */
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly region: string;
  readonly kind: TargetKind | null;
  readonly status: TargetStatus;
  readonly reason: string | null;
  readonly jobs: JobCounts;
  readonly api_calls: Readonly<Record<string, number>>;
  readonly throttles: number;
  readonly duration_seconds: number;
}

/** How a crawl ended: `complete` only if every target is, `failed` if no target read anything. */
export interface CrawlSummary {
  readonly crawl_id: number;
  readonly status: 'complete' | 'partial' | 'failed';
  readonly targets: readonly TargetSummary[];
  readonly jobs: JobCounts;
  /** Requests by operation; retries count again. */
  readonly api_calls: Readonly<Record<string, number>>;
  readonly throttles: number;
  readonly duration_seconds: number;
}

export interface TargetPlace {
  readonly resource_type: string;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly region: string;
}

/** The events of a crawl, for showing its progress. */
export type CrawlEvent =
  | { readonly type: 'crawl-started'; readonly crawl_id: number; readonly targets: readonly TargetPlace[] }
  | {
      /** About once per second for each running target. */
      readonly type: 'target-progress';
      readonly target: TargetPlace;
      readonly kind: TargetKind;
      readonly jobs: JobCounts;
      /** The total number of jobs, if the service or the catalog has it. */
      readonly expected: number | null;
      readonly throttles: number;
    }
  | { readonly type: 'target-ended'; readonly target: TargetSummary }
  | { readonly type: 'crawl-ended'; readonly summary: CrawlSummary };
