import type { FormattedValue } from './translate.ts';

/** Returns a note if Terraform, which normalizes every string to Unicode NFC, would change one. */
export function normalisationNotes(value: FormattedValue): string[] {
  return isComposed(value)
    ? []
    : ['Terraform composes Unicode strings (NFC): some strings here will read differently from the job’s own.'];
}

function isComposed(value: FormattedValue): boolean {
  if (typeof value === 'string') return value === value.normalize('NFC');
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isComposed);
  return Object.entries(value).every(([key, held]) => isComposed(key) && isComposed(held));
}
