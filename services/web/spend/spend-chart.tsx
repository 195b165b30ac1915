import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { coverageQuery, type UsageQuery, usageQuery } from '../api/queries.ts';
import { formatCompactMoney, formatMoney } from '../format/money.ts';
import { formatTime } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { palette } from '../parts/palette.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import type { Period } from './period.ts';

interface Props {
  readonly query: UsageQuery;
  readonly by: string;
  readonly period: Period;
  /** The groups that have a colour of their own, the dearest first. */
  readonly largest: readonly (string | null)[];
}

/** Cost by day, or by week of a long period, stacked by the dearest groups. */
export function SpendChart({ query, by, period, largest }: Props) {
  const bucket = period.days > 120 ? 'week' : 'day';
  const { data } = useQuery(
    usageQuery({ ...query, compare: undefined, bucket, group_by: by.replaceAll(',', '\\,'), limit: 20_000 }),
  );
  const { data: coverage } = useQuery(coverageQuery);
  const chart = useMemo(() => {
    if (!data) return undefined;
    const x = data.buckets.map((bucket) => Date.parse(bucket) / 1000);
    const index = new Map(data.buckets.map((bucket, position) => [bucket, position]));
    const rows = new Map<string | null | 'others', number[]>(largest.map((value) => [value, x.map(() => 0)]));
    const others = x.map(() => 0);
    for (const { bucket, group, cost } of data.items) {
      const values = rows.get(group[by] ?? null) ?? others;
      const at = index.get(bucket ?? '') ?? -1;
      if (at >= 0) values[at] = (values[at] ?? 0) + Number(cost ?? 0);
    }
    const nameOf = (value: string) =>
      by === 'account_id' ? (coverage?.items.find(({ account_id: id }) => id === value)?.account_name ?? value) : value;
    const series = [...rows].map(([value, values], position) => ({
      label: value === null ? 'none' : visible(nameOf(value)) || '(empty)',
      color: palette[position] ?? 'var(--stopped-fill)',
      values,
    }));
    const hasOthers = others.some((value) => value > 0);
    return {
      x,
      series: hasOthers ? [...series, { label: 'others', color: 'var(--stopped-fill)', values: others }] : series,
    };
  }, [data, by, largest, coverage]);
  const currency = data?.totals[0]?.currency ?? 'USD';
  return (
    <section className="card card-body" aria-label="Cost over time">
      <div className="spend-chart">
        {chart && (
          <StackedBars
            label={`Cost by ${bucket}, stacked by ${by}`}
            {...chart}
            height={220}
            format={(value) => formatMoney(value, currency)}
            formatAxis={(value) => formatCompactMoney(value, currency)}
            titleOf={(index) =>
              formatTime(new Date((chart.x[index] ?? 0) * 1000).toISOString()).replace(/, 00:00$/, '')
            }
          />
        )}
      </div>
      <div className="legend">
        {chart?.series.map(({ label, color }) => (
          <span key={label} title={label}>
            <i style={{ background: color }} />
            {label.length > 36 ? `${label.slice(0, 14)}…${label.slice(-20)}` : label}
          </span>
        ))}
      </div>
    </section>
  );
}
