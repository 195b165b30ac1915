import type { Labels } from './labels.ts';
import type { PriceKinds } from './price.ts';
import type { Usage } from './usage.ts';
import type { UsageType } from './usage-types.ts';

/** A resource as it was from one moment, ISO 8601, to the one at which its next version begins. */
export interface Version<Row> {
  readonly since: string;
  readonly row: Row;
}

/** What is known of a resource's time, beside its row. */
export interface Course<Row> {
  /** Its versions, oldest first; the row itself is the last. */
  readonly versions: readonly Version<Row>[];
  /** When it was last seen. ISO 8601. */
  readonly until: string;
}

/** How the resources of a type are billed. */
export interface Billing<Row> {
  /**
   * What a row used, one entry an instance group and at least one. `region` is the ARN's; the course is there where the type goes on
   * without an end.
   */
  usageOf(row: Row, region: string, course?: Course<Row>): Usage[];
  /** What the use of a row can be attributed to. */
  labelsOf(row: Row): Labels;
  /** The columns that these read of those that Search lacks. */
  readonly beyondSearch: readonly string[];
  /** Whether a resource is billed for as long as it exists: then each sight of it makes use that had not been before. */
  readonly goesOn: boolean;
  /** The kinds of prices that its use is priced at. */
  readonly prices: PriceKinds;
  /** The usage types under which AWS bills it. */
  readonly usageTypes: readonly UsageType[];
}
