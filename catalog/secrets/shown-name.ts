import { createMasker } from './mask.ts';

const masker = createMasker();
const longest = 100;

/** The key of a map or an unknown member, as a message names it: whoever wrote the document may have put anything there. */
export function shownName(name: string): string {
  const masked = masker.text(name);
  return masked.length > longest ? `${masked.slice(0, longest)}…` : masked;
}
