import type { AppliedNames } from '../db/compare-named.ts';

/** Prints what was added, changed and removed. */
export function printApplied(applied: AppliedNames, { json }: { readonly json?: true | undefined }): void {
  if (json) {
    console.log(JSON.stringify(applied));
    return;
  }
  for (const [what, names] of Object.entries(applied)) {
    if (names.length > 0) console.log(`${what}: ${names.join(', ')}`);
  }
}
