import type { ColumnType } from 'kysely';
import type { Json, Timestamp } from '../schema.ts';

interface DiscoveredAccountTable {
  account_id: string;
  /** The organization that it belongs to. */
  source: string;
  name: string | null;
  status: 'active' | 'retired';
  reason: string | null;
  changed_at: Timestamp;
}

interface DiscoveryCacheTable {
  subject: string;
  scope: string;
  value: Json<unknown>;
  discovered_at: ColumnType<string | null, string | Date | null, string | Date | null>;
  tried_at: Timestamp;
  problem: string | null;
}

export interface DiscoverySchema {
  discovered_account: DiscoveredAccountTable;
  discovery_cache: DiscoveryCacheTable;
}
