import type { Labels } from './labels.ts';
import type { PriceKinds } from './price.ts';
import type { Usage, Waste } from './usage.ts';
import type { UsageType } from './usage-types.ts';

/** How a search finds billed resources. */
export interface BilledSearch {
  /**
   * The fields with the value of a dimension of usage, by the dimension's name; any of several may have it. Without those that every type
   * has.
   */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** The field with the start of the usage. */
  readonly startedAt?: string;
  /** The field with the end of the usage, for types that end. */
  readonly endedAt?: string;
  /** The field with the billed seconds per instance, if there is one. */
  readonly seconds?: string;
  /** The field with the maximum run time in seconds, if there is one. */
  readonly maxSeconds?: string;
  /** The maximum run time of a resource that has none set. */
  readonly maxSecondsByDefault?: number;
  /** Search queries for paid usage that was wasted. */
  readonly waste: Readonly<Partial<Record<Waste, string>>>;
}

/** How the resources of a type are billed. */
export interface Billing<Row> {
  /**
   * Returns the usage of a row: at least one entry, one per instance group. `region` is the ARN's. For ongoing types, returns what runs, as
   * `ongoing` entries that start at the row's last change.
   */
  usageOf(row: Row, region: string): Usage[];
  /** Whether a resource is billed until it is deleted. Its usage then follows from its versions. */
  readonly isOngoing?: boolean;
  /** Returns what the usage of a row can be attributed to. */
  labelsOf(row: Row): Labels;
  /** The columns that these functions read and Search lacks. */
  readonly describeOnlyColumns: readonly string[];
  /** The kinds of prices that apply. */
  readonly prices: PriceKinds;
  /** How a search finds the resources behind a sum; without it, sums have no links to them. */
  readonly search?: BilledSearch;
  /** The usage types under which AWS bills it. */
  readonly usageTypes: readonly UsageType[];
}
