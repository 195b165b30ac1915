import type { Fact } from '../../catalog/presentation.ts';
import { formatDuration } from './format-duration.ts';
import { formatTime } from './format-time.ts';
import type { CellValue } from './table.ts';

/** Returns a fact's value as text. */
export function factText({ value, unit }: Omit<Fact, 'name'>): CellValue {
  if (value === null || value === undefined) return null;
  if (unit === 'seconds') return formatDuration(Number(value));
  return unit === 'time' ? formatTime(String(value)) : value;
}
