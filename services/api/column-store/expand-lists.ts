import type { CodedColumn, Codes, ListColumn, MapColumn, ScalarColumn } from './column.ts';
import { countMarked, type Mask } from './filter.ts';

/** The rows of a mask, each once for every combination of members of its lists. */
export interface Expansion {
  /** The row that each stands for. */
  readonly rows: Int32Array;
  /** A column for each list that has one of its members, or null where it has none. */
  readonly members: readonly CodedColumn[];
}

/** Beyond this many rows only the database, which can use its disk, groups them. */
const maxRows = 2 ** 25;

/** Repeats the rows of a mask for the members of lists, as a join with the unnested lists does; undefined if they become too many. */
export function expandLists(mask: Mask, lists: readonly (ListColumn | MapColumn)[]): Expansion | undefined {
  let rows = marked(mask);
  let members: Int32Array[] = [];
  for (const { codes, lists: distinct } of lists) {
    const listOf = (row = 0): Int32Array | undefined => distinct[codes[row] ?? 0];
    let length = 0;
    for (let at = 0; at < rows.length; at++) length += listOf(rows[at])?.length || 1;
    if (length > maxRows) return undefined;
    const from = new Int32Array(length);
    const unnested = new Int32Array(length);
    let to = 0;
    for (let at = 0; at < rows.length; at++) {
      const list = listOf(rows[at]);
      const count = list?.length || 1;
      for (let member = 0; member < count; member++) {
        from[to] = at;
        // Code 0 is null.
        unnested[to++] = (list?.[member] ?? -1) + 1;
      }
    }
    rows = pickCodes(rows, from);
    members = [...members.map((other) => pickCodes(other, from)), unnested];
  }
  return {
    rows,
    members: lists.map(({ field, texts }, index) => ({
      kind: 'coded',
      field,
      codes: members[index] ?? new Int32Array(0),
      texts: [null, ...texts],
      codeOf: new Map(),
    })),
  };
}

function marked(mask: Mask): Int32Array {
  const rows = new Int32Array(countMarked(mask));
  let at = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row]) rows[at++] = row;
  return rows;
}

/** Returns a column with the values of some rows, in their order. */
export function pick<Column extends ScalarColumn>(column: Column, rows: Int32Array): Column {
  if (column.kind === 'coded') return { ...column, codes: pickCodes(column.codes, rows) };
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = column.values[rows[at] ?? 0] ?? Number.NaN;
  return { ...column, values };
}

function pickCodes(codes: Codes, rows: Int32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = codes[rows[at] ?? 0] ?? 0;
  return picked;
}
