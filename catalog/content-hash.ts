import { hash } from 'node:crypto';
import { stringifyJson } from './exact-json.ts';
import type { FlatRow } from './flatten.ts';

/**
 * Returns a hash of some columns of a row, equal exactly when all of them are. The row comes from `flatten` or `inFlattenedOrder`,
 * since the order of members matters. 128 bits of SHA-256, in hex.
 */
export const contentHash = (row: FlatRow, columns: readonly string[]): string =>
  fingerprint(stringifyJson(columns.map((column) => row[column] ?? null)));

/** Returns 128 bits of SHA-256, in hex. */
export const fingerprint = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);
