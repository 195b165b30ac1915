import { createMasker } from './mask.ts';

const masker = createMasker();
const longest = 100;

/** Returns the key of a map or an unknown member for use in a message, masked: it may contain anything. */
export function safeName(name: string): string {
  const masked = masker.text(name);
  return masked.length > longest ? `${masked.slice(0, longest)}…` : masked;
}
