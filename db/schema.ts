import type { ColumnType, Generated } from 'kysely';
import type { FlatValue } from '../catalog/flatten.ts';
import type { RegisteredType } from '../catalog/resource-types.ts';
import type { AccountSchema } from './accounts/schema.ts';
import type { BillingSchema } from './billing/schema.ts';
import type { CrawlSchema } from './crawl/schema.ts';
import type { DiscoverySchema } from './discovery/schema.ts';
import type { HistorySchema } from './history/schema.ts';
import type { ManifestSchema } from './manifests/schema.ts';

/** A timestamp: read as ISO 8601 in UTC with milliseconds, written as that or as a Date. */
export type Timestamp = ColumnType<string, string | Date, string | Date>;
type DefaultTimestamp = ColumnType<string, string | Date | undefined, string | Date>;
/** `jsonb`: read as a value, written as text. */
export type Json<T> = ColumnType<T, string, string>;

/** How much of a row has been read: `described` has every column, `searched` lacks those that Search does not return. */
export type Completeness = 'described' | 'searched';

/** sagecat's own columns of a row, besides the catalog's. */
export interface RowMetadata {
  id: Generated<number>;
  region: string;
  /** The account's current name; null if unknown. A trigger sets it on insert. */
  account_name: Generated<string | null>;
  completeness: Completeness;
  /** Hash of all columns. */
  content_hash: string;
  /** Hash of the columns that Search returns. */
  search_hash: string;
  first_seen_at: DefaultTimestamp;
  /** When the row's current content was first seen. */
  changed_at: DefaultTimestamp;
  /** When a describe last gave the row new content. */
  described_at: Timestamp | null;
  deleted_at: Timestamp | null;
  /** Whether only the tags can still change. */
  settled: Generated<boolean>;
  /** Paths of the fields in which secrets were masked. */
  masked_fields: Json<string[]> | null;
}

/** A former version of a row: the columns that changed, with their values before and after. */
export interface ResourceChangeTable {
  id: Generated<number>;
  resource_type: string;
  resource_id: number;
  account_id: string;
  region: string;
  seen_at: Timestamp;
  /** `progress` is not a version of its own: only counters advanced since the previous change, up to `seen_at`. */
  kind: 'changed' | 'deleted' | 'restored' | 'progress';
  /** Paths of the fields that differ, e.g. `warm_pool_status.status`. */
  fields: string[];
  before: Json<Record<string, FlatValue>>;
  after: Json<Record<string, FlatValue>>;
}

/** The table of each resource type. */
type ResourceTables = { [Type in RegisteredType as Type['name']]: Type['row'] & RowMetadata };

export interface DatabaseSchema
  extends CrawlSchema,
    AccountSchema,
    BillingSchema,
    ManifestSchema,
    DiscoverySchema,
    HistorySchema,
    ResourceTables {
  resource_change: ResourceChangeTable;
}
