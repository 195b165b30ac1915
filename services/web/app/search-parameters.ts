// What the URL of each view holds. All of it is text; what is not understood is left out.

type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const oneOf = <const T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

export interface CatalogSearch {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  /** Columns, separated by commas. */
  readonly columns?: string | undefined;
  /** The field that rows are grouped by. */
  readonly group?: string | undefined;
  /** ARN of the job in the side panel. */
  readonly job?: string | undefined;
  readonly tab?: string | undefined;
  /** `true` shows jobs that are gone as well. */
  readonly deleted?: 'true' | undefined;
  readonly as_of?: string | undefined;
}

export const catalogSearch = (raw: Raw): CatalogSearch => ({
  q: text(raw.q),
  sort: text(raw.sort),
  columns: text(raw.columns),
  group: text(raw.group),
  job: text(raw.job),
  tab: text(raw.tab),
  deleted: oneOf(raw.deleted, ['true']),
  as_of: text(raw.as_of),
});

export interface JobSearch {
  readonly tab?: string | undefined;
  readonly as_of?: string | undefined;
  readonly creation_time?: string | undefined;
}

export const jobSearch = (raw: Raw): JobSearch => ({
  tab: text(raw.tab),
  as_of: text(raw.as_of),
  creation_time: text(raw.creation_time),
});

export interface CompareSearch {
  /** ARNs, separated by commas. */
  readonly jobs?: string | undefined;
  readonly all?: 'true' | undefined;
}

export const compareSearch = (raw: Raw): CompareSearch => ({ jobs: text(raw.jobs), all: oneOf(raw.all, ['true']) });

export interface SpendSearch {
  /** A month such as 2026-11; or from and to. */
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly q?: string | undefined;
}

export const spendSearch = (raw: Raw): SpendSearch => ({
  month: text(raw.month),
  from: text(raw.from),
  to: text(raw.to),
  by: text(raw.by),
  q: text(raw.q),
});

export interface SqlSearch {
  readonly statement?: string | undefined;
  readonly show?: 'table' | 'chart' | undefined;
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly series?: string | undefined;
}

export const sqlSearch = (raw: Raw): SqlSearch => ({
  statement: text(raw.statement),
  show: oneOf(raw.show, ['table', 'chart']),
  x: text(raw.x),
  y: text(raw.y),
  series: text(raw.series),
});

export interface ChangesSearch {
  readonly q?: string | undefined;
  readonly kinds?: string | undefined;
  /** Only changes of these, separated by commas. */
  readonly fields?: string | undefined;
  readonly since?: string | undefined;
  readonly live?: 'false' | undefined;
}

export const changesSearch = (raw: Raw): ChangesSearch => ({
  q: text(raw.q),
  kinds: text(raw.kinds),
  fields: text(raw.fields),
  since: text(raw.since),
  live: oneOf(raw.live, ['false']),
});
