import type { Spoken } from './translate.ts';

/** Terraform composes every string (Unicode NFC) as it reads it: says so where that changes one. */
export function normalisationNotes(value: Spoken): string[] {
  return isComposed(value)
    ? []
    : ['Terraform composes Unicode strings (NFC): some strings here will read differently from the job’s own.'];
}

function isComposed(value: Spoken): boolean {
  if (typeof value === 'string') return value === value.normalize('NFC');
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isComposed);
  return Object.entries(value).every(([key, held]) => isComposed(key) && isComposed(held));
}
