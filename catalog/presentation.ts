/** A value that people are shown. What is null is left out, or a dash in a list. */
export type ShownValue = string | number | bigint | null | undefined;

/** A name and a value. Numbers are of `seconds` where it says so, and text is a time in ISO 8601. */
export interface Fact {
  readonly name: string;
  readonly value: ShownValue;
  readonly unit?: 'seconds' | 'time';
}

/** Facts that belong together, below a title. */
export interface FactSection {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Whether it tells what came of the resource, which people look at first, rather than what was asked for. */
  readonly isOutcome?: boolean;
  /** Whether the names are data, as those of parameters and variables are: there may be many. */
  readonly isMap?: boolean;
}

/** A stage that a resource went through. Times are ISO 8601; `end_time` is null while it lasts. */
export interface Stage {
  readonly status: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly message: string | null;
}

/** A column of a list; `columnValue` makes its value of what a row has in its fields. */
export interface ShownColumn {
  readonly title: string;
  /**
   * Paths of the fields that its value is made of: one; a text and how many there are of it (`4 × ml.p4d.24xlarge`); or, in `seconds`, the
   * times at which something began and ended.
   */
  readonly fields: readonly [string, ...string[]];
  /** The same of what stands where the first field is empty. */
  readonly otherwise?: readonly [string, ...string[]];
  readonly unit?: 'seconds' | 'time';
}

/** How people are shown resources of a type, beside what every type has: name, ARN, account, region and time of creation. */
export interface Presentation<Row> {
  /** The fields that say how a resource stands, the main one first. */
  readonly statuses: readonly string[];
  /** Further columns of a list, the most important first. */
  readonly columns: readonly ShownColumn[];
  /** Fields that lists are narrowed by, the most important first; without them the facets of the definition. */
  readonly filters?: readonly string[];
  /** Fields by whose values resources belong together, such as the experiment of jobs. */
  readonly siblings?: readonly string[];
  /** When it ran, below when it was created. */
  times?(row: Row): readonly Fact[];
  stages?(row: Row): readonly Stage[];
  /** What is told of its cost before what it was billed. */
  costs?(row: Row): readonly Fact[];
  /** All else that is worth reading, in the order in which it is read. */
  sections(row: Row): readonly FactSection[];
}
