import type { Labels } from './labels.ts';
import type { PriceKinds } from './price.ts';
import type { Usage, Waste } from './usage.ts';
import type { UsageType } from './usage-types.ts';

/** How the search finds what was billed. */
export interface BilledSearch {
  /** The fields that have the value of a dimension of use, by its name; one of several has it. Those that every type has are left out. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** The field that says when use began. */
  readonly startedAt?: string;
  /** The field that says when use ended, for types that end. */
  readonly endedAt?: string;
  /** The field with the seconds that are billed for each instance, where there is one. */
  readonly seconds?: string;
  /** The field with the seconds that a resource runs at most, where it is limited. */
  readonly maxSeconds?: string;
  /** The limit of one that names none. */
  readonly maxSecondsByDefault?: number;
  /** Search queries for what was paid for and came to nothing. */
  readonly waste: Readonly<Partial<Record<Waste, string>>>;
}

/** How the resources of a type are billed. */
export interface Billing<Row> {
  /**
   * What a row used, one entry an instance group and at least one. `region` is the ARN's. Of a type that goes on: what runs, in entries
   * that are `ongoing` since the row says that it last changed.
   */
  usageOf(row: Row, region: string): Usage[];
  /** Whether a resource is billed until it is deleted, with no end of its own. Its use then follows from its versions. */
  readonly isOngoing?: boolean;
  /** What the use of a row can be attributed to. */
  labelsOf(row: Row): Labels;
  /** The columns that these read of those that Search lacks. */
  readonly describeOnlyColumns: readonly string[];
  /** The kinds of prices that its use is priced at. */
  readonly prices: PriceKinds;
  /** How the search finds the resources behind a sum of their use; without it, no sum leads to them. */
  readonly search?: BilledSearch;
  /** The usage types under which AWS bills it. */
  readonly usageTypes: readonly UsageType[];
}
