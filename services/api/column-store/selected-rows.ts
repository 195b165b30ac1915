import type { RequestedRows } from '../selection.ts';
import type { ColumnStore } from './column-store.ts';
import { filterRows, type Mask } from './filter.ts';

/**
 * The rows of a selection; undefined where only the database can tell: fields that the store does not hold, rows as of a time, and
 * callers that may not see every account, who are held to theirs by the database itself.
 */
export function selectedRows(
  store: ColumnStore,
  { condition, deleted, asOf, accounts }: RequestedRows,
): Mask | undefined {
  if (!store.isLoaded || asOf !== undefined || accounts !== 'all') return undefined;
  const mask = filterRows(store, condition);
  const gone = store.column('deleted_at');
  if (!mask || gone?.kind !== 'number') return undefined;
  if (deleted === true) return mask;
  for (let row = 0; row < mask.length; row++) if (!Number.isNaN(gone.values[row] ?? Number.NaN)) mask[row] = 0;
  return mask;
}
