import wrapAnsi from 'wrap-ansi';
import type { View } from './view.ts';

/**
 * Text that is wrapped at words on a terminal, each line as far to the right as it began, and left alone in a pipe. Words that are wider
 * than the terminal are broken, unless they are to be `copied`, as paths and commands are.
 */
export const paragraph = (text: string, { width }: View, { copied = false } = {}): string =>
  width === undefined
    ? text
    : text
        .split('\n')
        .map((line) => {
          const indent = line.slice(0, line.search(/[^ ]|$/));
          const wrapped = wrapAnsi(line.slice(indent.length), Math.max(8, width - indent.length), { hard: !copied });
          return wrapped.replace(/^(?=.)/gm, indent);
        })
        .join('\n');
