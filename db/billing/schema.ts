import type { ColumnType, Generated } from 'kysely';
import type { Labels } from '../../catalog/billing/labels.ts';
import type { Usage } from '../../catalog/billing/usage.ts';

/** A row of `billing_usage`: a job's number and what one of its instance groups used. */
export type BillingUsageTable = Usage & { readonly resource_id: number };

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
] as const satisfies readonly (keyof BillingUsageTable)[];

type Numeric = ColumnType<number | string, number | string, number | string>;

/** A price as it was imported. */
export interface BillingPriceTable {
  id: Generated<number>;
  source: 'list' | 'own';
  account_id: string;
  region: string;
  instance_type: string;
  kind: 'training' | 'warm_pool' | 'storage';
  valid_from: string;
  valid_to: string | null;
  price: Numeric | null;
  discount_percent: Numeric | null;
  origin: string;
  imported_at: ColumnType<string, string | undefined, string>;
}

/** What holds on each day: periods that do not overlap. */
export interface BillingRateTable {
  account_id: string;
  region: string;
  instance_type: string;
  valid_from: string;
  valid_to: string;
  training_hourly: Numeric | null;
  warm_pool_hourly: Numeric | null;
  storage_gb_month: Numeric | null;
}

export interface BillingSchema {
  billing_usage: BillingUsageTable;
  billing_job: Labels & { readonly resource_id: number };
  billing_price: BillingPriceTable;
  billing_rate: BillingRateTable;
  billing_rate_account: { account_id: string };
  billing_stale_day: { day: string; account_id: string; region: string };
}
