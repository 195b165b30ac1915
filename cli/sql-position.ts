/**
 * The line of a statement that an error points at, with a mark below the place; nothing for an error without one. Of a line that is
 * longer than `width`, as much as is around the place.
 */
export function showPosition(
  statement: string,
  position: number | undefined,
  width = Number.POSITIVE_INFINITY,
): string {
  if (position === undefined) return '';
  const start = statement.lastIndexOf('\n', position - 1) + 1;
  const end = statement.indexOf('\n', position);
  const label = `LINE ${statement.slice(0, start).split('\n').length}: `;
  const { line, at } = excerpt(
    statement.slice(start, end === -1 ? undefined : end),
    position - start,
    width - label.length,
  );
  return `\n${label}${line}\n${' '.repeat(label.length)}${line.slice(0, at).replace(/[^\t]/g, ' ')}^`;
}

/** Returns the part of a line that fits into `room`, with the position a third into it. */
function excerpt(line: string, at: number, room: number): { line: string; at: number } {
  if (line.length <= room) return { line, at };
  const begin = Math.max(0, Math.min(at - Math.floor(room / 3), line.length - room));
  const shown = `${begin > 0 ? '…' : ''}${line.slice(begin > 0 ? begin + 1 : 0, begin + room)}`;
  return { line: begin + room < line.length ? `${shown.slice(0, -1)}…` : shown, at: at - begin };
}
