import type {
  CrawlKind,
  CrawlScope,
  CrawlTrigger,
  ResourceCounts,
  TargetKind,
  TargetStatus,
} from '../../db/crawl/schema.ts';

/** The request for a crawl. */
export interface CrawlRequest {
  /** `auto` by default: incremental if the target was ever listed completely, otherwise full. */
  readonly kind?: CrawlKind | undefined;
  /** Narrows accounts and regions; with a resource's name or ARN, only that resource is read. */
  readonly scope?: CrawlScope | undefined;
  readonly trigger?: CrawlTrigger | undefined;
  /** Id of the crawl, if it was requested and taken (`takeRequest`). */
  readonly requested?: number | undefined;
  readonly onProgress?: ((event: CrawlEvent) => void) | undefined;
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
  readonly jobs: ResourceCounts;
  readonly api_calls: Readonly<Record<string, number>>;
  readonly throttles: number;
  readonly duration_seconds: number;
}

/** How a crawl ended: `complete` only if every target is, `failed` if no target read anything. */
export interface CrawlSummary {
  readonly crawl_id: number;
  readonly status: 'complete' | 'partial' | 'failed';
  readonly targets: readonly TargetSummary[];
  readonly jobs: ResourceCounts;
  /** Requests by operation; retries count again. */
  readonly api_calls: Readonly<Record<string, number>>;
  readonly throttles: number;
  readonly duration_seconds: number;
}

export interface TargetIdentity {
  readonly resource_type: string;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly region: string;
}

/** The events of a crawl, for showing its progress. */
export type CrawlEvent =
  | { readonly type: 'crawl-started'; readonly crawl_id: number; readonly targets: readonly TargetIdentity[] }
  | {
      /** About once per second for each running target. */
      readonly type: 'target-progress';
      readonly target: TargetIdentity;
      readonly kind: TargetKind;
      readonly jobs: ResourceCounts;
      /** The total number of resources, if the service or the catalog has it. */
      readonly expected: number | null;
      readonly throttles: number;
    }
  | { readonly type: 'target-ended'; readonly target: TargetSummary }
  | { readonly type: 'crawl-ended'; readonly summary: CrawlSummary };
