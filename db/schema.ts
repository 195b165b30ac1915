import type { ColumnType, Generated } from 'kysely';
import type { FlatValue } from '../catalog/flatten.ts';
import type { TrainingJob } from '../catalog/training-job/schema.ts';
import type { AccountSchema } from './accounts/schema.ts';
import type { BillingSchema } from './billing/schema.ts';
import type { CrawlSchema } from './crawl/schema.ts';
import type { DiscoverySchema } from './discovery/schema.ts';
import type { HistorySchema } from './history/schema.ts';
import type { ManifestSchema } from './manifests/schema.ts';

/** A timestamp: read as ISO 8601 to the millisecond in UTC, written as that or as a Date. */
export type Timestamp = ColumnType<string, string | Date, string | Date>;
type DefaultTimestamp = ColumnType<string, string | Date | undefined, string | Date>;
/** `jsonb`: read as the value, written as its text. */
export type Json<T> = ColumnType<T, string, string>;

/** Where the values of a row come from: `described` holds every column, `searched` lacks those that Search does not return. */
export type Completeness = 'described' | 'searched';

/** What sagecat knows about a row, beside the catalog's columns. */
export interface RowMetadata {
  id: Generated<number>;
  region: string;
  /** Name of the account now; null where it is not known. The database gives it to rows that are added. */
  account_name: Generated<string | null>;
  completeness: Completeness;
  /** Fingerprint of all columns. */
  content_hash: string;
  /** Fingerprint of the columns that Search returns. */
  search_hash: string;
  first_seen_at: DefaultTimestamp;
  /** When the present content of the row was first seen. */
  changed_at: DefaultTimestamp;
  /** When a describe last gave the row new content. */
  described_at: Timestamp | null;
  deleted_at: Timestamp | null;
  /** Whether nothing but the tags can still change. */
  settled: Generated<boolean>;
  /** Paths of the fields that held secrets. */
  masked_fields: Json<string[]> | null;
}

/** A version of a row that is no more: the columns that were about to change, with their values before and after. */
export interface ResourceChangeTable {
  id: Generated<number>;
  resource_type: string;
  resource_id: number;
  account_id: string;
  region: string;
  seen_at: Timestamp;
  /** `progress` is no version of its own: counters that have moved on since the one before, up to `seen_at`. */
  kind: 'changed' | 'deleted' | 'restored' | 'progress';
  /** Paths of the fields that differ, e.g. `warm_pool_status.status`. */
  fields: string[];
  before: Json<Record<string, FlatValue>>;
  after: Json<Record<string, FlatValue>>;
}

export interface DatabaseSchema
  extends CrawlSchema,
    AccountSchema,
    BillingSchema,
    ManifestSchema,
    DiscoverySchema,
    HistorySchema {
  aws_sagemaker_trainingjob: TrainingJob & RowMetadata;
  resource_change: ResourceChangeTable;
}
