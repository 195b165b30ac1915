/**
 * Text as a terminal may show it: control characters would move its cursor, and marks of writing direction its letters, and so hide or
 * fake what is printed. Line breaks stay.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?!\n)[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, (character) => escaped(character));

/** The same on one line, for a cell of a table. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', '\\n');

function escaped(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`;
}
