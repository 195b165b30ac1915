import type { Labels } from './labels.ts';
import type { PriceKinds } from './price.ts';
import type { Usage } from './usage.ts';
import type { UsageType } from './usage-types.ts';

/** How the resources of a type are billed. */
export interface Billing<Row> {
  /**
   * What a row used, one entry an instance group and at least one. `region` is the ARN's. Of a type that goes on: what runs, in entries
   * that are `ongoing` since the row says that it last changed.
   */
  usageOf(row: Row, region: string): Usage[];
  /** Whether a resource is billed until it is deleted, with no end of its own. Its use then follows from its versions. */
  readonly goesOn?: boolean;
  /** What the use of a row can be attributed to. */
  labelsOf(row: Row): Labels;
  /** The columns that these read of those that Search lacks. */
  readonly beyondSearch: readonly string[];
  /** The kinds of prices that its use is priced at. */
  readonly prices: PriceKinds;
  /** The usage types under which AWS bills it. */
  readonly usageTypes: readonly UsageType[];
}
