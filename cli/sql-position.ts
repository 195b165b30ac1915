/** The line of a statement that an error points at, with a mark below the place; nothing for an error without one. */
export function showPosition(statement: string, position: number | undefined): string {
  if (position === undefined) return '';
  const start = statement.lastIndexOf('\n', position - 1) + 1;
  const end = statement.indexOf('\n', position);
  const line = statement.slice(start, end === -1 ? undefined : end);
  const label = `LINE ${statement.slice(0, start).split('\n').length}: `;
  const before = line.slice(0, position - start).replace(/[^\t]/g, ' ');
  return `\n${label}${line}\n${' '.repeat(label.length)}${before}^`;
}
