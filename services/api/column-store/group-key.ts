import type { Kysely } from 'kysely';
import type { Bucket } from '../../../db/query/aggregation.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { type BucketStarts, quarterHour } from './bucket-starts.ts';
import type { Codes, NumberColumn, ScalarColumn } from './column.ts';
import type { Mask } from './filter.ts';
import { numberText } from './number-text.ts';

/** A key by which rows are grouped: one code per row, below `size`. */
export interface GroupKey {
  readonly codes: Codes;
  readonly size: number;
  /** The value in the database's form, by code. */
  readonly texts: readonly (string | null)[];
  /** The position in the order of groups, by code; null comes last. */
  readonly ranks: Int32Array;
}

export function fieldKey(column: ScalarColumn, mask: Mask): GroupKey {
  if (column.kind === 'coded') {
    return { codes: column.codes, size: column.texts.length, texts: column.texts, ranks: ranksOf(column.texts) };
  }
  const codes = new Int32Array(mask.length);
  const codeOf = new Map<number, number>();
  for (let row = 0; row < mask.length; row++) {
    if (!mask[row]) continue;
    const value = column.values[row] ?? Number.NaN;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  const texts = [...codeOf.keys()].map((value) => numberText(column, value));
  return { codes, size: Math.max(1, texts.length), texts, ranks: ranksOf(texts) };
}

function ranksOf(texts: readonly (string | null)[]): Int32Array {
  const ranks = new Int32Array(texts.length);
  const order = [...texts.keys()].sort((a, b) => compare(texts[a] ?? null, texts[b] ?? null));
  for (const [rank, code] of order.entries()) ranks[code] = rank;
  return ranks;
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Groups by time: one code per bucket from the first moment to the last, and one for rows without a time. */
export async function bucketKey(
  { values }: NumberColumn,
  mask: Mask,
  { unit, timeZone }: Bucket,
  starts: BucketStarts,
  db: Kysely<DatabaseSchema>,
): Promise<GroupKey | undefined> {
  // Zone offsets with seconds are historical; the database handles minutes.
  if (unit === 'minute') return undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (mask[row] && value < first) first = value;
    if (mask[row] && value > last) last = value;
  }
  const codes = new Int32Array(mask.length);
  if (first > last) return { codes, size: 1, texts: [null], ranks: new Int32Array(1) };
  if (!isModern(first) || !isModern(last)) return undefined;
  const begins = await starts.of(db, unit, timeZone, first, last);
  const bucketAt = bucketOfQuarters(begins, first, last);
  const origin = Math.floor(first / quarterHour);
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (mask[row])
      codes[row] = Number.isNaN(value) ? begins.length : (bucketAt[Math.floor(value / quarterHour) - origin] ?? 0);
  }
  const texts = [...Array.from(begins, (ms) => new Date(ms).toISOString()), null];
  return { codes, size: texts.length, texts, ranks: Int32Array.from(texts.keys()) };
}

/** Time zone offsets have been multiples of a quarter hour since 1972. */
const isModern = (ms: number): boolean => ms > Date.UTC(1973, 0) && ms < Date.UTC(2100, 0);

/** Returns the bucket of every quarter hour from the first moment to the last. */
function bucketOfQuarters(begins: Float64Array, first: number, last: number): Int32Array {
  const origin = Math.floor(first / quarterHour);
  const buckets = new Int32Array(Math.floor(last / quarterHour) - origin + 1);
  let bucket = 0;
  for (let quarter = 0; quarter < buckets.length; quarter++) {
    const moment = (origin + quarter) * quarterHour;
    while (bucket + 1 < begins.length && (begins[bucket + 1] ?? 0) <= moment) bucket += 1;
    buckets[quarter] = bucket;
  }
  return buckets;
}
