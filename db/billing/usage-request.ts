import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { RowSelection } from '../query/row-source.ts';

export const bucketUnits = ['hour', 'day', 'week', 'month'] as const;
export type BucketUnit = (typeof bucketUnits)[number];

/** The dimensions by which usage can be grouped; `tag:` is followed by the key of a tag. */
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

/** Returns the dimension with a name; undefined if there is none. */
export function findDimension(name: string): Dimension | undefined {
  if (name.startsWith('tag:') && name.length > 4) return name as `tag:${string}`;
  return dimensions.find((known) => known === name);
}

/** A period: its start, and its end, which is excluded. ISO 8601 in UTC. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The requested usage. */
export interface UsageRequest {
  readonly period: Period;
  readonly groupBy: readonly Dimension[];
  /** Without it, the whole period is one bucket. */
  readonly bucket?: BucketUnit | undefined;
  /** Name of the zone database in which buckets begin, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Only usage of resources of this type; all types if absent. */
  readonly type?: AnyResourceType | undefined;
  /** Only usage of the resources that a search of one type finds. */
  readonly jobs?: RowSelection | undefined;
  /** The visible accounts. */
  readonly accounts?: readonly string[] | 'all' | undefined;
}
