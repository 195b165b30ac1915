interface Named {
  readonly presentation: { readonly noun: string; readonly label: string };
}

/** `1 job`, `2 jobs`: what follows the number. */
export const nounFor = (count: number | bigint | undefined, { presentation: { noun } }: Named): string =>
  count === 1 ? noun : `${noun}s`;

/** `Training jobs`. */
export function pluralTitle({ presentation: { label } }: Named): string {
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}s`;
}
