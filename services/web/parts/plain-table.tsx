import type { ReactNode } from 'react';
import { ScrollX } from './scroll-x.tsx';

interface Props {
  readonly label: string;
  /** Titles of the columns; those of numbers stand in an object. */
  readonly columns: readonly (string | { readonly number: string })[];
  readonly className?: string;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table that scrolls by itself where it is wider than its card. */
export const PlainTable = ({ label, columns, className = 'table', children }: Props) => (
  <ScrollX label={label}>
    <table className={className}>
      <thead>
        <tr>
          {columns.map((column) =>
            typeof column === 'string' ? (
              <th key={column}>{column}</th>
            ) : (
              <th key={column.number} className="number">
                {column.number}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </ScrollX>
);
