import type { ColumnType, Generated } from 'kysely';
import type { Labels } from '../../catalog/billing/labels.ts';
import type { Usage } from '../../catalog/billing/usage.ts';

/** Identifies the resource that usage belongs to: its type, and its id in the table of that type. */
interface Billed {
  readonly resource_type: string;
  readonly resource_id: number;
}

/** A row of `billing_usage`: the usage of one instance group of a resource. */
export type BillingUsageTable = Usage & Billed;

/** A row of `billing_job`. */
export type BillingJobTable = Labels & Billed;

/** Every column of `billing_usage`, in the order of the table. */
export const usageColumns = [
  'resource_id',
  'group_index',
  'group_name',
  'account_id',
  'region',
  'day',
  'started_at',
  'ended_at',
  'status',
  'capacity',
  'billing',
  'waste',
  'instance_type',
  'instance_count',
  'billable_seconds',
  'instance_seconds',
  'training_seconds',
  'spot_saved_seconds',
  'warm_pool_seconds',
  'warm_pool_instance_seconds',
  'training_plan_arn',
  'token_count',
  'volume_gb',
  'storage_gb_seconds',
  'pending_ms',
  'starting_ms',
  'downloading_ms',
  'training_ms',
  'interrupted_ms',
  'uploading_ms',
  'stopping_ms',
  'other_ms',
  'resource_type',
] as const satisfies readonly (keyof BillingUsageTable)[];

type Numeric = ColumnType<number | string, number | string, number | string>;

/** A price as it was imported. */
export interface BillingPriceTable {
  id: Generated<number>;
  source: 'list' | 'own';
  account_id: string;
  region: string;
  instance_type: string;
  kind: string;
  valid_from: string;
  valid_to: string | null;
  price: Numeric | null;
  discount_percent: Numeric | null;
  origin: string;
  imported_at: ColumnType<string, string | undefined, string>;
}

/** The rates by day: periods that do not overlap. */
export interface BillingRateTable {
  account_id: string;
  region: string;
  instance_type: string;
  valid_from: string;
  valid_to: string;
  training_hourly: Numeric | null;
  warm_pool_hourly: Numeric | null;
  storage_gb_month: Numeric | null;
  resource_type: string;
}

export interface BillingSchema {
  billing_usage: BillingUsageTable;
  billing_job: BillingJobTable;
  billing_price: BillingPriceTable;
  billing_rate: BillingRateTable;
  billing_rate_account: { account_id: string };
  billing_stale_day: { day: string; account_id: string; region: string; resource_type: string };
}
