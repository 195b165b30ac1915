import type { NumberColumn } from './column.ts';

/** A number of a column as the database writes it; null for NaN. */
export function textOf({ field }: NumberColumn, value: number): string | null {
  if (Number.isNaN(value)) return null;
  return field.field.kind === 'timestamp' ? new Date(value).toISOString() : String(value);
}
