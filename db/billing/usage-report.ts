import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { readBuckets } from './read-period.ts';
import { readUsage, type UsageResult, type UsageRow, type UsageSums } from './read-usage.ts';
import type { Period, UsageRequest } from './usage-request.ts';

/** Sums with those of the previous period. */
export interface WithPrevious<Sums extends UsageSums> {
  readonly now: Sums;
  /** Null if no previous period was requested, or it has no such sums. */
  readonly previous: UsageSums | null;
}

export interface UsageReport {
  readonly rows: readonly WithPrevious<UsageRow>[];
  readonly totals: readonly WithPrevious<UsageSums & { readonly currency: string }>[];
  /** The start of every bucket of the period, including empty ones; none without buckets. */
  readonly buckets: readonly string[];
}

/**
 * Returns the usage of a period, compared bucket by bucket with the previous period if one is given. Groups that only the previous period
 * has come last, with zero sums.
 */
export async function readUsageReport(
  db: Kysely<DatabaseSchema>,
  request: UsageRequest,
  previous?: Period,
): Promise<UsageReport> {
  const buckets = await bucketsOf(db, request, request.period);
  const now = await readUsage(db, request);
  if (!previous) {
    return {
      rows: now.rows.map((row) => ({ now: row, previous: null })),
      totals: now.totals.map((row) => ({ now: row, previous: null })),
      buckets,
    };
  }
  const before = await readUsage(db, { ...request, period: previous });
  return compare(now, before, buckets, await bucketsOf(db, request, previous));
}

const bucketsOf = async (db: Kysely<DatabaseSchema>, { bucket, timeZone }: UsageRequest, period: Period) =>
  bucket ? readBuckets(db, period, bucket, timeZone) : [];

function compare(
  now: UsageResult,
  before: UsageResult,
  buckets: readonly string[],
  earlier: readonly string[],
): UsageReport {
  // A row of the previous period belongs to the bucket with the same number.
  const shifted = before.rows.map((row) => ({
    ...row,
    bucket: row.bucket === null ? null : (buckets[earlier.indexOf(row.bucket)] ?? null),
  }));
  const keyOf = ({ bucket, group, currency }: UsageRow) => JSON.stringify([bucket, group, currency]);
  const previous = new Map(shifted.map((row) => [keyOf(row), row]));
  const known = new Set(now.rows.map(keyOf));
  // If the previous month is longer, its last buckets count only in its totals.
  const gone = shifted.filter((row) => !known.has(keyOf(row)) && (row.bucket !== null || buckets.length === 0));
  const rows = [
    ...now.rows.map((row) => ({ now: row, previous: sumsOf(previous.get(keyOf(row))) })),
    ...gone.map((row) => ({
      now: { ...zeroUsage, bucket: row.bucket, group: row.group, currency: row.currency },
      previous: sumsOf(row),
    })),
  ];
  const currencies = [...new Set([...now.totals, ...before.totals].map(({ currency }) => currency))];
  return {
    // Stable: within a bucket the most expensive stays first, and groups without a price stay last.
    rows: rows.toSorted(
      ({ now: a }, { now: b }) =>
        Number((a.bucket ?? '') > (b.bucket ?? '')) - Number((a.bucket ?? '') < (b.bucket ?? '')) ||
        Number(a.cost === null) - Number(b.cost === null),
    ),
    totals: currencies.map((currency) => ({
      now: now.totals.find((total) => total.currency === currency) ?? { ...zeroUsage, currency },
      previous: sumsOf(before.totals.find((total) => total.currency === currency)),
    })),
    buckets,
  };
}

export const zeroUsage: UsageSums = {
  jobs: 0,
  running_jobs: 0,
  unreported_jobs: 0,
  instance_seconds: 0,
  on_demand_instance_seconds: 0,
  spot_instance_seconds: 0,
  prepaid_instance_seconds: 0,
  training_instance_seconds: 0,
  spot_saved_instance_seconds: 0,
  warm_pool_instance_seconds: 0,
  storage_gb_seconds: 0,
  token_count: 0,
  compute_cost: '0',
  warm_pool_cost: '0',
  storage_cost: '0',
  cost: '0',
  spot_saved_cost: '0',
  unpriced_jobs: 0,
  unpriced_storage_gb_seconds: 0,
};

/** The names of the sums, in display order. */
export const usageSumNames = Object.keys(zeroUsage) as readonly (keyof UsageSums)[];

const sumsOf = (row: UsageSums | undefined): UsageSums | null =>
  row === undefined
    ? null
    : // Every sum of `nothing` is one of the row.
      (Object.fromEntries(usageSumNames.map((name) => [name, row[name]])) as unknown as UsageSums);
