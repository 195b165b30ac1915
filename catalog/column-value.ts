import type { ShownColumn, ShownValue } from './presentation.ts';

/** Returns what a column shows of a row, whose values `read` finds by their paths. In a list of several values it is a text of all. */
export function columnValue({ fields, otherwise, unit }: ShownColumn, read: (path: string) => unknown): ShownValue {
  const [first, ...others] = fields.map(read);
  if (isEmpty(first)) return otherwise ? columnValue({ title: '', fields: otherwise }, read) : null;
  const [second] = others;
  if (unit === 'seconds' && typeof first === 'string')
    return isEmpty(second) ? null : (Date.parse(String(second)) - Date.parse(first)) / 1000;
  if (Array.isArray(first)) {
    const counts = Array.isArray(second) ? second : [];
    return first.flatMap((one, index) => (isEmpty(one) ? [] : [counted(one, counts[index])])).join(', ');
  }
  return others.length === 0 ? shown(first) : counted(first, second);
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.every(isEmpty));

const counted = (value: unknown, count: unknown): string =>
  isEmpty(count) || Number(count) === 1 ? String(value) : `${count} × ${value}`;

const shown = (value: unknown): ShownValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? value : String(value);
