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
 * with an offset. The period before it is as many whole months, where it has whole months, as many days where it has whole
 * days, and else as many seconds.
 */
export async function readPeriod(
  db: Kysely<DatabaseSchema>,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): Promise<ComparedPeriod> {
  const instant = (text: string) =>
    /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes(':')
      ? sql`${text}::timestamptz`
      : sql`${text}::timestamp AT TIME ZONE ${timeZone}`;
  const { rows } = await sql<{ from: string; to: string; previous: string }>`
    SELECT p.from, p.to, CASE
        WHEN l.from = date_trunc('month', l.from) AND l.to = date_trunc('month', l.to)
          THEN (l.from - age(l.to, l.from)) AT TIME ZONE ${timeZone}
        WHEN l.from = date_trunc('day', l.from) AND l.to = date_trunc('day', l.to)
          THEN (l.from - (l.to - l.from)) AT TIME ZONE ${timeZone}
        ELSE p.from - (p.to - p.from)
      END AS previous
    FROM (SELECT ${instant(from)} AS from, ${instant(to)} AS to) AS p
    CROSS JOIN LATERAL (
      SELECT p.from AT TIME ZONE ${timeZone} AS from, p.to AT TIME ZONE ${timeZone} AS to) AS l`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a query without FROM gave no row');
  return { period: { from: row.from, to: row.to }, previous: { from: row.previous, to: row.from } };
}

/** The start of every bucket that a period touches, in order. */
export async function readBuckets(
  db: Kysely<DatabaseSchema>,
  { from, to }: Period,
  bucket: BucketUnit,
  timeZone: string,
): Promise<string[]> {
  const { rows } = await sql<{ start: string }>`
    SELECT start FROM (${bucketStarts(sql`${from}::timestamptz`, sql`${to}::timestamptz`, bucket, timeZone)}) AS b (start)
    WHERE start < ${to}::timestamptz`.execute(db);
  return rows.map(({ start }) => start);
}

/**
 * The starts of the buckets from the one that holds an instant to another instant. Days, weeks and months begin on the clocks of the
 * zone, whatever their length; hours are real hours, so that the hour which comes twice in autumn is two buckets.
 */
export const bucketStarts = (
  from: ReturnType<typeof sql>,
  to: ReturnType<typeof sql>,
  bucket: BucketUnit,
  timeZone: string,
) =>
  bucket === 'hour'
    ? sql`SELECT generate_series(date_trunc('hour', ${from}, ${timeZone}), ${to}, interval '1 hour')`
    : sql`
      SELECT start AT TIME ZONE ${timeZone}
      FROM generate_series(date_trunc(${bucket}, ${from} AT TIME ZONE ${timeZone}), ${to} AT TIME ZONE ${timeZone}, ${`1 ${bucket}`}::interval) AS start`;
