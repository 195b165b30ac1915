import type { RequestedRows } from '../selection.ts';
import type { ColumnStore } from './column-store.ts';
import { filterRows, join, type Mask, maskOf } from './filter.ts';

/**
 * Returns the rows of a selection that the caller may see; undefined if only the database can answer: for fields that the store does not
 * hold, and rows as of a time.
 */
export function selectedRows(
  store: ColumnStore,
  { condition, deleted, asOf, accounts }: RequestedRows,
): Mask | undefined {
  if (!store.isLoaded || asOf !== undefined) return undefined;
  const mask = filterRows(store, condition);
  const account = store.column('account_id');
  if (mask && accounts !== undefined && accounts !== 'all') {
    if (account?.kind !== 'coded') return undefined;
    const visible = new Set<string | null>(accounts);
    const passing = Uint8Array.from(account.texts, (text) => (visible.has(text) ? 1 : 0));
    join(mask, maskOf(account.codes, passing, store.size), 'and');
  }
  const gone = store.column('deleted_at');
  if (!mask || gone?.kind !== 'number') return undefined;
  if (deleted === true) return mask;
  for (let row = 0; row < mask.length; row++) if (!Number.isNaN(gone.values[row] ?? Number.NaN)) mask[row] = 0;
  return mask;
}
