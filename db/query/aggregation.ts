import type { FieldPath } from '../../catalog/field-path.ts';

/** One number per group. */
export interface Metric {
  /** As it was asked for and as the answer names it, e.g. `sum(billable_time_in_seconds)` or `p95(training_time_in_seconds)`. */
  readonly name: string;
  readonly operation: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'percentile';
  /** What is added up; none for the count of rows. */
  readonly field?: FieldPath | undefined;
  /** For a percentile: between 0 and 1. */
  readonly fraction?: number | undefined;
}

export const bucketUnits = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type BucketUnit = (typeof bucketUnits)[number];

/** Groups by stretches of time, as clocks of a time zone show it. */
export interface Bucket {
  readonly field: FieldPath;
  readonly unit: BucketUnit;
  /** Name of a time zone, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
}

export interface Aggregation {
  readonly groupBy: readonly FieldPath[];
  readonly metrics: readonly Metric[];
  readonly bucket?: Bucket | undefined;
  /** Name of the metric that orders the groups; without it they follow their bucket and keys. */
  readonly order?: { readonly metric: string; readonly descending: boolean } | undefined;
  readonly limit: number;
}

/** Values by name: `bucket`, the paths of the fields that are grouped by, and the names of the metrics. */
export interface Group {
  readonly [name: string]: string | number | bigint | boolean | null;
}

export interface Aggregated {
  readonly groups: readonly Group[];
  /** Whether there are more groups than were asked for. */
  readonly truncated: boolean;
}
