import type { FieldPath } from '../../catalog/field-path.ts';

/** One number per group. */
export interface Metric {
  /** The metric's name in the request and in the response, e.g. `sum(billable_time_in_seconds)` or `p95(training_time_in_seconds)`. */
  readonly name: string;
  readonly operation: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'percentile';
  /** The aggregated field; none for the count of rows. */
  readonly field?: FieldPath | undefined;
  /** For a percentile: between 0 and 1. */
  readonly fraction?: number | undefined;
}

export const bucketUnits = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type BucketUnit = (typeof bucketUnits)[number];

/** Groups by periods on the clock of a time zone. */
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
  /** The metric that orders the groups; without it they are ordered by bucket and keys. */
  readonly order?: { readonly metric: string; readonly descending: boolean } | undefined;
  readonly limit: number;
}

/** Values by name: `bucket`, the paths of the grouped fields, and the names of the metrics. */
export interface Group {
  readonly [name: string]: string | number | bigint | boolean | null;
}

export interface AggregateResult {
  readonly groups: readonly Group[];
  /** Whether there are more groups than requested. */
  readonly truncated: boolean;
}
