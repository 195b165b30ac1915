import type { ReactNode } from 'react';

/** In place of content that is not there: what is so, and what to try. */
export const State = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="state" role="status">
    <h2>{title}</h2>
    {children}
  </div>
);
