/** A displayed value. Null is omitted, or a dash in a list. */
export type ShownValue = string | number | bigint | null | undefined;

/** A displayed name and value. `unit` says whether a number is in seconds, or a text is an ISO 8601 time. */
export interface Fact {
  readonly name: string;
  readonly value: ShownValue;
  readonly unit?: 'seconds' | 'time';
}

/** Facts under one title. */
export interface FactSection {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Whether it shows outcomes, which people look at first, and not settings. */
  readonly isOutcome?: boolean;
  /** Whether the names are data, such as parameters and variables; there may be many. */
  readonly isMap?: boolean;
}

/** A stage of a resource. Times are ISO 8601; `end_time` is null while it lasts. */
export interface Stage {
  readonly status: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly message: string | null;
}

/** A column of a list; `columnValue` computes its value from the row's fields. */
export interface ShownColumn {
  readonly title: string;
  /** The paths of its fields: one; a text and a count (`4 × ml.p4d.24xlarge`); or, for `seconds`, a start and an end time. */
  readonly fields: readonly [string, ...string[]];
  /** The fields to use if the first field is empty. */
  readonly otherwise?: readonly [string, ...string[]];
  readonly unit?: 'seconds' | 'time';
}

/** How resources of a type are displayed, besides what every type has: name, ARN, account, region and creation time. */
export interface Presentation<Row> {
  /** The status fields, the main one first. */
  readonly statuses: readonly string[];
  /** Additional columns of a list, the most important first. */
  readonly columns: readonly ShownColumn[];
  /** The fields of filters, the most important first; the definition's facets if absent. */
  readonly filters?: readonly string[];
  /** Fields that group related resources, such as the experiment of jobs. */
  readonly siblings?: readonly string[];
  /** Returns when it ran, for display below its creation time. */
  times?(row: Row): readonly Fact[];
  stages?(row: Row): readonly Stage[];
  /** Returns facts about its cost, for display above its billing. */
  costs?(row: Row): readonly Fact[];
  /** Returns everything else worth reading, in order. */
  sections(row: Row): readonly FactSection[];
}
