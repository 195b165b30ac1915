import type { NumberColumn } from './column.ts';

/** Returns a number of a column in the database's form; null for NaN. */
export function numberText({ field }: NumberColumn, value: number): string | null {
  if (Number.isNaN(value)) return null;
  return field.field.kind === 'timestamp' ? new Date(value).toISOString() : String(value);
}
