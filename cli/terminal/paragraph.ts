import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { View } from './view.ts';

interface ParagraphOptions {
  /** Whether words are kept that are wider than the terminal: paths and commands, which people copy. */
  readonly copied?: boolean;
  /** Columns by which the further lines of one that is wrapped begin to the right of it. */
  readonly hanging?: number;
}

/** Text that is wrapped at words on a terminal, each line as far to the right as it began, and left alone in a pipe. */
export const paragraph = (
  text: string,
  { width }: View,
  { copied = false, hanging = 0 }: ParagraphOptions = {},
): string =>
  width === undefined
    ? text
    : text
        .split('\n')
        .map((line) => {
          if (stringWidth(line) <= width) return line;
          const indent = line.slice(0, line.search(/[^ ]|$/));
          const wrapped = wrapAnsi(line.slice(indent.length), Math.max(8, width - indent.length - hanging), {
            hard: !copied,
          });
          return indent + wrapped.replace(/\n(?=.)/g, `\n${indent}${' '.repeat(hanging)}`);
        })
        .join('\n');
