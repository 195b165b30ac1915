import { paragraph } from './paragraph.ts';
import { viewOf } from './view.ts';

/** Prints a notice on standard error. */
export const printNotice = (text: string): void =>
  console.error(paragraph(`sagecat: ${text}`, viewOf(process.stderr), { copied: true, hanging: 2 }));
