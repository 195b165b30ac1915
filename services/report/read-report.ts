import { type Kysely, sql } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import { labelOf } from '../../catalog/label-of.ts';
import { findResourceType } from '../../catalog/resource-types.ts';
import { readAccountNames } from '../../db/accounts/read-names.ts';
import { type ExpensiveResource, readMostExpensive } from '../../db/billing/read-most-expensive.ts';
import { type ComparedPeriod, readPeriod } from '../../db/billing/read-period.ts';
import { readPriceOrigins } from '../../db/billing/read-price-origins.ts';
import type { UsageRow, UsageSums } from '../../db/billing/read-usage.ts';
import { readUsageReport, type WithPrevious } from '../../db/billing/usage-report.ts';
import type { Dimension, UsageRequest } from '../../db/billing/usage-request.ts';
import type { DatabaseSchema } from '../../db/schema.ts';

export interface ReportOptions {
  /** e.g. `2026-10`. */
  readonly month: string;
  readonly timeZone: string;
  /** Keys of tags to group by. */
  readonly tags: readonly string[];
  /** Only usage of resources of this type; all types if absent. */
  readonly type?: BilledType | undefined;
  readonly now?: Date;
}

/** One table of the report: sums by the values of a dimension, the most expensive first. */
export interface Breakdown {
  readonly title: string;
  readonly dimension: Dimension;
  readonly rows: readonly WithPrevious<UsageRow>[];
}

/** The content of a month's report. */
export interface BillableReport extends ComparedPeriod {
  readonly month: string;
  readonly isOver: boolean;
  readonly timeZone: string;
  /** The only type that it is about; undefined for all. */
  readonly type: BilledType | undefined;
  readonly totals: readonly WithPrevious<UsageSums & { readonly currency: string }>[];
  /** The start of every begun day of the month, and the sums of days with use. */
  readonly days: { readonly starts: readonly string[]; readonly rows: readonly WithPrevious<UsageRow>[] };
  readonly breakdowns: readonly Breakdown[];
  /** Resources whose use began in the month, the most expensive first. */
  readonly mostExpensive: readonly ExpensiveResource[];
  /** The origins of the prices. */
  readonly priceOrigins: readonly string[];
  /** Seconds by phase, of jobs that began in the month; only types with phases have any. */
  readonly phases: readonly { readonly phase: string; readonly seconds: number }[];
}

/** Reads a month's report, compared with the month before; if the month is not over, with the same days of it. */
export async function readBillableReport(
  db: Kysely<DatabaseSchema>,
  { month, timeZone, tags, type, now = new Date() }: ReportOptions,
): Promise<BillableReport> {
  const whole = await readPeriod(db, { from: `${month}-01`, to: `${nextMonth(month)}-01`, timeZone });
  const isOver = Date.parse(whole.period.to) <= now.getTime();
  // If the month is not over, the period until now.
  const isUnderWay = !isOver && Date.parse(whole.period.from) < now.getTime();
  const compared = isUnderWay ? await readPeriod(db, { from: `${month}-01`, to: now.toISOString(), timeZone }) : whole;
  const ask = (overrides: Partial<UsageRequest>) =>
    readUsageReport(db, { period: compared.period, groupBy: [], timeZone, type, ...overrides }, compared.previous);
  const daily = await ask({ bucket: 'day' });
  const breakdowns: Breakdown[] = [];
  const names = await readAccountNames(db);
  /** Returns an account with its name: `111122223333 research`. */
  const nameOf = (id: string | null) => id && [id, names.get(id)].filter(Boolean).join(' ');
  for (const [title, dimension] of [
    ...(type ? [] : [['Resource type', 'resource_type']]),
    ['Account', 'account_id'],
    ['Region', 'region'],
    ['Instance type', 'instance_type'],
    ['Paid by', 'capacity'],
    ['Came to nothing because', 'waste'],
    ...tags.map((key) => [`Tag ${key}`, `tag:${key}`]),
  ] as [string, Dimension][]) {
    const { rows } = await ask({ groupBy: [dimension] });
    const shown = dimension === 'waste' ? rows.filter(({ now }) => now.group[0] !== null) : rows;
    const name =
      { account_id: nameOf, resource_type: typeName }[dimension as string] ?? ((value: string | null) => value);
    breakdowns.push({
      title,
      dimension,
      rows: shown.map(({ now, ...row }) => ({ ...row, now: { ...now, group: now.group.map(name) } })),
    });
  }
  return {
    ...compared,
    month,
    isOver,
    timeZone,
    type,
    totals: daily.totals,
    days: { starts: isOver || isUnderWay ? daily.buckets : [], rows: daily.rows },
    breakdowns,
    mostExpensive: await readMostExpensive(db, { from: `${month}-01`, to: `${nextMonth(month)}-01`, type, limit: 15 }),
    phases: await readPhases(db, month, type),
    priceOrigins: await readPriceOrigins(db),
  };
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}

/** Returns what a resource type is called: `training job`. */
export function typeName(name: string | null): string | null {
  const type = findResourceType(name ?? '');
  return type ? labelOf(type) : name;
}

async function readPhases(
  db: Kysely<DatabaseSchema>,
  month: string,
  type: BilledType | undefined,
): Promise<BillableReport['phases']> {
  const names = ['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'];
  const { rows } = await sql<Record<string, number | string>>`
    SELECT ${sql.join(names.map((name) => sql`coalesce(sum(${sql.ref(`${name}_seconds`)}), 0) AS ${sql.ref(name)}`))}
    FROM time_per_phase
    WHERE day >= ${`${month}-01`}::date AND day < ${`${nextMonth(month)}-01`}::date
      ${type ? sql`AND resource_type = ${type.name}` : sql``}`.execute(db);
  return names.map((phase) => ({ phase, seconds: Number(rows[0]?.[phase] ?? 0) })).filter(({ seconds }) => seconds > 0);
}
