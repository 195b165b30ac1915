import { paragraph } from './paragraph.ts';
import type { View } from './view.ts';

/** Wraps the sentences of a help text to the terminal. Indented lines, which are lists and examples, stay as they are. */
export const helpText = (text: string, view: View): string =>
  view.width === undefined
    ? text
    : text
        .replace(/^(\S.*)\n(?=[^\s(])/gm, '$1 ')
        .replace(/^\S.*$/gm, (line) => paragraph(line, view, { copied: true }));
