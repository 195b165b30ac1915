import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { View } from './view.ts';

interface ParagraphOptions {
  /** Whether to keep words wider than the terminal whole, such as paths and commands, which people copy. */
  readonly copied?: boolean;
  /** Indent of the continuation lines, in columns. */
  readonly hanging?: number;
}

/** Wraps text at words on a terminal and keeps each line's indent; leaves it unchanged in a pipe. */
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
