import wrapAnsi from 'wrap-ansi';
import type { View } from './view.ts';

/** Text that is wrapped at words on a terminal, and left alone in a pipe. */
export const paragraph = (text: string, { width }: View): string =>
  width === undefined ? text : wrapAnsi(text, width, { hard: true });
