import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { BucketUnit, Period } from './usage-request.ts';

/** A period with the one before it. */
export interface ComparedPeriod {
  readonly period: Period;
  readonly previous: Period;
}

/**
 * Reads the ends of a period, each a local day or time (`2026-10-01`, `2026-10-01T08:00:00`) or a time with an offset. The previous
 * period is, by the first of these that applies:
 *
 * - for whole months: as many months before;
 * - for a month or year to date: the same days of the month or year before, as far as it has them;
 * - for whole days: as many days before;
 * - for a day or week to date: the same part of the day or week before;
 * - otherwise: as many seconds before.
 */
export async function readPeriod(
  db: Kysely<DatabaseSchema>,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): Promise<ComparedPeriod> {
  const instant = (text: string) =>
    /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes(':')
      ? sql`${text}::timestamptz`
      : sql`${text}::timestamp AT TIME ZONE ${timeZone}`;
  const starts = (end: 'from' | 'to', unit: 'year' | 'month' | 'week' | 'day') =>
    sql`${sql.ref(`l.${end}`)} = date_trunc(${unit}, ${sql.ref(`l.${end}`)})`;
  const isWithin = (unit: 'year' | 'month' | 'week' | 'day') =>
    sql`${starts('from', unit)} AND l.to <= l.from + ${`1 ${unit}`}::interval`;
  const { rows } = await sql<{ from: string; to: string; previous_from: string; previous_to: string }>`
    SELECT p.from, p.to,
      coalesce((l.from - back) AT TIME ZONE ${timeZone}, p.from - (p.to - p.from)) AS previous_from,
      -- The 31st of a month that has no such day is its end.
      coalesce(least(month - back + (l.to - month), l.from) AT TIME ZONE ${timeZone}, p.from) AS previous_to
    FROM (SELECT ${instant(from)} AS from, ${instant(to)} AS to) AS p
    CROSS JOIN LATERAL (
      SELECT p.from AT TIME ZONE ${timeZone} AS from, p.to AT TIME ZONE ${timeZone} AS to) AS l
    CROSS JOIN LATERAL (
      SELECT date_trunc('month', l.to) AS month, CASE
          WHEN ${starts('from', 'month')} AND ${starts('to', 'month')} THEN age(l.to, l.from)
          WHEN ${isWithin('month')} THEN interval '1 month'
          WHEN ${isWithin('year')} THEN interval '1 year'
          WHEN ${starts('from', 'day')} AND ${starts('to', 'day')} THEN l.to - l.from
          WHEN ${isWithin('day')} THEN interval '1 day'
          WHEN ${isWithin('week')} THEN interval '1 week'
        END AS back
    ) AS b`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a query without FROM gave no row');
  return {
    period: { from: row.from, to: row.to },
    previous: { from: row.previous_from, to: row.previous_to },
  };
}

/** Returns the start of every bucket that overlaps a period, in order. */
export async function readBuckets(
  db: Kysely<DatabaseSchema>,
  { from, to }: Period,
  bucket: BucketUnit,
  timeZone: string,
): Promise<string[]> {
  const { rows } = await sql<{ start: string }>`
    SELECT start FROM (${bucketStarts(sql`${from}::timestamptz`, sql`${to}::timestamptz`, bucket, timeZone, sql`${from}::timestamptz`)}) AS b (start)
    WHERE start < ${to}::timestamptz`.execute(db);
  return rows.map(({ start }) => start);
}

/**
 * Returns SQL for the starts of the buckets that contain the times from `from` to `to`. Days, weeks and months begin in local time. Hours
 * are counted from the one that contains `origin`, so that the repeated hour in autumn is two buckets.
 */
export const bucketStarts = (
  from: ReturnType<typeof sql>,
  to: ReturnType<typeof sql>,
  bucket: BucketUnit,
  timeZone: string,
  origin: ReturnType<typeof sql>,
) =>
  bucket === 'hour'
    ? sql`
      SELECT generate_series(date_bin('1 hour', ${from}, date_trunc('hour', ${origin}, ${timeZone})), ${to}, interval '1 hour')`
    : sql`
      SELECT start AT TIME ZONE ${timeZone}
      FROM generate_series(date_trunc(${bucket}, ${from} AT TIME ZONE ${timeZone}), ${to} AT TIME ZONE ${timeZone}, ${`1 ${bucket}`}::interval) AS start`;
