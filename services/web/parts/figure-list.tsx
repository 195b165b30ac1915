import type { ReactNode } from 'react';
import './figure-list.css';

interface Figure {
  readonly title: string;
  readonly value: string;
  /** What the value is beside, in small. */
  readonly note: ReactNode;
  /** Whether it is more than it should be. */
  readonly isOver?: boolean;
}

/** A few numbers, large, side by side. */
export const FigureList = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className="figures">
    {figures.map(({ title, value, note, isOver = false }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd className={isOver ? 'status-failed' : undefined}>{value}</dd>
        <dd className="soft">{note}</dd>
      </div>
    ))}
  </dl>
);
