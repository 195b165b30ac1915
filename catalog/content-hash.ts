import { hash } from 'node:crypto';
import { stringifyJson } from './exact-json.ts';
import type { FlatRow } from './flatten.ts';

/**
 * A fingerprint of the columns of a row: equal exactly when all of them are. The row is one that `flatten` made, or that
 * `inFlattenedOrder` restored: the order of members counts. 128 bits of SHA-256, in hex.
 */
export const contentHash = (row: FlatRow, columns: readonly string[]): string =>
  fingerprint(stringifyJson(columns.map((column) => row[column] ?? null)));

/** 128 bits of SHA-256, in hex. */
export const fingerprint = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);
