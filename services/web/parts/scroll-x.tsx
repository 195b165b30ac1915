import type { ReactNode } from 'react';

/** What may be wider than the page and scrolls by itself, also with the keyboard. */
export const ScrollX = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard (axe: scrollable-region-focusable)
  <section className="scroll-x" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
