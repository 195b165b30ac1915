import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';

/** A link to another site; nothing where there is none. */
export const Away = ({ href, children }: { href: string | null | undefined; children: ReactNode }) =>
  href === null || href === undefined ? null : (
    <a href={href} target="_blank" rel="noreferrer" className="away">
      {children}
      <Icon name="open" size={12} />
    </a>
  );
