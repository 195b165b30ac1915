import { createHash } from 'node:crypto';
import type { FlatRow, FlatValue } from './flatten.ts';

/**
 * A fingerprint of the columns of a row: equal exactly when all of them are. Keys are taken in order, so that two answers that
 * differ only in the order of their members are the same. 128 bits of SHA-256, in hex.
 */
export function contentHash(row: FlatRow, columns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(`${column}=${canonical(row[column] ?? null)}\n`);
  return hash.digest('hex').slice(0, 32);
}

function canonical(value: FlatValue): string {
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}
