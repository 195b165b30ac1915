import type { Kysely } from 'kysely';
import type { FieldPath } from '../../../catalog/field-path.ts';
import type { AggregateResult, Aggregation, Group, Metric } from '../../../db/query/aggregation.ts';
import { typedValue } from '../../../db/query/value-sql.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { BucketStarts } from './bucket-starts.ts';
import type { ScalarColumn, StoredColumn } from './column.ts';
import type { ColumnStore } from './column-store.ts';
import { expandLists, pick } from './expand-lists.ts';
import type { Mask } from './filter.ts';
import { bucketKey, fieldKey, type GroupKey } from './group-key.ts';
import { computeMetric } from './metric.ts';
import { numberText } from './number-text.ts';

/** Aggregates the rows of a mask by group, as `readAggregate` does; returns undefined if a field is not in the store. */
export async function storedAggregate(
  store: ColumnStore,
  selected: Mask,
  aggregation: Aggregation,
  starts: BucketStarts,
  db: Kysely<DatabaseSchema>,
): Promise<AggregateResult | undefined> {
  const { groupBy, metrics, bucket, order, limit } = aggregation;
  const rows = rowsToGroup(store, selected, groupBy);
  if (!rows) return undefined;
  const measured = metrics.map(({ field }) => field && rows.column(field.path));
  if (!rows.grouped.every(isScalar) || !metrics.every((metric, index) => isMeasurable(metric, measured[index]))) {
    return undefined;
  }
  const { mask } = rows;
  const keys: GroupKey[] = rows.grouped.map((column) => fieldKey(column, mask));
  if (bucket) {
    const column = rows.column(bucket.field.path);
    const key = column?.kind === 'number' ? await bucketKey(column, mask, bucket, starts, db) : undefined;
    if (!key) return undefined;
    keys.unshift(key);
  }
  const { slots, rowSlots, combinations } = assignSlots(keys, mask);
  const results = metrics.map((metric, index) => {
    const column = measured[index];
    const numbers = computeMetric(metric, column, mask, rowSlots, slots);
    return Array.from(numbers, (value) => metricValue(metric, column, value));
  });
  const ordered = orderSlots(slots, keys, combinations, order, metrics, results);
  return {
    groups: ordered.slice(0, limit).map((slot) => groupOf(aggregation, keys, combinations, results, slot)),
    truncated: ordered.length > limit,
  };
}

/** Rows with at most one value of each field. */
interface GroupedRows {
  readonly mask: Mask;
  /** The columns that the rows are grouped by; undefined for those that the store lacks. */
  readonly grouped: readonly (ScalarColumn | undefined)[];
  column(path: string): ScalarColumn | undefined;
}

/** Returns the rows of a mask, a row with several values of a grouped field once for each; undefined if they become too many. */
function rowsToGroup(store: ColumnStore, mask: Mask, groupBy: readonly FieldPath[]): GroupedRows | undefined {
  const scalar = (path: string): ScalarColumn | undefined => {
    const column = store.column(path);
    return isScalar(column) ? column : undefined;
  };
  const columns = groupBy.map(({ path }) => store.column(path));
  const lists = columns.filter((column) => column?.kind === 'list' || column?.kind === 'map');
  if (lists.length === 0) return { mask, grouped: groupBy.map(({ path }) => scalar(path)), column: scalar };
  const expansion = expandLists(mask, lists);
  if (!expansion) return undefined;
  const { rows, members } = expansion;
  const pickedOf = (path: string): ScalarColumn | undefined => {
    const column = scalar(path);
    return column && pick(column, rows);
  };
  const unnested = members.values();
  return {
    mask: new Uint8Array(rows.length).fill(1),
    grouped: columns.map((column) => (isScalar(column) ? pick(column, rows) : column && unnested.next().value)),
    column: pickedOf,
  };
}

const isScalar = (column: StoredColumn | undefined): column is ScalarColumn =>
  column?.kind === 'coded' || column?.kind === 'number';

