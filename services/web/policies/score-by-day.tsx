import { useMemo } from 'react';
import type { Policy } from '../api/queries.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import { formatScore } from './score.tsx';

/** The score at the end of each day on which it was evaluated; nothing before there are two of them. */
export function ScoreByDay({ days }: { days: Policy['days'] }) {
  const chart = useMemo(() => {
    const known = days.filter((day) => day.score !== null).toReversed();
    return {
      x: known.map(({ day }) => Date.parse(day) / 1000),
      series: [{ label: 'complies', color: 'var(--completed)', values: known.map(({ score }) => score ?? 0) }],
    };
  }, [days]);
  if (chart.x.length < 2) return null;
  return (
    <section className="card" aria-label="Score by day">
      <h2>Score by day</h2>
      <div className="card-body">
        <StackedBars
          label={`The score of ${chart.x.length} days`}
          {...chart}
          height={140}
          isLine
          format={formatScore}
          formatAxis={(score) => `${Math.round(score * 100)} %`}
          titleOf={(index) => new Date((chart.x[index] ?? 0) * 1000).toISOString().slice(0, 10)}
        />
      </div>
    </section>
  );
}
