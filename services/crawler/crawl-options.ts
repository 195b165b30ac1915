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
  /** `auto` by default: incremental where a target was listed completely before, else full. */
  readonly kind?: CrawlKind | undefined;
  /** Narrows accounts and regions; a job's name or ARN reads only that. */
  readonly scope?: CrawlScope | undefined;
  readonly trigger?: CrawlTrigger | undefined;
  /** Number of the crawl, where it is one that was asked for and taken (`takeRequest`). */
  readonly requested?: number | undefined;
  readonly tuning?: CrawlTuning | undefined;
  /** Takes secrets out of what is read; by sagecat's own rules where absent. */
  readonly masker?: Masker | undefined;
  readonly onProgress?: ((event: CrawlEvent) => void) | undefined;
  /** Asks for the regions of an account; as the account itself where absent. */
  readonly askForRegions?: AskForRegions | undefined;
  /** The moment by which jobs are open for too long, in milliseconds since the epoch; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What a user may set; everything has a default. */
export interface CrawlTuning {
  /** Targets crawled at once; 4. */
  readonly targets?: number | undefined;
  /** Describes under way at once in a target; 16. */
  readonly concurrency?: number | undefined;
  /** Requests a second by operation, over the defaults of `defaultRates`. */
  readonly rates?: Rates | undefined;
  /** The part of each rate that is used; 0.95. */
  readonly share?: number | undefined;
  /** Whether Search may be used; true. */
  readonly search?: boolean | undefined;
  /** Whether tags that Search does not bring are asked for with ListTags; true. */
  readonly tags?: boolean | undefined;
  /** Rows stored in one transaction; 100. */
  readonly batchSize?: number | undefined;
  /** Seconds by which a search for new jobs overlaps what is known; 600. */
  readonly overlapSeconds?: number | undefined;
  /** Seconds after which a request is given up and sent again; 15. */
  readonly timeoutSeconds?: number | undefined;
  /** Seconds without any answer after which a region counts as unreachable; 60. */
  readonly unreachableAfterSeconds?: number | undefined;
  /** Seconds after which filling in what Search lacks is left to the next crawl; no limit. */
  readonly backlogSeconds?: number | undefined;
  /** Seconds after which a target whose process died may be taken over; 30. */
  readonly leaseSeconds?: number | undefined;
}

/** How a target ended. What `sagecat crawl --json` prints. */
export interface TargetSummary {
  readonly resource_type: string;
  /** Null where the credentials did not even tell the account. */
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

/** How a crawl ended: `complete` only if every target is, `failed` if no target gave anything. */
export interface CrawlSummary {
  readonly crawl_id: number;
  readonly status: 'complete' | 'partial' | 'failed';
  readonly targets: readonly TargetSummary[];
  readonly jobs: JobCounts;
  /** Requests by operation; a retry counts again. */
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

/** What happens during a crawl, for whoever shows it. */
export type CrawlEvent =
  | { readonly type: 'crawl-started'; readonly crawl_id: number; readonly targets: readonly TargetPlace[] }
  | {
      /** About once a second for each target under way. */
      readonly type: 'target-progress';
      readonly target: TargetPlace;
      readonly kind: TargetKind;
      readonly jobs: JobCounts;
      /** Jobs in all, where the service or the catalog tells. */
      readonly expected: number | null;
      readonly throttles: number;
    }
  | { readonly type: 'target-ended'; readonly target: TargetSummary }
  | { readonly type: 'crawl-ended'; readonly summary: CrawlSummary };