/** Returns whether a column has what a metric needs; text can only be counted. */
const isMeasurable = ({ operation, field }: Metric, column: ScalarColumn | undefined): boolean =>
  field === undefined || (column !== undefined && (operation === 'count' || column.kind === 'number'));

/** The maximum number of key combinations for an array slot each; beyond that they are looked up in a map. */
const directCombinations = 1 << 22;

/** Numbers the groups in the order in which they occur; without keys there is exactly one. */
function assignSlots(keys: readonly GroupKey[], mask: Mask) {
  const { length } = mask;
  const rowSlots = new Int32Array(length).fill(-1);
  const combinations: number[] = [];
  const space = keys.reduce((product, { size }) => product * size, 1);
  const direct = space <= directCombinations ? new Int32Array(space).fill(-1) : undefined;
  const looked = new Map<number, number>();
  const combined = combine(keys, length);
  for (let row = 0; row < length; row++) {
    if (!mask[row]) continue;
    const combination = combined[row] ?? 0;
    let slot = (direct ? direct[combination] : looked.get(combination)) ?? -1;
    if (slot < 0) {
      slot = combinations.push(combination) - 1;
      if (direct) direct[combination] = slot;
      else looked.set(combination, slot);
    }
    rowSlots[row] = slot;
  }
  if (keys.length === 0 && combinations.length === 0) combinations.push(0);
  return { rowSlots, combinations, slots: combinations.length };
}

/** Returns the keys of each row as one number in mixed radix, whose digits are the keys' codes. */
function combine(keys: readonly GroupKey[], length: number): Float64Array {
  const combined = new Float64Array(length);
  for (const { codes, size } of keys) {
    for (let row = 0; row < length; row++) combined[row] = (combined[row] ?? 0) * size + (codes[row] ?? 0);
  }
  return combined;
}

/** Returns the code of each key in a combination. */
function splitCombination(keys: readonly GroupKey[], combination: number): number[] {
  const codes: number[] = [];
  let rest = combination;
  for (const { size } of keys.toReversed()) {
    codes.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return codes;
}

function orderSlots(
  slots: number,
  keys: readonly GroupKey[],
  combinations: readonly number[],
  order: Aggregation['order'],
  metrics: readonly Metric[],
  results: readonly Group[string][][],
): number[] {
  const ranks = combinations.map((combination) =>
    splitCombination(keys, combination).map((code, index) => keys[index]?.ranks[code] ?? 0),
  );
  const measure = results[metrics.findIndex(({ name }) => name === order?.metric)];
  const sign = order?.descending ? -1 : 1;
  return Array.from({ length: slots }, (_, slot) => slot).sort((a, b) => {
    if (measure) {
      const apart = compareMeasures(measure[a] ?? null, measure[b] ?? null, sign);
      if (apart !== 0) return apart;
    }
    return compareRanks(ranks[a] ?? [], ranks[b] ?? []);
  });
}

/** Sorts null last in either direction. */
function compareMeasures(a: Group[string], b: Group[string], sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a === b ? 0 : a < b ? -sign : sign;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const apart = rank - (b[index] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

function groupOf(
  { groupBy, metrics, bucket }: Aggregation,
  keys: readonly GroupKey[],
  combinations: readonly number[],
  results: readonly Group[string][][],
  slot: number,
): Group {
  const codes = splitCombination(keys, combinations[slot] ?? 0);
  const texts = codes.map((code, index) => keys[index]?.texts[code] ?? null);
  const group: Record<string, Group[string]> = {};
  if (bucket) group.bucket = texts.shift() ?? null;
  for (const [index, { path, field }] of groupBy.entries()) group[path] = typedValue(field, texts[index] ?? null);
  for (const [index, { name }] of metrics.entries()) group[name] = results[index]?.[slot] ?? null;
  return group;
}

function metricValue({ operation }: Metric, column: ScalarColumn | undefined, value: number): Group[string] {
  if (Number.isNaN(value)) return null;
  const isTime = column?.kind === 'number' && column.field.field.kind === 'timestamp';
  return isTime && operation !== 'count' ? numberText(column, value) : value;
}
