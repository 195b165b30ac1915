import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { RowSelection } from '../query/row-source.ts';

export const bucketUnits = ['hour', 'day', 'week', 'month'] as const;
export type BucketUnit = (typeof bucketUnits)[number];

/** What use can be grouped by; `tag:` is followed by the key of a tag. */
export const dimensions = [
  'account_id',
  'region',
  'instance_type',
  'status',
  'capacity',
  'waste',
  'role_arn',
  'algorithm',
  'experiment',
  'tuning_job_arn',
  'resource_type',
  'owner',
] as const;
export type Dimension = (typeof dimensions)[number] | `tag:${string}`;

/** The dimension of a name; undefined where there is none. */
export function findDimension(name: string): Dimension | undefined {
  if (name.startsWith('tag:') && name.length > 4) return name as `tag:${string}`;
  return dimensions.find((known) => known === name);
}

/** A span of time, from the first instant to the one that is no more in it. ISO 8601 in UTC. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What of billable time is asked for. */
export interface UsageRequest {
  readonly period: Period;
  readonly groupBy: readonly Dimension[];
  /** Without it, the whole period is one. */
  readonly bucket?: BucketUnit | undefined;
  /** Name of the zone database in which buckets begin, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Only what resources of this type used; absent for those of every type. */
  readonly type?: AnyResourceType | undefined;
  /** Only what resources used that a search finds, of the type that it searches. */
  readonly jobs?: RowSelection | undefined;
  /** Accounts that may be seen. */
  readonly accounts?: readonly string[] | 'all' | undefined;
}
