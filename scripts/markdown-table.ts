/** Returns a table in Markdown. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');

/** Returns texts as code, separated by commas. */
export const inlineCode = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(', ');
