import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { BucketUnit, Period } from './usage-request.ts';

/** A period with the one before it. */
export interface ComparedPeriod {
  readonly period: Period;
  readonly previous: Period;
}

/**
 * Reads the ends of a period, each a day or a day and time of the zone's clocks (`2026-10-01`, `2026-10-01T08:00:00`) or an instant
 * with an offset. The period before it, by the first of these that holds:
 *
 * - whole months: as many months before;
 * - a month so far, or a year: the same days of the month or year before, to its end where that has fewer days;
 * - whole days: as many days before;
 * - a day or week so far: the same part of the day or week before;
 * - anything else: as many seconds before.
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

/** The start of every bucket that a period touches, in order. */
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
 * The starts of the buckets from the one that holds an instant up to another instant, which one of them may begin at: a bucket
 * holds its start and not its end. Days, weeks and months begin on the clocks of the zone, whatever their length; hours are
 * real hours, counted from the one that holds `origin`, so that the hour which comes twice in autumn is two buckets.
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
