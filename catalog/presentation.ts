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
}

/** A stage that a resource went through. Times are ISO 8601; `end_time` is null while it lasts. */
export interface Stage {
  readonly status: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly message: string | null;
}

/** A column of a list. */
export interface ShownColumn<Row> {
  readonly title: string;
  /** Paths of the fields that its value is made of. */
  readonly fields: readonly string[];
  readonly unit?: 'seconds' | 'time';
  value(row: Row): ShownValue;
}

/** How people are shown resources of a type, beside what every type has: name, ARN, account, region and time of creation. */
export interface Presentation<Row> {
  /** The fields that say how a resource stands, the main one first. */
  readonly statuses: readonly string[];
  /** Further columns of a list, the most important first. */
  readonly columns: readonly ShownColumn<Row>[];
  /** When it ran, below when it was created. */
  times?(row: Row): readonly Fact[];
  stages?(row: Row): readonly Stage[];
  /** What is told of its cost before what it was billed. */
  costs?(row: Row): readonly Fact[];
  /** All else that is worth reading, in the order in which it is read. */
  sections(row: Row): readonly FactSection[];
}
