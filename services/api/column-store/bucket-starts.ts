import { type Kysely, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { BucketUnit } from '../../../db/query/aggregation.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';

/** Time zone offsets have been multiples of this since 1972. */
export const quarterHour = 900_000;
const largeUnits: readonly BucketUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Returns where the buckets of a time zone begin, as PostgreSQL's own `date_trunc` gives them. Cached by unit, zone and year. */
export class BucketStarts {
  readonly #kept = new LRUCache<string, Promise<Float64Array>>({ max: 100 });

  /** Returns the starts of all buckets from the one that contains `first` to the one that contains `last`, ascending, and some around them. */
  of(
    db: Kysely<DatabaseSchema>,
    unit: BucketUnit,
    timeZone: string,
    first: number,
    last: number,
  ): Promise<Float64Array> {
    const from = new Date(first).getUTCFullYear() - 1;
    const to = new Date(last).getUTCFullYear() + 1;
    const key = `${unit} ${timeZone} ${from} ${to}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const starts = readStarts(db, unit, timeZone, from, to);
    this.#kept.set(key, starts);
    starts.catch(() => this.#kept.delete(key));
    return starts;
  }
}

async function readStarts(
  db: Kysely<DatabaseSchema>,
  unit: BucketUnit,
  timeZone: string,
  from: number,
  to: number,
): Promise<Float64Array> {
  // Days are at least six hours apart; shorter units may begin at any quarter of an hour.
  const step = largeUnits.includes(unit) ? '6 hours' : '15 minutes';
  const { rows } = await sql<{ ms: number }>`
    SELECT (extract(epoch FROM start) * 1000)::bigint AS ms
    FROM (SELECT DISTINCT date_trunc(${unit}::text, moment, ${timeZone}::text) AS start
      FROM generate_series(make_timestamptz(${from}, 1, 1, 0, 0, 0, 'UTC'), make_timestamptz(${to}, 12, 31, 0, 0, 0, 'UTC'),
        ${step}::interval) AS moment) AS starts
    ORDER BY ms`.execute(db);
  return Float64Array.from(rows, ({ ms }) => ms);
}
