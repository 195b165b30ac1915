import type { Metric } from '../../../db/query/aggregation.ts';
import type { ScalarColumn } from './column.ts';
import type { Mask } from './filter.ts';

/** Computes one number per slot; NaN if the slot has no value. */
export function computeMetric(
  metric: Metric,
  column: ScalarColumn | undefined,
  mask: Mask,
  rowSlots: Int32Array,
  slots: number,
): Float64Array {
  if (!column) return countRows(mask, rowSlots, slots);
  if (column.kind === 'coded') return countRows(mask, rowSlots, slots, (row) => column.codes[row] !== 0);
  const { values } = column;
  const hasValue = (row: number) => !Number.isNaN(values[row] ?? Number.NaN);
  switch (metric.operation) {
    case 'count':
      return countRows(mask, rowSlots, slots, hasValue);
    case 'percentile':
      return percentile(values, mask, rowSlots, slots, metric.fraction ?? 0.5);
    case 'avg': {
      const sums = fold(values, mask, rowSlots, slots, (sum, value) => sum + value);
      const counts = countRows(mask, rowSlots, slots, hasValue);
      return sums.map((sum, slot) => sum / (counts[slot] ?? 0));
    }
    case 'sum':
      return fold(values, mask, rowSlots, slots, (sum, value) => sum + value);
    case 'min':
      return fold(values, mask, rowSlots, slots, Math.min);
    case 'max':
      return fold(values, mask, rowSlots, slots, Math.max);
  }
}

function countRows(mask: Mask, rowSlots: Int32Array, slots: number, counts?: (row: number) => boolean): Float64Array {
  const counted = new Float64Array(slots);
  for (let row = 0; row < mask.length; row++) {
    if (!mask[row] || (counts && !counts(row))) continue;
    const slot = rowSlots[row] ?? 0;
    counted[slot] = (counted[slot] ?? 0) + 1;
  }
  return counted;
}

function fold(
  values: Float64Array,
  mask: Mask,
  rowSlots: Int32Array,
  slots: number,
  join: (a: number, b: number) => number,
): Float64Array {
  const folded = new Float64Array(slots).fill(Number.NaN);
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (!mask[row] || Number.isNaN(value)) continue;
    const slot = rowSlots[row] ?? 0;
    const held = folded[slot] ?? Number.NaN;
    folded[slot] = Number.isNaN(held) ? value : join(held, value);
  }
  return folded;
}

/** Interpolates between the two nearest values, as PostgreSQL's `percentile_cont` does. */
function percentile(
  values: Float64Array,
  mask: Mask,
  rowSlots: Int32Array,
  slots: number,
  fraction: number,
): Float64Array {
  const counts = countRows(mask, rowSlots, slots, (row) => !Number.isNaN(values[row] ?? Number.NaN));
  const ends = new Int32Array(slots);
  let end = 0;
  for (let slot = 0; slot < slots; slot++) {
    ends[slot] = end;
    end += counts[slot] ?? 0;
  }
  // The values of all slots in one array, grouped by slot; `ends` advances from the start of a slot to its end.
  const sorted = new Float64Array(end);
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (!mask[row] || Number.isNaN(value)) continue;
    const slot = rowSlots[row] ?? 0;
    const at = ends[slot] ?? 0;
    sorted[at] = value;
    ends[slot] = at + 1;
  }
  return counts.map((count, slot) => {
    if (count === 0) return Number.NaN;
    const held = sorted.subarray((ends[slot] ?? 0) - count, ends[slot]).sort();
    const place = fraction * (count - 1);
    const low = held[Math.floor(place)] ?? Number.NaN;
    const high = held[Math.ceil(place)] ?? Number.NaN;
    return low + (high - low) * (place - Math.floor(place));
  });
}
