import type { ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

/** Names and values in two columns; what has no value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of what is known about a job. */
export const Section = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) => (
  <section className="section">
    <header>
      <h3>{title}</h3>
      {end}
    </header>
    {children}
  </section>
);
