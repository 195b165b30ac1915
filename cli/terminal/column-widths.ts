/** What is to be known of a column to fit it, in columns of the terminal. */
export interface ColumnNeed {
  /** Width of its widest cell. */
  readonly natural: number;
  /** Width below which it cannot be read. */
  readonly least: number;
  /** A column of low importance goes first; one without importance stays. */
  readonly importance: number | undefined;
}

/**
 * Widths of columns that together need no more than `room`, with `gap` between two of them; undefined for a column that is left
 * out. The widest are narrowed first, then the least important are left out. Undefined where even the rest does not fit.
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  room: number,
  gap: number,
): (number | undefined)[] | undefined {
  const shown = new Set(needs);
  for (;;) {
    const left = needs.filter((need) => shown.has(need));
    const widths = narrow(left, room - gap * (left.length - 1));
    if (widths) return needs.map((need) => (shown.has(need) ? widths[left.indexOf(need)] : undefined));
    const [first] = left
      .filter(({ importance }) => importance !== undefined)
      .sort((a, b) => Number(a.importance) - Number(b.importance));
    if (!first) return undefined;
    shown.delete(first);
  }
}

/** Takes from the widest column until all fit; undefined where they cannot. */
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
