import { type Kysely, sql } from 'kysely';
import { jobType } from '../../catalog/resource-types.ts';
import { readAccountNames } from '../../db/accounts/read-names.ts';
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
  readonly now?: Date;
}

/** One table of the report: sums by the values of a dimension, the most expensive first. */
export interface Breakdown {
  readonly title: string;
  readonly dimension: Dimension;
  readonly rows: readonly WithPrevious<UsageRow>[];
}

/** One of the most expensive jobs of the month. */
export interface TopJob {
  readonly name: string;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  readonly instance_types: string | null;
  readonly instance_count: number | null;
  readonly status: string | null;
  readonly instance_seconds: number;
  /** Exact decimal; null without a price. */
  readonly cost: string | null;
  readonly currency: string;
}

/** The content of a month's report. */
export interface BillableReport extends ComparedPeriod {
  readonly month: string;
  readonly isOver: boolean;
  readonly timeZone: string;
  readonly totals: readonly WithPrevious<UsageSums & { readonly currency: string }>[];
  /** The start of every begun day of the month, and the sums of days with use. */
  readonly days: { readonly starts: readonly string[]; readonly rows: readonly WithPrevious<UsageRow>[] };
  readonly breakdowns: readonly Breakdown[];
  /** Jobs that began in the month, the most expensive first. */
  readonly topJobs: readonly TopJob[];
  /** The origins of the prices. */
  readonly priceOrigins: readonly string[];
  /** Seconds by phase, of jobs that began in the month. */
  readonly phases: readonly { readonly phase: string; readonly seconds: number }[];
}

/** Reads a month's report, compared with the month before; if the month is not over, with the same days of it. */
export async function readBillableReport(
  db: Kysely<DatabaseSchema>,
  { month, timeZone, tags, now = new Date() }: ReportOptions,
): Promise<BillableReport> {
  const whole = await readPeriod(db, { from: `${month}-01`, to: `${nextMonth(month)}-01`, timeZone });
  const isOver = Date.parse(whole.period.to) <= now.getTime();
  // If the month is not over, the period until now.
  const isUnderWay = !isOver && Date.parse(whole.period.from) < now.getTime();
  const compared = isUnderWay ? await readPeriod(db, { from: `${month}-01`, to: now.toISOString(), timeZone }) : whole;
  const ask = (overrides: Partial<UsageRequest>) =>
    readUsageReport(db, { period: compared.period, groupBy: [], timeZone, ...overrides }, compared.previous);
  const daily = await ask({ bucket: 'day' });
  const breakdowns: Breakdown[] = [];
  const names = await readAccountNames(db);
  /** Returns an account with its name: `111122223333 research`. */
  const nameOf = (id: string | null) => id && [id, names.get(id)].filter(Boolean).join(' ');
  for (const [title, dimension] of [
    ['Account', 'account_id'],
    ['Region', 'region'],
    ['Instance type', 'instance_type'],
    ['Paid by', 'capacity'],
    ['Came to nothing because', 'waste'],
    ...tags.map((key) => [`Tag ${key}`, `tag:${key}`]),
  ] as [string, Dimension][]) {
    const { rows } = await ask({ groupBy: [dimension] });
    breakdowns.push({
      title,
      dimension,
      rows:
        dimension === 'waste'
          ? rows.filter(({ now }) => now.group[0] !== null)
          : dimension === 'account_id'
            ? rows.map(({ now, ...row }) => ({ ...row, now: { ...now, group: now.group.map(nameOf) } }))
            : rows,
    });
  }
  return {
    ...compared,
    month,
    isOver,
    timeZone,
    totals: daily.totals,
    days: { starts: isOver || isUnderWay ? daily.buckets : [], rows: daily.rows },
    breakdowns,
    topJobs: await readTopJobs(db, month),
    phases: await readPhases(db, month),
    priceOrigins: await readPriceOrigins(db),
  };
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}

async function readTopJobs(db: Kysely<DatabaseSchema>, month: string): Promise<TopJob[]> {
  const { rows } = await sql<TopJob>`
    SELECT ${sql.ref(jobType.key.name)} AS name, account_id, account_name, region, instance_types, instance_count, status, instance_seconds,
      trim_scale(round(cost, 10))::text AS cost, currency
    FROM billable_by_job
    WHERE day >= ${`${month}-01`}::date AND day < ${`${nextMonth(month)}-01`}::date AND instance_seconds > 0
    ORDER BY billable_by_job.cost DESC NULLS LAST, instance_seconds DESC, name LIMIT 15`.execute(db);
  return rows;
}

async function readPhases(db: Kysely<DatabaseSchema>, month: string): Promise<BillableReport['phases']> {
  const names = ['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'];
  const { rows } = await sql<Record<string, number | string>>`
    SELECT ${sql.join(names.map((name) => sql`coalesce(sum(${sql.ref(`${name}_seconds`)}), 0) AS ${sql.ref(name)}`))}
    FROM time_per_phase
    WHERE day >= ${`${month}-01`}::date AND day < ${`${nextMonth(month)}-01`}::date`.execute(db);
  return names.map((phase) => ({ phase, seconds: Number(rows[0]?.[phase] ?? 0) })).filter(({ seconds }) => seconds > 0);
}
