/** The widths of a column, in columns of the terminal. */
export interface ColumnNeed {
  /** Width of the widest cell. */
  readonly natural: number;
  /** Minimum readable width. */
  readonly least: number;
  /** Whether it is narrowed only after all columns with an importance are left out. */
  readonly isWhole?: boolean;
  /** Columns with the lowest importance are left out first; a column without one stays. */
  readonly importance: number | undefined;
}

/**
 * Widths of columns that together need no more than `room`, with `gap` between two of them; undefined for a column that is left
 * out. Columns with an importance are taken, the most important first, as far as there is room for them when the widest are narrowed.
 * Undefined where not even those fit that have none.
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  room: number,
  gap: number,
): (number | undefined)[] | undefined {
  let shown = needs.filter(({ importance }) => importance === undefined);
  const fit = (columns: readonly ColumnNeed[]) => narrow(columns, room - gap * (columns.length - 1));
  let widths = fit(shown.map(leastOfWhole)) ?? fit(shown);
  if (!widths) return undefined;
  const optional = needs.filter(({ importance }) => importance !== undefined);
  for (const need of optional.sort((a, b) => Number(b.importance) - Number(a.importance))) {
    const more = needs.filter((column) => column === need || shown.includes(column));
    const narrowed = fit(more.map(leastOfWhole));
    if (narrowed) [shown, widths] = [more, narrowed];
  }
  return needs.map((need) => widths[shown.indexOf(need)]);
}

const leastOfWhole = (need: ColumnNeed): ColumnNeed => (need.isWhole ? { ...need, least: need.natural } : need);

/** Narrows the widest column until all fit; returns undefined if they cannot. */
function narrow(needs: readonly ColumnNeed[], room: number): number[] | undefined {
  const widths = needs.map(({ natural, least }) => Math.max(least, Math.min(natural, room)));
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    let widest = -1;
    for (const [index, width] of widths.entries()) {
      const least = needs[index]?.least ?? 0;
      if (width > least && width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === -1) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}
