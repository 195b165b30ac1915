// What the URL of each view holds. All of it is text; what is not understood is left out.

type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const oneOf = <const T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

export interface CatalogSearch {
  /** Name of the resource type; the first one where there is none. */
  readonly type?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  /** Columns, separated by commas. */
  readonly columns?: string | undefined;
  /** The field that rows are grouped by. */
  readonly group?: string | undefined;
  /** ARN of the resource in the side panel. */
  readonly resource?: string | undefined;
  readonly tab?: string | undefined;
  /** `true` shows what is gone as well. */
  readonly deleted?: 'true' | undefined;
  readonly as_of?: string | undefined;
}

export const catalogSearch = (raw: Raw): CatalogSearch => ({
  type: text(raw.type),
  q: text(raw.q),
  sort: text(raw.sort),
  columns: text(raw.columns),
  group: text(raw.group),
  // Links of before there were several types say job, and jobs.
  resource: text(raw.resource) ?? text(raw.job),
  tab: text(raw.tab),
  deleted: oneOf(raw.deleted, ['true']),
  as_of: text(raw.as_of),
});

export interface ResourceSearch {
  readonly tab?: string | undefined;
  readonly as_of?: string | undefined;
  readonly creation_time?: string | undefined;
}

export const resourceSearch = (raw: Raw): ResourceSearch => ({
  tab: text(raw.tab),
  as_of: text(raw.as_of),
  creation_time: text(raw.creation_time),
});

export interface CompareSearch {
  readonly type?: string | undefined;
  /** ARNs, separated by commas. */
  readonly resources?: string | undefined;
  readonly all?: 'true' | undefined;
}

export const compareSearch = (raw: Raw): CompareSearch => ({
  type: text(raw.type),
  resources: text(raw.resources) ?? text(raw.jobs),
  all: oneOf(raw.all, ['true']),
});

export interface SpendSearch {
  /** Name of the resource type; what all types used where there is none. */
  readonly type?: string | undefined;
  /** A month such as 2026-11; or from and to. */
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly q?: string | undefined;
}

export const spendSearch = (raw: Raw): SpendSearch => ({
  type: text(raw.type),
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
  /** Name of the resource type; changes of all types where there is none. */
  readonly type?: string | undefined;
  readonly q?: string | undefined;
  readonly kinds?: string | undefined;
  /** Only changes of these, separated by commas. */
  readonly fields?: string | undefined;
  readonly since?: string | undefined;
  readonly live?: 'false' | undefined;
}

export const changesSearch = (raw: Raw): ChangesSearch => ({
  type: text(raw.type),
  q: text(raw.q),
  kinds: text(raw.kinds),
  fields: text(raw.fields),
  since: text(raw.since),
  live: oneOf(raw.live, ['false']),
});

export interface CoverageSearch {
  readonly type?: string | undefined;
  readonly status?: string | undefined;
}

export const coverageSearch = (raw: Raw): CoverageSearch => ({ type: text(raw.type), status: text(raw.status) });

export interface PoliciesSearch {
  /** Name of the resource type; policies of all types where there is none. */
  readonly type?: string | undefined;
}

export const policiesSearch = (raw: Raw): PoliciesSearch => ({ type: text(raw.type) });

export interface PolicySearch {
  /** What the score is split by. */
  readonly by?: string | undefined;
}

export const policySearch = (raw: Raw): PolicySearch => ({ by: text(raw.by) });

export interface WatchesSearch {
  /** Name of the watch whose messages are shown; the first where there is none. */
  readonly watch?: string | undefined;
}

export const watchesSearch = (raw: Raw): WatchesSearch => ({ watch: text(raw.watch) });
